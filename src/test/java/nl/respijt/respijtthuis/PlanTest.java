package nl.respijt.respijtthuis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.agenda.TweedeLezer;
import nl.respijt.boeking.Aanvragen;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Week;
import nl.respijt.web.Klant;
import nl.respijt.web.Toeval;
import org.junit.jupiter.api.Test;

/** The week of a worker on a page, and their visits in a calendar program, which says far less. */
final class PlanTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Aanbieder hups = thuis.aanbieder();
    private final Medewerker noor = thuis.medewerker(hups);
    private final Klant provider = thuis.als(hups);

    @Test
    void a_week_says_where_they_go_what_is_free_and_when_they_are_away() {
        var ochtend = thuis.moment(noor);
        thuis.moment(noor, ochtend.datum(), "13:00", "15:00");
        boek(Proefwens.voor(ochtend).naam("Ans van Dijk").thuis(Voor.VOLWASSENE, "Kanariestraat 12"));
        var week = Week.van(ochtend.datum());
        var pad = "/medewerkers/" + noor.id() + "/plan?week=";
        dienst.bean(Afwezigheden.class)
                .legVast(
                        noor,
                        week.volgende().maandag(),
                        Optional.of(week.volgende().maandag().plusDays(2)),
                        "proef");

        assertThat(provider.haal(pad + week.naam()).tekst())
                .contains(
                        "Ans van Dijk",
                        "Kanariestraat 12, 3582 AB",
                        "De sleutel hangt bij de buren.",
                        "Gevraagd, nog niet bevestigd",
                        "13.00 tot 15.00 uur",
                        ">Vrij<")
                .doesNotContain(">Er niet<");
        assertThat(provider.haal(pad + week.volgende().naam()).tekst())
                .contains(">Er niet<")
                .doesNotContain("Kanariestraat");
        assertThat(provider.haal(pad + "onzin").status()).isEqualTo(200);
        assertThat(new Klant(dienst).als("makelaar").haal(pad + week.naam()).status())
                .isEqualTo(404);
        assertThat(thuis.als(thuis.aanbieder()).haal(pad + week.naam()).status())
                .isEqualTo(404);
    }

    @Test
    void what_is_beyond_the_contract_is_there_and_says_so() {
        var kort = thuis.aanbieder(thuis.vandaag().plusWeeks(1));
        var wie = thuis.medewerker(kort);
        var moment = thuis.moment(wie);

        assertThat(thuis.als(kort)
                        .haal("/medewerkers/%s/plan?week=%s"
                                .formatted(wie.id(), Week.van(moment.datum()).naam()))
                        .tekst())
                .contains("Onder voorbehoud", "tot het contract doorgaat");
    }

    @Test
    void a_calendar_program_reads_when_and_not_where_or_with_whom() {
        var agenda = agenda(noor);
        assertThat(lees(agenda)).isEmpty();
        var moment = thuis.moment(noor);

        var geboekt = boek(Proefwens.voor(moment).naam("Ans van Dijk").thuis(Voor.VOLWASSENE, "Kanariestraat 12"));
        assertThat(lees(agenda)).singleElement().satisfies(item -> {
            assertThat(tekst(item, "status")).isEqualTo("TENTATIVE");
            assertThat(tekst(item, "titel")).isEqualTo("Bezoek");
            assertThat(tekst(item, "plaats")).isEqualTo("Oost, Zuid");
            assertThat(item.get("begin").get("epoch").getLongValue())
                    .isEqualTo(moment.tijdvak().van().getEpochSecond());
        });
        assertThat(agenda.tekst()).contains("/bezoeken").doesNotContain(noor.naam());
        assertThat(Toeval.uit(agenda.tekst())).doesNotContain("Ans", "Dijk", "Kanarie", "3582", "Respijtzorg");
        var eerste = volgnummer(agenda);

        dienst.bean(Aanvragen.class).bevestig(geboekt, "proef");
        assertThat(tekst(lees(agenda).getFirst(), "status")).isEqualTo("CONFIRMED");
        var tweede = volgnummer(agenda);
        assertThat(tweede).isGreaterThan(eerste);

        dienst.bean(MomentService.class)
                .verplaats(moment.id(), Proefmoment.op(moment.datum(), "14:00", "17:00"), "proef");
        assertThat(lees(agenda))
                .singleElement()
                .satisfies(item -> assertThat(item.get("begin").get("epoch").getLongValue())
                        .isEqualTo(Proefmoment.op(moment.datum(), "14:00", "17:00")
                                .van()
                                .getEpochSecond()));
        var derde = volgnummer(agenda);
        assertThat(derde).isGreaterThan(tweede);

        dienst.bean(BoekingBeheer.class).annuleer(geboekt, "proef");
        assertThat(lees(agenda)).singleElement().satisfies(item -> {
            assertThat(tekst(item, "status")).isEqualTo("CANCELLED");
            assertThat(tekst(item, "titel")).isEqualTo("Vervallen: Bezoek");
        });
        var vierde = volgnummer(agenda);
        assertThat(vierde).isGreaterThan(derde);

        boek(Proefwens.voor(moment).thuis(Voor.VOLWASSENE, "Oudegracht 1"));
        assertThat(tekst(lees(agenda).getFirst(), "status")).isEqualTo("TENTATIVE");
        assertThat(volgnummer(agenda)).isGreaterThan(vierde);
    }

    @Test
    void a_visit_that_another_takes_leaves_the_one_calendar_and_comes_into_the_other() {
        var emre = thuis.medewerker(hups);
        var vanNoor = agenda(noor);
        var vanEmre = agenda(emre);
        var moment = thuis.moment(noor);
        thuis.moment(emre);
        boek(Proefwens.voor(moment).thuis(Voor.VOLWASSENE, "Kanariestraat 12"));
        assertThat(lees(vanEmre)).isEmpty();
        var eerst = volgnummer(vanNoor);

        dienst.bean(Afwezigheden.class).legVast(noor, moment.datum(), Optional.empty(), "proef");

        assertThat(tekst(lees(vanNoor).getFirst(), "status")).isEqualTo("CANCELLED");
        assertThat(volgnummer(vanNoor)).isGreaterThan(eerst);
        assertThat(tekst(lees(vanEmre).getFirst(), "status")).isEqualTo("TENTATIVE");
    }

    @Test
    void an_address_is_shown_once_and_opens_nothing_any_more_when_it_is_taken_away() {
        var pad = "/medewerkers/" + noor.id() + "/agenda";
        var csrf = "csrf=" + provider.haal(pad).tekst().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        var gemaakt = provider.formulier(pad, csrf).tekst();
        var adres = gemaakt.replaceAll("(?s).*id=\"adres\"[^>]*value=\"([^\"]+)\".*", "$1");
        assertThat(provider.haal(pad).tekst()).doesNotContain(adres).contains("Nog niet opgehaald");
        assertThat(haal(adres).status()).isEqualTo(200);

        var intrekking = gemaakt.replaceAll("(?s).*action=\"(/medewerkers/agenda/[^\"]+)\".*", "$1");
        assertThat(thuis.als(thuis.aanbieder()).formulier(intrekking, csrf).status())
                .isEqualTo(404);
        assertThat(provider.formulier(intrekking, csrf).kop("Location")).contains(pad + "?ingetrokken=ja");

        assertThat(haal(adres).status()).isEqualTo(404);
        assertThat(provider.stuur("/api/v1/agendasleutels", sleutel(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(thuis.als(thuis.aanbieder())
                        .stuur("/api/v1/agendasleutels", sleutel(noor.id()))
                        .status())
                .isEqualTo(404);
        assertThat(provider.stuur(
                                "/api/v1/agendasleutels", "{\"soort\": \"huis\", \"id\": \"%s\"}".formatted(noor.id()))
                        .status())
                .isEqualTo(404);
    }

    /** A calendar that somebody follows. */
    private Kalender agenda(Medewerker wie) {
        var gemaakt = provider.stuur("/api/v1/agendasleutels", sleutel(wie.id()));
        assertThat(gemaakt.status()).isEqualTo(201);
        return new Kalender(gemaakt.json().get("url").toString());
    }

    private static String sleutel(UUID wie) {
        return "{\"soort\": \"medewerker\", \"id\": \"%s\"}".formatted(wie);
    }

    private final class Kalender {
        private final String adres;

        private Kalender(String adres) {
            this.adres = adres;
        }

        private String tekst() {
            return haal(adres).tekst();
        }
    }

    private Klant.Antwoord haal(String adres) {
        return new Klant(dienst).haal(URI.create(adres).getPath());
    }

    private static List<JsonNode> lees(Kalender agenda) {
        var items =
                TweedeLezer.lees(List.of(agenda.tekst().getBytes(UTF_8))).get(0).get("items");
        return java.util.stream.IntStream.range(0, items.size())
                .mapToObj(items::get)
                .toList();
    }

    private static int volgnummer(Kalender agenda) {
        return lees(agenda).getFirst().get("sequence").getIntValue();
    }

    private static String tekst(JsonNode item, String veld) {
        return item.get(veld).getStringValue();
    }

    private BoekingId boek(Proefwens wens) {
        return ((BoekResultaat.Geboekt) dienst.bean(BoekingService.class).boek(wens.verzoek())).id();
    }
}
