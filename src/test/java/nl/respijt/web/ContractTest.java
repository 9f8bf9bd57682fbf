package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.respijt.database.Proefdienst;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The contract as it is published: true to the code, whole, and the same as the copy in the repository. */
final class ContractTest {
    private static final Path KOPIE = Path.of("openapi/respijt.yaml");

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant klant = new Klant(dienst);
    private final Map<String, Object> document = Contract.document();

    @Test
    void the_copy_in_the_repository_is_the_contract() throws IOException {
        var nieuw = Path.of("target/openapi/respijt.yaml");
        Files.createDirectories(nieuw.getParent());
        Files.writeString(nieuw, yaml());

        assertThat(KOPIE)
                .as("the contract changed; look at the difference, choose its version, then: cp %s %s", nieuw, KOPIE)
                .hasSameTextualContentAs(nieuw);
    }

    private String yaml() {
        var vorm = new DumperOptions();
        vorm.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        vorm.setAllowUnicode(true);
        vorm.setWidth(120);
        vorm.setSplitLines(false);
        vorm.setDereferenceAliases(true);
        return new Yaml(vorm).dump(document);
    }

    @Test
    void anyone_may_read_it_from_any_site() {
        var antwoord = klant.haal("/api/v1/openapi.json", "Origin", "https://elders.example");

        assertThat(antwoord.status()).isEqualTo(200);
        assertThat(antwoord.kop("Content-Type"))
                .hasValueSatisfying(soort -> assertThat(soort).startsWith("application/json"));
        assertThat(antwoord.kop("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(zonderContact(antwoord.json())).isEqualTo(zonderContact(document));
    }

    /** Each place that runs Respijt has its own. */
    private static Map<String, Object> zonderContact(Map<String, Object> contract) {
        kind(contract, "info").remove("contact");
        return contract;
    }

    @Test
    void nothing_else_can_be_read_by_pages_of_other_sites() {
        for (var pad : List.of("/api/v1/momenten", "/api/v1/mantelzorghuizen", "/", "/api/v1/openapi.yaml")) {
            assertThat(klant.haal(pad, "Origin", "https://elders.example").kop("Access-Control-Allow-Origin"))
                    .as(pad)
                    .isEmpty();
        }
    }

    @Test
    void every_call_of_the_api_is_in_it_and_nothing_else() {
        var routes = dienst.bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getDeclaringType().isAnnotationPresent(Hidden.class))
                .filter(route -> route.getUriMatchTemplate().toPathString().startsWith(Contract.BASIS + "/"))
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(ContractTest::naam)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operaties().stream().map(Operatie::naam)).containsExactlyInAnyOrderElementsOf(routes);
    }

    private static String naam(UriRouteInfo<?, ?> route) {
        var pad = route.getUriMatchTemplate().toPathString();
        return route.getHttpMethodName() + " " + pad.substring(Contract.BASIS.length());
    }

    @Test
    void its_version_is_the_one_on_every_answer() {
        assertThat(document).extractingByKey("info").extracting("version").isEqualTo(Kopregels.API_VERSIE);
        assertThat(klant.haal("/api/v1/openapi.json").kop("API-Version")).hasValue(Kopregels.API_VERSIE);
    }

    @Test
    void every_answer_has_the_version_and_every_refusal_is_a_problem() {
        for (var operatie : operaties()) {
            assertThat(operatie.antwoorden()).as(operatie.naam()).containsKeys("406", "500");
            operatie.antwoorden().forEach((status, antwoord) -> {
                var geheel = volg(antwoord);
                assertThat(kind(geheel, "headers"))
                        .as(operatie.naam() + " " + status)
                        .containsKey("API-Version");
                if (!status.startsWith("2")) {
                    assertThat(kind(geheel, "content").keySet())
                            .as(operatie.naam() + " " + status)
                            .containsExactly("application/problem+json");
                }
            });
        }
    }

    @Test
    void every_shape_in_it_is_used() {
        var tekst = yaml();
        var genoemd = Pattern.compile("#/components/(\\w+/[\\w-]+)")
                .matcher(tekst)
                .results()
                .map(gevonden -> gevonden.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var onderdelen = new TreeSet<String>();
        kind(document, "components").forEach((soort, alle) -> {
            if (!soort.equals("securitySchemes")) {
                kinderen(alle).keySet().forEach(naam -> onderdelen.add(soort + "/" + naam));
            }
        });

        assertThat(genoemd).isEqualTo(onderdelen);
    }

    /** One call. */
    private record Operatie(String naam, Map<String, Object> antwoorden) {}

    private List<Operatie> operaties() {
        var alle = new ArrayList<Operatie>();
        kind(document, "paths")
                .forEach((pad, methoden) -> kinderen(methoden)
                        .forEach((methode, operatie) -> alle.add(new Operatie(
                                methode.toUpperCase(java.util.Locale.ROOT) + " " + pad,
                                kind(kinderen(operatie), "responses")))));
        return alle;
    }

    private Map<String, Object> volg(Object antwoord) {
        var zelf = kinderen(antwoord);
        return zelf.get("$ref") instanceof String naar
                ? kinderen(
                        kind(kind(document, "components"), "responses").get(naar.substring(naar.lastIndexOf('/') + 1)))
                : zelf;
    }

    private static Map<String, Object> kind(Map<String, Object> ouder, String naam) {
        return kinderen(ouder.get(naam));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> kinderen(Object waarde) {
        return (Map<String, Object>) waarde;
    }
}
