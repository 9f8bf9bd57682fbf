package nl.respijt.makelaar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.respijt.database.Proefdienst;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import org.junit.jupiter.api.Test;

/** A form of the desk that is refused comes back with what was typed: somebody is waiting on the line. */
class GeweigerdFormulierTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Sessies sessies = dienst.bean(Sessies.class);
    private final String koek = sessies.open("makelaar", "Voorbeeld Makelaar", Rol.MAKELAAR, Optional.empty());

    @Test
    void a_closure_without_a_reason_keeps_its_dates_and_says_what_is_missing() throws Exception {
        var antwoord = verstuur(
                "/makelaar/huizen/sluitingen",
                Map.of("van", "2031-03-04", "tot", "2031-03-05", "dagdeel", "middag", "reden", ""));

        assertThat(antwoord.statusCode()).isEqualTo(422);
        assertThat(antwoord.body())
                .contains("<title>Fout:")
                .contains("value=\"2031-03-04\"")
                .contains("value=\"2031-03-05\"")
                .contains("<option value=\"middag\" selected>")
                .contains("href=\"#reden\"");
    }

    @Test
    void a_new_fixed_time_without_a_date_keeps_day_and_rhythm() throws Exception {
        var antwoord = verstuur(
                "/makelaar/huizen/patronen",
                Map.of("patroonDagdeel", "avond", "dag", "6", "elkeWeken", "2", "vanaf", "2031-02-30"));

        assertThat(antwoord.statusCode()).isEqualTo(422);
        assertThat(antwoord.body())
                .contains("<option value=\"6\" selected>")
                .contains("<option value=\"2\" selected>")
                .contains("value=\"2031-02-30\"");
    }

    private HttpResponse<String> verstuur(String pad, Map<String, String> velden) throws Exception {
        var csrf = sessies.find(koek).orElseThrow().csrf();
        var inhoud = velden.entrySet().stream()
                .map(veld -> veld.getKey() + "=" + URLEncoder.encode(veld.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "csrf=" + csrf + "&", ""));
        try (var klant = HttpClient.newHttpClient()) {
            return klant.send(
                    HttpRequest.newBuilder(URI.create(dienst.adres(pad).toString()))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Cookie", "respijt=" + koek)
                            .POST(BodyPublishers.ofString(inhoud))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
