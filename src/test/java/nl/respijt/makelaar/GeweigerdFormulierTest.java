package nl.respijt.makelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.respijt.database.Proefdienst;
import nl.respijt.rooster.Dienst;
import nl.respijt.rooster.DienstVraag;
import nl.respijt.rooster.RoosterService;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.Test;

/** A form of the desk that is refused comes back with what was typed: somebody is waiting on the line. */
class GeweigerdFormulierTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant makelaar = new Klant(dienst).als("makelaar");
    private final String huizen = makelaar.haal("/makelaar/huizen").tekst();
    private final RoosterService rooster = dienst.bean(RoosterService.class);

    @Test
    void a_closure_without_a_reason_keeps_its_dates_and_says_what_is_missing() {
        var antwoord = verstuur(
                "/makelaar/huizen/sluitingen",
                Map.of("van", "2031-03-04", "tot", "2031-03-05", "dagdeel", "middag", "reden", ""));

        assertThat(antwoord.status()).isEqualTo(422);
        assertThat(antwoord.tekst())
                .contains("<title>Fout:")
                .contains("value=\"2031-03-04\"")
                .contains("value=\"2031-03-05\"")
                .contains("<option value=\"middag\" selected>");
        wijst(antwoord, "reden");
        assertThat(gewezen(antwoord)).isEqualTo(1);
    }

    @Test
    void a_closure_without_a_date_is_told_that_and_nothing_more() {
        var antwoord = verstuur("/makelaar/huizen/sluitingen", Map.of("tot", "2031-03-05", "reden", "Feest"));

        wijst(antwoord, "van");
        assertThat(gewezen(antwoord)).isEqualTo(1);
    }

    @Test
    void a_new_fixed_time_without_a_date_keeps_day_and_rhythm() {
        var antwoord = verstuur(
                "/makelaar/huizen/patronen",
                Map.of("patroonDagdeel", "avond", "dag", "6", "elkeWeken", "2", "vanaf", "2031-02-30"));

        assertThat(antwoord.status()).isEqualTo(422);
        assertThat(antwoord.tekst())
                .contains("<option value=\"6\" selected>")
                .contains("<option value=\"2\" selected>")
                .contains("value=\"2031-02-30\"");
        wijst(antwoord, "vanaf");
        wijst(antwoord, "patroonHuis");
        assertThat(gewezen(antwoord)).isEqualTo(2);
    }

    @Test
    void an_extra_opening_without_anything_names_each_field() {
        var antwoord = verstuur("/makelaar/huizen/extra", Map.of());

        wijst(antwoord, "extraHuis");
        wijst(antwoord, "datum");
        wijst(antwoord, "extraDagdeel");
        assertThat(gewezen(antwoord)).isEqualTo(3);
    }

    @Test
    void the_end_of_a_fixed_time_is_refused_where_it_stands_and_stays_open() {
        var patroon = eerste(huizen, "/makelaar/huizen/patronen/([0-9a-f-]+)/einde");

        var antwoord =
                verstuur("/makelaar/huizen/patronen/" + patroon + "/einde", Map.of("per", "2031-04-05", "reden", ""));

        assertThat(antwoord.status()).isEqualTo(422);
        wijst(antwoord, "reden-" + patroon);
        assertThat(antwoord.tekst()).containsPattern("id=\"per-%s\"[^>]*value=\"2031-04-05\"".formatted(patroon));
        assertThat(gewezen(antwoord)).isEqualTo(1);
        assertThat(Pattern.compile("<details[^>]* open")
                        .matcher(antwoord.tekst())
                        .results())
                .hasSize(1);
    }

    @Test
    void a_move_names_each_field_that_is_wrong_and_keeps_all() {
        var pad = "/makelaar/momenten/" + komende().moment().id().waarde() + "/verplaatsen";

        var leeg = verstuur(pad, Map.of("datum", "", "begin", "", "eind", "25:99"));
        assertThat(leeg.status()).isEqualTo(422);
        wijst(leeg, "datum");
        wijst(leeg, "begin");
        wijst(leeg, "eind");
        assertThat(leeg.tekst()).contains("value=\"25:99\"");

        var achterstevoren = verstuur(pad, Map.of("datum", "2031-04-07", "begin", "13:00", "eind", "12:00"));
        assertThat(achterstevoren.status()).isEqualTo(422);
        wijst(achterstevoren, "eind");
        assertThat(gewezen(achterstevoren)).isEqualTo(1);
    }

    @Test
    void nobody_chosen_is_told_at_the_choice() {
        var moment = komende().moment().id().waarde();

        var antwoord = verstuur("/makelaar/momenten/" + moment + "/gastheer", Map.of("gastheerId", ""));

        assertThat(antwoord.status()).isEqualTo(422);
        wijst(antwoord, "gastheerId");
    }

    @Test
    void who_cannot_take_over_is_told_at_that_dienst_and_stays_chosen() {
        var van = komende();
        var kanNiet = rooster.kandidaten(van.moment().id()).stream()
                .filter(kandidaat -> !kandidaat.kan())
                .findFirst()
                .orElseThrow();

        var antwoord = verstuur(
                "/makelaar/diensten/" + van.id().waarde() + "/overdracht",
                Map.of("gastheerId", kanNiet.gastheer().id().waarde().toString()));

        assertThat(antwoord.status()).isEqualTo(409);
        wijst(antwoord, "over-" + van.id().waarde());
        assertThat(antwoord.tekst()).containsPattern("<details[^>]* open");
    }

    /** The summary links to the field, and beside the field stands the same, for eyes and for screen readers. */
    private static void wijst(Antwoord antwoord, String veld) {
        var melding = eerste(antwoord.tekst(), "<a href=\"#%s\">([^<]+)</a>".formatted(veld));
        assertThat(antwoord.tekst())
                .contains("<div class=\"utrecht-form-field-error-message\" id=\"%s-fout\">%s</div>"
                        .formatted(veld, melding))
                .containsPattern("id=\"%s\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"[^\"]*%s-fout\""
                        .formatted(veld, veld));
    }

    private static long gewezen(Antwoord antwoord) {
        return Pattern.compile("utrecht-form-field--invalid")
                .matcher(antwoord.tekst())
                .results()
                .count();
    }

    private Dienst komende() {
        var nu = dienst.bean(Klok.class).instant();
        return rooster.diensten(DienstVraag.van(nu.plus(Duration.ofDays(1)), nu.plus(Duration.ofDays(28)))).stream()
                .filter(een -> een.isActief() && een.gastheer().email().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Antwoord verstuur(String pad, Map<String, String> velden) {
        var csrf = eerste(huizen, "name=\"csrf\" value=\"([^\"]+)\"");
        return makelaar.formulier(
                pad,
                velden.entrySet().stream()
                        .map(veld -> veld.getKey() + "=" + Klant.gecodeerd(veld.getValue()))
                        .collect(Collectors.joining("&", "csrf=" + Klant.gecodeerd(csrf) + "&", "")));
    }

    private static String eerste(String tekst, String patroon) {
        var gevonden = Pattern.compile(patroon).matcher(tekst);
        assertThat(gevonden.find()).as(patroon).isTrue();
        return gevonden.group(1);
    }
}
