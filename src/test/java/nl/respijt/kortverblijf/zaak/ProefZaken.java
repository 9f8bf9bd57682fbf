package nl.respijt.kortverblijf.zaak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * The Zaken API of a gemeente over HTTP, as far as we use it, held to the published contract (VNG Zaken API 1.5.1): which
 * fields there are, which are needed and how long they may be, the headers, the token, and what may be there once. Until a
 * test says otherwise it does as it should.
 */
final class ProefZaken implements AutoCloseable {
    static final String CLIENT = "respijt-proef";
    static final String SECRET = "een-geheim-van-meer-dan-32-tekens-lang";
    static final String RSIN = "002220647";
    static final String ZAAKTYPE = "https://catalogi.example/api/v1/zaaktypen/1";
    static final String ROLTYPE = "https://catalogi.example/api/v1/roltypen/initiator";
    private static final String STATUSTYPE = "https://catalogi.example/api/v1/statustypen/";

    /** How a call goes wrong. */
    enum Storing {
        /** Nothing happens, and it says so. */
        STUK,
        /** It is done, and the line goes down before the answer. */
        HANGT_OP,
        /** It is done, and of the answer only half comes: the rest stays away until {@link #herstel}. */
        STOKT,
        /** The token is not trusted any more. */
        DICHT
    }

    /** Of a kind of thing: the longest that each field may be, and which must be there. */
    private record Vorm(Map<String, Integer> velden, Set<String> nodig) {}

    private static final int URL = 1000;
    private static final Map<String, Vorm> VORMEN = Map.of(
            "zaken",
            new Vorm(
                    Map.of(
                            "identificatie", 40,
                            "bronorganisatie", 9,
                            "verantwoordelijkeOrganisatie", 9,
                            "omschrijving", 80,
                            "toelichting", 1000,
                            "zaaktype", URL,
                            "startdatum", 10),
                    Set.of("bronorganisatie", "verantwoordelijkeOrganisatie", "zaaktype", "startdatum")),
            "rollen",
            new Vorm(
                    Map.of(
                            "zaak", URL,
                            "betrokkene", URL,
                            "betrokkeneType", 30,
                            "betrokkeneIdentificatie", 0,
                            "contactpersoonRol", 0,
                            "afwijkendeNaamBetrokkene", 625,
                            "roltype", URL,
                            "roltoelichting", 1000),
                    Set.of("zaak", "betrokkeneType", "betrokkeneIdentificatie", "roltype", "roltoelichting")),
            "statussen",
            new Vorm(
                    Map.of("zaak", URL, "statustype", URL, "datumStatusGezet", 40, "statustoelichting", 1000),
                    Set.of("zaak", "statustype", "datumStatusGezet")));

    private static final Vorm CONTACTPERSOON =
            new Vorm(Map.of("naam", 200, "functie", 50, "emailadres", 254, "telefoonnummer", 20), Set.of("naam"));
    private static final Vorm PERSOON = new Vorm(
            Map.of(
                    "inpBsn", 9,
                    "anpIdentificatie", 17,
                    "inpA_nummer", 10,
                    "geslachtsnaam", 200,
                    "voorvoegselGeslachtsnaam", 80,
                    "voorletters", 20,
                    "voornamen", 200,
                    "geboortedatum", 18),
            Set.of());

    /** By which one finds, and by nothing else. */
    private static final Map<String, Set<String>> FILTERS = Map.of(
            "zaken", Set.of("identificatie", "bronorganisatie"),
            "rollen", Set.of("zaak", "roltype"),
            "statussen", Set.of("zaak", "statustype"));

    private final ObjectMapper json = ObjectMapper.getDefault();
    private final Map<String, List<Map<String, Object>>> dingen = Map.of(
            "zaken", new CopyOnWriteArrayList<>(),
            "rollen", new CopyOnWriteArrayList<>(),
            "statussen", new CopyOnWriteArrayList<>());
    private final List<String> ontvangen = new CopyOnWriteArrayList<>();
    private final Map<String, Storing> storingen = new ConcurrentHashMap<>();
    private final Set<String> zaaktypen = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private volatile Instant nu = Instant.MAX;
    private volatile CountDownLatch hersteld = new CountDownLatch(1);

