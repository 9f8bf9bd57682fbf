package nl.respijt.wedloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A caller of the API from outside: books, and looks at what was booked. */
final class Boeker implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI adres;

    Boeker(URI adres) {
        this.adres = adres;
    }

    /** Somebody new who wants a place; the key is part of the wish. */
    record Wens(String sleutel, UUID moment, String email) {
        static Wens van(String wie, UUID moment) {
            return new Wens(
                    wie + "-" + UUID.randomUUID(), moment, wie + "-" + UUID.randomUUID() + "@voorbeeld.example");
        }
    }

    HttpResponse<String> boek(Wens wens) throws IOException, InterruptedException {
        return stuur(wens, "/api/v1/boekingen");
    }

    /** In line for the moment. */
    HttpResponse<String> wacht(Wens wens) throws IOException, InterruptedException {
        return stuur(wens, "/api/v1/momenten/%s/wachtlijst".formatted(wens.moment()));
    }

    /** Does something with what an earlier answer was about, with the key that was in it; the status that came back. */
    int post(String pad, String antwoord) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(adres.resolve(pad.formatted(tekst(antwoord, "id"))))
                                .header("Authorization", "Bearer " + tekst(antwoord, "beheersleutel"))
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> stuur(Wens wens, String pad) throws IOException, InterruptedException {
        var inhoud = """
                {"momentId":"%s","naam":"Zwaantje Loopgraag","email":"%s"}""".formatted(wens.moment(), wens.email());
        return http.send(
                HttpRequest.newBuilder(adres.resolve(pad))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", wens.sleutel())
                        .POST(BodyPublishers.ofString(inhoud))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends JSON; {@code koppen} as in {@link #haal}. */
    HttpResponse<String> stuurJson(String pad, String json, String... koppen) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(adres.resolve(pad))
                        .headers(koppen)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The booking of an earlier answer, read with the key that was in it. */
    HttpResponse<String> bekijk(String antwoord) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(adres.resolve("/api/v1/boekingen/" + tekst(antwoord, "id")))
                        .header("Authorization", "Bearer " + tekst(antwoord, "beheersleutel"))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> haal(String pad, String... koppen) throws IOException, InterruptedException {
        var verzoek = HttpRequest.newBuilder(adres.resolve(pad));
        if (koppen.length > 0) {
            verzoek.headers(koppen);
        }
        return http.send(verzoek.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> formulier(String pad, String inhoud) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(adres.resolve(pad))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(inhoud))
                        .build(),
                BodyHandlers.ofString());
    }

    static JsonNode json(String tekst) throws IOException {
        return JsonMapper.createDefault().readValue(tekst, JsonNode.class);
    }

    static String tekst(String json, String veld) throws IOException {
        var waarde = json(json).get(veld);
        assertThat(waarde).as("%s in %s", veld, json).isNotNull();
        return waarde.getStringValue();
    }

    static List<JsonNode> lijst(String json, String veld) throws IOException {
        var waarde = json(json).get(veld);
        assertThat(waarde).as("%s in %s", veld, json).isNotNull();
        return StreamSupport.stream(waarde.values().spliterator(), false).toList();
    }

    static int getal(JsonNode object, String veld) {
        var waarde = object.get(veld);
        assertThat(waarde).as(veld).isNotNull();
        return waarde.getIntValue();
    }

    @Override
    public void close() {
        http.close();
    }
}
