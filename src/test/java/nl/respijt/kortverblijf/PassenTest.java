package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Intake.Wensen;
import nl.respijt.kortverblijf.Intake.Wmo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can go where, and why not: twenty guests at the five houses by hand, and nights against counting them all. */
final class PassenTest {
    private final List<Logeerhuis> huizen = Proefhuizen.vanUtrecht();

    /** For each house: ja, anders with its reasons, or nee with the rules that say so. Monday is 7 December 2026. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            80, begins to forget           | 65+ rollator geen aanreiken geen licht           | gepland | 2026-12-07 |  7 | ja | nee:dementie | nee:leeftijd dementie nachten | nee:mobiliteit medicatie dementie | ja
            45, in a wheelchair            | 18-64 rolstoel soms aanreiken geen nee           | gepland | 2026-12-11 |  2 | nee:leeftijd | ja | ja | nee:mobiliteit nachtzorg medicatie | nee:nachten
            hoist and nursing              | 65+ tillift elke-nacht verpleegkundig geen nee   | gepland | 2026-12-07 |  7 | nee:mobiliteit nachtzorg medicatie | ja | nee:leeftijd mobiliteit nachtzorg medicatie nachten | nee:mobiliteit nachtzorg medicatie | nee:mobiliteit medicatie
            wanders, advanced dementia     | 65+ zelf soms aanreiken dwalen gevorderd         | gepland | 2026-12-07 | 14 | nee:onrust dementie | nee:onrust dementie | nee:leeftijd dementie nachten | nee:nachtzorg medicatie onrust dementie nachten | ja
            aggression                     | 18-64 zelf geen zelf agressie nee                | gepland | 2026-12-11 |  2 | nee:leeftijd onrust | nee:onrust | nee:onrust | nee:onrust | nee:onrust nachten
            75 and well, on a Wednesday    | 65+ zelf geen zelf geen nee                      | gepland | 2026-12-09 |  4 | anders:aankomstdag | ja | nee:leeftijd nachten | ja | ja
            today                          | 65+ zelf geen zelf geen nee                      | nu      | 2026-12-07 |  3 | nee:spoed | ja | nee:leeftijd spoed | ja | nee:spoed
            25, wanders, a weekend         | 18-64 zelf geen zelf dwalen nee                  | gepland | 2026-12-11 |  3 | nee:leeftijd onrust | nee:onrust | ja | nee:onrust | ja
            one night to try               | 65+ rollator geen zelf geen nee                  | gepland | 2026-12-08 |  1 | nee:nachten | ja | nee:leeftijd nachten | nee:mobiliteit | nee:nachten
            three weeks, light all round   | 65+ rolstoel soms aanreiken licht licht          | gepland | 2026-12-07 | 21 | nee:nachten | nee:onrust dementie | nee:leeftijd dementie nachten | nee:mobiliteit nachtzorg medicatie dementie nachten | ja
            50 and well, from Saturday     | 18-64 zelf geen zelf geen nee                    | gepland | 2026-12-12 |  2 | nee:leeftijd | ja | anders:aankomstdag | anders:aankomstdag | nee:nachten
            88, from Sunday                | 65+ rollator soms aanreiken geen licht           | gepland | 2026-12-13 |  5 | anders:aankomstdag | nee:dementie | nee:leeftijd dementie nachten | nee:mobiliteit nachtzorg medicatie dementie | anders:aankomstdag
            nursing every night, restless  | 18-64 rolstoel elke-nacht verpleegkundig licht nee | gepland | 2026-12-07 | 10 | nee:leeftijd nachtzorg medicatie | nee:onrust | nee:nachtzorg medicatie nachten | nee:mobiliteit nachtzorg medicatie nachten | nee:medicatie
            hoist, tonight                 | 18-64 tillift geen zelf geen nee                 | nu      | 2026-12-10 |  1 | nee:leeftijd mobiliteit spoed nachten | ja | nee:mobiliteit spoed nachten | nee:mobiliteit | nee:mobiliteit spoed nachten
            advanced dementia, quiet       | 65+ zelf soms zelf geen gevorderd                | gepland | 2026-12-10 |  7 | nee:dementie | nee:dementie | nee:leeftijd dementie nachten | nee:nachtzorg dementie | ja
            a little restless              | 65+ zelf geen zelf licht nee                     | gepland | 2026-12-07 |  7 | ja | nee:onrust | nee:leeftijd nachten | ja | ja
            four weeks                     | 65+ zelf geen zelf geen nee                      | gepland | 2026-12-07 | 28 | nee:nachten | nee:nachten | nee:leeftijd nachten | nee:nachten | ja
            until an admission, too long   | 65+ zelf geen zelf geen nee                      | gepland | 2026-12-07 | 29 | nee:nachten | nee:nachten | nee:leeftijd nachten | nee:nachten | nee:nachten
            40, wanders, disturbed nights  | 18-64 rollator soms aanreiken dwalen nee         | gepland | 2026-12-11 |  2 | nee:leeftijd onrust | nee:onrust | ja | nee:mobiliteit nachtzorg medicatie onrust | nee:nachten
            soon, but not now              | 65+ rolstoel geen zelf geen licht                | spoedig | 2026-12-10 |  3 | ja | nee:dementie | nee:leeftijd dementie | nee:mobiliteit dementie | ja
            """)
    void every_house_answers_by_its_own_rules(
            String wie,
            String antwoorden,
            String urgentie,
            String van,
            int nachten,
            String a,
            String b,
            String c,
            String d,
            String e) {
        var gast = Proefhuizen.gast(
                antwoorden, Urgentie.valueOf(urgentie.toUpperCase(java.util.Locale.ROOT)), van, nachten);
        var passen = passen(new Bezetting(Map.of()), "2028-12-31");

        assertThat(huizen.stream().map(huis -> inWoorden(passen.bij(gast, huis))))
                .as(wie)
                .containsExactly(a, b, c, d, e);
    }

    private static String inWoorden(Uitkomst uitkomst) {
        return switch (uitkomst) {
            case Uitkomst.Past _ -> "ja";
            case Uitkomst.AndereNachten(var _, var redenen, var _) -> "anders:" + regels(redenen);
            case Uitkomst.PastNiet(var _, var redenen) -> "nee:" + regels(redenen);
        };
    }

    private static String regels(List<Reden> redenen) {
        return redenen.stream().map(reden -> reden.regel().woord()).collect(Collectors.joining(" "));
    }

    @Test
    void the_nearest_days_of_arrival_are_named() {
        var gast = Proefhuizen.gast("65+ zelf geen zelf geen nee", Urgentie.GEPLAND, "2026-12-09", 4);

        assertThat(passen(new Bezetting(Map.of()), "2028-12-31").bij(gast, huizen.getFirst()))
                .isEqualTo(new Uitkomst.AndereNachten(
                        huizen.getFirst(),
                        List.of(new Reden(Regel.AANKOMSTDAG, "3")),
                        List.of(verblijf("2026-12-10", 4), verblijf("2026-12-07", 4), verblijf("2026-12-14", 4))));
        assertThat(((Uitkomst.AndereNachten) passen(new Bezetting(Map.of()), "2028-12-31")
                                .bij(Proefhuizen.flexibel(gast, 1), huizen.getFirst()))
                        .nachten())
                .as("within the days that somebody can shift")
                .containsExactly(verblijf("2026-12-10", 4));
    }

    @Test
    void a_day_that_went_by_is_no_day_to_arrive() {
        var gast = Proefhuizen.gast("65+ zelf geen zelf geen nee", Urgentie.GEPLAND, "2026-11-30", 3);

        assertThat(passen(new Bezetting(Map.of()), "2028-12-31").bij(gast, huizen.get(1)))
                .as("of yesterday")
                .isEqualTo(new Uitkomst.AndereNachten(
                        huizen.get(1),
                        List.of(new Reden(Regel.VOORBIJ, "2026-11-30")),
                        List.of(verblijf("2026-12-01", 3), verblijf("2026-12-02", 3), verblijf("2026-12-03", 3))));
    }

    @Test
    void a_contract_that_ends_leaves_the_nights_before_it() {
        var gast = Proefhuizen.gast("65+ zelf geen zelf geen nee", Urgentie.GEPLAND, "2026-12-28", 7);
        var uitkomst = passen(new Bezetting(Map.of()), "2026-12-31").bij(gast, huizen.getFirst());

        assertThat(uitkomst)
                .isEqualTo(new Uitkomst.AndereNachten(
                        huizen.getFirst(),
                        List.of(new Reden(Regel.CONTRACT, "2027-01-03")),
                        List.of(verblijf("2026-12-24", 7), verblijf("2026-12-21", 7), verblijf("2026-12-17", 7))));
        var laatste = Proefhuizen.gast("65+ zelf geen zelf geen nee", Urgentie.GEPLAND, "2026-12-28", 4);
        assertThat(passen(new Bezetting(Map.of()), "2026-12-31").bij(laatste, huizen.getFirst()))
                .as("the night of the last day")
                .isInstanceOf(Uitkomst.Past.class);
        assertThat(new Passen(new Bezetting(Map.of()), Map.of(), Proefhuizen.VANDAAG).bij(laatste, huizen.getFirst()))
                .as("no contract at all")
                .isEqualTo(new Uitkomst.PastNiet(huizen.getFirst(), List.of(new Reden(Regel.CONTRACT, "2026-12-31"))));
    }

    @Test
    void what_a_guest_does_not_need_is_left_for_who_does() {
        var zelf = Proefhuizen.gast("65+ zelf geen zelf geen nee", Urgentie.GEPLAND, "2026-12-07", 3);
        var bedden =
                ((Uitkomst.Past) passen(new Bezetting(Map.of()), "2028-12-31").bij(zelf, huizen.get(1))).bedden();

        assertThat(bedden).extracting(Logeerhuis.Bed::naam).containsExactly("B4", "B3", "B1", "B2");
        var lift = Proefhuizen.gast("65+ tillift geen zelf geen nee", Urgentie.GEPLAND, "2026-12-07", 3);
        assertThat(((Uitkomst.Past)
                                passen(new Bezetting(Map.of()), "2028-12-31").bij(lift, huizen.get(1)))
                        .bedden())
                .extracting(Logeerhuis.Bed::naam)
                .containsExactly("B1", "B2");
    }

    @Test
    void wishes_order_and_exclude_nothing() {
        var gast = Proefhuizen.gast("65+ zelf geen zelf geen nee", Urgentie.GEPLAND, "2026-12-07", 3);
        var wensen = new Wensen(Optional.of("Overvecht"), Optional.empty(), true, true, true, Optional.empty());
        var met = new Intake(
                gast.antwoorden(), gast.urgentie(), gast.verblijf(), 0, Wmo.WEET_NIET, OptionalInt.empty(), wensen);

        var namen = passen(new Bezetting(Map.of()), "2028-12-31").alle(met, huizen).stream()
                .map(uitkomst ->
                        uitkomst.huis().naam().replace("Voorbeeld Logeerhuis ", "") + " " + inWoorden(uitkomst));

        assertThat(namen).containsExactly("E ja", "A ja", "B ja", "D ja", "C nee:leeftijd");
    }

    /** The nights that are named are those that one finds by trying every day. */
    @Test
    void other_nights_are_the_nearest_of_all_that_are_free() {
        var toeval = new Random(7);
        for (var keer = 0; keer < 1000; keer++) {
            var aankomst = new HashSet<DayOfWeek>();
            for (var dag : DayOfWeek.values()) {
                if (toeval.nextInt(3) == 0) {
                    aankomst.add(dag);
                }
            }
            var huis = Proefhuizen.eenvoudig(aankomst, 1, 10, 1 + toeval.nextInt(3));
            var bezet = new HashMap<UUID, Set<LocalDate>>();
            for (var bed : huis.bedden()) {
                var nachten = new HashSet<LocalDate>();
                for (var n = 0; n < 90; n++) {
                    if (toeval.nextInt(10) < 4) {
                        nachten.add(Proefhuizen.VANDAAG.plusDays(n));
                    }
                }
                bezet.put(bed.id(), nachten);
            }
            var flexibel = toeval.nextInt(4) * 3;
            var gast = Proefhuizen.flexibel(
                    Proefhuizen.gast(
                            "18-64 zelf geen zelf geen nee",
                            Urgentie.GEPLAND,
                            Proefhuizen.VANDAAG
                                    .plusDays(toeval.nextInt(34) - 4L)
                                    .toString(),
                            1 + toeval.nextInt(4)),
                    flexibel);
            var contract = Proefhuizen.VANDAAG.plusDays(20L + toeval.nextInt(100));

            var uitkomst = new Passen(new Bezetting(bezet), Map.of(huis.aanbieder(), contract), Proefhuizen.VANDAAG)
                    .bij(gast, huis);

            assertThat(uitkomst instanceof Uitkomst.Past)
                    .as("round %d", keer)
                    .isEqualTo(kan(gast, huis, bezet, contract, gast.verblijf().van()));
            assertThat(nachten(uitkomst)).as("round %d", keer).isEqualTo(geteld(gast, huis, bezet, contract));
        }
    }

