package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.Geschiedenis;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.Wachtlijst;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Aanbiedingen;
import nl.respijt.kortverblijf.Aanmeldingen;
import nl.respijt.kortverblijf.Verblijven;
import nl.respijt.lotgenotengroep.Deelnames;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Register.Van;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/**
 * Forgets a person. What is still to come is cancelled, every group and line left and every bed freed first, so that the places are free and the hosts' calendars
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

    private final Vergeten vergeten;
    private final Transacties transacties;
    private final BoekingBeheer boekingen;
    private final Wachtlijst wachtlijst;
    private final Deelnames deelnames;
    private final Aanmeldingen aanmeldingen;
    private final Aanbiedingen aanbiedingen;
    private final Verblijven verblijven;
    private final Geschiedenis geschiedenis;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Wissing(
            Vergeten vergeten,
            Transacties transacties,
            BoekingBeheer boekingen,
            Wachtlijst wachtlijst,
            Deelnames deelnames,
            Aanmeldingen aanmeldingen,
            Aanbiedingen aanbiedingen,
            Verblijven verblijven,
            Geschiedenis geschiedenis,
            Gevolgen gevolgen,
            Klok klok) {
        this.vergeten = vergeten;
        this.transacties = transacties;
        this.boekingen = boekingen;
        this.wachtlijst = wachtlijst;
        this.deelnames = deelnames;
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.verblijven = verblijven;
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
            afgezegd += boekingen.komende(wie).size();
            deelnames.van(wie).forEach(deelname -> deelnames.stop(deelname.id(), door));
            boekingen.komende(wie).forEach(boeking -> boekingen.annuleer(boeking, door));
            wachtlijst.van(wie).forEach(plek -> wachtlijst.wijsAf(plek.id(), door));
            aanmeldingen.lopende(wie).forEach(aanmelding -> {
                aanbiedingen.trekIn(aanmelding.id(), door);
                verblijven.sluitAf(aanmelding.id(), door);
            });
            var nu = klok.instant();
            var blijven = transacties.schrijf(handle -> wis(handle, wie, door, nu));
            if (blijven.isPresent()) {
                gevolgen.na();
                return new WisResultaat.Gewist(afgezegd, blijven.get());
            }
            if (boekingen.komende(wie).isEmpty()
                    && wachtlijst.van(wie).isEmpty()
                    && deelnames.van(wie).isEmpty()
                    && aanmeldingen.lopende(wie).isEmpty()) {
                return new WisResultaat.Onbekend();
            }
        }
        throw new IllegalStateException("%s books faster than it is forgotten".formatted(wie));
    }

    /** Empty when there is nobody to forget, or something to come after all. */
    private Optional<Integer> wis(Handle handle, MantelzorgerId wie, String door, Instant nu) {
        // A booking that is being made holds this row too: it is seen here, or waits and comes after.
        if (!vergeten.neem(handle, Van.MANTELZORGER, wie.waarde()) || komtNogIets(handle, wie, nu)) {
            return Optional.empty();
        }
        var blijven = aantal(handle, wie);
        vergeten.wis(handle, Van.MANTELZORGER, wie.waarde(), nu);
        geschiedenis.schrijf(handle, "mantelzorger", wie.waarde(), "gewist", door, Optional.empty(), nu);
        return Optional.of(blijven);
    }

    private static boolean komtNogIets(Handle handle, MantelzorgerId wie, Instant nu) {
        return handle.createQuery("""
                select exists (select from boeking where mantelzorger_id = :wie
                               and status in ('aangevraagd', 'bevestigd') and lower(tijdvak) > :nu)
                    or exists (select from wachtplek where mantelzorger_id = :wie
                               and status in ('wacht', 'aangeboden'))
                    or exists (select from deelname where mantelzorger_id = :wie
                               and status in ('kennismaking', 'deelnemer'))
                    or exists (select from aanmelding where mantelzorger_id = :wie
                               and status in ('ingediend', 'uitgezet', 'aangeboden', 'verblijft'))
                    or exists (select from aanmelding a join aanbieding b on b.aanmelding_id = a.id
                               where a.mantelzorger_id = :wie and a.status in ('geaccepteerd', 'bevestigd')
                                 and b.status = 'aanvaard' and b.tot > :vandaag)
                """)
                .bind("wie", wie.waarde())
                .bind("nu", nu)
                .bind("vandaag", Tijdzone.datum(nu))
                .mapTo(Boolean.class)
                .one();
    }

    private static int aantal(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("select count(*) from boeking where mantelzorger_id = :wie")
                .bind("wie", wie.waarde())
                .mapTo(Integer.class)
                .one();
    }
}
