package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.privacy.Wissing;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Accounts;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import nl.respijt.web.Toeval;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stay over the API: one intake, every house answers, a bed is held and chosen, and never by two. */
@Timeout(300)
final class AanmeldingApiTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final Klant klant = new Klant(dienst);
    private final LocalDate van = verblijf.vandaag().plusDays(30);
    private final LocalDate tot = van.plusDays(3);

    @Test
    void every_house_answers_at_once_and_those_that_can_are_asked() {
        var huis = verblijf.huis(2);
        var adres = "ans-" + UUID.randomUUID() + "@proef.example";

        var antwoord = meldAan(Proefverblijf.intake(adres, van, tot));

        assertThat(antwoord.status()).isEqualTo(201);
        assertThat(antwoord.json()).containsEntry("status", "uitgezet").containsKeys("id", "code", "beheersleutel");
        assertThat(antwoord.lijst("uitkomst"))
                .filteredOn(een -> een.get("aanbieder").equals(huis.huis().naam()))
                .singleElement()
                .satisfies(een -> assertThat(een)
                        .containsEntry("past", "ja")
                        .containsEntry("nachten", List.of(Map.of("van", van.toString(), "tot", tot.toString()))));
        assertThat(antwoord.lijst("uitkomst"))
                .filteredOn(een -> een.get("aanbieder").equals("Voorbeeld Logeerhuis C"))
                .singleElement()
                .satisfies(een -> assertThat(een.toString()).contains("nee", "leeftijd", "mensen van deze leeftijd"));
        assertThat(aanmelding(antwoord).json()).containsEntry("status", "uitgezet");
        assertThat(post(adres))
                .singleElement()
                .satisfies(mail -> assertThat(mail.tekst())
                        .contains("/aanmelding/")
                        .doesNotContain("rummikub", "logeer", "Logeerhuis"));
        var medewerker = dienst.bean(Accounts.class)
                .find(huis.medewerker())
                .orElseThrow()
                .email();
        assertThat(post(medewerker))
                .singleElement()
                .satisfies(mail -> assertThat(Toeval.uit(mail.tekst()))
                        .contains("/aanmeldingen")
                        .doesNotContain("Ans"));
        assertThat(klant.haal(pad(antwoord.json().get("beheerUrl"))).tekst()).contains("De huizen zijn gevraagd");
        assertThat(verblijf.als(huis).haal("/aanmeldingen").tekst()).contains("Ans", "Wacht op uw antwoord");
    }

    @Test
    void every_fault_is_named_with_its_place() {
        var fout = meldAan(Proefverblijf.intake(van, tot)
                .replace("\"naam\": \"Ans\"", "\"naam\": \"\"")
                .replace("\"mobiliteit\": \"zelf\"", "\"mobiliteit\": \"fiets\"")
                .replace("Houdt van rummikub", "bsn 111222333"));

        assertThat(fout.status()).isEqualTo(400);
        assertThat(fout.velden()).containsExactlyInAnyOrder("wie.naam", "mobiliteit", "wensen.opmerking");
        assertThat(meldAan("{}").velden()).contains("wie.naam", "wie.email", "leeftijd", "van", "tot", "dementie");
        assertThat(meldAan(Proefverblijf.intake(tot, van)).velden()).containsExactly("tot");
        assertThat(meldAan(Proefverblijf.intake(van, van.plusDays(61))).velden())
                .containsExactly("tot");
        assertThat(meldAan(Proefverblijf.intake(verblijf.vandaag().minusDays(1), tot))
                        .velden())
                .containsExactly("van");
        assertThat(klant.stuur("/api/v1/aanmeldingen", Proefverblijf.intake(van, tot))
                        .probleem())
                .isEqualTo("geen-sleutel");
    }

    @Test
    void what_somebody_does_not_know_excludes_no_house() {
        var weetNiet = Proefverblijf.intake(van, tot)
                .replace("\"mobiliteit\": \"zelf\"", "\"mobiliteit\": \"weet-niet\"")
                .replace("\"dementie\": \"nee\"", "\"dementie\": \"weet-niet\"");
        var gevorderd = Proefverblijf.intake(van, tot).replace("\"dementie\": \"nee\"", "\"dementie\": \"gevorderd\"");

        var antwoord = meldAan(weetNiet);

        assertThat(antwoord.status()).isEqualTo(201);
        assertThat(antwoord.lijst("uitkomst").toString()).doesNotContain("dementie", "mobiliteit");
        assertThat(meldAan(gevorderd).lijst("uitkomst").toString()).contains("dementie");
        assertThat(meldAan(weetNiet.replace("65+", "weet-niet")).velden()).containsExactly("leeftijd");
    }

    @Test
    void another_law_is_another_road_and_only_a_count_is_kept() {
        var voor = aantal("select coalesce(sum(aantal), 0) from doorverwijzing");
        var aanmeldingen = aantal("select count(*) from aanmelding");

        var jeugd = meldAan(Proefverblijf.intake(van, tot).replace("\"65+\"", "\"0-17\""));
        var wlz = meldAan(Proefverblijf.intake(van, tot).replace("\"wlz\": \"nee\"", "\"wlz\": \"ja\""));

        assertThat(jeugd.status()).isEqualTo(200);
        assertThat(jeugd.json()).containsEntry("route", "jeugd").containsKey("tekst");
        assertThat(wlz.json()).containsEntry("route", "wlz");
        assertThat(aantal("select sum(aantal) from doorverwijzing")).isEqualTo(voor + 2);
        assertThat(aantal("select count(*) from aanmelding")).isEqualTo(aanmeldingen);
    }

    @Test
    void asking_twice_is_asking_once() {
        var intake = Proefverblijf.intake(van, tot);
        var sleutel = UUID.randomUUID().toString();

        var een = meldAan(intake, sleutel);
        var twee = meldAan(intake, sleutel);

        assertThat(twee.status()).isEqualTo(201);
        assertThat(twee.json().get("id")).isEqualTo(een.json().get("id"));
        assertThat(meldAan(intake.replace("rollator", "zelf").replace("Ans", "Bep"), sleutel)
                        .probleem())
                .isEqualTo("sleutel-hergebruikt");
    }

    @Test
    void a_house_offers_a_bed_and_the_carer_takes_one_and_frees_the_others() {
        var een = verblijf.huis(1);
        var ander = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot));
        var bod = bied(een, gast, een.bed(0), van, tot);
        var tweede = bied(ander, gast, "P00", van, tot);
        assertThat(bod.status()).isEqualTo(201);
        assertThat(aanmelding(gast).json()).containsEntry("status", "aangeboden");
        assertThat(nachten(ander)).containsOnly("vastgehouden");

        var keuze = kies(gast, bod, "aanvaarding");

        assertThat(keuze.status()).isEqualTo(200);
        assertThat(keuze.json()).containsEntry("status", "aanvaard").containsEntry("aanmelding", "bevestigd");
        assertThat(kies(gast, bod, "aanvaarding").status()).isEqualTo(200);
        assertThat(nachten(een)).containsOnly("bezet");
        assertThat(nachten(ander)).containsOnly("vrij");
        assertThat(kies(gast, tweede, "aanvaarding").probleem()).isEqualTo("aanbod-verlopen");
        assertThat(bied(ander, gast, "P00", van, tot).probleem()).isEqualTo("aanvraag-beantwoord");
    }

    @Test
    void without_a_decision_it_waits_for_the_makelaar_and_nights_never_go_below_zero() {
        var huis = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot).replace("\"wmoNachten\": 10", "\"wmoNachten\": 2"));
        var bod = bied(huis, gast, "P00", van, tot);
        assertThat(kies(gast, bod, "aanvaarding").json()).containsEntry("aanmelding", "geaccepteerd");

        assertThat(wmo(gast, "{\"besluit\": \"lopend\"}").json()).containsEntry("status", "geaccepteerd");
        var ja = wmo(gast, "{\"besluit\": \"toegekend\", \"nachten\": 5}");

        assertThat(ja.json()).containsEntry("status", "bevestigd").containsEntry("nachtenOver", 2);
        assertThat(wmo(gast, "{\"besluit\": \"toegekend\", \"nachten\": 2}").probleem())
                .isEqualTo("te-weinig-nachten");
        assertThat(wmo(gast, "{\"besluit\": \"toegekend\"}").velden()).containsExactly("nachten");
    }

    @Test
    void a_house_keeps_its_own_rules_and_its_contract() {
        var maandag = van.with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY));
        var huis = verblijf.huis(1, Set.of(DayOfWeek.MONDAY), maandag.plusDays(10));
        var gast = meldAan(Proefverblijf.intake(maandag, maandag.plusDays(3)));

        assertThat(bied(huis, gast, "P00", maandag.plusDays(1), maandag.plusDays(3))
                        .probleem())
                .isEqualTo("geen-aankomstdag");
        assertThat(bied(huis, gast, "P00", maandag, maandag.plusDays(22)).probleem())
                .isEqualTo("aantal-nachten");
        assertThat(bied(huis, gast, "P00", maandag.plusDays(7), maandag.plusDays(12))
                        .probleem())
                .isEqualTo("contract-verlopen");
        assertThat(bied(huis, gast, "Z99", maandag, maandag.plusDays(3)).velden())
                .containsExactly("bed");
        assertThat(bied(verblijf.huis(1), gast, "P00", maandag, maandag.plusDays(3))
                        .status())
                .as("it was not asked")
                .isEqualTo(404);
        dienst.bean(Contracten.class)
                .legVast(huis.aanbieder().id(), Contractdienst.VERBLIJF, maandag.minusDays(1), "brief", "proef");
        assertThat(bied(huis, gast, "P00", maandag, maandag.plusDays(3)).probleem())
                .isEqualTo("contract-verlopen");
    }

    @Test
    void a_no_comes_with_a_reason_that_nobody_reads_in_the_database() {
        var huis = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot));
        bied(huis, gast, "P00", van, tot);
        assertThat(wijsAf(huis, gast, "{}").velden()).containsExactly("reden");

        var nee = wijsAf(huis, gast, "{\"reden\": \"Kanariegeel dak lekt\"}");

        assertThat(nee.status()).isEqualTo(200);
        assertThat(nachten(huis)).containsOnly("vrij");
        assertThat(wijsAf(huis, gast, "{\"reden\": \"Nog eens\"}").status()).isEqualTo(200);
        assertThat(bied(huis, gast, "P00", van, tot).probleem()).isEqualTo("aanvraag-beantwoord");
        assertThat(aantal("select count(*) from gebeurtenis where waarom like '%Kanariegeel%'"))
                .isZero();
    }

    @Test
    void forgetting_somebody_frees_the_bed_and_leaves_nothing_that_was_told() {
        var huis = verblijf.huis(1);
        var gast = meldAan(Proefverblijf.intake(van, tot));
        kies(gast, bied(huis, gast, "P00", van, tot), "aanvaarding");
        var id = UUID.fromString(gast.json().get("id").toString());
        var wie = dienst.bean(Aanmeldingen.class).find(id).orElseThrow().mantelzorger();

        assertThat(dienst.bean(Wissing.class).wis(wie, "mantelzorger")).isInstanceOf(Wissing.WisResultaat.Gewist.class);

        assertThat(nachten(huis)).containsOnly("vrij");
        assertThat(aanmelding(gast).status()).isEqualTo(404);
        assertThat(aantal(
                        "select count(*) from aanmelding where id = '%s' and (versleuteld is not null or email is not null)"
                                .formatted(id)))
                .isZero();
    }

    @Test
    void one_bed_goes_to_one_of_sixty_four() throws Exception {
        var huis = verblijf.huis(1);
        var gasten = new ArrayList<Antwoord>();
        for (var n = 0; n < 64; n++) {
            gasten.add(meldAan(Proefverblijf.intake(van.plusDays(n % 3), tot.plusDays(n % 3))));
        }
        var werk = new ArrayList<Callable<Antwoord>>();
        for (var n = 0; n < 64; n++) {
            var gast = gasten.get(n);
            var later = n % 3;
            werk.add(() -> bied(huis, gast, "P00", van.plusDays(later), tot.plusDays(later)));
        }

        var uitkomsten = tegelijk(werk);

        assertThat(uitkomsten).filteredOn(een -> een.status() == 201).hasSize(1);
        assertThat(uitkomsten)
                .filteredOn(een -> een.status() != 201)
                .allSatisfy(een -> assertThat(een.probleem()).isEqualTo("bed-bezet"));
        assertThat(aantal("select count(*) from bednacht where bed_id = '%s'".formatted(huis.bed(0))))
                .isEqualTo(3);
    }

    @Test
    void of_two_choices_at_once_one_holds() throws Exception {
        for (var ronde = 0; ronde < 8; ronde++) {
            var een = verblijf.huis(1);
            var ander = verblijf.huis(1);
            var gast = meldAan(Proefverblijf.intake(van, tot));
            var boden = List.of(bied(een, gast, "P00", van, tot), bied(ander, gast, "P00", van, tot));

            var uitkomsten = tegelijk(boden.stream()
                    .<Callable<Antwoord>>map(bod -> () -> kies(gast, bod, "aanvaarding"))
                    .toList());

            assertThat(uitkomsten.stream().map(Antwoord::status)).containsExactlyInAnyOrder(200, 409);
            assertThat(List.of(nachten(een), nachten(ander)))
                    .containsExactlyInAnyOrder(Set.of("bezet"), Set.of("vrij"));
        }
    }

    @Test
    void a_choice_that_meets_the_end_of_the_offer_holds_or_is_free() throws Exception {
        try (var eigen = Proefdienst.start()) {
            var hier = new Proefverblijf(eigen);
            var buiten = new Klant(eigen);
            var klok = eigen.bean(Klok.class);
            for (var ronde = 0; ronde < 6; ronde++) {
                var dag = hier.vandaag().plusDays(30);
                var huis = hier.huis(1);
                var gast = buiten.stuur(
                        "/api/v1/aanmeldingen",
                        Proefverblijf.intake(dag, dag.plusDays(2)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
                var bod = hier.als(huis)
                        .stuur(
                                "/api/v1/aanmeldingen/" + gast.json().get("id") + "/aanbiedingen",
                                "{\"bed\": \"P00\", \"van\": \"%s\", \"tot\": \"%s\"}".formatted(dag, dag.plusDays(2)));
                klok.verschuif(
                        klok.verschuiving().plus(Aanbod.GELDIG).minus(Duration.ofMillis(ronde % 2 == 0 ? 40 : 400)));
                var sleutel = "Bearer " + gast.json().get("beheersleutel");

                var gekozen = new AtomicBoolean();
                var uitkomsten = tegelijk(List.<Callable<Boolean>>of(
                        () -> {
                            try {
                                return buiten.stuur(
                                                        "/api/v1/aanbiedingen/"
                                                                + bod.json().get("id") + "/aanvaarding",
                                                        "",
                                                        "Authorization",
                                                        sleutel)
                                                .status()
                                        == 200;
                            } finally {
                                gekozen.set(true);
                            }
                        },
                        () -> {
                            while (!gekozen.get()) {
                                eigen.bean(Aanbiedingen.class).laatVerlopen();
                            }
                            return true;
                        }));
                klok.verschuif(klok.verschuiving().plus(Duration.ofMinutes(1)));
                eigen.bean(Aanbiedingen.class).laatVerlopen();

                var bezet = eigen.bean(Jdbi.class)
                        .withHandle(handle -> handle.select(
                                        "select count(*) from bednacht where bed_id = ? and status = 'bezet'",
                                        UUID.fromString(huis.bed(0)))
                                .mapTo(Integer.class)
                                .one());
                var alle = eigen.bean(Jdbi.class)
                        .withHandle(handle -> handle.select(
                                        "select count(*) from bednacht where bed_id = ?", UUID.fromString(huis.bed(0)))
                                .mapTo(Integer.class)
                                .one());
                assertThat(bezet).isEqualTo(uitkomsten.getFirst() ? 2 : 0);
                assertThat(alle).as("nothing is held for nobody").isEqualTo(bezet);
            }
        }
    }

    @Test
    void beds_by_night_are_for_the_makelaar_and_of_a_house_its_own() {
        var huis = verblijf.huis(2);
        var ander = verblijf.huis(1);

        var eigen = verblijf.als(huis).haal("/api/v1/bedden?van=%s&tot=%s".formatted(van, tot));

        assertThat(eigen.tekst()).contains(huis.bed(0), huis.bed(1)).doesNotContain(ander.bed(0));
        assertThat(verblijf.makelaar().haal("/api/v1/bedden").tekst()).contains(huis.bed(0), ander.bed(0), "A1");
        assertThat(klant.haal("/api/v1/bedden").status()).isEqualTo(401);
    }

    private <T> List<T> tegelijk(List<Callable<T>> werk) throws Exception {
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            var uitkomsten = new ArrayList<T>();
            for (var een : draden.invokeAll(werk)) {
                uitkomsten.add(een.get());
            }
            return uitkomsten;
        }
    }

    private Antwoord meldAan(String intake) {
        return meldAan(intake, UUID.randomUUID().toString());
    }

    private Antwoord meldAan(String intake, String sleutel) {
        return klant.stuur("/api/v1/aanmeldingen", intake, "Idempotency-Key", sleutel);
    }

    private Antwoord aanmelding(Antwoord gast) {
        return klant.haal(
                "/api/v1/aanmeldingen/" + gast.json().get("id"),
                "Authorization",
                "Bearer " + gast.json().get("beheersleutel"));
    }

    private Antwoord bied(Huis huis, Antwoord gast, String bed, LocalDate aankomst, LocalDate vertrek) {
        return verblijf.als(huis)
                .stuur(
                        "/api/v1/aanmeldingen/" + gast.json().get("id") + "/aanbiedingen",
                        "{\"bed\": \"%s\", \"van\": \"%s\", \"tot\": \"%s\"}".formatted(bed, aankomst, vertrek));
    }

    private Antwoord wijsAf(Huis huis, Antwoord gast, String inhoud) {
        return verblijf.als(huis).stuur("/api/v1/aanmeldingen/" + gast.json().get("id") + "/afwijzing", inhoud);
    }

    private Antwoord wmo(Antwoord gast, String inhoud) {
        return verblijf.makelaar().stuur("/api/v1/aanmeldingen/" + gast.json().get("id") + "/wmo", inhoud);
    }

    private Antwoord kies(Antwoord gast, Antwoord bod, String wat) {
        return klant.stuur(
                "/api/v1/aanbiedingen/" + bod.json().get("id") + "/" + wat,
                "",
                "Authorization",
                "Bearer " + gast.json().get("beheersleutel"));
    }

    private Set<String> nachten(Huis huis) {
        return dienst.bean(Bedden.class).van(huis.aanmelding(), van, tot).stream()
                .flatMap(bed -> van.datesUntil(tot).map(nacht -> bed.nachten().getOrDefault(nacht, Bedden.VRIJ)))
                .collect(java.util.stream.Collectors.toSet());
    }

    private int aantal(String vraag) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(vraag).mapTo(Integer.class).one());
    }

    private static String pad(Object url) {
        return url.toString().replaceFirst("^https?://[^/]+", "");
    }

    private List<DemoMail> post(String adres) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }
}
