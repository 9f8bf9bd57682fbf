package nl.respijt.kortverblijf;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.gemeente.GemeenteBestand;
import nl.respijt.gemeente.KortdurendVerblijf;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Intake.Wensen;
import nl.respijt.kortverblijf.Intake.Wmo;
import nl.respijt.kortverblijf.Logeerhuis.Bed;
import nl.respijt.kortverblijf.Logeerhuis.Huisregels;

/** The houses of the gemeente's file, and guests for them. */
final class Proefhuizen {
    static final LocalDate VANDAAG = LocalDate.parse("2026-12-01");

    private Proefhuizen() {}

    static List<Logeerhuis> vanUtrecht() {
        return GemeenteBestand.utrecht().kortdurendVerblijf().aanbieders().stream()
                .map(Proefhuizen::huis)
                .toList();
    }

    private static Logeerhuis huis(KortdurendVerblijf.Aanbieder uit) {
        return new Logeerhuis(
                UUID.randomUUID(),
                UUID.randomUUID(),
                uit.naam(),
                uit.wijk(),
                Huisregels.van(uit, 1),
                uit.bedden().stream()
                        .map(bed -> new Bed(UUID.randomUUID(), bed.naam(), Set.copyOf(bed.kenmerken())))
                        .toList());
    }

    /** Each contracted that long. */
    static Map<UUID, LocalDate> contracten(List<Logeerhuis> huizen, String tot) {
        return huizen.stream().collect(Collectors.toMap(Logeerhuis::aanbieder, _ -> LocalDate.parse(tot)));
    }

    /** @param antwoorden those of {@link Regel#vragen()} in that order, with blanks between */
    static Intake gast(String antwoorden, Urgentie urgentie, String van, int nachten) {
        var woorden = antwoorden.split(" ");
        var alle = new EnumMap<Regel, String>(Regel.class);
        for (var n = 0; n < woorden.length; n++) {
            alle.put(Regel.vragen().get(n), woorden[n]);
        }
        var begin = LocalDate.parse(van);
        return new Intake(
                alle,
                urgentie,
                new Verblijf(begin, begin.plusDays(nachten)),
                0,
                Wmo.GEEN,
                OptionalInt.empty(),
                Wensen.GEEN);
    }

    static Intake flexibel(Intake intake, int dagen) {
        return new Intake(
                intake.antwoorden(),
                intake.urgentie(),
                intake.verblijf(),
                dagen,
                intake.wmo(),
                intake.wmoNachten(),
                intake.wensen());
    }

    /** One house that takes anybody who gets about by themselves, on these days, in this many beds. */
    static Logeerhuis eenvoudig(Set<DayOfWeek> aankomst, int minimaal, int maximaal, int bedden) {
        var neemt = Regel.vragen().stream()
                .collect(Collectors.toMap(
                        vraag -> vraag, vraag -> Set.of(vraag.antwoorden().getFirst())));
        return new Logeerhuis(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Proef",
                "Oost",
                new Huisregels(1, neemt, false, aankomst, minimaal, maximaal, false, false),
                java.util.stream.IntStream.range(0, bedden)
                        .mapToObj(n -> new Bed(UUID.randomUUID(), "P" + n, Set.of()))
                        .toList());
    }
}
