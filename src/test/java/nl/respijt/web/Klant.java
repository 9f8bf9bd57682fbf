package nl.respijt.web;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.respijt.database.Proefdienst;

/** Somebody outside: asks over HTTP and sees what anyone would see. */
public final class Klant {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final Proefdienst dienst;
    private final String koek;

    public Klant(Proefdienst dienst) {
        this(dienst, "");
    }

    private Klant(Proefdienst dienst, String koek) {
        this.dienst = dienst;
        this.koek = koek;
    }

    /** The same, signed in as that person of the demo. */
    public Klant als(String slug) {
        var antwoord = formulier("/demo/inloggen", "wie=" + slug);
        var koek = antwoord.kop("Set-Cookie").orElseThrow();
        return new Klant(dienst, koek.substring(0, koek.indexOf(';')));
    }

    /** The same, who chose that language before. */
    public Klant inTaal(Taal taal) {
        return new Klant(dienst, (koek.isEmpty() ? "" : koek + "; ") + "taal=" + taal.code());
    }

    /** The same, with this session. */
    public Klant met(String sessie) {
        return new Klant(dienst, "respijt=" + sessie);
    }

    public Antwoord haal(String pad, String... koppen) {
        return vraag("GET", pad, new byte[0], koppen);
    }

    public Antwoord stuur(String pad, String json, String... koppen) {
        var alle = new java.util.ArrayList<>(List.of("Content-Type", "application/json"));
        alle.addAll(List.of(koppen));
        return vraag("POST", pad, json.getBytes(StandardCharsets.UTF_8), alle.toArray(String[]::new));
    }

    public Antwoord formulier(String pad, String velden, String... koppen) {
        var alle = new java.util.ArrayList<>(List.of("Content-Type", "application/x-www-form-urlencoded"));
        alle.addAll(List.of(koppen));
        return vraag("POST", pad, velden.getBytes(StandardCharsets.UTF_8), alle.toArray(String[]::new));
    }

    Antwoord vraag(String methode, String pad, byte[] inhoud, String... koppen) {
        var verzoek = HttpRequest.newBuilder(URI.create(dienst.adres() + pad))
                .method(methode, inhoud.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(inhoud));
        if (!koek.isEmpty()) {
            verzoek.header("Cookie", koek);
        }
        if (koppen.length > 0) {
            verzoek.headers(koppen);
        }
        try {
            return new Antwoord(dienst, HTTP.send(verzoek.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(methode + " " + pad, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public static String gecodeerd(String tekst) {
        return URLEncoder.encode(tekst, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Antwoord(Proefdienst dienst, HttpResponse<String> http) {
        public int status() {
            return http.statusCode();
        }

        public Optional<String> kop(String naam) {
            return http.headers().firstValue(naam);
        }

        public String tekst() {
            return http.body();
        }

        @SuppressWarnings("unchecked")
        public Map<String, Object> json() {
            try {
                return dienst.bean(ObjectMapper.class).readValue(tekst(), Map.class);
            } catch (IOException e) {
                throw new AssertionError(tekst(), e);
            }
        }

        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> lijst(String veld) {
            return (List<Map<String, Object>>) json().get(veld);
        }

        /** The last part of a problem's type. */
        public String probleem() {
            var soort = String.valueOf(json().get("type"));
            return soort.substring(soort.lastIndexOf('/') + 1);
        }

        /** The fields that had a fault, one mention per fault. */
        public List<String> velden() {
            return lijst("fouten").stream()
                    .map(fout -> fout.get("veld").toString())
                    .toList();
        }
    }
}
