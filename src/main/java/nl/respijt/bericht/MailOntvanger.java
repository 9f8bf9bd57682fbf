package nl.respijt.bericht;

/** Does something with mail that arrives; a bean of the feature that sent what is answered. */
public interface MailOntvanger {
    /** What becomes of it in the mailbox. */
    enum Afloop {
        /** People still have to see it. */
        LAAT_STAAN,
        GELEZEN
    }

    /** Returns when its effect is in the database. Called again with the same mail after a crash. */
    Afloop ontvang(InkomendeMail mail);
}
