package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
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

/** A carer asks for a series on pages: sees every day first, and has them with one button. */
@Timeout(120)
final class ReeksPaginasTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Klant klant = new Klant(dienst);
    private final Medewerker noor = thuis.medewerker(thuis.aanbieder());
    private final LocalDate eerste = werkdag();
    private final String adres = Proefwens.nieuwAdres();
    private final String sleutel = UUID.randomUUID().toString();

    @AfterEach
    void wat_bezet_is_is_geboekt() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void the_days_are_shown_first_and_then_asked_with_one_button() {
        var begin = publiceer(4);
        neem(2);
        assertThat(klant.haal("/momenten/" + begin.id().waarde()).tekst())
                .contains("Vraag dit bezoek", "Liever elke week of om de week?", "formaction=\"/reeksen/proef\"");

        var proef = klant.formulier("/reeksen/proef", formulier(begin, "wekelijks", 4));

        assertThat(proef.status()).isEqualTo(200);
        assertThat(proef.tekst())
                .contains("3 bezoeken kunnen. 1 dag slaan we over.", "Vraag deze 3 bezoeken", noor.voornaam() + " komt")
                .containsOnlyOnce("Er is niemand vrij");
        assertThat(bezet()).containsExactly(0, 0, 1, 0);

        var gemaakt = klant.formulier("/reeksen", formulier(begin, "wekelijks", 4));

        assertThat(gemaakt.status()).isEqualTo(303);
        assertThat(bezet()).containsExactly(1, 1, 1, 1);
        assertThat(klant.haal(gemaakt.kop("Location").orElseThrow()).tekst())
                .contains("We hebben uw vraag", "Uw bezoeken", "Op deze dagen komt er niemand", "Er is niemand vrij");
        assertThat(klant.haal(zonderVraag(gemaakt)).tekst())
                .contains("Deze afspraak hoort bij een reeks")
                .doesNotContain("Er is niemand vrij");
    }

    @Test
    void sending_it_twice_is_one_series_and_another_wish_with_the_same_form_is_asked_about() {
        var begin = publiceer(4);
        var wens = formulier(begin, "wekelijks", 3);

        var een = klant.formulier("/reeksen", wens);
        var twee = klant.formulier("/reeksen", wens);

        assertThat(twee.kop("Location")).isEqualTo(een.kop("Location"));
        assertThat(bezet()).containsExactly(1, 1, 1, 0);
        var anders = klant.formulier("/reeksen", formulier(begin, "wekelijks", 4));
        assertThat(anders.status()).isEqualTo(409);
        assertThat(anders.tekst()).contains("U hebt dit formulier al verstuurd.", "value=\"Kanariestraat 12\"");
        assertThat(bezet()).containsExactly(1, 1, 1, 0);
    }

    @Test
    void what_is_wrong_comes_back_on_the_booking_page_with_what_was_typed() {
        var begin = publiceer(2);

        var fout =
                klant.formulier("/reeksen/proef", formulier(begin, "", 2).replace("postcode=3582+AB", "postcode=35"));

        assertThat(fout.status()).isEqualTo(422);
        assertThat(fout.tekst())
                .contains(
                        "Kies hoe vaak",
                        "Vul een postcode in",
                        "value=\"Kanariestraat 12\"",
                        "<details class=\"r-uitklap\" open")
                .containsPattern("<option value=\"2\" selected>2 bezoeken");
        var terug = klant.formulier("/reeksen/anders", formulier(begin, "tweewekelijks", 2));
        assertThat(terug.status()).isEqualTo(200);
        assertThat(terug.tekst()).containsPattern("value=\"tweewekelijks\" checked");
    }

    @Test
    void who_chose_how_often_and_pressed_the_first_button_sees_the_days_too() {
        var begin = publiceer(2);

        var verder = klant.formulier("/boekingen", formulier(begin, "wekelijks", 2));

        assertThat(verder.status()).isEqualTo(307);
        assertThat(verder.kop("Location")).contains("/reeksen/proef");
        assertThat(bezet()).containsExactly(0, 0);
    }

    @Test
    void where_nothing_is_free_there_are_ways_on_and_nothing_is_typed_again() {
        var begin = publiceer(2);
        neem(0);
        neem(1);
        thuis.moment(noor, eerste.plusDays(1), "13:00", "15:00");

        var proef = klant.formulier("/reeksen/proef", formulier(begin, "wekelijks", 2));

        assertThat(proef.tekst())
                .contains("Op deze dagen kan er niemand", "tel:", "Begin op een ander moment", "/momenten?soort=thuis")
                .contains("name=\"adres\" value=\"Kanariestraat 12\"", "name=\"ritme\" value=\"wekelijks\"")
                .doesNotContain("action=\"/reeksen\"");
        var teLaat = klant.formulier("/reeksen", formulier(begin, "wekelijks", 2));
        assertThat(teLaat.status()).isEqualTo(409);
        assertThat(teLaat.tekst()).contains("Er is niets gevraagd.", "Op deze dagen kan er niemand");
    }

    @Test
    void the_makelaar_does_it_for_who_calls_and_reads_out_the_days() {
        var begin = publiceer(3);
        var wens = formulier(begin, "wekelijks", 3).replaceAll("email=[^&]*", "telefoon=" + Proefwens.nieuwNummer())
                + "&taal=nl";

        var gemaakt = klant.als("makelaar").formulier("/reeksen", wens);

        assertThat(klant.als("makelaar")
                        .haal(gemaakt.kop("Location").orElseThrow())
                        .tekst())
                .contains(
                        "De vraag ligt bij de aanbieder",
                        "Het zijn 3 bezoeken.",
                        "Als het kan, komt",
                        "U hoort uiterlijk")
                .doesNotContain("In het huis");
        assertThat(dienst.bean(MomentService.class)
                        .boekingenOp(begin.id())
                        .getFirst()
                        .geboektDoor())
                .isEqualTo("makelaar");
    }

    @Test
    void the_page_of_a_group_or_a_house_has_no_series() {
        var huis = Proefmoment.in(dienst).publiceer();

        assertThat(klant.haal("/momenten/" + huis.id().waarde()).tekst())
                .contains("Maak de afspraak")
                .doesNotContain("reeksen/proef");
        assertThat(klant.formulier("/reeksen", formulier(huis, "wekelijks", 2)).status())
                .isEqualTo(404);
    }

    /** Every week in the morning; the first of them. */
    private Moment publiceer(int weken) {
        return IntStream.range(0, weken)
                .mapToObj(week -> thuis.moment(noor, eerste.plusWeeks(week), "09:00", "11:00"))
                .toList()
                .getFirst()
                .orElseThrow();
    }

    private List<Integer> bezet() {
        return IntStream.range(0, 4)
                .mapToObj(week -> thuis.momenten(noor, eerste.plusWeeks(week)))
                .flatMap(List::stream)
                .map(Moment::bezet)
                .toList();
    }

    private void neem(int week) {
        klant.stuur(
                "/api/v1/boekingen",
                Proefwens.voor(thuis.momentVan(noor, eerste.plusWeeks(week)))
                        .thuis(Voor.VOLWASSENE, "Elders 1")
                        .json(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private String formulier(Moment moment, String ritme, int aantal) {
        return "momentId=%s&sleutel=%s&naam=Ans&email=%s&personen=1&thuis=ja&voor=volwassene&adres=Kanariestraat+12&postcode=3582+AB&wensen=&ritme=%s&aantal=%d"
                .formatted(moment.id().waarde(), sleutel, Klant.gecodeerd(adres), ritme, aantal);
    }

    private static String zonderVraag(Antwoord gemaakt) {
        return gemaakt.kop("Location").orElseThrow().replaceFirst("\\?.*", "");
    }

    /** Three weeks from now, with no holiday on it in the weeks after. */
    private LocalDate werkdag() {
        var feestdagen = dienst.bean(Feestdagen.class);
        return IntStream.range(21, 60)
                .mapToObj(dag -> thuis.vandaag().plusDays(dag))
                .filter(dag -> IntStream.range(0, 8).noneMatch(n -> feestdagen.isFeestdag(dag.plusWeeks(n))))
                .findFirst()
                .orElseThrow();
    }
}