    /** Those that are named instead. */
    private static List<Verblijf> nachten(Uitkomst uitkomst) {
        return switch (uitkomst) {
            case Uitkomst.Past _ -> List.of();
            case Uitkomst.AndereNachten(var _, var _, var nachten) -> nachten;
            case Uitkomst.PastNiet _ -> List.of();
        };
    }

    /** By day, bed and night, one after the other. */
    private static List<Verblijf> geteld(
            Intake gast, Logeerhuis huis, Map<UUID, Set<LocalDate>> bezet, LocalDate contract) {
        var kan = new ArrayList<LocalDate>();
        for (var dag = Proefhuizen.VANDAAG; dag.isBefore(Proefhuizen.VANDAAG.plusDays(200)); dag = dag.plusDays(1)) {
            if (kan(gast, huis, bezet, contract, dag)) {
                kan.add(dag);
            }
        }
        var gevraagd = gast.verblijf().van();
        if (kan.contains(gevraagd)) {
            return List.of();
        }
        kan.sort(Comparator.<LocalDate>comparingLong(dag -> Math.abs(dag.toEpochDay() - gevraagd.toEpochDay()))
                .thenComparing(dag -> dag));
        for (var binnen : List.of(gast.flexibeleDagen(), 60)) {
            var gevonden = kan.stream()
                    .filter(dag -> Math.abs(dag.toEpochDay() - gevraagd.toEpochDay()) <= binnen)
                    .limit(3)
                    .map(dag -> new Verblijf(dag, dag.plusDays(gast.verblijf().aantal())))
                    .toList();
            if (!gevonden.isEmpty()) {
                return gevonden;
            }
        }
        return List.of();
    }

    private static boolean kan(
            Intake gast, Logeerhuis huis, Map<UUID, Set<LocalDate>> bezet, LocalDate contract, LocalDate dag) {
        if (dag.isBefore(Proefhuizen.VANDAAG) || !huis.regels().aankomstdagen().contains(dag.getDayOfWeek())) {
            return false;
        }
        for (var bed : huis.bedden()) {
            var vrij = true;
            for (var n = 0; n < gast.verblijf().aantal(); n++) {
                var nacht = dag.plusDays(n);
                vrij = vrij && !bezet.get(bed.id()).contains(nacht) && !nacht.isAfter(contract);
            }
            if (vrij) {
                return true;
            }
        }
        return false;
    }

    private Passen passen(Bezetting bezetting, String contract) {
        return new Passen(bezetting, Proefhuizen.contracten(huizen, contract), Proefhuizen.VANDAAG);
    }

    private static Verblijf verblijf(String van, int nachten) {
        return new Verblijf(LocalDate.parse(van), LocalDate.parse(van).plusDays(nachten));
    }
}
