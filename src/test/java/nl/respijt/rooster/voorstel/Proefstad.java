package nl.respijt.rooster.voorstel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Soort;
import nl.respijt.rooster.Beschikbaarheid;
import nl.respijt.rooster.Beschikbaarheid.Plek;
import nl.respijt.rooster.Beschikbaarheid.Weekplek;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstId;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.GastheerId;
import nl.respijt.rooster.Inzet;
import nl.respijt.rooster.Roosterbeeld;
import nl.respijt.rooster.Scholing;
import nl.respijt.rooster.Wensen;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Taal;

/** Houses, openstellingen and gastheren that exist in memory only. What a test does not say is as easy as it can be. */
public final class Proefstad {
    /** A Monday. */
    static final LocalDate MAANDAG = LocalDate.of(2027, 3, 1);

    private static final List<Map.Entry<String, String>> UREN =
            List.of(Map.entry("09:00", "12:30"), Map.entry("13:00", "16:30"), Map.entry("19:00", "21:30"));

    final List<Gastheer> gastheren = new ArrayList<>();
    final Map<GastheerId, Inzet> inzet = new HashMap<>();
    final List<Moment> momenten = new ArrayList<>();
    final List<Dienst> diensten = new ArrayList<>();

    /** 4 houses × 12 weeks × 60 hosts, with what people say about when they can and what they wish; the same each time. */
    public static Proefstad groot(long zaad) {
        var stad = new Proefstad();
        var toeval = new Random(zaad);
        var talen =
                List.of(List.of("nl", "ar"), List.of("nl", "tr", "ar"), List.of("nl", "ar", "tr"), List.of("nl", "en"));
        var huizen = List.of(id(1), id(2), id(3), id(4));
        for (var week = 0; week < 12; week++) {
            for (var huis = 0; huis < huizen.size(); huis++) {
                for (var keer = 0; keer < 3; keer++) {
                    var dag = MAANDAG.plusWeeks(week).plusDays((huis + 2L * keer) % 6);
                    stad.openstelling(huizen.get(huis), dag, Dagdeel.values()[(huis + keer) % 3], talen.get(huis));
                }
            }
        }
        for (var n = 0; n < 60; n++) {
            var huis = n % 4;
            var kent = toeval.nextInt(3) == 0
                    ? List.of(huizen.get(huis), huizen.get((huis + 1) % 4))
                    : List.of(huizen.get(huis));
            var taal = talen.get(huis).get(toeval.nextInt(talen.get(huis).size()));
            stad.gastheer("gastheer-%02d".formatted(n), 3 + toeval.nextInt(4), List.of("nl", taal), kent);
        }
        for (var n = 0; n < 60; n++) {
            var gastheer = stad.gastheren.get(n);
            stad.inzet.put(gastheer.id(), new Inzet(wanneer(toeval), wensen(stad, n, toeval)));
        }
        return stad;
    }

    /** Four of five name some dagdelen of the week, and everybody is away for a week or two. */
    private static Beschikbaarheid wanneer(Random toeval) {
        var week = new HashSet<Weekplek>();
        if (toeval.nextInt(5) > 0) {
            for (var dag : DayOfWeek.values()) {
                for (var dagdeel : Dagdeel.values()) {
                    if (toeval.nextInt(10) < 7) {
                        week.add(new Weekplek(dag, dagdeel));
                    }
                }
            }
        }
        var weg = new HashMap<Plek, Boolean>();
        var begin = MAANDAG.plusDays(toeval.nextInt(70));
        begin.datesUntil(begin.plusDays(7L + toeval.nextInt(8)))
                .forEach(dag -> Set.of(Dagdeel.values()).forEach(dagdeel -> weg.put(new Plek(dag, dagdeel), false)));
        return new Beschikbaarheid(week, weg);
    }

