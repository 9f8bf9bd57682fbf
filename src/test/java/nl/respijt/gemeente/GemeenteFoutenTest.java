package nl.respijt.gemeente;

import static nl.respijt.gemeente.GemeenteBestand.regel;
import static nl.respijt.gemeente.GemeenteBestand.vervang;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import nl.respijt.instellingen.StartFout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with the file, the operator reads where, what was found and what was expected. */
class GemeenteFoutenTest {
    private static final String TEKST = GemeenteBestand.tekst();

    /**
     * @param van what to spoil, its first occurrence
     * @param anker on whose line the fault is
     */
    record Geplant(String wat, String van, String door, String anker, String gevonden, String verwacht) {
        @Override
        public String toString() {
            return wat;
        }
    }

    /** A fault on the line of what was planted. */
    private static Geplant geplant(String wat, String van, String door, String gevonden, String verwacht) {
        return new Geplant(wat, van, door, door.strip(), gevonden, verwacht);
    }

    private static final String DAGEN = "ma, di, wo, do, vr, za, zo";
    private static final String HUIZEN = "Mantelzorghuis Hoograven, Mantelzorghuis Overvecht, Mantelzorghuis Zuidwest, "
            + "Mantelzorghuis Leidsche Rijn";
    private static final String WIJKEN = "West, Noordwest, Overvecht, Noordoost";
    private static final String SLEUTELS_HUIS =
            "naam, wijk, bron, plaatsen, talen, rolstoeltoegankelijk, open, adres (mag), halte (mag)";

