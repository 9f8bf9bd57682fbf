package nl.respijt.bericht;

import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Jdbi;

/**
 * Puts mail in the mailbox of the demo, once: a repeat finds it there. What was under way when its person was forgotten
 * is not put there any more: who wipes takes the same rows.
 */
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
                        select id, :messageId, :aan, :onderwerp, :ruw, :op from bericht where id = :id for key share
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
