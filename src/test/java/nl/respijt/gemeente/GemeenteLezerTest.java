package nl.respijt.gemeente;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import nl.respijt.gemeente.Gastheren.GastheerGegevens;
import nl.respijt.gemeente.Groep.Ritme;
import nl.respijt.gemeente.Groep.Ritme.Eenheid;
import nl.respijt.gemeente.Groep.Status;
import nl.respijt.gemeente.Huis.Opening;
import nl.respijt.gemeente.KortdurendVerblijf.Aanbieder;
import nl.respijt.gemeente.KortdurendVerblijf.Bed;
import nl.respijt.gemeente.KortdurendVerblijf.Bereik;
import nl.respijt.gemeente.KortdurendVerblijf.Nachten;
import nl.respijt.gemeente.RespijtzorgThuis.Werktijd;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Dagdelen.Uren;
import org.junit.jupiter.api.Test;

class GemeenteLezerTest {
    private static final String TEKST = GemeenteBestand.tekst();
    private static final Gemeente UTRECHT = lees(TEKST);

    private static Gemeente lees(String tekst) {
        return GemeenteLezer.lees("utrecht.yaml", tekst);
    }

    @Test
    void utrecht_has_ten_wijken_and_a_code_that_keeps_its_zero() {
        assertThat(UTRECHT.naam()).isEqualTo("Utrecht");
        assertThat(UTRECHT.code()).isEqualTo("0344");
        assertThat(UTRECHT.talen()).containsExactly("nl", "en", "tr", "ar");
        assertThat(UTRECHT.wijken()).hasSize(10).startsWith("West").endsWith("Vleuten-De Meern");
        assertThat(UTRECHT.kerncijfers().mantelzorgers()).hasValue(120_000);
        assertThat(UTRECHT.kerncijfers().aandeelZwaarBelast()).hasValue(0.26);
        assertThat(UTRECHT.normen()).isEqualTo(new Gemeente.Normen(4, 2, 21, 1, 1, 5));
    }

    @Test
    void near_is_near_both_ways_and_a_file_may_leave_it_out() {
        assertThat(UTRECHT.buren("Leidsche Rijn")).containsExactly("West", "Zuidwest", "Vleuten-De Meern");
        assertThat(UTRECHT.wijken())
                .allSatisfy(wijk -> assertThat(UTRECHT.buren(wijk))
                        .isNotEmpty()
                        .allSatisfy(buur -> assertThat(UTRECHT.buren(buur)).contains(wijk)));

        var zonder = lees(TEKST.replaceAll("(?m)^  buurwijken:.*\n(    .*\n)+", ""));

        assertThat(zonder.buurwijken()).isEmpty();
        assertThat(zonder.buren("West")).isEmpty();
    }

    @Test
    void dagdelen_have_the_hours_of_the_file() {
        assertThat(UTRECHT.dagdelen().van(Dagdeel.AVOND))
                .isEqualTo(new Uren(LocalTime.of(19, 0), LocalTime.of(21, 30)));
    }

    @Test
    void the_four_houses_open_as_the_file_says() {
        assertThat(UTRECHT.huizen())
                .extracting(Huis::slug, Huis::wijk, Huis::voorbeeld, Huis::plaatsen)
                .containsExactly(
                        tuple("mantelzorghuis-hoograven", "Zuid", false, 12),
                        tuple("mantelzorghuis-overvecht", "Overvecht", true, 16),
                        tuple("mantelzorghuis-zuidwest", "Zuidwest", true, 14),
                        tuple("mantelzorghuis-leidsche-rijn", "Leidsche Rijn", true, 10));
        assertThat(UTRECHT.huizen().getFirst().open())
                .containsExactly(
                        new Opening(2, Dagdeel.OCHTEND, 1),
                        new Opening(4, Dagdeel.MIDDAG, 1),
                        new Opening(3, Dagdeel.AVOND, 2));
        assertThat(UTRECHT.huizen())
                .allSatisfy(huis -> assertThat(huis.adres())
                        .hasValueSatisfying(adres -> assertThat(adres).startsWith("Voorbeeld")));
    }

    @Test
    void a_house_needs_no_adres_and_no_halte() {
        var zonder = lees(TEKST.replaceAll("(?m)^    (adres|halte): .*\n", ""));

        assertThat(zonder.huizen()).hasSize(4).allSatisfy(huis -> {
            assertThat(huis.adres()).isEmpty();
            assertThat(huis.halte()).isEmpty();
        });
    }

    @Test
    void ten_hosts_stand_in_existing_houses() {
        assertThat(UTRECHT.gastheren().aantalPerDagdeel()).isEqualTo(1);
        assertThat(UTRECHT.gastheren().lijst())
                .hasSize(10)
                .allSatisfy(gastheer -> assertThat(gastheer.email()).isEmpty());
        assertThat(UTRECHT.gastheren().lijst().get(2))
                .isEqualTo(new GastheerGegevens(
                        "Voorbeeld Gastvrouw 03",
                        List.of("Mantelzorghuis Hoograven", "Mantelzorghuis Zuidwest"),
                        true,
                        4,
                        List.of("nl", "tr"),
                        Optional.empty()));
    }