    static Stream<Geplant> geplant() {
        return Stream.of(
                geplant("unknown key", "wijk: Zuid ", "wijkk: Zuid ", "onbekende sleutel 'wijkk'", SLEUTELS_HUIS),
                new Geplant(
                        "missing key",
                        "    plaatsen: 12\n",
                        "",
                        "- naam: Mantelzorghuis Hoograven",
                        "sleutel 'plaatsen' ontbreekt bij mantelzorghuis",
                        SLEUTELS_HUIS),
                new Geplant(
                        "key twice",
                        "plaatsen: 12\n",
                        "plaatsen: 12\n    plaatsen: 13\n",
                        "plaatsen: 13",
                        "sleutel 'plaatsen' staat dubbel bij mantelzorghuis",
                        "één keer"),
                geplant(
                        "unknown section",
                        "normen:",
                        "norm: {}\nnormen:",
                        "onbekende sleutel 'norm' bij het bestand",
                        "gemeente, normen, dagdelen, mantelzorghuizen"),
                new Geplant(
                        "missing section",
                        "respijtzorgThuis:",
                        "respijtzorg:",
                        "gemeente:\n",
                        "sleutel 'respijtzorgThuis' ontbreekt",
                        "gemeente, normen, dagdelen"),
                geplant(
                        "arrival in the night",
                        "aankomstVanaf: \"14:00\"",
                        "aankomstVanaf: \"02:30\"",
                        "aankomstVanaf bij aanbieder is '02:30'",
                        "een tijd overdag"),
                geplant(
                        "arrival that ends before it begins",
                        "aankomstTot: \"16:00\"",
                        "aankomstTot: \"13:00\"",
                        "aankomstTot bij aanbieder is '13:00'",
                        "een aankomstVanaf voor aankomstTot"),
                geplant("bad weekday", "dag: di", "dag: dinsdag", "onbekende waarde 'dinsdag' voor dag", DAGEN),
                geplant("day that is a boolean", "dag: di", "dag: no", "onbekende waarde 'no' voor dag", DAGEN),
                geplant(
                        "unknown dagdeel",
                        "dagdeel: ochtend",
                        "dagdeel: nacht",
                        "onbekende waarde 'nacht' voor dagdeel bij opening",
                        "ochtend, middag, avond"),
                geplant(
                        "unknown rhythm of opening",
                        "elke: 2 weken }",
                        "elke: 3 weken }",
                        "onbekende waarde '3 weken' voor elke bij opening",
                        "week, 1 week, 2 weken"),
                geplant(
                        "same opening twice",
                        "dag: do, dagdeel: middag",
                        "dag: di, dagdeel: ochtend, elke: 1 week",
                        "opening 'di ochtend' staat dubbel",
                        "elke dag met dagdeel één keer"),
                geplant(
                        "dagdeel of a minute over four hours",
                        "\"12:30\"",
                        "\"13:01\"",
                        "ochtend duurt 241 minuten (09:00-13:01)",
                        "hoogstens vier uur"),
                geplant(
                        "dagdeel across midnight",
                        "\"21:30\"",
                        "\"00:30\"",
                        "eind bij avond is '00:30'",
                        "een tijd na het begin, 19:00"),
                geplant("no time", "\"09:00\"", "\"24:00\"", "begin bij ochtend is '24:00'", "een tijd als uu:mm"),
                geplant(
                        "house of a host that does not exist",
                        "[Mantelzorghuis Overvecht]",
                        "[Mantelzorghuis Oost]",
                        "mantelzorghuis 'Mantelzorghuis Oost' van gastheer bestaat niet",
                        HUIZEN),
                geplant("unknown wijk", "wijk: Zuid ", "wijk: Kanaleneiland ", "'Kanaleneiland' voor wijk", WIJKEN),
                geplant(
                        "unknown wijk of a medewerker",
                        "[Zuid, Zuidwest, Binnenstad]",
                        "[Zuid, Zuilen]",
                        "onbekende waarde 'Zuilen' voor wijken bij medewerker",
                        WIJKEN),
                geplant("short code", "\"0344\"", "344", "code bij gemeente is '344'", "vier cijfers"),
                geplant(
                        "date that does not exist",
                        "tot: 2026-12-31, ver",
                        "tot: 2026-02-30, ver",
                        "tot bij contract is '2026-02-30'",
                        "een datum die bestaat"),
                geplant(
                        "date the other way round",
                        "tot: 2026-12-31 }",
                        "tot: 31-12-2026 }",
                        "tot bij contract is '31-12-2026'",
                        "een datum als jjjj-mm-dd"),
                geplant(
                        "extension before the end",
                        "verlengbaarTot: 2028",
                        "verlengbaarTot: 2025",
                        "verlengbaarTot bij contract is '2025-12-31'",
                        "een datum vanaf 2026-12-31"),
                geplant(
                        "no places",
                        "plaatsen: 12",
                        "plaatsen: 0",
                        "plaatsen bij mantelzorghuis is '0'",
                        "een geheel getal van 1 tot en met 500"),
                geplant("too many places", "plaatsen: 12", "plaatsen: 501", "'501'", "van 1 tot en met 500"),
                geplant("places in words", "plaatsen: 12", "plaatsen: twaalf", "'twaalf'", "een geheel getal"),
                geplant("text for a list", "[nl, tr, ar]", "turks", "talen bij mantelzorghuis is 'turks'", "een lijst"),
                geplant(
                        "list for a text",
                        "naam: Mantelzorghuis Zuidwest",
                        "naam: [Zuid, west]",
                        "naam bij mantelzorghuis is een lijst",
                        "een tekst op één regel"),
                geplant(
                        "yes for true",
                        "rolstoeltoegankelijk: true",
                        "rolstoeltoegankelijk: yes",
                        "onbekende waarde 'yes' voor rolstoeltoegankelijk",
                        "true, false"),
                geplant(
                        "two hosts of one name",
                        "Voorbeeld Gastheer 02",
                        "voorbeeld gastvrouw 01",
                        "naam 'voorbeeld gastvrouw 01' van gastheer bestaat al",
                        "een andere naam"),
                geplant(
                        "two houses of one name in an address",
                        "- naam: Mantelzorghuis Overvecht",
                        "- naam: Mantelzorghuis  Hoogravén",
                        "naam 'Mantelzorghuis  Hoogravén' van mantelzorghuis bestaat al",
                        "een andere naam"),
                geplant(
                        "other time zone",
                        "Europe/Amsterdam\n  talen",
                        "America/Aruba\n  talen",
                        "tijdzone 'America/Aruba' wordt niet ondersteund",
                        "Europe/Amsterdam"),
                geplant("empty value", "wijk: Zuid ", "wijk: ~ ", "wijk bij mantelzorghuis is leeg", "een van: West"),
                geplant("language by its name", "[nl, ar]", "[Nederlands]", "'Nederlands'", "een taalcode"),
                geplant(
                        "bad address",
                        "talen: [nl, ar] }",
                        "talen: [nl], email: a@ }",
                        "email bij gastheer",
                        "e-mailadres"),
                geplant(
                        "unknown rhythm",
                        "ritme: elke maand",
                        "ritme: soms",
                        "ritme bij lotgenotengroep",
                        "elke maand"),
                geplant(
                        "group with a begin only",
                        "ritme: elke maand }",
                        "ritme: elke maand, begin: \"10:00\" }",
                        "begin bij lotgenotengroep",
                        "begin en eind samen"),
                geplant(
                        "group twice",
                        "deelnemersPerGroep: 12",
                        "groepen: [{ nummer: 2 }, { nummer: 2 }]\n    deelnemersPerGroep: 12",
                        "groep 2 staat dubbel",
                        "elk nummer één keer"),
                geplant(
                        "holiday backwards",
                        "tot: 2026-10-25",
                        "tot: 2026-10-15",
                        "tot bij vakantie",
                        "een datum vanaf 2026-10-17"),
                geplant(
                        "unknown rule",
                        "[geen, soms]",
                        "[geen, vaak]",
                        "'vaak' voor nachtzorg",
                        "geen, soms, elke-nacht"),
                geplant("bed twice", "A2: [", "A1: [rolstoel, ", "sleutel 'A1' staat dubbel", "één keer"),
                geplant(
                        "longest stay shorter than the shortest",
                        "minimaal: 2, maximaal: 14",
                        "minimaal: 2, maximaal: 1",
                        "maximaal bij nachten is '1'",
                        "van 2 tot en met 365"),
                geplant(
                        "tag",
                        "plaatsen: 12",
                        "plaatsen: !!java.net.URL [x]",
                        "een YAML-type",
                        "een waarde zonder type"),
                new Geplant(
                        "alias",
                        "talen: [nl, ar]\n",
                        "talen: &t [nl, ar]\n    extra: *t\n",
                        "extra: *t",
                        "een verwijzing (*t)",
                        "de waarde zelf"),
                geplant(
                        "near one way only",
                        "    Overvecht: [Noordwest, Noordoost]",
                        "    Overvecht: [Noordwest, Noordoost, Oost]",
                        "'Overvecht' noemt 'Oost' als buurwijk, en andersom niet",
                        "Overvecht ook bij de buurwijken van Oost"),
                geplant(
                        "near itself",
                        "Vleuten-De Meern: [Leidsche Rijn]",
                        "Vleuten-De Meern: [Leidsche Rijn, Vleuten-De Meern]",
                        "'Vleuten-De Meern'",
                        "een andere wijk dan 'Vleuten-De Meern' zelf"),
                geplant(
                        "near what is no wijk",
                        "    Zuid: [Oost,",
                        "    Zuid: [Nieuwegein, Oost,",
                        "'Nieuwegein'",
                        WIJKEN),
                geplant("tab", "    plaatsen: 12", "\tplaatsen: 12", "een tab", "spaties"),
                geplant("second colon", "naam: Utrecht", "naam: Utrecht: stad", "een dubbele punt", "sleutel: waarde"),
                new Geplant(
                        "list that does not close",
                        "[nl, en, tr, ar]",
                        "[nl, en, tr, ar",
                        "mantelzorgers: 120000",
                        "geen geldige YAML",
                        "een komma, ']' of '}'"));
    }