    private static Wensen wensen(Proefstad stad, int n, Random toeval) {
        var zelf = stad.gastheren.get(n);
        var huisgenoot = stad.gastheren.get((n + 4) % 60).id();
        return new Wensen(
                toeval.nextInt(2) == 0
                        ? Optional.of(Math.min(zelf.maxPerMaand(), 2 + toeval.nextInt(3)))
                        : Optional.empty(),
                toeval.nextInt(3) == 0 ? Optional.of(zelf.huizen().getFirst()) : Optional.empty(),
                toeval.nextInt(8) == 0 ? Optional.of(huisgenoot) : Optional.empty(),
                toeval.nextInt(20) == 0 ? Optional.of(huisgenoot) : Optional.empty(),
                toeval.nextInt(6) == 0,
                false);
    }

    static UUID id(long n) {
        return new UUID(0, n);
    }

    Gastheer gastheer(String naam, UUID... huizen) {
        return gastheer(naam, 31, List.of("nl"), List.of(huizen));
    }

    Gastheer gastheer(String naam, int max, List<String> talen, List<UUID> huizen) {
        return gastheer(naam, Scholing.ALTIJD, max, talen, huizen);
    }

    Gastheer gastheer(String naam, Scholing scholing, int max, List<String> talen, List<UUID> huizen) {
        var gastheer = new Gastheer(
                new GastheerId(new UUID(1, gastheren.size())),
                naam,
                naam,
                Optional.empty(),
                scholing,
                max,
                talen,
                huizen,
                Taal.NL,
                true);
        gastheren.add(gastheer);
        return gastheer;
    }

    void kan(Gastheer wie, Beschikbaarheid wanneer) {
        inzet.put(wie.id(), new Inzet(wanneer, wens(wie)));
    }

    void wenst(Gastheer wie, Wensen wensen) {
        inzet.put(wie.id(), new Inzet(inzet.getOrDefault(wie.id(), Inzet.VRIJ).beschikbaarheid(), wensen));
    }

    private Wensen wens(Gastheer wie) {
        return inzet.getOrDefault(wie.id(), Inzet.VRIJ).wensen();
    }

    Moment openstelling(UUID huis, LocalDate dag, Dagdeel dagdeel) {
        return openstelling(huis, dag, dagdeel, List.of("nl"));
    }

    Moment openstelling(UUID huis, LocalDate dag, Dagdeel dagdeel, List<String> talen) {
        var uren = UREN.get(dagdeel.ordinal());
        var moment = new Moment(
                new MomentId(new UUID(2, momenten.size())),
                Soort.HUIS,
                huis,
                "Huis " + huis.getLeastSignificantBits(),
                "Zuid",
                List.of(),
                "",
                dag,
                dagdeel,
                new Tijdvak(
                        Tijdzone.instant(dag, LocalTime.parse(uren.getKey())),
                        Tijdzone.instant(dag, LocalTime.parse(uren.getValue()))),
                12,
                0,
                talen,
                true,
                false,
                false,
                true,
                0,
                Instant.EPOCH,
                Instant.EPOCH);
        momenten.add(moment);
        return moment;
    }

    Dienst gepland(Moment moment, Gastheer gastheer) {
        var dienst = new Dienst(
                new DienstId(new UUID(3, diensten.size())),
                moment,
                gastheer,
                Dienst.Status.GEPLAND,
                moment.datum(),
                moment.dagdeel(),
                moment.tijdvak(),
                0,
                Instant.EPOCH);
        diensten.add(dienst);
        return dienst;
    }

    Roosterbeeld beeld() {
        return new Roosterbeeld(gastheren, inzet, momenten, diensten);
    }

    public List<Toewijzing> voorstel() {
        return Verdeler.verdeel(new Verdeelvraag(beeld(), false), _ -> true);
    }

    List<Toewijzing> opnieuw() {
        return Verdeler.verdeel(new Verdeelvraag(beeld(), true), _ -> true);
    }

    /** What this answer makes of the roster, judged by nothing of the product's own. */
    public Oordeel oordeel(List<Toewijzing> antwoord) {
        return Oordeel.over(this, antwoord);
    }

    Gastheer gastheer(GastheerId id) {
        return gastheren.stream().filter(een -> een.id().equals(id)).findFirst().orElseThrow();
    }

    Moment moment(MomentId id) {
        return momenten.stream().filter(een -> een.id().equals(id)).findFirst().orElseThrow();
    }

    static YearMonth maand(Moment moment) {
        return YearMonth.from(moment.datum());
    }
}
