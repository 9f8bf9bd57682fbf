package nl.respijt.toegang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.respijt.database.Proefdienst;

/** A browser of somebody who signs in elsewhere: keeps cookies, and goes on only when the test says so. */
public final class Medewerker {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final Proefdienst dienst;
    private final Map<String, String> koeken = new TreeMap<>();

    public Medewerker(Proefdienst dienst) {
        this.dienst = dienst;
    }

    public HttpResponse<String> haal(String pad) {
        return haal(URI.create(dienst.adres() + pad));
    }

    HttpResponse<String> haal(URI adres) {
        return verstuur(HttpRequest.newBuilder(adres).GET());
    }

    /** Sends a form of the page that is open at that path, with its token. */
    public HttpResponse<String> formulier(String pagina, String pad, Map<String, String> velden) {
        var csrf = haal(pagina).body().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
        var inhoud = velden.entrySet().stream()
                .map(veld -> veld.getKey() + "=" + URLEncoder.encode(veld.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "csrf=" + csrf + "&", ""));
        return verstuur(HttpRequest.newBuilder(URI.create(dienst.adres() + pad))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(inhoud)));
    }

    /** To the provider, which signs in without asking, and to where it sends the browser back: not yet opened. */
    URI naarProvider() {
        return verderNa(haal(beginBijOns()));
    }

    /** Where our page sends the browser. */
    URI beginBijOns() {
        var begin = haal("/inloggen/medewerker");
        assertThat(begin.statusCode()).isEqualTo(303);
        return verderNa(begin);
    }

    /** The whole way; what our page says at the end of it. */
    public HttpResponse<String> logIn() {
        return haal(naarProvider());
    }

    /** Is somebody who signed in some other way. */
    public void neemKoek(String sessie) {
        koeken.put("respijt", sessie);
    }

    boolean isIngelogd() {
        return koeken.containsKey("respijt");
    }

    Map<String, String> koeken() {
        return koeken;
    }

    static URI verderNa(HttpResponse<String> antwoord) {
        return URI.create(antwoord.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(antwoord + " " + antwoord.body())));
    }

    private HttpResponse<String> verstuur(HttpRequest.Builder verzoek) {
        if (!koeken.isEmpty()) {
            verzoek.header(
                    "Cookie",
                    koeken.entrySet().stream()
                            .map(koek -> koek.getKey() + "=" + koek.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var antwoord = HTTP.send(verzoek.build(), BodyHandlers.ofString());
            for (var koek : antwoord.headers().allValues("Set-Cookie")) {
                var paar = koek.substring(0, koek.indexOf(';')).split("=", 2);
                if (paar[1].isEmpty()) {
                    koeken.remove(paar[0]);
                } else {
                    koeken.put(paar[0], paar[1]);
                }
            }
            return antwoord;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
