package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.gemeente.Slug;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.respijtthuis.Medewerkerbeheer.Kaart;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Velden;

/** Reads what is typed about who visits, and about when; every fault is gathered in the fields. */
@Singleton
final class MedewerkerFormulier {
    private static final int MAX_NAAM = 100;

    /** Nobody is visited at night; it also keeps clear of the hours that clocks skip. */
    private static final LocalTime VROEGST = LocalTime.of(7, 0);

    private static final LocalTime LAATST = LocalTime.of(23, 0);

    private final Gemeente gemeente;
    private final Klok klok;

    MedewerkerFormulier(Gemeente gemeente, Klok klok) {
        this.gemeente = gemeente;
        this.klok = klok;
    }

    /** A day, when that day it begins, and how many hours it takes. */
    record Tijd(LocalTime begin, int uren) {}

    /** Empty when something was wrong. */
    Optional<Kaart> kaart(Velden velden) {
        var naam = velden.verplicht("naam", MAX_NAAM, "medewerker.geen-naam");
        var voor = Stream.of(Voor.values())
                .filter(een -> velden.jaNee("voor-" + een.woord()).orElse(false))
                .collect(Collectors.toSet());
        eis(velden, voor, "voor-" + Voor.VOLWASSENE.woord(), "medewerker.geen-voor");
        var talen = gemeente.talen().stream()
                .filter(taal -> velden.jaNee("taal-" + taal).orElse(false))
                .toList();
        eis(velden, talen, "taal-" + gemeente.talen().getFirst(), "medewerker.geen-taal");
        var wijken = gemeente.wijken().stream()
                .filter(wijk -> velden.jaNee("wijk-" + Slug.van(wijk)).orElse(false))
                .toList();
        eis(velden, wijken, "wijk-" + Slug.van(gemeente.wijken().getFirst()), "medewerker.geen-wijk");
        var vaardigheden = Stream.of(Vaardigheid.values())
                .filter(een -> velden.jaNee("kan-" + een.woord()).orElse(false))
                .collect(Collectors.toSet());
        return velden.fouten().isEmpty()
                ? Optional.of(new Kaart(naam, voor, talen, wijken, vaardigheden))
                : Optional.empty();
    }

    private static void eis(Velden velden, Collection<?> gekozen, String veld, String sleutel) {
        if (gekozen.isEmpty()) {
            velden.fout(veld, sleutel);
        }
    }

    /** A day that has to be given, today or later. */
    Optional<LocalDate> dag(Velden velden, String veld) {
        if (velden.isLeeg(veld)) {
            velden.fout(veld, "medewerker.geen-dag");
        }
        return velden.datum(veld).filter(dag -> {
            if (dag.isBefore(klok.vandaag())) {
                velden.fout(veld, "medewerker.dag-voorbij");
                return false;
            }
            return true;
        });
    }

    Optional<Integer> weekdag(Velden velden) {
        if (velden.isLeeg("dag")) {
            velden.fout("dag", "medewerker.geen-weekdag");
        }
        return velden.getal("dag", 1, 7);
    }

    /** A begin and one of these lengths, within a day. */
    Optional<Tijd> tijd(Velden velden, String beginVeld, String urenVeld, List<Integer> duurUren) {
        var begin = begin(velden, beginVeld);
        var uren = velden.verplichteKeuze(
                        urenVeld, duurUren.stream().map(String::valueOf).toList())
                .map(Integer::valueOf);
        if (begin.isEmpty() || uren.isEmpty()) {
            return Optional.empty();
        }
        if (begin.get().isAfter(LAATST.minusHours(uren.get()))) {
            velden.fout(beginVeld, "medewerker.te-laat-op-de-dag");
            return Optional.empty();
        }
        return Optional.of(new Tijd(begin.get(), uren.get()));
    }

    private static Optional<LocalTime> begin(Velden velden, String veld) {
        try {
            var tijd = velden.tekst(veld, 5).map(LocalTime::parse).filter(een -> !een.isBefore(VROEGST));
            if (tijd.isEmpty()) {
                velden.fout(veld, "medewerker.geen-tijd");
            }
            return tijd;
        } catch (DateTimeParseException e) {
            velden.fout(veld, "medewerker.geen-tijd");
            return Optional.empty();
        }
    }
}
