package nl.respijt.toegang;

/** What can come of a link, a code, or the choice as whom to go on. */
public sealed interface InlogResultaat {
    /** Signed in; {@code koek} is the value for the session's cookie. */
    record Ingelogd(String koek, Rol rol) implements InlogResultaat {
        @Override
        public String toString() {
            return "Ingelogd[rol=%s]".formatted(rol);
        }
    }

    /** The address belongs to several people: say as whom. */
    record AlsWie() implements InlogResultaat {}

    /** Wrong, too late, used, replaced by a newer one, or asked for in another browser: it does not say which. */
    record NietGeldig() implements InlogResultaat {}

    /** Too many codes were tried from this network; the link in the mail still works. */
    record TeVaak() implements InlogResultaat {}
}