    @ParameterizedTest
    @MethodSource("geplant")
    void a_planted_fault_is_named_with_its_line_and_what_was_expected(Geplant fout) {
        var tekst = vervang(TEKST, fout.van(), fout.door());

        var melding = weigering(tekst);

        assertThat(melding.lines())
                .as(melding)
                .anySatisfy(regel -> assertThat(regel)
                        .startsWith("utrecht.yaml regel %d: ".formatted(regel(tekst, fout.anker())))
                        .contains(fout.gevonden())
                        .containsSubsequence("; verwacht: ", fout.verwacht()));
    }

    @Test
    void a_fault_reads_as_one_sentence() {
        var tekst = vervang(TEKST, "maximaal: 14", "maximaal: veel");

        assertThat(weigering(tekst))
                .isEqualTo(
                        "utrecht.yaml regel %d: maximaal bij nachten is 'veel'; verwacht: een geheel getal van 2 tot en met 365"
                                .formatted(regel(tekst, "veel")));
    }

    @Test
    void all_faults_are_named_at_once_in_the_order_of_the_file() {
        var tekst = vervang(TEKST, "spoed: true", "spoed: ja");
        tekst = vervang(tekst, "dag: za", "dag: zat");
        tekst = vervang(tekst, "\"0344\"", "Utrecht");
        tekst = vervang(tekst, "elke maand }", "nooit }");

        assertThat(weigering(tekst).lines())
                .satisfiesExactly(
                        regel -> assertThat(regel).contains("code bij gemeente"),
                        regel -> assertThat(regel).contains("'zat'"),
                        regel -> assertThat(regel).contains("'nooit'"),
                        regel -> assertThat(regel).contains("'ja'"));
    }

