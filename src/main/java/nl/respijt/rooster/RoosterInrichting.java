package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Gastheren.GastheerGegevens;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.Slug;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;

/** What the first start puts in place: the gastheren of the gemeente's file, and a first roster. */
@Singleton
public final class RoosterInrichting {
    /** domain.md: chosen. */
    static final int EERSTE_WEKEN = 8;

    private static final String DOOR = "systeem";

    private final Transacties transacties;
    private final GastheerRepository gastheren;
    private final DienstRepository diensten;
    private final Dienstboek boek;
    private final Gevolgen gevolgen;
    private final Gemeente gemeente;
    private final Instellingen instellingen;
    private final Klok klok;

    RoosterInrichting(
            Transacties transacties,
            GastheerRepository gastheren,
            DienstRepository diensten,
            Dienstboek boek,
            Gevolgen gevolgen,
            Gemeente gemeente,
            Instellingen instellingen,
            Klok klok) {
        this.transacties = transacties;
        this.gastheren = gastheren;
        this.diensten = diensten;
        this.boek = boek;
        this.gevolgen = gevolgen;
        this.gemeente = gemeente;
        this.instellingen = instellingen;
        this.klok = klok;
    }

    /**
     * Called at each start, once there are houses and openstellingen. The file's gastheren come once, so that who was
     * forgotten does not come back with a start. Only an empty roster is filled: a gap that came later is the makelaar's
     * to fill, with a message to whoever is asked.
     */
    public void richtIn() {
        if (transacties.lees(gastheren::isLeeg)) {
            laadGastheren(gemeente);
        }
        if (transacties.lees(diensten::isLeeg)) {
            verdeelEersteWeken(EERSTE_WEKEN);
        }
    }

    /** A gastheer who is there already is left as the makelaar made it. */
    public void laadGastheren(Gemeente uit) {
        transacties.schrijf(handle -> {
            for (var gegevens : uit.gastheren().lijst()) {
                laad(handle, gegevens);
            }
            return uit;
        });
    }

    private void laad(Handle handle, GastheerGegevens gegevens) {
        var slug = Slug.van(gegevens.naam());
        var gastheer = new Gastheer(
                new GastheerId(Id.nieuw(klok.instant())),
                slug,
                gegevens.naam(),
                gegevens.email()
                        .or(() -> instellingen.demo() ? Optional.of(slug + "@voorbeeld.example") : Optional.empty()),
                gegevens.getraind() ? Scholing.ALTIJD : Scholing.GEEN,
                gegevens.maxDagdelenPerMaand(),
                gegevens.talen(),
                gegevens.huizen().stream().map(naam -> huis(handle, naam)).toList(),
                Taal.NL,
                true);
        if (gastheren.insert(handle, gastheer)) {
            gastheren.insertHuizen(handle, gastheer);
        }
    }

    private UUID huis(Handle handle, String naam) {
        return gastheren
                .huis(handle, naam)
                .orElseThrow(() -> new IllegalStateException("no house '%s' for a gastheer".formatted(naam)));
    }

    /**
     * Gives each openstelling of the coming weeks without a gastheer one, as far as they go, and tells nobody. Says how many
     * that were; whoever comes second finds nothing to do.
     */
    public int verdeelEersteWeken(int weken) {
        var aantal = transacties.schrijf(
                handle -> verdeel(handle, klok.vandaag(), klok.vandaag().plusWeeks(weken)));
        gevolgen.na();
        return aantal;
    }

    private int verdeel(Handle handle, LocalDate van, LocalDate tot) {
        var nu = klok.instant();
        // First the gastheren: another instance that does the same waits here, and then sees what we did.
        var allen = gastheren.alleVoorWijziging(handle);
        var zonder = diensten.zonderGastheerVoorWijziging(handle, van, tot, nu);
        var verdeling = new Roosterverdeling(allen, bestaand(handle, van, tot));
        var aantal = 0;
        for (var moment : zonder) {
            var gastheer = verdeling.wijsToe(moment);
            if (gastheer.isPresent()) {
                boek.beginStil(handle, moment, gastheer.get(), DOOR, nu);
                aantal++;
            }
        }
        return aantal;
    }

    /** Of whole months, because that is what a maximum is about. */
    private List<Dienst> bestaand(Handle handle, LocalDate van, LocalDate tot) {
        return diensten.actief(
                handle,
                YearMonth.from(van).atDay(1),
                YearMonth.from(tot).plusMonths(1).atDay(1));
    }
}
