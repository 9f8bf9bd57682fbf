package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gemeente gives each household three visits a year: never more, also when they are asked for at the same time. */
@Timeout(180)
final class TegoedTest {
    private static final int PER_JAAR = 3;

    private static Proefdienst dienst;
    private static Proefthuis thuis;
    private static Aanbieder hups;
    private static LocalDate februari;

    private final Klant klant = new Klant(dienst);
    private final Medewerker noor = thuis.medewerker(hups);
    private final String adres = Proefwens.nieuwAdres();

    @BeforeAll
    static void gemeente_met_een_tegoed(@TempDir Path map) throws IOException {
        var bestand = map.resolve("gemeente.yaml");
        try (var utrecht = TegoedTest.class.getResourceAsStream("/gemeente/utrecht.yaml")) {
            var tekst = new String(utrecht.readAllBytes(), StandardCharsets.UTF_8);
            var regel = "    eersteAanvraagBinnenWerkdagen: 2";
            assertThat(tekst).contains(regel);
            var contract = "contract: { tot: 2026-12-31, verlengbaarTot: 2028-12-31 }";
            assertThat(tekst).contains(contract);
            Files.writeString(
                    bestand,
                    tekst.replace(contract, "contract: { tot: 2099-12-31 }")
                            .replace(regel, "    tegoedDagdelenPerJaar: %d\n".formatted(PER_JAAR) + regel));
        }
        dienst = Proefdienst.start(Map.of("RESPIJT_GEMEENTE_BESTAND", bestand.toString()), Map.of());
        thuis = new Proefthuis(dienst);
        hups = dienst.bean(Aanbieders.class).alle().stream()
                .filter(een -> een.naam().equals("Hups"))
                .findFirst()
                .orElseThrow();
        februari = LocalDate.of(thuis.vandaag().getYear() + 1, 2, 1);
    }

    @AfterAll
    static void stop() {
        dienst.close();
    }

    @AfterEach
    void wat_bezet_is_is_geboekt() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void of_sixty_four_asked_at_once_by_a_known_household_exactly_what_is_left_is_given() throws Exception {
        zegAf(vraag(wens(moment(100))));

        assertThat(tegelijk(momenten(64))).filteredOn(status -> status == 201).hasSize(PER_JAAR);
    }

    @Test
    void of_sixty_four_asked_at_once_by_somebody_new_exactly_what_is_left_is_given() throws Exception {
        var uitkomsten = tegelijk(momenten(64));

        assertThat(uitkomsten).filteredOn(status -> status == 201).hasSize(PER_JAAR);
        assertThat(uitkomsten).filteredOn(status -> status == 409).hasSize(64 - PER_JAAR);
    }

    @Test
    void what_is_cancelled_or_declined_is_given_back_and_next_year_is_another_year() {
        var gehad = vraagt(PER_JAAR);
        assertThat(vraag(wens(moment(10))).probleem()).isEqualTo("tegoed-op");
        var volgendJaar = vraag(wens(moment(366 + 10)));
        assertThat(volgendJaar.status()).isEqualTo(201);
        zegAf(volgendJaar); // somebody whom we never saw keeps four at most

        zegAf(gehad.getFirst());
        assertThat(vraag(wens(moment(11))).status()).isEqualTo(201);
        assertThat(vraag(wens(moment(12))).probleem()).isEqualTo("tegoed-op");
        thuis.als(hups)
                .stuur(
                        "/api/v1/boekingen/%s/afwijzing"
                                .formatted(gehad.get(1).json().get("id")),
                        "{\"reden\": \"Noor is ziek.\"}");
        assertThat(vraag(wens(moment(13))).status()).isEqualTo(201);
    }

    @Test
    void the_same_phone_number_is_the_same_household() {
        var nummer = Proefwens.nieuwNummer();
        for (var dag = 0; dag < PER_JAAR; dag++) {
            assertThat(vraag(wens(moment(dag)).emailEnTelefoon(adres, nummer)).status())
                    .isEqualTo(201);
        }

        assertThat(vraag(wens(moment(20)).telefoon(nummer)).probleem()).isEqualTo("tegoed-op");
        assertThat(vraag(wens(moment(21)).emailEnTelefoon(Proefwens.nieuwAdres(), nummer))
                        .probleem())
                .isEqualTo("tegoed-op");
        assertThat(vraag(wens(moment(22)).email(Proefwens.nieuwAdres())).status())
                .isEqualTo(201);
    }

