package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingBeheer.VerplaatsResultaat;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Reeksen;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Transacties;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.respijtthuis.ReeksResultaat.Reden;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;

/**
 * Moves a visit of a series and all that come after it: this one to the moment that was chosen, the others as many days and
 * as much by the clock, to the same worker where that can be. What cannot move stays where it is.
 */
@Singleton
public final class Reeksverzetting {
    /** What becomes of one visit: {@code wordt} is where it goes, or {@code waarom} it stays. */
    public record Stap(Boeking was, Optional<Boeking> wordt, Optional<Reden> waarom) {}

    /** What can come of it. */
    public sealed interface Resultaat {
        /** In order, the chosen one first. */
        record Verzet(List<Stap> stappen) implements Resultaat {}

        /** The chosen one cannot move there, so nothing does. */
        record Geweigerd(VerplaatsResultaat waarom) implements Resultaat {}
    }

    private static final String PROEF = "proef";

    private final Transacties transacties;
    private final BoekingBeheer boekingen;
    private final Reeksen reeksen;
    private final MomentService momenten;
    private final MedewerkerRepository medewerkers;
    private final BezoekmomentRepository bezoeken;
    private final HuisbezoekRepository huisbezoeken;
    private final Contracten contracten;
    private final Feestdagen feestdagen;
    private final Bezoekpost bezoekpost;
    private final Postvak postvak;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Reeksverzetting(
            Transacties transacties,
            BoekingBeheer boekingen,
            Reeksen reeksen,
            MomentService momenten,
            MedewerkerRepository medewerkers,
            BezoekmomentRepository bezoeken,
            HuisbezoekRepository huisbezoeken,
            Contracten contracten,
            Feestdagen feestdagen,
            Bezoekpost bezoekpost,
            Postvak postvak,
            Gevolgen gevolgen,
            Klok klok) {
        this.transacties = transacties;
        this.boekingen = boekingen;
        this.reeksen = reeksen;
        this.momenten = momenten;
        this.medewerkers = medewerkers;
        this.bezoeken = bezoeken;
        this.huisbezoeken = huisbezoeken;
        this.contracten = contracten;
        this.feestdagen = feestdagen;
        this.bezoekpost = bezoekpost;
        this.postvak = postvak;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** What would happen: it is done, looked at, and undone, so that it can never be another answer than the real one. */
    public Resultaat proef(BoekingId id, MomentId naar) {
        return transacties.schrijf(handle -> {
            handle.savepoint(PROEF);
            var resultaat = doe(handle, id, naar, "proef");
            handle.rollbackToSavepoint(PROEF);
            return resultaat;
        });
    }

    public Resultaat verzet(BoekingId id, MomentId naar, String door) {
        var resultaat = transacties.schrijf(handle -> {
            handle.savepoint(PROEF);
            var gedaan = doe(handle, id, naar, door);
            switch (gedaan) {
                case Resultaat.Verzet(var stappen) -> vertel(handle, stappen);
                case Resultaat.Geweigerd _ -> handle.rollbackToSavepoint(PROEF);
            }
            return gedaan;
        });
        gevolgen.na();
        return resultaat;
    }

    private Resultaat doe(Handle handle, BoekingId id, MomentId naar, String door) {
        var boeking = boekingen.find(handle, id).filter(een -> een.moment().soort() == Soort.THUIS);
        var doel = momenten.find(handle, naar).filter(een -> een.soort() == Soort.THUIS);
        if (boeking.isEmpty() || doel.isEmpty()) {
            return new Resultaat.Geweigerd(new VerplaatsResultaat.Onbekend());
        }
        reeksen.houd(handle, boeking.get().mantelzorger());
        var alle = new ArrayList<>(reeksen.vanaf(handle, boeking.get()));
        // The last one first when they go forward, so that none stands in the way of the one before it.
        if (doel.get().tijdvak().van().isAfter(boeking.get().tijdvak().van())) {
            Collections.reverse(alle);
        }
        var stappen = new ArrayList<Stap>();
        for (var een : alle) {
            if (!een.id().equals(id)) {
                stappen.add(volg(handle, een, boeking.get().moment(), doel.get(), door));
                continue;
            }
            var gekozen = boekingen.verplaatsMee(handle, id, naar, door);
            if (!(gekozen instanceof VerplaatsResultaat.Verplaatst(var verplaatst))) {
                return new Resultaat.Geweigerd(gekozen);
            }
            stappen.add(new Stap(een, Optional.of(verplaatst), Optional.empty()));
        }
        stappen.sort(Comparator.comparing(stap -> stap.was().tijdvak().van()));
        return stappen.stream().anyMatch(stap -> stap.was().id().equals(id))
                ? new Resultaat.Verzet(List.copyOf(stappen))
                : new Resultaat.Geweigerd(new VerplaatsResultaat.TeLaat(boeking.get()));
    }

    private Stap volg(Handle handle, Boeking een, Moment was, Moment doel, String door) {
        var lokaal = verschoven(een.moment(), was, doel);
        var begin = Tijdzone.instant(lokaal.toLocalDate(), lokaal.toLocalTime());
        if (!begin.isAfter(klok.instant())) {
            return new Stap(een, Optional.empty(), Optional.of(Reden.VOORBIJ));
        }
        var kandidaten = huisbezoeken.vraag(handle, een.id()).stream()
                .flatMap(vraag -> bezoeken.opTijd(handle, doel, vraag, begin).stream())
                .toList();
        for (var kandidaat : kandidaten) {
            var uitkomst = boekingen.verplaatsMee(handle, een.id(), kandidaat, door);
            if (uitkomst instanceof VerplaatsResultaat.Verplaatst(var verplaatst)) {
                return new Stap(een, Optional.of(verplaatst), Optional.empty());
            }
            if (uitkomst instanceof VerplaatsResultaat.TegoedOp) {
                return new Stap(een, Optional.empty(), Optional.of(Reden.TEGOED));
            }
        }
        return new Stap(een, Optional.empty(), Optional.of(waarom(handle, doel, lokaal.toLocalDate())));
    }

    /** As many days later and as much by the clock as the chosen one. */
    private static LocalDateTime verschoven(Moment een, Moment was, Moment doel) {
        return lokaal(een)
                .plusDays(ChronoUnit.DAYS.between(was.datum(), doel.datum()))
                .plus(Duration.between(lokaal(was).toLocalTime(), lokaal(doel).toLocalTime()));
    }

    private static LocalDateTime lokaal(Moment moment) {
        return Tijdzone.lokaal(moment.tijdvak().van()).toLocalDateTime();
    }

    private Reden waarom(Handle handle, Moment doel, LocalDate datum) {
        var aanbieder = medewerkers.find(handle, doel.bronId()).orElseThrow().aanbieder();
        if (contracten
                .geldt(handle, aanbieder, Contractdienst.THUIS)
                .filter(contract -> datum.isAfter(contract.tot()))
                .isPresent()) {
            return Reden.CONTRACT;
        }
        return feestdagen.isFeestdag(datum) ? Reden.FEESTDAG : Reden.BEZET;
    }

    private void vertel(Handle handle, List<Stap> stappen) {
        var blijven = stappen.stream()
                .filter(stap -> stap.wordt().isEmpty())
                .map(Stap::was)
                .toList();
        var verzet = stappen.stream().flatMap(stap -> stap.wordt().stream()).toList();
        postvak.plaats(handle, BezoekBerichtMaker.verzet(verzet, blijven, klok.instant()), klok.instant());
        bezoekpost.meldAanbieder(handle, verzet, klok.instant());
    }
}
