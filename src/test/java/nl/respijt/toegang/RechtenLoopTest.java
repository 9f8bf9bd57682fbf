package nl.respijt.toegang;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Proefaanbieder;
import nl.respijt.agenda.AgendaSleutels;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf;
import nl.respijt.lotgenotengroep.GroepService;
import nl.respijt.lotgenotengroep.Proefgroep;
import nl.respijt.lotgenotengroep.Ritme;
import nl.respijt.recht.Handeling;
import nl.respijt.respijtthuis.Proefthuis;
import nl.respijt.rooster.Gastheer;
import nl.respijt.rooster.Proefrooster;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks every route of the running service with everybody there is, and with things of their own and of others, and holds
 * the answers against the table of rights. A route with an id in its address needs a thing to try it with: {@link #id}.
 */
final class RechtenLoopTest {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Sessies sessies = dienst.bean(Sessies.class);
    private final Proefrooster rooster = new Proefrooster(dienst);
    private final Map<Relatie, Dingen> dingen = new EnumMap<>(Relatie.class);

    /** What one person of each kind has. */
    private record Dingen(
            Gastheer gastheer,
            UUID moment,
            UUID dienst,
            UUID sleutel,
            UUID mantelzorger,
            UUID account,
            UUID aanvraag,
            UUID voorstel,
            UUID groep,
            UUID bijeenkomst,
            UUID groepssleutel,
            UUID deelname,
            UUID coordinator,
            UUID aanbieder,
            UUID aanbiedermedewerker,
            UUID huisbezoek,
            Proefthuis.Werker werker,
            UUID verblijf,
            UUID logeerbeurt) {
        Stream<UUID> ids() {
            return Stream.of(
                    gastheer.id().waarde(),
                    dienst,
                    sleutel,
                    mantelzorger,
                    account,
                    aanvraag,
                    groep,
                    bijeenkomst,
                    groepssleutel,
                    deelname,
                    coordinator,
                    aanbieder,
                    aanbiedermedewerker,
                    huisbezoek,
                    werker.medewerker(),
                    werker.moment(),
                    werker.afwezigheid(),
                    werker.sleutel(),
                    verblijf,
                    logeerbeurt);
        }
    }

    private record Sessie(String koek, String csrf) {}

    @BeforeEach
    void twee_gastheren_in_een_huis() {
        var huis = rooster.huis();
        dingen.put(Relatie.EIGEN, dingen(huis, 3));
        dingen.put(Relatie.ANDER, dingen(huis, 4));
    }

    private Dingen dingen(UUID huis, int dag) {
        var gastheer = rooster.gastheer(huis);
        var moment = rooster.ochtend(huis, rooster.dag(dag));
        var gepland = rooster.gepland(moment, gastheer);
        dienst.bean(BoekingService.class).boek(Proefwens.voor(moment).verzoek());
        var geboekt = dienst.bean(MomentService.class).boekingenOp(moment.id()).getFirst();
        var sleutel = dienst.bean(AgendaSleutels.class)
                .maak(AgendaSoort.GASTHEER, Optional.of(gastheer.id().waarde()));
        var email = Proefwens.nieuwAdres();
        var account = (AccountResultaat.Gedaan)
                dienst.bean(Accounts.class).maak(Accounts.Nieuw.van(Rol.VERWIJZER, "Proef", email));
        var aanvraag = dienst.bean(Aanvragen.class)
                .doe(new Account.Identiteit("https://elders.example", email), "Proef", email);
        var groepen = new Proefgroep(dienst);
        var groep = groepen.groep(
                new Ritme.Weken(1, dag, dienst.bean(Klok.class).vandaag(), Optional.empty()), "10:00", "12:00", false);
        var aanbieders = new Proefaanbieder(dienst);
        var aanbieder = aanbieders.met(Contractdienst.THUIS, "2029-12-31", "2030-12-31");
        return new Dingen(
                gastheer,
                moment.id().waarde(),
                gepland.id().waarde(),
                sleutel.id(),
                geboekt.mantelzorger().waarde(),
                account.account().id(),
                aanvraag.id(),
                voorstel(),
                groep.id(),
                dienst.bean(GroepService.class)
                        .komende(groep.id(), 1)
                        .getFirst()
                        .id()
                        .waarde(),
                dienst.bean(AgendaSleutels.class)
                        .maak(AgendaSoort.GROEP, Optional.of(groep.id()))
                        .id(),
                groepen.deelnemer(groep),
                groepen.coordinator(groep),
                aanbieder.id(),
                aanbieders.medewerker(aanbieder),
                new Proefthuis(dienst).gevraagd(aanbieder).waarde(),
                new Proefthuis(dienst).werker(aanbieder),
                new Proefverblijf(dienst).gevraagd(aanbieder),
                new Proefverblijf(dienst).bevestigd(aanbieder));
    }

    private UUID voorstel() {
        var id = UUID.randomUUID();
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate("""
                        insert into roostervoorstel (id, van, weken, opnieuw, status, door, op, gezien_op)
                        values (:id, date '2027-01-04', 4, false, 'klaar', 'proef', now(), now())
                        """).bind("id", id).execute());
        return id;
    }

    @Test
    void every_route_says_what_it_does() {
        assertThat(zonderRegel(dienst)).isEmpty();
    }

    /** The routes that are in no row of the table. */
    static List<String> zonderRegel(Proefdienst dienst) {
        return dienst.bean(Router.class)
                .uriRoutes()
                .filter(route -> RechtenFilter.handeling(route).isEmpty())
                .map(RechtenLoopTest::naam)
                .toList();
    }

    @Test
    void the_doors_of_the_demo_are_in_the_demo() {
        assertThat(routes().filter(route -> deur(route) == Deur.DEMO))
                .isNotEmpty()
                .allMatch(route -> route.getDeclaringType().getPackageName().equals("nl.respijt.demo"));
    }

    @Test
    void nobody_signs_in_for_what_is_open_and_everybody_for_the_rest() {
        routes().filter(route -> deur(route) != Deur.DEMO).forEach(route -> {
            var antwoord = vraag(route, pad(route, Rol.MAKELAAR, Relatie.ANDER), Optional.empty());

            if (deur(route) != Deur.AANMELDING) {
                assertThat(antwoord.statusCode()).as(naam(route)).isNotIn(401, 500);
                if (handeling(route) != Handeling.INLOGGEN) { // its later pages lead to the first
                    assertThat(antwoord.headers().firstValue("Location").orElse(""))
                            .as(naam(route))
                            .doesNotStartWith("/inloggen");
                }
            } else if (isApi(route)) {
                assertThat(antwoord.statusCode()).as(naam(route)).isEqualTo(401);
                assertThat(antwoord.body()).contains("/problemen/niet-ingelogd");
            } else {
                assertThat(antwoord.statusCode()).as(naam(route)).isEqualTo(303);
                assertThat(antwoord.headers().firstValue("Location").orElse(""))
                        .as(naam(route))
                        .startsWith("/inloggen");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everybody_gets_what_the_table_says_and_else_what_does_not_exist(Rol rol) {
        for (var relatie : dingen.keySet()) {
            routes().filter(route -> deur(route) == Deur.AANMELDING).forEach(route -> {
                var sessie = Optional.of(sessie(rol));
                var handeling = handeling(route);
                var metId = route.getUriMatchTemplate().toPathString().contains("{");
                if (!metId && relatie != Relatie.EIGEN) {
                    return; // it is about whoever is signed in
                }
                var antwoord = vraag(route, pad(route, rol, relatie), sessie);

                if (Rechten.mag(rol, handeling, relatie)) {
                    assertThat(antwoord.statusCode())
                            .as("%s as %s, %s", naam(route), rol, relatie)
                            .isNotIn(401, 403, 404, 405, 500);
                    assertThat(antwoord.headers().firstValue("Location").orElse(""))
                            .doesNotStartWith("/inloggen");
                } else {
                    assertGelijk(route, rol, antwoord, nietsDaar(route, sessie, Rechten.mag(rol, handeling) && metId));
                }
            });
        }
    }

    /** Where the role may at all, what is compared is the same address with an id that nothing has. */
    private HttpResponse<String> nietsDaar(UriRouteInfo<?, ?> route, Optional<Sessie> sessie, boolean zelfdeRoute) {
        if (zelfdeRoute) {
            return vraag(route, pad(route, UUID.randomUUID()), sessie);
        }
        return vraag(route, (isApi(route) ? "/api/v1/" : "/") + "bestaat-niet/" + UUID.randomUUID(), sessie);
    }

    private static void assertGelijk(
            UriRouteInfo<?, ?> route, Rol rol, HttpResponse<String> antwoord, HttpResponse<String> nietsDaar) {
        assertThat(nietsDaar.statusCode()).as("%s as %s", naam(route), rol).isEqualTo(404);
        assertThat(antwoord.statusCode()).as("%s as %s", naam(route), rol).isEqualTo(404);
        assertThat(antwoord.body()).as("%s as %s", naam(route), rol).isEqualTo(nietsDaar.body());
        assertThat(koppen(antwoord)).as("%s as %s", naam(route), rol).isEqualTo(koppen(nietsDaar));
    }

    private static Map<String, List<String>> koppen(HttpResponse<String> antwoord) {
        var koppen = new TreeMap<>(antwoord.headers().map());
        koppen.remove("date");
        return koppen;
    }

    @Test
    void no_list_holds_what_is_somebody_elses() {
        var ander = dingen.get(Relatie.ANDER);
        for (var rol : Rol.values()) {
            routes().filter(route -> route.getHttpMethodName().equals("GET") && deur(route) == Deur.AANMELDING)
                    .filter(route -> Rechten.bereik(rol, handeling(route))
                            .filter(bereik -> bereik != Relatie.ANDER)
                            .isPresent())
                    .forEach(route -> assertThat(vraag(route, pad(route, rol, Relatie.EIGEN), Optional.of(sessie(rol)))
                                    .body())
                            .as("%s as %s", naam(route), rol)
                            .doesNotContain(ander.ids().map(UUID::toString).toArray(CharSequence[]::new)));
        }
        assertThat(vraag("GET", "/api/v1/diensten", Optional.empty(), Optional.of(sessie(Rol.GASTHEER)))
                        .body())
                .contains(dingen.get(Relatie.EIGEN).dienst().toString());
        assertThat(vraag(
                                "GET",
                                "/api/v1/diensten?gastheer="
                                        + ander.gastheer().id().waarde(),
                                Optional.empty(),
                                Optional.of(sessie(Rol.GASTHEER)))
                        .body())
                .isEqualTo("[]");
    }

    @Test
    void a_route_that_nobody_thought_about_is_found_and_is_not_there() {
        try (var slordig = Proefdienst.start(Map.of(), Map.of(RouteZonderRegel.AAN, true))) {
            assertThat(zonderRegel(slordig))
                    .contains("GET /zonder-regel")
                    .allMatch(naam -> naam.endsWith("/zonder-regel"));
            var makelaar = sessie(slordig.bean(Sessies.class), Rol.MAKELAAR);

            var antwoord = vraag(slordig.adres("/zonder-regel"), "GET", Optional.empty(), Optional.of(makelaar));

            assertThat(antwoord.statusCode()).isEqualTo(404);
            assertThat(antwoord.body())
                    .isEqualTo(vraag(slordig.adres("/bestaat-niet"), "GET", Optional.empty(), Optional.of(makelaar))
                            .body());
        }
    }

    @Test
    void a_table_with_a_hole_does_not_start() {
        var heel = Arrays.stream(Handeling.values())
                .map(handeling -> handeling + " iedereen\n")
                .toList();

        assertThat(Rechten.lees(String.join("", heel))).hasSize(heel.size());
        for (var gat : List.of(
                String.join("", heel.subList(1, heel.size())),
                String.join("", heel) + heel.getFirst(),
                String.join("", heel) + "ONZIN iedereen",
                String.join("", heel).replaceFirst("iedereen", "niemand"),
                String.join("", heel).replaceFirst("iedereen", "alle alle"),
                String.join("", heel).replaceFirst("iedereen", "- - - - - - - iets"))) {
            assertThatThrownBy(() -> Rechten.lees(gat)).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void a_circle_holds_the_smaller_ones() {
        assertThat(Rechten.mag(Rol.MAKELAAR, Handeling.DIENST_ZIEN, Relatie.EIGEN))
                .isTrue();
        assertThat(Rechten.mag(Rol.GASTHEER, Handeling.DIENST_ZIEN, Relatie.EIGEN))
                .isTrue();
        assertThat(Rechten.mag(Rol.GASTHEER, Handeling.DIENST_ZIEN, Relatie.ZELFDE_GROEP_OF_HUIS))
                .isFalse();
        assertThat(Rechten.mag(Rol.GASTHEER, Handeling.BOEKEN))
                .as("a door that is open asks no role")
                .isFalse();
    }

    /** Forgetting somebody comes last: there is nothing to do with what is gone. */
    private Stream<UriRouteInfo<?, ?>> routes() {
        var gezien = new HashSet<String>(); // the router names each of them twice
        return dienst.bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .<UriRouteInfo<?, ?>>map(route -> route)
                .filter(route -> gezien.add(route.toString()))
                .sorted(comparing(route -> RechtenFilter.handeling(route)
                        .filter(handeling -> handeling.name().endsWith("_WISSEN"))
                        .isPresent()));
    }

    private static Handeling handeling(UriRouteInfo<?, ?> route) {
        return RechtenFilter.handeling(route).orElseThrow(() -> new AssertionError(naam(route)));
    }

    private static Deur deur(UriRouteInfo<?, ?> route) {
        return Rechten.deur(handeling(route));
    }

    private static boolean isApi(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString().startsWith("/api/");
    }

    private static String naam(UriRouteInfo<?, ?> route) {
        return route.getHttpMethodName() + " " + route.getUriMatchTemplate().toPathString();
    }

    private String pad(UriRouteInfo<?, ?> route, Rol rol, Relatie relatie) {
        return route.getUriMatchTemplate().toPathString().contains("{")
                ? pad(route, id(route, rol, dingen.get(relatie)))
                : pad(route, UUID.randomUUID());
    }

    private static String pad(UriRouteInfo<?, ?> route, UUID id) {
        // A choice between words is not an id: any of its words will do.
        return route.getUriMatchTemplate()
                .toPathString()
                .replaceAll("\\{[a-z]+:([a-z]+)[^}]*}", "$1")
                .replaceAll("\\{[^}]*}", id.toString());
    }

    /** The thing that a route with an id in its address is about. */
    private static UUID id(UriRouteInfo<?, ?> route, Rol rol, Dingen van) {
        var handeling = handeling(route);
        return switch (handeling) {
            case DIENST_ZIEN,
                    DIENST_AFMELDEN,
                    EIGEN_DIENST_AFMELDEN,
                    EIGEN_DIENST_RUILEN,
                    DIENST_OVERDRAGEN,
                    DIENST_RUILEN -> van.dienst();
            case EIGEN_AGENDA_BEHEREN -> van.sleutel();
            case AGENDASLEUTEL_BEHEREN ->
                switch (rol) {
                    case GROEPSCOORDINATOR -> van.groepssleutel();
                    case AANBIEDER -> van.werker().sleutel();
                    default -> van.sleutel();
                };
            case EIGEN_GROEPSAGENDA_BEHEREN -> van.groepssleutel();
            case GROEP_LEIDEN, GROEP_BEHEREN, DEELNEMERS_ZIEN, GROEPSBERICHT_STUREN -> van.groep();
            case DEELNEMER_BEHEREN -> van.deelname();
            case HUISBEZOEK_BEANTWOORDEN -> van.huisbezoek();
            case AANMELDINGEN_ZIEN, AANMELDING_BEANTWOORDEN, AANMELDING_BEHANDELEN, WMO_VASTLEGGEN -> van.verblijf();
            case VERBLIJVEN_ZIEN, VERBLIJF_MELDEN, OVERDRACHT_ZIEN -> van.logeerbeurt();
            case HUISBEZOEKEN_ZIEN, MEDEWERKERS_ZIEN, MEDEWERKER_BEHEREN -> werkerding(route, van.werker());
            case BIJEENKOMST_WIJZIGEN, AANWEZIGHEID_MELDEN -> van.bijeenkomst();
            case GASTHEER_BEHEREN -> van.gastheer().id().waarde();
            case EIGEN_DIENST_NEMEN -> van.moment();
            case MANTELZORGER_ZIEN, MANTELZORGER_WIJZIGEN, MANTELZORGER_WISSEN -> van.mantelzorger();
            case OPENSTELLING_ZIEN, DIENST_PLANNEN, MOMENT_AFGELASTEN, MOMENT_VERPLAATSEN -> van.moment();
            case ACCOUNT_WISSEN -> van.account();
            case CONTRACT_VASTLEGGEN -> van.aanbieder();
            case VOORSTEL_ZIEN, VOORSTEL_MAKEN, VOORSTEL_PUBLICEREN -> van.voorstel();
            case TOEGANG_BEHEREN ->
                route.getUriMatchTemplate().toPathString().contains("/aanvragen/") ? van.aanvraag() : van.account();
            // Looks at the form first, or says the same whatever it finds.
            case OPENINGSTIJDEN_BEHEREN, BELIJST_AFHANDELEN -> UUID.randomUUID();
            default -> {
                if (Rechten.deur(handeling) == Deur.AANMELDING) {
                    throw new AssertionError("what thing is " + naam(route) + " about? Say so in RechtenLoopTest.id");
                }
                yield UUID.randomUUID();
            }
        };
    }

    /** Somebody who visits, or what the path says it is of theirs. */
    private static UUID werkerding(UriRouteInfo<?, ?> route, Proefthuis.Werker van) {
        return switch (route.getUriMatchTemplate().toPathString().split("/")[2]) {
            case "werktijden" -> van.werktijd();
            case "momenten" -> van.moment();
            case "afwezigheid" -> van.afwezigheid();
            case "agenda" -> van.sleutel();
            default -> van.medewerker();
        };
    }

    private Sessie sessie(Rol rol) {
        return sessie(sessies, rol);
    }

    private Sessie sessie(Sessies bij, Rol rol) {
        var persoon = switch (rol) {
            case GASTHEER -> dingen.get(Relatie.EIGEN).gastheer().id().waarde();
            case MANTELZORGER -> dingen.get(Relatie.EIGEN).mantelzorger();
            case GROEPSCOORDINATOR -> dingen.get(Relatie.EIGEN).coordinator();
            case AANBIEDER -> dingen.get(Relatie.EIGEN).aanbiedermedewerker();
            default -> UUID.randomUUID();
        };
        var koek = bij.open("proef-" + rol.woord(), "Proef", rol, Optional.of(persoon));
        return new Sessie(koek, bij.find(koek).orElseThrow().csrf());
    }

    private HttpResponse<String> vraag(UriRouteInfo<?, ?> route, String pad, Optional<Sessie> sessie) {
        var leest = route.getHttpMethodName().equals("GET");
        var json = route.getConsumes().contains(MediaType.APPLICATION_JSON_TYPE);
        return vraag(
                route.getHttpMethodName(),
                pad,
                leest ? Optional.empty() : Optional.of(json ? "application/json" : "application/x-www-form-urlencoded"),
                sessie);
    }

    private HttpResponse<String> vraag(
            String methode, String pad, Optional<String> inhoudstype, Optional<Sessie> sessie) {
        return vraag(dienst.adres(pad), methode, inhoudstype, sessie);
    }

    /** An empty JSON object, or a form with nothing but its token. */
    private static HttpResponse<String> vraag(
            URI adres, String methode, Optional<String> inhoudstype, Optional<Sessie> sessie) {
        var verzoek = HttpRequest.newBuilder(adres);
        sessie.ifPresent(een -> verzoek.header("Cookie", "respijt=" + een.koek()));
        inhoudstype.ifPresent(soort -> verzoek.header("Content-Type", soort));
        var inhoud = inhoudstype
                .map(soort -> soort.endsWith("json")
                        ? "{}"
                        : "csrf=" + sessie.map(Sessie::csrf).orElse(""))
                .map(BodyPublishers::ofString)
                .orElseGet(BodyPublishers::noBody);
        try {
            return HTTP.send(verzoek.method(methode, inhoud).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(methode + " " + adres, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
