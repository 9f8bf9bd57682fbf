package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every week or every other week somebody comes, asked for as one. */
@Timeout(120)
final class BezoekreeksenTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Klant klant = new Klant(dienst);
    private final LocalDate eerste = werkdag();

    @AfterEach
    void wat_bezet_is_is_geboekt() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void twelve_every_other_week_come_at_one_local_time_up_to_the_contract_by_the_same_worker_where_that_can_be() {
        var eind = eerste.plusWeeks(14); // the eighth visit is the last before it
        var hups = thuis.aanbieder(eind);
        var noor = thuis.medewerker(hups);
        var joost = thuis.medewerker(hups);
        var begin = publiceer(noor, eerste, 12);
        var vrij = eerste.plusWeeks(4);
        publiceer(joost, vrij, 1);
        neem(noor, vrij); // somebody else has Noor on the third day
        neem(noor, eerste.plusWeeks(8)); // and on the fifth, when nobody else comes

        var proef = vraag(begin, "tweewekelijks", 12, "?proef=true");
        var gemaakt = vraag(begin, "tweewekelijks", 12, "");

        assertThat(proef.status()).isEqualTo(200);
        assertThat(gemaakt.status()).isEqualTo(201);
        assertThat(data(gemaakt)).isEqualTo(data(proef)).containsExactlyElementsOf(dagen(0, 1, 2, 3, 5, 6, 7));
        assertThat(gemaakt.lijst("niet"))
                .isEqualTo(proef.lijst("niet"))
                .extracting(een -> een.get("datum") + " " + een.get("reden"))
                .containsExactlyElementsOf(List.of(
                        dag(4) + " bezet",
                        dag(8) + " contract",
                        dag(9) + " contract",
                        dag(10) + " contract",
                        dag(11) + " contract"));
        assertThat(gemaakt.lijst("boekingen"))
                .filteredOn(een -> een.get("medewerker").equals(noor.voornaam()))
                .hasSize(6);
        assertThat(gemaakt.lijst("boekingen")).allSatisfy(een -> {
            var tijd = OffsetDateTime.parse(moment(een).get("begin").toString());
            assertThat(tijd.toLocalTime()).isEqualTo(LocalTime.of(9, 0)); // its offset is that of its day
            assertThat(een).containsEntry("status", "aangevraagd");
        });
    }

    @Test
    void the_same_key_is_the_same_series_and_other_content_is_refused() {
        var begin = publiceer(thuis.medewerker(thuis.aanbieder()), eerste, 4);
        var sleutel = UUID.randomUUID().toString();
        var wens = wens(begin, "wekelijks", 4);

        var een = stuur(wens, sleutel);
        var nogEens = stuur(wens, sleutel);

        assertThat(een.status()).isEqualTo(201);
        assertThat(nogEens.json()).isEqualTo(een.json());
        assertThat(stuur(wens.replace("\"aantal\": 4", "\"aantal\": 3"), sleutel)
                        .status())
                .isEqualTo(422);
        assertThat(klant.stuur("/api/v1/reeksen", wens).probleem()).isEqualTo("geen-sleutel");
    }

    @Test
    void a_yes_to_one_is_a_yes_to_all_and_told_once() {
        var hups = thuis.aanbieder();
        var adres = Proefwens.nieuwAdres();
        var gemaakt = stuur(
                wens(publiceer(thuis.medewerker(hups), eerste, 3), "wekelijks", 3, adres),
                UUID.randomUUID().toString());

        thuis.als(hups)
                .stuur(
                        "/api/v1/boekingen/%s/bevestiging"
                                .formatted(gemaakt.lijst("boekingen").get(1).get("id")),
                        "");

        assertThat(gemaakt.lijst("boekingen"))
                .hasSize(3)
                .allSatisfy(een -> assertThat(klant.haal(
                                        "/api/v1/boekingen/" + een.get("id"),
                                        "Authorization",
                                        "Bearer " + een.get("beheersleutel"))
                                .json())
                        .containsEntry("status", "bevestigd"));
        assertThat(post(adres))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.toString())
                        .contains("Bij u thuis")
                        .doesNotContain("Proefstraat", "Respijtzorg"));
    }

    @Test
    void what_nobody_can_give_is_said_and_not_made() {
        var begin = publiceer(thuis.medewerker(thuis.aanbieder()), eerste, 1);
        assertThat(vraag(begin, "wekelijks", 1, "").status()).isEqualTo(201);

        var weer = vraag(begin, "wekelijks", 1, "");

        assertThat(weer.probleem()).isEqualTo("reeks-niets-vrij");
        assertThat(weer.lijst("niet")).extracting("reden").containsExactly("bezet");
        assertThat(vraag(Proefmoment.in(dienst).publiceer(), "wekelijks", 2, "").probleem())
                .isEqualTo("moment-onbekend");
        assertThat(klant.stuur("/api/v1/reeksen", "{}", "Idempotency-Key", "x").velden())
                .contains("ritme", "aantal", "momentId", "naam");
    }

    @Test
    void of_a_contact_that_nobody_proved_there_is_one_series() {
        var hups = thuis.aanbieder();
        var adres = Proefwens.nieuwAdres();
        var een = wens(publiceer(thuis.medewerker(hups), eerste, 2), "wekelijks", 2, adres);
        var twee = wens(publiceer(thuis.medewerker(hups), eerste.plusDays(1), 2), "wekelijks", 2, adres);

        assertThat(stuur(een, UUID.randomUUID().toString()).status()).isEqualTo(201);
        assertThat(stuur(twee, UUID.randomUUID().toString()).probleem()).isEqualTo("te-veel-afspraken");
    }

    /** Every week from that day in the morning; the first of them. */
    private Moment publiceer(Medewerker wie, LocalDate vanaf, int tweeweken) {
        var momenten = IntStream.range(0, tweeweken * 2)
                .mapToObj(week -> thuis.moment(wie, vanaf.plusWeeks(week), "09:00", "11:00"))
                .toList();
        return momenten.getFirst().orElseThrow();
    }

    private void neem(Medewerker wie, LocalDate dag) {
        klant.stuur(
                "/api/v1/boekingen",
                Proefwens.voor(thuis.momentVan(wie, dag))
                        .thuis(Voor.VOLWASSENE, "Elders 1")
                        .json(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private Antwoord vraag(Moment begin, String ritme, int aantal, String vraag) {
        return klant.stuur(
                "/api/v1/reeksen" + vraag,
                wens(begin, ritme, aantal),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private Antwoord stuur(String wens, String sleutel) {
        return klant.stuur("/api/v1/reeksen", wens, "Idempotency-Key", sleutel);
    }

    private static String wens(Moment begin, String ritme, int aantal) {
        return wens(begin, ritme, aantal, Proefwens.nieuwAdres());
    }

    private static String wens(Moment begin, String ritme, int aantal, String adres) {
        var boeking = Proefwens.voor(begin)
                .email(adres)
                .thuis(Voor.VOLWASSENE, "Proefstraat 1")
                .json();
        return "{\"ritme\": \"%s\", \"aantal\": %d, ".formatted(ritme, aantal) + boeking.substring(1);
    }

    /** Three weeks from now, with no holiday on it in half a year of every other week. */
    private LocalDate werkdag() {
        var feestdagen = dienst.bean(Feestdagen.class);
        return IntStream.range(21, 60)
                .mapToObj(dag -> thuis.vandaag().plusDays(dag))
                .filter(dag -> IntStream.range(0, 12).noneMatch(n -> feestdagen.isFeestdag(dag.plusWeeks(2L * n))))
                .findFirst()
                .orElseThrow();
    }

    private String dag(int nummer) {
        return eerste.plusWeeks(2L * nummer).toString();
    }

    private List<String> dagen(Integer... nummers) {
        return Set.of(nummers).stream().sorted().map(this::dag).toList();
    }

    private static List<String> data(Antwoord reeks) {
        return reeks.lijst("boekingen").stream()
                .map(een -> moment(een).get("datum").toString())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> moment(Map<String, Object> boeking) {
        return (Map<String, Object>) boeking.get("moment");
    }

    /** All that has arrived by now. */
    private List<DemoMail> post(String adres) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }
}
