package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Register.Actie;
import nl.respijt.privacy.Register.Kolom;
import nl.respijt.privacy.Register.Tabel;
import nl.respijt.privacy.Register.Wissen;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Forgets a person. What is still to come is cancelled first, so that the places are free and the hosts' calendars
 * right; then everything that the register finds of them goes, in one transaction. An id without anything stays, so that
 * the figures of the past do.
 */
@Singleton
public final class Wissing {
    /** How often the coming bookings are looked at again, for who books while being forgotten. */
    private static final int POGINGEN = 5;

    /** What can come of it; forgetting twice is the same as once. */
    public sealed interface WisResultaat {
        /** How many coming bookings were cancelled, and how many, with those, stay as a number. */
        record Gewist(int afgezegd, int blijven) implements WisResultaat {}

        record Onbekend() implements WisResultaat {}
    }

    /** What forgetting this person would do; what is cancelled stays as a number too. */
    public record Gevolg(int afTeZeggen, int blijven) {}

    private final Register register;
    private final Transacties transacties;
    private final BoekingBeheer boekingen;
    private final Geschiedenis geschiedenis;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Wissing(
            Register register,
            Transacties transacties,
            BoekingBeheer boekingen,
            Geschiedenis geschiedenis,
            Gevolgen gevolgen,
            Klok klok) {
        this.register = register;
        this.transacties = transacties;
        this.boekingen = boekingen;
        this.geschiedenis = geschiedenis;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    public Gevolg gevolg(MantelzorgerId wie) {
        return new Gevolg(boekingen.komende(wie).size(), transacties.lees(handle -> aantal(handle, wie)));
    }

    /** @param door the mantelzorger, or the member of staff who does it for them */
    public WisResultaat wis(MantelzorgerId wie, String door) {
        var afgezegd = 0;
        for (var poging = 1; poging <= POGINGEN; poging++) {
            for (var boeking : boekingen.komende(wie)) {
                boekingen.annuleer(boeking, door);
                afgezegd++;
            }
            var nu = klok.instant();
            var blijven = transacties.schrijf(handle -> wis(handle, wie, door, nu));
            if (blijven.isPresent()) {
                gevolgen.na();
                return new WisResultaat.Gewist(afgezegd, blijven.get());
            }
            if (boekingen.komende(wie).isEmpty()) {
                return new WisResultaat.Onbekend();
            }
        }
        throw new IllegalStateException("%s books faster than it is forgotten".formatted(wie));
    }

    /** Empty when there is nobody to forget, or something to come after all. */
    private Optional<Integer> wis(Handle handle, MantelzorgerId wie, String door, Instant nu) {
        // A booking that is being made holds this row too: it is seen here, or waits and comes after.
        var bekend = handle.createQuery(
                        "select true from mantelzorger where id = :wie and gewist_op is null for update")
                .bind("wie", wie.waarde())
                .mapTo(Boolean.class)
                .findOne();
        var komt = handle.createQuery("""
                select exists (select from boeking where mantelzorger_id = :wie
                               and status in ('aangevraagd', 'bevestigd') and lower(tijdvak) > :nu)
                """)
                .bind("wie", wie.waarde())
                .bind("nu", nu)
                .mapTo(Boolean.class)
                .one();
        if (bekend.isEmpty() || komt) {
            return Optional.empty();
        }
        var blijven = aantal(handle, wie);
        // First everything is taken, so that mail under way is either there to be wiped or finds itself gone.
        var geraakt = register.vanMantelzorger().stream()
                .filter(tabel -> tabel.wissen() == Wissen.RIJ || !wordt(tabel).isEmpty())
                .toList();
        geraakt.forEach(tabel -> neem(handle, tabel, wie));
        geraakt.forEach(tabel -> wis(handle, tabel, wie, nu));
        geschiedenis.schrijf(handle, "mantelzorger", wie.waarde(), "gewist", door, Optional.empty(), nu);
        return Optional.of(blijven);
    }

    private static void neem(Handle handle, Tabel tabel, MantelzorgerId wie) {
        handle.createQuery("select 1 from %s where %s for update"
                        .formatted(tabel.naam(), tabel.wie().orElseThrow()))
                .bind("persoon", wie.waarde())
                .mapTo(Integer.class)
                .list();
    }

    private static void wis(Handle handle, Tabel tabel, MantelzorgerId wie, Instant nu) {
        var rijen = tabel.wie().orElseThrow();
        var wordt = wordt(tabel);
        var opdracht = handle.createUpdate(
                tabel.wissen() == Wissen.RIJ
                        ? "delete from %s where %s".formatted(tabel.naam(), rijen)
                        : "update %s set %s where %s".formatted(tabel.naam(), wordt, rijen));
        opdracht.getConfig(SqlStatements.class).setUnusedBindingAllowed(true); // not every table asks for the time
        opdracht.bind("persoon", wie.waarde()).bind("nu", nu).execute();
    }

    /** What the columns of a row that stays become, as SQL. */
    static String wordt(Tabel tabel) {
        return tabel.kolommen().stream()
                .filter(kolom -> kolom.actie() != Actie.BLIJFT)
                .map(kolom -> kolom.naam() + " = " + kolom.als())
                .collect(Collectors.joining(", "));
    }

    /** Which rows are not so yet, as SQL. */
    static String nogNiet(Tabel tabel) {
        return tabel.kolommen().stream()
                .filter(kolom -> kolom.actie() != Actie.BLIJFT)
                .map((Kolom kolom) -> "%s is distinct from (%s)".formatted(kolom.naam(), kolom.als()))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static int aantal(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("select count(*) from boeking where mantelzorger_id = :wie")
                .bind("wie", wie.waarde())
                .mapTo(Integer.class)
                .one();
    }
}
