package nl.respijt.kortverblijf.zaak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Requires;
import io.micronaut.serde.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.bericht.Bezorging;
import nl.respijt.bericht.Hapering;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.Instellingen.Zaken;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of the Zaken API that we need, one method each. Nothing that it answers is kept or logged but the address of a
 * zaak and the codes of a refusal, and no address in an answer is ever called.
 */
@Singleton
@Requires(property = "respijt.zaken", value = "true")
final class ZakenApi {
    private static final Logger LOG = LoggerFactory.getLogger(ZakenApi.class);
    private static final Duration GEDULD = Duration.ofSeconds(10);
    private static final String CRS = "EPSG:4326";

    /** The API asks for it, and for something in it. */
    private static final String ROLTOELICHTING = "initiator";

    /** A field or a fault as the contract names them; anything else could be a value. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z_.-]{1,60}");

    /** Refusals that are over by themselves. */
    private static final List<String> GAAT_OVER = List.of(
            // Another attempt was at the same place at the same time: looked at again, it is there.
            "identificatie-niet-uniek",
            // The gemeente's clock is behind ours.
            "date-in-future");

    private final Zaken instelling;
    private final ObjectMapper json;
    private final Klok klok;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(GEDULD).build();

    ZakenApi(Instellingen instellingen, ObjectMapper json, Klok klok) {
        this.instelling = instellingen.zaken().orElseThrow();
        this.json = json;
        this.klok = klok;
    }

    @PreDestroy
    void sluit() {
        client.shutdownNow();
    }

    /** It did not go; says whether asking again can help. */
    static final class NietGelukt extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient Bezorging bezorging;

        private NietGelukt(Bezorging bezorging) {
            super(bezorging.toString());
            this.bezorging = bezorging;
        }

