package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Puts right what we have of a person, in every booking that is still theirs. */
@Singleton
public final class Correctie {
    /** What somebody is called now, where they are reached, and what they read. */
    public record Persoon(String naam, Optional<String> email, Optional<String> telefoon, Taal taal) {}

    /** What can come of it. */
    public sealed interface CorrectieResultaat {
        record Gecorrigeerd() implements CorrectieResultaat {}

        /** Without it nobody could be reached. */
        record ContactNodig() implements CorrectieResultaat {}

        /** Somebody else is known by this number or address. */
        record VanEenAnder() implements CorrectieResultaat {}

        record Onbekend() implements CorrectieResultaat {}
    }

    private final Transacties transacties;
    private final Geschiedenis geschiedenis;
    private final Sessies sessies;
    private final Klok klok;

    Correctie(Transacties transacties, Geschiedenis geschiedenis, Sessies sessies, Klok klok) {
        this.transacties = transacties;
        this.geschiedenis = geschiedenis;
        this.sessies = sessies;
        this.klok = klok;
    }

    /** Called as in the newest booking, reached as we know them; empty for who was forgotten. */
    public Optional<Persoon> find(MantelzorgerId wie) {
        return transacties.lees(handle -> find(handle, wie));
    }

    Optional<Persoon> find(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("""
                select coalesce(laatste.naam, '') as naam, coalesce(laatste.taal, 'nl') as taal,
                       (select max(waarde) from contact where mantelzorger_id = m.id and soort = 'email') as email,
                       coalesce((select max(waarde) from contact where mantelzorger_id = m.id and soort = 'telefoon'),
                                laatste.telefoon) as telefoon
                from mantelzorger m
                left join lateral (select naam, taal, telefoon from boeking
                                   where mantelzorger_id = m.id and gewist_op is null
                                   order by aangemaakt_op desc, id desc limit 1) laatste on true
                where m.id = :wie and m.gewist_op is null
                """)
                .bind("wie", wie.waarde())
                .map((rij, context) -> new Persoon(
                        rij.getString("naam"),
                        Optional.ofNullable(rij.getString("email")),
                        Optional.ofNullable(rij.getString("telefoon")),
                        Taal.van(rij.getString("taal")).orElse(Taal.NL)))
                .findOne();
    }

    /** @param telefoon E.164 */
    public CorrectieResultaat corrigeer(
            MantelzorgerId wie, String naam, Optional<String> telefoon, Taal taal, String door) {
        return wijzig(handle -> metSlot(handle, wie)
                .map(was -> corrigeer(handle, wie, was, new Persoon(naam, was.email(), telefoon, taal), door))
                .orElseGet(CorrectieResultaat.Onbekend::new));
    }

    private CorrectieResultaat corrigeer(Handle handle, MantelzorgerId wie, Persoon was, Persoon wordt, String door) {
        if (wordt.telefoon().isEmpty() && wordt.email().isEmpty()) {
            return new CorrectieResultaat.ContactNodig();
        }
        if (!wordt.telefoon().equals(was.telefoon())) {
            zetContact(handle, wie, "telefoon", wordt.telefoon(), Optional.empty());
        }
        // One that had only the number is reached by mail from now on.
        handle.createUpdate("""
                update boeking set naam = :naam, telefoon = :telefoon, taal = :taal,
                       email = case when cast(:telefoon as text) is null then coalesce(email, :email) else email end
                where mantelzorger_id = :wie and gewist_op is null
                """)
                .bind("naam", wordt.naam())
                .bind("telefoon", wordt.telefoon())
                .bind("taal", wordt.taal().code())
                .bind("email", wordt.email())
                .bind("wie", wie.waarde())
                .execute();
        sessies.noem(handle, Rol.MANTELZORGER, wie.waarde(), wordt.naam());
        schrijfOp(handle, wie, door, klok.instant());
        return new CorrectieResultaat.Gecorrigeerd();
    }

    /** The address that was shown to be theirs, once, and for every booking. */
    CorrectieResultaat zetEmail(MantelzorgerId wie, UUID wijziging, String email, String door, Instant nu) {
        return wijzig(handle -> {
            var eenmaal = handle.createUpdate(
                            "update adreswijziging set bewezen_op = :nu where id = :id and bewezen_op is null")
                    .bind("nu", nu)
                    .bind("id", wijziging)
                    .execute();
            if (metSlot(handle, wie).isEmpty() || eenmaal == 0) {
                return new CorrectieResultaat.Onbekend();
            }
            zetContact(handle, wie, "email", Optional.of(email), Optional.of(nu));
            handle.createUpdate("update boeking set email = :email where mantelzorger_id = :wie and gewist_op is null")
                    .bind("email", email)
                    .bind("wie", wie.waarde())
                    .execute();
            schrijfOp(handle, wie, door, nu);
            return new CorrectieResultaat.Gecorrigeerd();
        });
    }

    /** A number or address is one person's: the database says so, not a look beforehand. */
    private CorrectieResultaat wijzig(Function<Handle, CorrectieResultaat> werk) {
        try {
            return transacties.schrijf(werk);
        } catch (JdbiException fout) {
            if (Schending.van(fout)
                    .filter(schending -> schending.schendt("contact_pkey"))
                    .isEmpty()) {
                throw fout;
            }
            return new CorrectieResultaat.VanEenAnder();
        }
    }

    /** Holds the person as a booking and an erasure do, until the transaction ends. */
    private Optional<Persoon> metSlot(Handle handle, MantelzorgerId wie) {
        handle.createQuery("select 1 from mantelzorger where id = :wie for update")
                .bind("wie", wie.waarde())
                .mapTo(Integer.class)
                .findOne();
        return find(handle, wie);
    }

    private static void zetContact(
            Handle handle, MantelzorgerId wie, String soort, Optional<String> waarde, Optional<Instant> bewezenOp) {
        handle.createUpdate("delete from contact where mantelzorger_id = :wie and soort = :soort")
                .bind("wie", wie.waarde())
                .bind("soort", soort)
                .execute();
        waarde.ifPresent(nieuw -> handle.createUpdate("""
                        insert into contact (soort, waarde, mantelzorger_id, geverifieerd_op)
                        values (:soort, :waarde, :wie, :bewezenOp)
                        """)
                .bind("soort", soort)
                .bind("waarde", nieuw)
                .bind("wie", wie.waarde())
                .bind("bewezenOp", bewezenOp)
                .execute());
    }

    private void schrijfOp(Handle handle, MantelzorgerId wie, String door, Instant nu) {
        geschiedenis.schrijf(handle, "mantelzorger", wie.waarde(), "gecorrigeerd", door, Optional.empty(), nu);
    }
}