    @Test
    void an_unknown_wijk_list_is_not_held_against_every_house() {
        var tekst = TEKST.replaceAll("(?s)  wijken:  .*?Meern\n", "  wijken: []\n");

        assertThat(weigering(tekst).lines())
                .singleElement()
                .asString()
                .contains("wijken bij gemeente is een lege lijst");
    }

    @Test
    void there_is_at_least_one_house_and_no_host_is_blamed_for_it() {
        var tekst = TEKST.replaceAll("(?s)\nmantelzorghuizen:.*?\ngastheren:", "\nmantelzorghuizen: []\ngastheren:");

        assertThat(weigering(tekst).lines())
                .singleElement()
                .asString()
                .contains("mantelzorghuizen bij het bestand is een lege lijst; verwacht: minstens één mantelzorghuis");
    }

    @Test
    void a_thousand_faults_do_not_fill_the_screen() {
        var tekst = TEKST + "x: 1\n".repeat(1_000);

        assertThat(weigering(tekst).lines()).hasSize(51).last().isEqualTo("en nog 950 fouten in utrecht.yaml");
    }

    @Test
    void what_is_no_gemeente_at_all_is_refused() {
        assertThat(weigering(""))
                .isEqualTo("utrecht.yaml regel 1: het bestand is leeg; verwacht: de gegevens van een gemeente");
        assertThat(weigering("- a\n- b\n"))
                .contains("regel 1: het bestand is een lijst; verwacht: een blok met gemeente");
        assertThat(weigering("hallo")).contains("regel 1: het bestand is 'hallo'");
        assertThat(weigering("[".repeat(100_000))).contains("te veel lagen in elkaar");
        assertThat(weigering("a: 1\n---\nb: 2\n")).contains("regel 2: een tweede document");
        assertThat(weigering("a: 1\nb: \u0007\n")).contains("regel 2: een teken dat niet te lezen is (U+0007)");
    }

    private static String weigering(String tekst) {
        var fout = catchThrowableOfType(StartFout.class, () -> GemeenteLezer.lees("utrecht.yaml", tekst));
        assertThat(fout).isNotNull();
        return fout.getMessage();
    }
}
