package nl.respijt.bericht;

import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Jdbi;

/** Puts mail in the mailbox of the demo, once: a repeat finds it there. */
final class DemoPostbode implements Postbode {
    private final Jdbi jdbi;
    private final Klok klok;

    DemoPostbode(Jdbi jdbi, Klok klok) {
        this.jdbi = jdbi;
        this.klok = klok;
    }

    @Override
    public Bezorging bezorg(Mail mail) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into demo_mail (id, message_id, aan, onderwerp, ruw, op)
                        values (:id, :messageId, :aan, :onderwerp, :ruw, :op)
                        on conflict on constraint demo_mail_pkey do nothing
                        """)
                .bind("id", mail.id())
                .bind("messageId", mail.messageId())
                .bind("aan", mail.aan())
                .bind("onderwerp", mail.onderwerp())
                .bind("ruw", mail.ruw())
                .bind("op", klok.instant())
                .execute());
        return new Bezorging.Bezorgd();
    }
}