    @Test
    void a_visit_moves_within_the_year_but_not_into_a_year_that_is_used_up() {
        vraagt(PER_JAAR);
        var volgend = vraag(wens(moment(366)));
        var pad = pad(volgend);

        assertThat(klant.formulier(
                                pad + "/verzetten",
                                "momentId=" + moment(20).id().waarde())
                        .tekst())
                .contains("U hebt voor dat jaar alle dagdelen hulp thuis gevraagd of gehad.");
        assertThat(klant.formulier(
                                pad + "/verzetten",
                                "momentId=" + moment(380).id().waarde())
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_series_stops_where_the_tegoed_does_and_starts_again_in_the_new_year() {
        var begin = LocalDate.of(februari.getYear(), 12, 6);
        var momenten = IntStream.range(0, 6)
                .mapToObj(week -> thuis.moment(noor, begin.plusWeeks(week), "09:00", "11:00")
                        .orElseThrow())
                .toList();
        var wens = "{\"ritme\": \"wekelijks\", \"aantal\": 6, "
                + wens(momenten.getFirst()).json().substring(1);

        var proef = klant.stuur("/api/v1/reeksen?proef=true", wens);
        var gemaakt = klant.stuur(
                "/api/v1/reeksen", wens, "Idempotency-Key", UUID.randomUUID().toString());

        assertThat(gemaakt.lijst("niet"))
                .isEqualTo(proef.lijst("niet"))
                .containsExactly(Map.of("datum", begin.plusWeeks(3).toString(), "reden", "tegoed"));
        assertThat(gemaakt.lijst("boekingen")).hasSize(5);
    }

    @Test
    void a_series_of_who_has_had_all_is_not_made_and_only_then_it_is_told() {
        vraagt(PER_JAAR);
        var begin = moment(40);
        moment(47);
        var formulier =
                "momentId=%s&sleutel=%s&naam=Ans&email=%s&personen=1&thuis=ja&voor=volwassene&adres=Elders+1&postcode=3582+AB&wensen=&ritme=wekelijks&aantal=2"
                        .formatted(begin.id().waarde(), UUID.randomUUID(), Klant.gecodeerd(adres));

        assertThat(klant.formulier("/reeksen/proef", formulier).tekst())
                .contains("Alle 2 bezoeken kunnen.")
                .doesNotContain("Tegoed", "dagdelen");
        assertThat(klant.als("makelaar")
                        .formulier("/reeksen/proef", formulier + "&taal=nl")
                        .tekst())
                .contains("nog 0 van de 3 dagdelen", "Tegoed van dat jaar is op", "Op deze dagen kan er niemand");
        var nee = klant.formulier("/reeksen", formulier);
        assertThat(nee.status()).isEqualTo(409);
        assertThat(nee.tekst()).contains("U hebt voor dat jaar alle dagdelen");
    }

    @Test
    void what_is_left_is_shown_to_who_is_signed_in_and_to_who_holds_the_key_but_not_to_a_stranger() {
        var eerste = vraag(wens(moment(0)));
        var wie = dienst.bean(BoekingBeheer.class)
                .find(new BoekingId(UUID.fromString(eerste.json().get("id").toString())))
                .orElseThrow()
                .mantelzorger();
        var zelf = new Klant(dienst)
                .met(dienst.bean(Sessies.class)
                        .open("mantelzorger-proef", "Ans", Rol.MANTELZORGER, Optional.of(wie.waarde())));
        var pagina = "/momenten/" + moment(1).id().waarde();

        assertThat(zelf.haal(pagina).tekst()).contains("nog 2 van de 3 dagdelen");
        assertThat(klant.haal(pagina).tekst()).doesNotContain("dagdelen");
        assertThat(klant.haal(pad(eerste)).tekst()).contains("nog 2 van de 3 dagdelen");
    }

    private List<Antwoord> vraagt(int aantal) {
        var gehad = IntStream.range(0, aantal)
                .mapToObj(dag -> vraag(wens(moment(dag))))
                .toList();
        assertThat(gehad).allSatisfy(een -> assertThat(een.status()).isEqualTo(201));
        return gehad;
    }

    private List<Integer> tegelijk(List<Moment> momenten) throws Exception {
        var vragen = new ArrayList<Callable<Antwoord>>();
        momenten.forEach(moment -> vragen.add(() -> vraag(wens(moment))));
        try (var draden = Executors.newFixedThreadPool(64)) {
            var antwoorden = new ArrayList<Integer>();
            for (var toekomst : draden.invokeAll(vragen)) {
                antwoorden.add(toekomst.get().status());
            }
            return antwoorden;
        }
    }

    private List<Moment> momenten(int aantal) {
        return IntStream.range(0, aantal).mapToObj(this::moment).toList();
    }

    /** In the morning, so many days from the first of February of next year. */
    private Moment moment(int dag) {
        return thuis.moment(noor, februari.plusDays(dag), "09:00", "11:00").orElseThrow();
    }

    private Proefwens wens(Moment moment) {
        return Proefwens.voor(moment).email(adres).thuis(Voor.VOLWASSENE, "Proefstraat 1");
    }

    private Antwoord vraag(Proefwens wens) {
        return klant.stuur(
                "/api/v1/boekingen",
                wens.json(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private void zegAf(Antwoord gevraagd) {
        klant.stuur(
                "/api/v1/boekingen/%s/annulering".formatted(gevraagd.json().get("id")),
                "",
                "Authorization",
                "Bearer " + gevraagd.json().get("beheersleutel"));
    }

    private static String pad(Antwoord gevraagd) {
        return gevraagd.json().get("beheerUrl").toString().replaceFirst("^https?://[^/]+", "");
    }
}
