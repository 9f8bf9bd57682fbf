package nl.respijt.web;

import io.micronaut.serde.ObjectMapper;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Contact;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.respijt.instellingen.Instellingen;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The published contract (OpenAPI 3): what the compiler gathered from the controllers, completed with what holds for
 * every operation, so that no controller repeats it: the version on each answer, and the faults that any request can have.
 */
@Singleton
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Respijt",
                        version = Kopregels.API_VERSIE,
                        description = "One door to respite for the mantelzorgers of a gemeente: search moments of all"
                                + " kinds, book and cancel. Every 4xx and 5xx answer is application/problem+json.",
                        license = @License(name = "EUPL-1.2", url = "https://eupl.eu/1.2/nl/"),
                        contact = @Contact(name = "Respijt", url = "/contact", email = "respijt@example.org")),
        servers = @Server(url = Contract.BASIS, description = "Where this document was found"))
@SecurityScheme(
        name = Contract.BEHEERSLEUTEL,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The beheersleutel that came with a booking; it opens that one booking")
@SecurityScheme(
        name = Contract.SESSIE,
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        paramName = "__Host-respijt",
        description = "The session of a member of staff; the cookie is called respijt where there is no https")
public final class Contract {
    /** Names of the security schemes, for the operations that ask for one. */
    public static final String BEHEERSLEUTEL = "beheersleutel";

    public static final String SESSIE = "sessie";

    static final String BASIS = "/api/v1";

    private static final String GEMAAKT = "/META-INF/swagger/respijt.yml";
    private static final String JSON = "application/json";
    private static final String PROBLEEM = "application/problem+json";
    private static final Map<String, Object> PROBLEEM_INHOUD =
            Map.of(PROBLEEM, Map.of("schema", Map.of("$ref", "#/components/schemas/Probleem")));

    /** A fault that many operations share: its name in the document, and when it is the answer. */
    private record Gedeeld(String naam, String uitleg) {}

    private static final Map<String, Gedeeld> GEDEELD = new TreeMap<>(Map.of(
            "400", new Gedeeld("Onleesbaar", "onleesbaar, or ongeldige-invoer with every fault in fouten"),
            "401", new Gedeeld("NietIngelogd", "niet-ingelogd"),
            "403", new Gedeeld("NietToegestaan", "niet-toegestaan: sent by a page of another site"),
            "404", new Gedeeld("NietGevonden", "niet-gevonden: not there, or not yours"),
            "406", new Gedeeld("AntwoordvormOnbekend", "antwoordvorm-onbekend: there is JSON only"),
            "413", new Gedeeld("TeGroot", "te-groot: more than 1 MB"),
            "415", new Gedeeld("InhoudstypeOnbekend", "inhoudstype-onbekend: send JSON"),
            "500", new Gedeeld("Kapot", "kapot")));

    private final byte[] json;

    Contract(ObjectMapper mapper, Instellingen instellingen) {
        var document = document();
        var contact = tak(tak(document, "info"), "contact");
        contact.put("url", instellingen.baseUrl() + "/contact");
        contact.put("email", instellingen.afzender());
        try {
            json = mapper.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] json() {
        return json.clone();
    }

    /** The whole document, as maps and lists, with a contact that is nobody's. */
    static Map<String, Object> document() {
        var document = lees();
        var paden = new LinkedHashMap<String, Object>();
        for (var pad : tak(document, "paths").entrySet()) {
            if (!pad.getKey().startsWith(BASIS + "/")) {
                throw new IllegalStateException(pad.getKey() + " is no part of the API; mark its controller @Hidden");
            }
            paden.put(pad.getKey().substring(BASIS.length()), pad.getValue());
            for (var methode : takken(pad.getValue()).entrySet()) {
                vulAan(methode.getKey(), takken(methode.getValue()));
            }
        }
        document.put("paths", paden);
        deel(tak(document, "components"));
        return document;
    }

    private static void vulAan(String methode, Map<String, Object> operatie) {
        var antwoorden = new TreeMap<>(tak(operatie, "responses"));
        operatie.put("responses", antwoorden);
        var parameters = lijst(operatie, "parameters");
        parameters.forEach(Contract::preciseer);
        antwoorden.forEach((status, antwoord) -> vulAanMetVersie(status, takken(antwoord)));
        var leest = methode.equals("get");
        var sessie = lijst(operatie, "security").stream().anyMatch(soort -> soort.containsKey(SESSIE));
        var erbij = new TreeMap<>(Map.of(
                "400",
                !leest || !parameters.isEmpty(),
                "401",
                sessie,
                "403",
                !leest,
                "404",
                sessie || parameters.stream().anyMatch(een -> "path".equals(een.get("in"))),
                "406",
                true,
                "413",
                operatie.containsKey("requestBody"),
                "415",
                operatie.containsKey("requestBody"),
                "500",
                true));
        erbij.forEach((status, hoort) -> {
            if (hoort) {
                antwoorden.putIfAbsent(status, naar("responses", gedeeld(status).naam()));
            }
        });
    }

    /** The compiler sees texts; their readers know more. */
    private static void preciseer(Map<String, Object> parameter) {
        if ("path".equals(parameter.get("in")) && "id".equals(parameter.get("name"))) {
            tak(parameter, "schema").put("format", "uuid");
        }
        if ("Idempotency-Key".equals(parameter.get("name"))) {
            parameter.put("required", true);
            var vorm = tak(parameter, "schema");
            vorm.remove("nullable");
            vorm.put("minLength", 1);
            vorm.put("maxLength", 200);
        }
    }

    private static void vulAanMetVersie(String status, Map<String, Object> antwoord) {
        tak(antwoord, "headers").put("API-Version", naar("headers", "API-Version"));
        if (status.startsWith("2")) {
            tak(antwoord, "content").remove(PROBLEEM);
        } else {
            tak(antwoord, "content").remove(JSON);
            tak(antwoord, "content").putIfAbsent(PROBLEEM, PROBLEEM_INHOUD.get(PROBLEEM));
        }
        if (tak(antwoord, "content").isEmpty()) {
            antwoord.remove("content");
        }
    }

    private static void deel(Map<String, Object> onderdelen) {
        for (var gedeeld : GEDEELD.values()) {
            var antwoord = tak(tak(onderdelen, "responses"), gedeeld.naam());
            antwoord.put("description", gedeeld.uitleg());
            tak(antwoord, "headers").put("API-Version", naar("headers", "API-Version"));
            antwoord.put("content", PROBLEEM_INHOUD);
        }
        var versie = tak(tak(onderdelen, "headers"), "API-Version");
        versie.put("description", "The version of this contract (SemVer)");
        versie.put("schema", Map.of("type", "string"));
    }

    private static Gedeeld gedeeld(String status) {
        var gedeeld = GEDEELD.get(status);
        if (gedeeld == null) {
            throw new IllegalArgumentException("no shared answer " + status);
        }
        return gedeeld;
    }

    private static Map<String, Object> naar(String soort, String naam) {
        return Map.of("$ref", "#/components/%s/%s".formatted(soort, naam));
    }

    private static Map<String, Object> lees() {
        try (var stroom = Contract.class.getResourceAsStream(GEMAAKT)) {
            if (stroom == null) {
                throw new IllegalStateException("the compiler made no " + GEMAAKT);
            }
            return takken(new Yaml(new SafeConstructor(new LoaderOptions())).load(stroom));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> tak(Map<String, Object> ouder, String naam) {
        return takken(ouder.computeIfAbsent(naam, nieuw -> new LinkedHashMap<String, Object>()));
    }

    @SuppressWarnings("unchecked") // the shape is OpenAPI's; what differs fails at the first request, and in the test
    private static Map<String, Object> takken(Object waarde) {
        return (Map<String, Object>) waarde;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> lijst(Map<String, Object> ouder, String naam) {
        return (List<Map<String, Object>>) ouder.getOrDefault(naam, List.of());
    }
}
