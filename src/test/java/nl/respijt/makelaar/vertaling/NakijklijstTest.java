package nl.respijt.makelaar.vertaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.Klant;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What the makelaar sees of texts that nobody read yet; on a service of its own, for it is one list for all. */
class NakijklijstTest {
    private static final String DEEL = "/makelaar/teksten?van=tr&deel=mijn";

    @Test
    void what_was_read_leaves_the_list_and_comes_back_when_it_changes() {
        try (var dienst = Proefdienst.start()) {
            var makelaar = new Klant(dienst).als("makelaar");
            var alle = Teksten.sleutels("mijn").size();
            var eerste = makelaar.haal(DEEL).tekst();

            assertThat(makelaar.haal("/makelaar/teksten").tekst())
                    .contains("Mijn afspraken", "%d van %d nog niet nagekeken".formatted(alle, alle))
                    .doesNotContain("Nederlands: ");
            assertThat(eerste)
                    .contains(
                            Teksten.in(Taal.NL).van("mijn.leeg"),
                            Teksten.in(Taal.TR).van("mijn.leeg"))
                    .contains("lang=\"tr\" dir=\"ltr\"");

            var een = stuur(makelaar, eerste, "mijn.leeg=" + vinkje(eerste, "mijn.leeg"));
            assertThat(een).contains("1 tekst is nagekeken.").doesNotContain("id=\"mijn.leeg\"");

            var verouderd = stuur(makelaar, eerste, "alles=" + stand(eerste));
            assertThat(verouderd).as("of another list").contains("Er is niets veranderd.");

            var rest = stuur(makelaar, een, "alles=" + stand(een));
            assertThat(rest).contains("Alles in dit deel is nagekeken.");

            dienst.bean(Jdbi.class)
                    .useHandle(handle -> handle.execute(
                            "update tekst_nagekeken set hash = sha256('anders') where sleutel = 'mijn.kop'"));
            assertThat(makelaar.haal(DEEL).tekst())
                    .as("read when it said something else")
                    .contains("id=\"mijn.kop\"")
                    .doesNotContain("id=\"mijn.leeg\"");
        }
    }

    @Test
    void a_text_with_a_number_is_shown_for_each_form_that_the_language_has() {
        var tekst = Vertaling.van(Taal.AR, "mijn.inleiding");

        assertThat(tekst.nederlands())
                .containsExactly("U hebt 1 afspraak die nog komt.", "U hebt 2 afspraken die nog komen.");
        assertThat(tekst.vertaald())
                .as("one, two, a few, many")
                .hasSizeBetween(4, 5)
                .noneMatch(woorden -> woorden.contains("choice"));
        assertThat(Vertaling.van(Taal.EN, "kader.uitloggen").vertaald()).isEqualTo(List.of("Sign out (…)"));
    }

    private static String stuur(Klant makelaar, String pagina, String velden) {
        var csrf = vind(pagina, "name=\"csrf\" value=\"([^\"]+)\"");
        var antwoord = makelaar.formulier(
                "/makelaar/teksten", "csrf=%s&van=tr&deel=mijn&%s".formatted(Klant.gecodeerd(csrf), velden));
        assertThat(antwoord.status()).isEqualTo(303);
        return makelaar.haal(antwoord.kop("Location").orElseThrow()).tekst();
    }

    private static String vinkje(String pagina, String sleutel) {
        return vind(pagina, "name=\"" + Pattern.quote(sleutel) + "\" value=\"([0-9a-f]{64})\"");
    }

    private static String stand(String pagina) {
        return vind(pagina, "name=\"alles\" value=\"([0-9a-f]{64})\"");
    }

    private static String vind(String pagina, String patroon) {
        var gevonden = Pattern.compile(patroon).matcher(pagina);
        assertThat(gevonden.find()).as(patroon).isTrue();
        return gevonden.group(1);
    }
}