    @Test
    void a_host_may_have_an_email_address() {
        var gemeente = lees(GemeenteBestand.vervang(TEKST, "talen: [nl, ar] }", "talen: [nl, ar], email: a@b.nl }"));

        assertThat(gemeente.gastheren().lijst().getFirst().email()).hasValue("a@b.nl");
    }

    @Test
    void twenty_one_groups_of_amwaht_come_before_the_two_others() {
        var groepen = UTRECHT.lotgenotengroepen();

        assertThat(groepen).hasSize(23);
        assertThat(groepen.subList(0, 11)).extracting(Groep::status).containsOnly(Status.LOOPT);
        assertThat(groepen.subList(11, 21)).extracting(Groep::status).containsOnly(Status.DOORSTART);
        assertThat(groepen).extracting(Groep::naam).startsWith("AMWAHT 01", "AMWAHT 02");
        assertThat(groepen)
                .extracting(Groep::naam)
                .endsWith("AMWAHT 20", "AMWAHT 21", "Lotgenoten NAH", "Jonge mantelzorgers");
        assertThat(groepen.get(0).ritme()).isEqualTo(new Ritme(2, Eenheid.WEEK));
        assertThat(groepen.get(21).ritme()).isEqualTo(new Ritme(1, Eenheid.MAAND));
    }

    @Test
    void for_whom_a_group_is_shows_in_its_words_unless_the_file_says_it() {
        assertThat(UTRECHT.lotgenotengroepen().subList(20, 23))
                .extracting(Groep::soort)
                .containsExactly(Groep.Soort.AMWAHT, Groep.Soort.NAH, Groep.Soort.JONG);

        var gezegd = lees(GemeenteBestand.vervang(TEKST, "ritme: elke maand }", "ritme: elke maand, soort: overig }"));

        assertThat(gezegd.lotgenotengroepen().get(21).soort()).isEqualTo(Groep.Soort.OVERIG);
    }

    @Test
    void a_group_may_say_more_than_it_has_to() {
        assertThat(UTRECHT.lotgenotengroepen()).extracting(Groep::keuzes).containsOnly(Groep.Keuzes.GEEN);

        var gemeente = lees(GemeenteBestand.vervang(
                GemeenteBestand.vervang(
                        TEKST,
                        "ritme: elke maand }",
                        "ritme: elke maand, dag: do, begin: \"19:30\", eind: \"21:00\", talen: [nl, en], wijk: Oost, "
                                + "plaats: De Zaal, coordinator: Wim, open: false }"),
                "    ritme: elke 2 weken              # bron: voorbeeld\n",
                "    ritme: elke 2 weken\n    groepen:\n"
                        + "      - { nummer: 3, dagdeel: avond, alleenVrouwen: true, kennismaking: true }\n"));

        var nah = gemeente.lotgenotengroepen().get(21).keuzes();
        assertThat(nah.isoDag()).hasValue(4);
        assertThat(nah.uren()).hasValue(new Uren(LocalTime.of(19, 30), LocalTime.of(21, 0)));
        assertThat(nah.talen()).containsExactly("nl", "en");
        assertThat(nah.wijk()).hasValue("Oost");
        assertThat(nah.plaats()).hasValue("De Zaal");
        assertThat(nah.coordinator()).hasValue("Wim");
        assertThat(nah.open()).hasValue(false);
        var derde = gemeente.lotgenotengroepen().get(2).keuzes();
        assertThat(derde.dagdeel()).hasValue(Dagdeel.AVOND);
        assertThat(derde.alleenVrouwen()).hasValue(true);
        assertThat(gemeente.lotgenotengroepen().get(3).keuzes()).isEqualTo(Groep.Keuzes.GEEN);
    }

    @Test
    void schools_of_region_midden_are_closed_in_autumn_up_to_and_including_the_last_day() {
        var vakanties = UTRECHT.schoolvakanties();

        assertThat(vakanties.regio()).isEqualTo("Midden");
        assertThat(vakanties.op(LocalDate.of(2026, 10, 16))).isEmpty();
        assertThat(vakanties.op(LocalDate.of(2026, 10, 25)))
                .hasValueSatisfying(herfst -> assertThat(herfst.naam()).isEqualTo("Herfstvakantie"));
        assertThat(vakanties.op(LocalDate.of(2026, 10, 26))).isEmpty();
    }

    @Test
    void a_file_need_not_know_the_school_holidays() {
        var zonder = lees(TEKST.replaceAll("(?ms)^schoolvakanties:.*?(?=^lotgenotengroepen:)", ""));

        assertThat(zonder.schoolvakanties()).isEqualTo(Schoolvakanties.GEEN);
    }