    ProefZaken() throws IOException {
        zaaktypen.add(ZAAKTYPE);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::antwoord);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    /** What an operator sets to tell this one. */
    Map<String, String> instellingen(String... stappen) {
        return Map.of(
                "RESPIJT_ZAKEN_URL",
                basis(),
                "RESPIJT_ZAKEN_CLIENT_ID",
                CLIENT,
                "RESPIJT_ZAKEN_SECRET",
                SECRET,
                "RESPIJT_ZAKEN_RSIN",
                RSIN,
                "RESPIJT_ZAKEN_ZAAKTYPE",
                ZAAKTYPE,
                "RESPIJT_ZAKEN_ROLTYPE",
                ROLTYPE,
                "RESPIJT_ZAKEN_STATUSTYPEN",
                String.join(
                        ",",
                        Stream.of(stappen)
                                .map(stap -> stap + "=" + STATUSTYPE + stap)
                                .toList()));
    }

    private String basis() {
        return "http://localhost:" + server.getAddress().getPort() + "/api/v1";
    }

    /** From now on calls like "POST /zaken" go wrong. */
    void verstoor(String aanroep, Storing hoe) {
        storingen.put(aanroep, hoe);
    }

    /** The gemeente takes its zaaktype back. */
    void sluitZaaktype() {
        zaaktypen.clear();
    }

    /** The clock of the gemeente; it refuses what has yet to be there. */
    void zetKlok(Instant op) {
        nu = op;
    }

    void herstel() {
        storingen.clear();
        nu = Instant.MAX;
        hersteld.countDown();
        hersteld = new CountDownLatch(1);
        zaaktypen.add(ZAAKTYPE);
    }

    List<Map<String, Object>> zaken(String identificatie) {
        return dingen.get("zaken").stream()
                .filter(zaak -> identificatie.equals(zaak.get("identificatie")))
                .toList();
    }

    List<Map<String, Object>> rollen(String identificatie) {
        return bij("rollen", identificatie);
    }

    /** The last words of the statustypen, in the order of their times. */
    List<String> statussen(String identificatie) {
        var opTijd = new TreeMap<Instant, String>();
        bij("statussen", identificatie)
                .forEach(status -> opTijd.put(
                        OffsetDateTime.parse(status.get("datumStatusGezet").toString())
                                .toInstant(),
                        status.get("statustype").toString().substring(STATUSTYPE.length())));
        return List.copyOf(opTijd.values());
    }

    private List<Map<String, Object>> bij(String soort, String identificatie) {
        var urls = zaken(identificatie).stream().map(zaak -> zaak.get("url")).toList();
        return dingen.get(soort).stream()
                .filter(ding -> urls.contains(ding.get("zaak")))
                .toList();
    }

    /** Everything that was sent here, addresses and contents. */
    List<String> ontvangen() {
        return ontvangen;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A refusal, in the contract's form. */
    private static final class Weigering extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String veld;
        private final String code;

        Weigering(int status, String veld, String code) {
            super(veld + " " + code);
            this.status = status;
            this.veld = veld;
            this.code = code;
        }
    }