        Bezorging bezorging() {
            return bezorging;
        }
    }

    /** The address of the zaak that has this identificatie. */
    Optional<String> zoekZaak(String identificatie) throws NietGelukt {
        return zoek("/zaken", Map.of("identificatie", identificatie, "bronorganisatie", instelling.rsin()))
                .map(zaak -> tekst(zaak, "url"))
                .filter(url -> !url.isEmpty())
                .findFirst();
    }

    /** @return its address */
    String maakZaak(String identificatie, Instant begin) throws NietGelukt {
        var zaak = maak(
                "/zaken",
                Map.of(
                        "identificatie",
                        identificatie,
                        "bronorganisatie",
                        instelling.rsin(),
                        "verantwoordelijkeOrganisatie",
                        instelling.rsin(),
                        "zaaktype",
                        instelling.zaaktype().toString(),
                        "startdatum",
                        Tijdzone.datum(begin).toString(),
                        "omschrijving",
                        identificatie));
        var url = tekst(zaak, "url");
        if (url.isEmpty()) {
            throw later(Hapering.KOPPELING_STIL.woord());
        }
        return url;
    }

    boolean heeftInitiator(String zaak) throws NietGelukt {
        return zoek(
                        "/rollen",
                        Map.of("zaak", zaak, "roltype", instelling.roltype().toString()))
                .findAny()
                .isPresent();
    }

    /** By the name they gave, which we do not take apart, and without a citizen service number, which we do not have. */
    void maakInitiator(String zaak, String naam, Contact contact) throws NietGelukt {
        var contactpersoon = new HashMap<String, Object>();
        contactpersoon.put("naam", naam);
        contact.email().ifPresent(adres -> contactpersoon.put("emailadres", adres));
        contact.telefoon().ifPresent(nummer -> contactpersoon.put("telefoonnummer", nummer));
        maak(
                "/rollen",
                Map.of(
                        "zaak",
                        zaak,
                        "roltype",
                        instelling.roltype().toString(),
                        "roltoelichting",
                        ROLTOELICHTING,
                        "betrokkeneType",
                        "natuurlijk_persoon",
                        "betrokkeneIdentificatie",
                        Map.of("geslachtsnaam", naam),
                        "contactpersoonRol",
                        contactpersoon));
    }

    boolean heeftStatus(String zaak, URI statustype, Instant op) throws NietGelukt {
        return zoek("/statussen", Map.of("zaak", zaak, "statustype", statustype.toString()))
                .anyMatch(status -> isGezetOp(status, op));
    }

    private static boolean isGezetOp(Map<?, ?> status, Instant op) {
        try {
            return OffsetDateTime.parse(tekst(status, "datumStatusGezet"))
                    .toInstant()
                    .equals(op);
        } catch (DateTimeException e) {
            return false;
        }
    }

    void zetStatus(String zaak, URI statustype, Instant op) throws NietGelukt {
        maak(
                "/statussen",
                Map.of("zaak", zaak, "statustype", statustype.toString(), "datumStatusGezet", op.toString()));
    }

    /** Of one zaak there are few of anything: the first page is all of it. */
    private Stream<Map<?, ?>> zoek(String pad, Map<String, String> vraag) throws NietGelukt {
        var parameters = vraag.entrySet().stream()
                .map(een -> een.getKey() + "=" + URLEncoder.encode(een.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var antwoord = stuur(verzoek(pad + "?" + parameters).GET());
        if (antwoord.get("results") instanceof List<?> gevonden) {
            return objecten(gevonden);
        }
        throw later(Hapering.KOPPELING_STIL.woord());
    }

    private Map<?, ?> maak(String pad, Map<String, ?> inhoud) throws NietGelukt {
        try {
            return stuur(verzoek(pad)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(inhoud))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder verzoek(String pad) {
        return HttpRequest.newBuilder(URI.create(instelling.url() + pad))
                .header("Authorization", "Bearer " + jwt())
                .header("Accept", "application/json")
                .header("Accept-Crs", CRS)
                .header("Content-Crs", CRS);
    }

    /** By the clock of the machine, also where a demo moved time: the API refuses one that is not of now. */
    private String jwt() {
        var claims = new JWTClaimsSet.Builder()
                .issuer(instelling.clientId())
                .issueTime(Date.from(klok.echt().instant()))
                .claim("client_id", instelling.clientId())
                .claim("user_id", "respijt")
                .claim("user_representation", "Respijt")
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            jwt.sign(new MACSigner(instelling.secret().waarde().getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException("a secret that the settings let through does not sign", e);
        }
        return jwt.serialize();
    }

    private Map<?, ?> stuur(HttpRequest.Builder verzoek) throws NietGelukt {
        try {
            var antwoord = wachtOp(verzoek.build());
            if (antwoord.statusCode() != 200 && antwoord.statusCode() != 201) {
                throw geweigerd(antwoord);
            }
            if (json.readValue(antwoord.body(), Object.class) instanceof Map<?, ?> object) {
                return object;
            }
            throw later(Hapering.KOPPELING_STIL.woord());
        } catch (IOException fout) {
            LOG.warn("the Zaken API does not answer: {}", fout.getClass().getSimpleName());
            throw later(Hapering.KOPPELING_STIL.woord());
        } catch (InterruptedException fout) {
            Thread.currentThread().interrupt();
            throw later(Hapering.KOPPELING_STIL.woord());
        }
    }

    /** The whole answer in {@link #GEDULD}: the timeout of a request itself ends where the body begins. */
    private HttpResponse<byte[]> wachtOp(HttpRequest verzoek) throws IOException, InterruptedException {
        var antwoord = client.sendAsync(verzoek, BodyHandlers.ofByteArray());
        try {
            return antwoord.get(GEDULD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException fout) {
            throw new HttpTimeoutException("no whole answer in time");
        } catch (ExecutionException fout) {
            throw fout.getCause() instanceof IOException oorzaak ? oorzaak : new IOException(fout);
        } finally {
            antwoord.cancel(true);
        }
    }

    private NietGelukt geweigerd(HttpResponse<byte[]> antwoord) {
        var status = antwoord.statusCode();
        var code = String.valueOf(status);
        if (status == 401 || status == 403) {
            return later(Hapering.KOPPELING_TOEGANG.met(code));
        }
        if (status == 429 || status >= 500) {
            return later(Hapering.KOPPELING_WACHTEN.met(code));
        }
        var fouten = status == 400 ? fouten(antwoord.body()) : "";
        return GAAT_OVER.stream()
                .filter(fouten::contains)
                .findFirst()
                .map(fout -> later(Hapering.KOPPELING_WACHTEN.met(fout)))
                .orElseGet(() -> new NietGelukt(new Bezorging.Nooit(
                        Hapering.KOPPELING_WEIGERT.met(fouten.isEmpty() ? code : code + ": " + fouten))));
    }

    /** Which field has which fault, in the words of the contract and never with what stood in it. */
    private String fouten(byte[] inhoud) {
        try {
            if (json.readValue(inhoud, Object.class) instanceof Map<?, ?> fout
                    && fout.get("invalidParams") instanceof List<?> velden) {
                return objecten(velden)
                        .map(veld -> code(veld, "name") + " " + code(veld, "code"))
                        .limit(5)
                        .collect(Collectors.joining(", "));
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("a refusal of the Zaken API that is no JSON");
        }
        return "";
    }

    private static String code(Map<?, ?> veld, String naam) {
        return Optional.ofNullable(veld.get(naam))
                .map(Object::toString)
                .filter(tekst -> CODE.matcher(tekst).matches())
                .orElse("?");
    }

    private static Stream<Map<?, ?>> objecten(List<?> lijst) {
        return lijst.stream().filter(Map.class::isInstance).map(een -> (Map<?, ?>) een);
    }

    private static String tekst(Map<?, ?> object, String naam) {
        return Optional.ofNullable(object.get(naam)).map(Object::toString).orElse("");
    }

    private static NietGelukt later(String reden) {
        return new NietGelukt(new Bezorging.Later(reden));
    }
}