    @Test
    void home_care_comes_to_every_wijk_until_its_contract_ends() {
        var hups = UTRECHT.respijtzorgThuis().getFirst();

        assertThat(UTRECHT.respijtzorgThuis()).hasSize(1);
        assertThat(hups.aanbieder()).isEqualTo("Hups");
        assertThat(hups.wijken()).isEqualTo(UTRECHT.wijken());
        assertThat(hups.duurUren()).containsExactly(2, 3, 4);
        assertThat(hups.contract())
                .isEqualTo(new Contract(LocalDate.of(2026, 12, 31), Optional.of(LocalDate.of(2028, 12, 31))));
        assertThat(hups.medewerkers()).hasSize(4);
        assertThat(hups.medewerkers().getLast().vaardigheden())
                .containsExactly(Vaardigheid.OPSTAAN, Vaardigheid.ETEN, Vaardigheid.VERGETEN);
        assertThat(hups.medewerkers().getFirst().werkt())
                .containsExactly(
                        new Werktijd(1, Dagdeel.OCHTEND),
                        new Werktijd(1, Dagdeel.MIDDAG),
                        new Werktijd(3, Dagdeel.OCHTEND),
                        new Werktijd(5, Dagdeel.MIDDAG));
    }

    @Test
    void five_providers_offer_beds_by_their_own_rules() {
        var verblijf = UTRECHT.kortdurendVerblijf();

        assertThat(verblijf.contract()).isEqualTo(new Contract(LocalDate.of(2026, 12, 31), Optional.empty()));
        assertThat(verblijf.aanbieders())
                .extracting(aanbieder -> aanbieder.bedden().size())
                .containsExactly(6, 4, 8, 3, 5);
        assertThat(verblijf.aanbieders()).extracting(Aanbieder::spoed).containsExactly(false, true, false, true, false);
        assertThat(verblijf.aanbieders().get(1).bedden()).startsWith(new Bed("B1", List.of("rolstoel", "tillift")));
        assertThat(verblijf.aanbieders().get(2).aankomstdagen()).containsExactly(5);
        assertThat(verblijf.aanbieders().get(2).nachten()).isEqualTo(new Nachten(2, 3));
        assertThat(verblijf.aanbieders().get(2).dementie()).containsExactly("nee");
    }

    @Test
    void a_house_that_says_no_times_has_the_usual_ones() {
        var zonder = TEKST.replaceAll(
                "(?m)^      (adres: Voorbeeld.*|telefoon:.*|aankomstVanaf:.*|aankomstTot:.*|vertrekVoor:.*)\n", "");
        var laat = GemeenteBestand.vervang(
                zonder, "      bedden: { A1", "      aankomstVanaf: \"19:00\"\n      bedden: { A1");

        assertThat(lees(zonder).kortdurendVerblijf().aanbieders())
                .extracting(Aanbieder::bereik)
                .containsOnly(new Bereik(
                        Optional.empty(),
                        Optional.empty(),
                        LocalTime.of(14, 0),
                        LocalTime.of(17, 0),
                        LocalTime.of(11, 0)));
        assertThat(lees(laat)
                        .kortdurendVerblijf()
                        .aanbieders()
                        .getFirst()
                        .bereik()
                        .aankomstTot())
                .isEqualTo(LocalTime.of(23, 0));
        assertThat(UTRECHT.kortdurendVerblijf().aanbieders().get(1).bereik().vertrekVoor())
                .isEqualTo(LocalTime.of(12, 0));
    }

    @Test
    void a_house_may_open_less_than_the_norm() {
        var gemeente = lees(GemeenteBestand.vervang(TEKST, "      - { dag: vr, dagdeel: ochtend }\n", ""));

        assertThat(gemeente.huizen().get(1).open()).hasSize(1);
    }

    @Test
    void every_week_may_be_written_in_three_ways() {
        var gemeente = lees(TEKST.replace("dag: ma, dagdeel: middag", "dag: ma, dagdeel: middag, elke: week")
                .replace("dag: vr, dagdeel: ochtend", "dag: vr, dagdeel: ochtend, elke: 1 week"));

        assertThat(gemeente.huizen().get(1).open())
                .containsExactly(new Opening(1, Dagdeel.MIDDAG, 1), new Opening(5, Dagdeel.OCHTEND, 1));
    }

    @Test
    void the_figures_may_be_left_out() {
        var gemeente = lees(TEKST.replaceAll("(?m)^  (mantelzorgers|aandeel\\w+): .*\n", ""));

        assertThat(gemeente.kerncijfers())
                .isEqualTo(
                        new Gemeente.Kerncijfers(OptionalInt.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
    }

    @Test
    void scalars_count_by_their_text_and_not_by_what_yaml_makes_of_them() {
        var gemeente = lees(TEKST.replace("\"0344\"", "0344")
                .replace("\"12:30\"", "12:30")
                .replace("plaatsen: 12", "plaatsen: 020"));

        assertThat(gemeente.code()).isEqualTo("0344");
        assertThat(gemeente.dagdelen().van(Dagdeel.OCHTEND).eind()).isEqualTo(LocalTime.of(12, 30));
        assertThat(gemeente.huizen().getFirst().plaatsen()).isEqualTo(20);
    }

    @Test
    void a_dagdeel_may_last_four_hours_to_the_minute() {
        var uren = lees(TEKST.replace("\"12:30\"", "\"13:00\"")).dagdelen().van(Dagdeel.OCHTEND);

        assertThat(Duration.between(uren.begin(), uren.eind())).isEqualTo(Duration.ofHours(4));
    }
}