    private void antwoord(HttpExchange gesprek) throws IOException {
        try (gesprek) {
            var adres = gesprek.getRequestURI();
            var soort = adres.getPath().substring("/api/v1/".length());
            var inhoud = new String(gesprek.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ontvangen.add(gesprek.getRequestMethod() + " " + adres + " " + inhoud);
            var storing = storingen.get(gesprek.getRequestMethod() + " /" + soort);
            try {
                if (storing == Storing.STUK) {
                    throw new Weigering(503, "", "error");
                }
                if (storing == Storing.DICHT) {
                    throw new Weigering(403, "", "permission_denied");
                }
                eisKoppen(gesprek, soort);
                var isMaken = gesprek.getRequestMethod().equals("POST");
                Object antwoord = isMaken ? maak(soort, inhoud) : zoek(soort, adres);
                if (storing == Storing.STOKT) {
                    stok(gesprek, json.writeValueAsBytes(antwoord));
                } else if (storing != Storing.HANGT_OP) {
                    stuur(gesprek, isMaken ? 201 : 200, antwoord);
                }
            } catch (Weigering fout) {
                stuur(gesprek, fout.status, probleem(fout));
            }
        }
    }

    private void stuur(HttpExchange gesprek, int status, Object antwoord) throws IOException {
        var bytes = json.writeValueAsBytes(antwoord);
        gesprek.getResponseHeaders().set("Content-Type", "application/json");
        gesprek.sendResponseHeaders(status, bytes.length);
        gesprek.getResponseBody().write(bytes);
    }

    private void stok(HttpExchange gesprek, byte[] antwoord) throws IOException {
        gesprek.sendResponseHeaders(200, antwoord.length);
        gesprek.getResponseBody().write(antwoord, 0, antwoord.length / 2);
        gesprek.getResponseBody().flush();
        try {
            hersteld.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> probleem(Weigering fout) {
        var probleem = new HashMap<String, Object>(Map.of(
                "type",
                "https://zaken.example/ref/fouten",
                "code",
                fout.status == 400 ? "invalid" : fout.code,
                "title",
                "Het ging mis.",
                "status",
                fout.status,
                "detail",
                "",
                "instance",
                "urn:uuid:" + UUID.randomUUID()));
        if (fout.status == 400) {
            probleem.put(
                    "invalidParams",
                    List.of(Map.of("name", fout.veld, "code", fout.code, "reason", "Over wat er stond.")));
        }
        return probleem;
    }

    private static void eisKoppen(HttpExchange gesprek, String soort) {
        var koppen = gesprek.getRequestHeaders();
        var token = String.valueOf(koppen.getFirst("Authorization"));
        if (!token.startsWith("Bearer ") || !isVertrouwd(token.substring("Bearer ".length()))) {
            throw new Weigering(403, "", "permission_denied");
        }
        if (soort.equals("zaken") && !"EPSG:4326".equals(koppen.getFirst("Accept-Crs"))) {
            throw new Weigering(406, "", "not_acceptable");
        }
        if (soort.equals("zaken") && !"EPSG:4326".equals(koppen.getFirst("Content-Crs"))) {
            throw new Weigering(412, "", "precondition_failed");
        }
        if (gesprek.getRequestMethod().equals("POST") && !"application/json".equals(koppen.getFirst("Content-Type"))) {
            throw new Weigering(415, "", "unsupported_media_type");
        }
    }

    /** Signed with the secret that this client has, an hour ago at most. */
    private static boolean isVertrouwd(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            var claims = jwt.getJWTClaimsSet();
            return jwt.verify(new MACVerifier(SECRET))
                    && CLIENT.equals(claims.getIssuer())
                    && CLIENT.equals(claims.getStringClaim("client_id"))
                    && claims.getStringClaim("user_id") != null
                    && claims.getStringClaim("user_representation") != null
                    && Duration.between(claims.getIssueTime().toInstant(), Instant.now())
                                    .abs()
                                    .compareTo(Duration.ofHours(1))
                            < 0;
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private Map<String, Object> zoek(String soort, URI adres) {
        var filters = new HashMap<String, String>();
        for (var deel : String.valueOf(adres.getRawQuery()).split("&", -1)) {
            var paar = deel.split("=", 2);
            if (!FILTERS.get(soort).contains(paar[0])) {
                throw new Weigering(400, paar[0], "unknown-parameters");
            }
            filters.put(paar[0], URLDecoder.decode(paar[1], StandardCharsets.UTF_8));
        }
        var gevonden = dingen.get(soort).stream()
                .filter(ding -> filters.entrySet().stream()
                        .allMatch(filter -> filter.getValue().equals(ding.get(filter.getKey()))))
                .toList();
        return Map.of("count", gevonden.size(), "results", gevonden);
    }

    private synchronized Map<String, Object> maak(String soort, String inhoud) throws IOException {
        @SuppressWarnings("unchecked")
        var gestuurd = (Map<String, Object>) json.readValue(inhoud, Map.class);
        eis(VORMEN.get(soort), gestuurd, "");
        switch (soort) {
            case "zaken" -> eisZaak(gestuurd);
            case "rollen" -> eisRol(gestuurd);
            default -> eisStatus(gestuurd);
        }
        var ding = new HashMap<>(gestuurd);
        ding.put("url", basis() + "/" + soort + "/" + UUID.randomUUID());
        dingen.get(soort).add(ding);
        return ding;
    }

    private static void eis(Vorm vorm, Map<?, ?> gestuurd, String onder) {
        for (var nodig : vorm.nodig()) {
            if (gestuurd.get(nodig) == null || gestuurd.get(nodig).toString().isBlank()) {
                throw new Weigering(400, onder + nodig, "required");
            }
        }
        gestuurd.forEach((naam, waarde) -> {
            var langst = vorm.velden().get(naam.toString());
            if (langst == null) {
                throw new Weigering(400, onder + naam, "no-such-field");
            }
            if (langst > 0 && (!(waarde instanceof String tekst) || tekst.length() > langst)) {
                throw new Weigering(400, onder + naam, "max_length");
            }
        });
    }

    private void eisZaak(Map<String, Object> zaak) {
        if (!zaaktypen.contains(zaak.get("zaaktype"))) {
            throw new Weigering(400, "zaaktype", "bad-url");
        }
        for (var naam : List.of("bronorganisatie", "verantwoordelijkeOrganisatie")) {
            if (!RSIN.equals(zaak.get(naam))) {
                throw new Weigering(400, naam, "invalid");
            }
        }
        try {
            LocalDate.parse(zaak.get("startdatum").toString());
        } catch (DateTimeException e) {
            throw new Weigering(400, "startdatum", "invalid");
        }
        if (!zaken(String.valueOf(zaak.get("identificatie"))).isEmpty()) {
            throw new Weigering(400, "identificatie", "identificatie-niet-uniek");
        }
    }

    private void eisRol(Map<String, Object> rol) {
        eisBekend(rol, "roltype", List.of(ROLTYPE));
        eisBekendeZaak(rol);
        if (!"natuurlijk_persoon".equals(rol.get("betrokkeneType"))) {
            throw new Weigering(400, "betrokkeneType", "invalid_choice");
        }
        var persoon = (Map<?, ?>) rol.get("betrokkeneIdentificatie");
        eis(PERSOON, persoon, "betrokkeneIdentificatie.");
        if (persoon.isEmpty()) {
            throw new Weigering(400, "betrokkeneIdentificatie", "invalid-betrokkene");
        }
        if (rol.get("contactpersoonRol") instanceof Map<?, ?> contact) {
            eis(CONTACTPERSOON, contact, "contactpersoonRol.");
        }
        if (dingen.get("rollen").stream().anyMatch(ander -> ander.get("zaak").equals(rol.get("zaak")))) {
            throw new Weigering(400, "roltype", "more-than-one-initiator");
        }
    }

    private void eisStatus(Map<String, Object> status) {
        eisBekendeZaak(status);
        if (!status.get("statustype").toString().startsWith(STATUSTYPE)) {
            throw new Weigering(400, "statustype", "bad-url");
        }
        try {
            if (OffsetDateTime.parse(status.get("datumStatusGezet").toString())
                    .toInstant()
                    .isAfter(nu)) {
                throw new Weigering(400, "datumStatusGezet", "date-in-future");
            }
        } catch (DateTimeException e) {
            throw new Weigering(400, "datumStatusGezet", "invalid");
        }
        if (dingen.get("statussen").stream()
                .anyMatch(ander -> ander.get("zaak").equals(status.get("zaak"))
                        && ander.get("datumStatusGezet").equals(status.get("datumStatusGezet")))) {
            throw new Weigering(400, "nonFieldErrors", "unique");
        }
    }

    private void eisBekendeZaak(Map<String, Object> ding) {
        eisBekend(
                ding,
                "zaak",
                dingen.get("zaken").stream().map(zaak -> zaak.get("url")).toList());
    }

    private static void eisBekend(Map<String, Object> ding, String veld, List<?> bekend) {
        if (!new ArrayList<>(bekend).contains(ding.get(veld))) {
            throw new Weigering(400, veld, "bad-url");
        }
    }
}
