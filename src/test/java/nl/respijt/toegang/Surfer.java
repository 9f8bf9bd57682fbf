package nl.respijt.toegang;

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
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.respijt.database.Proefdienst;

/** Somebody's browser: it keeps cookies and sends the token that stood in the last form. */
final class Surfer {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Proefdienst dienst;
    private final Map<String, String> koeken = new TreeMap<>();
    private final String netwerk;
    private String csrf = "";

    Surfer(Proefdienst dienst) {
        this.dienst = dienst;
        var toeval = ThreadLocalRandom.current();
        netwerk = "198.%d.%d.%d".formatted(toeval.nextInt(256), toeval.nextInt(256), toeval.nextInt(256));
    }

    HttpResponse<String> haal(String pad) {
        return stuur("GET", pad, BodyPublishers.noBody());
    }

    HttpResponse<String> kop(String pad) {
        return stuur("HEAD", pad, BodyPublishers.noBody());
    }

    /** With the token of the last form. */
    HttpResponse<String> vul(String pad, String... namenEnWaarden) {
        return vulMet(csrf, pad, namenEnWaarden);
    }

    HttpResponse<String> vulMet(String token, String pad, String... namenEnWaarden) {
        var velden = new StringBuilder("csrf=" + token);
        for (var n = 0; n < namenEnWaarden.length; n += 2) {
            velden.append('&')
                    .append(namenEnWaarden[n])
                    .append('=')
                    .append(URLEncoder.encode(namenEnWaarden[n + 1], StandardCharsets.UTF_8));
        }
        return stuur("POST", pad, BodyPublishers.ofString(velden.toString()));
    }

    private HttpResponse<String> stuur(String methode, String pad, HttpRequest.BodyPublisher inhoud) {
        var verzoek = HttpRequest.newBuilder(URI.create(dienst.adres() + pad))
                .method(methode, inhoud)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", netwerk);
        if (!koeken.isEmpty()) {
            verzoek.header(
                    "Cookie",
                    koeken.entrySet().stream()
                            .map(koek -> koek.getKey() + "=" + koek.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var antwoord = HTTP.send(verzoek.build(), BodyHandlers.ofString());
            onthoud(antwoord);
            return antwoord;
        } catch (IOException e) {
            throw new AssertionError(methode + " " + pad, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private synchronized void onthoud(HttpResponse<String> antwoord) {
        for (var koek : antwoord.headers().allValues("Set-Cookie")) {
            var delen = koek.split(";", 2)[0].split("=", 2);
            if (delen[1].isEmpty()) {
                koeken.remove(delen[0]);
            } else {
                koeken.put(delen[0], delen[1]);
            }
        }
        var token = CSRF.matcher(antwoord.body());
        if (token.find()) {
            csrf = token.group(1);
        }
    }

    /** The same browser in another window. */
    Surfer metKoek(String naam, String waarde) {
        koeken.put(naam, waarde);
        return this;
    }

    String csrf() {
        return csrf;
    }

    String koek(String naam) {
        return koeken.getOrDefault(naam, "");
    }

    boolean isIngelogd() {
        return haal("/mijn").statusCode() == 200;
    }

    static String naar(HttpResponse<?> antwoord) {
        return antwoord.headers().firstValue("Location").orElse("");
    }
}
