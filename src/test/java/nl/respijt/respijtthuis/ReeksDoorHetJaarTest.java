package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Twelve visits, every other week, across both nights on which the clocks change: 31 October 2027 and 26 March 2028 lie 147
 * days apart, so a series that begins on 28 October has the first before the one and the last after the other.
 */
@Timeout(120)
final class ReeksDoorHetJaarTest {
    private static final LocalDate EERSTE = LocalDate.of(2027, 10, 28);
    private static final int AANTAL = 12;

    private static Proefdienst dienst;
    private static Proefthuis thuis;
    private static Klant klant;

    @BeforeAll
    static void een_dag_eerder() {
        dienst = Proefdienst.start();
        thuis = new Proefthuis(dienst);
        klant = new Klant(dienst);
        assertThat(klant.formulier("/demo/klok", "nu=" + Klant.gecodeerd("2027-10-27T12:00:00+02:00"))
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        Proefmoment.controleerBezetting(dienst);
        dienst.close();
    }

    @Test
    void the_clock_on_the_wall_is_the_same_for_all_of_them_and_the_worker_for_four_of_five() {
        var hups = thuis.aanbieder(LocalDate.of(2028, 12, 31));
        var noor = thuis.medewerker(hups);
        var joost = thuis.medewerker(hups);
        var begin = publiceer(noor);
        for (var nummer : List.of(3, 7)) {
            thuis.moment(joost, dag(nummer), "09:00", "12:00").orElseThrow();
            neem(thuis.momentVan(noor, dag(nummer)));
        }

        var reeks = vraag(begin);

        assertThat(reeks.lijst("niet")).isEmpty();
        assertThat(reeks.lijst("boekingen"))
                .hasSize(AANTAL)
                .extracting(een -> tijd(een, "begin").toString())
                .containsExactlyElementsOf(IntStream.range(0, AANTAL)
                        .mapToObj(
                                nummer -> dag(nummer) + "T09:00" + (nummer == 0 || nummer == 11 ? "+02:00" : "+01:00"))
                        .toList());
        assertThat(reeks.lijst("boekingen"))
                .allSatisfy(een -> assertThat(tijd(een, "eind"))
                        .isEqualTo(tijd(een, "begin").plusHours(3)));
        assertThat(reeks.lijst("boekingen"))
                .filteredOn(een -> een.get("medewerker").equals(noor.voornaam()))
                .hasSizeGreaterThanOrEqualTo(AANTAL * 4 / 5 + 1);
    }

    @Test
    void what_lies_beyond_the_contract_is_refused_and_what_came_to_lie_there_stays_and_is_told_to_the_makelaar() {
        var hups = thuis.aanbieder(LocalDate.of(2028, 2, 29));
        var begin = publiceer(thuis.medewerker(hups));

        var reeks = vraag(begin);

        assertThat(reeks.lijst("niet"))
                .containsExactlyElementsOf(IntStream.range(9, AANTAL)
                        .mapToObj(nummer ->
                                Map.<String, Object>of("datum", dag(nummer).toString(), "reden", "contract"))
                        .toList());
        assertThat(reeks.lijst("boekingen")).hasSize(9);
        assertThat(week()).doesNotContain(hups.naam() + ": 2 bezoeken");

        legVast(hups, LocalDate.of(2028, 1, 31));

        assertThat(reeks.lijst("boekingen"))
                .allSatisfy(een -> assertThat(klant.haal(
                                        "/api/v1/boekingen/" + een.get("id"),
                                        "Authorization",
                                        "Bearer " + een.get("beheersleutel"))
                                .json())
                        .containsEntry("status", "aangevraagd"));
        assertThat(week())
                .contains(
                        hups.naam() + ": 2 bezoeken staan na het einde van het contract (31 januari 2028).",
                        "/makelaar/aanbieders/" + hups.id());
        legVast(hups, LocalDate.of(2028, 12, 31));
        assertThat(week()).doesNotContain("na het einde van het contract");
    }

    private static LocalDate dag(int nummer) {
        return EERSTE.plusWeeks(2L * nummer);
    }

    private static Moment publiceer(Medewerker wie) {
        return IntStream.range(0, AANTAL)
                .mapToObj(nummer ->
                        thuis.moment(wie, dag(nummer), "09:00", "12:00").orElseThrow())
                .toList()
                .getFirst();
    }

    private static void neem(Moment moment) {
        klant.stuur(
                "/api/v1/boekingen",
                Proefwens.voor(moment).thuis(Voor.VOLWASSENE, "Elders 1").json(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static Antwoord vraag(Moment begin) {
        var boeking =
                Proefwens.voor(begin).thuis(Voor.VOLWASSENE, "Proefstraat 1").json();
        return klant.stuur(
                "/api/v1/reeksen",
                "{\"ritme\": \"tweewekelijks\", \"aantal\": %d, ".formatted(AANTAL) + boeking.substring(1),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private static void legVast(Aanbieder aanbieder, LocalDate tot) {
        dienst.bean(Contracten.class).legVast(aanbieder.id(), Contractdienst.THUIS, tot, "Brief", "makelaar");
    }

    private static String week() {
        return klant.als("makelaar").haal("/makelaar/week").tekst();
    }

    @SuppressWarnings("unchecked")
    private static OffsetDateTime tijd(Map<String, Object> boeking, String wat) {
        return OffsetDateTime.parse(
                ((Map<String, Object>) boeking.get("moment")).get(wat).toString());
    }
}
