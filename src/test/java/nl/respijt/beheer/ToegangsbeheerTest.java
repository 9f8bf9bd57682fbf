package nl.respijt.beheer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.beheer.BeheerResultaat.Gedaan;
import nl.respijt.beheer.BeheerResultaat.LaatsteBeheerder;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.database.Proefdienst;
import nl.respijt.toegang.Account;
import nl.respijt.toegang.Account.Identiteit;
import nl.respijt.toegang.AccountResultaat;
import nl.respijt.toegang.Accounts;
import nl.respijt.toegang.Accounts.Nieuw;
import nl.respijt.toegang.Medewerker;
import nl.respijt.toegang.ProefIdp;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The beheerder gives roles and takes them; on a world of its own, because it counts who is beheerder. */
final class ToegangsbeheerTest {
    private static final String DOOR = "beheerder-proef";

    private static ProefIdp idp;
    private static Proefdienst dienst;
    private static Toegangsbeheer beheer;
    private static Accounts accounts;
    private static Sessies sessies;

    @BeforeAll
    static void start() {
        idp = new ProefIdp();
        dienst = Proefdienst.start(idp.instellingen(), Map.of());
        beheer = dienst.bean(Toegangsbeheer.class);
        accounts = dienst.bean(Accounts.class);
        sessies = dienst.bean(Sessies.class);
    }

    @AfterAll
    static void stop() {
        dienst.close();
        idp.close();
    }

    private static Account nieuw(Rol rol) {
        var naam = UUID.randomUUID().toString();
        return gemaakt(
                Nieuw.van(rol, "Proef " + naam, naam + "@voorbeeld.example").met(new Identiteit(idp.uitgever(), naam)));
    }

    private static Account gemaakt(Nieuw nieuw) {
        return ((AccountResultaat.Gedaan) accounts.maak(nieuw)).account();
    }

    private static Toekenning als(Rol rol) {
        return new Toekenning(rol, Optional.empty());
    }

    /** Everybody who is beheerder stops, but for these. */
    private static void enkel(Account... wie) {
        beheer.accounts().stream()
                .filter(account -> account.soort() == Rol.BEHEERDER && !account.isGeblokkeerd())
                .filter(account ->
                        List.of(wie).stream().noneMatch(een -> een.id().equals(account.id())))
                .forEach(account -> beheer.blokkeer(account.id(), DOOR));
    }

    @Test
    void who_asks_gets_a_role_from_the_beheerder_and_signs_in() {
        var subject = "nieuw-" + UUID.randomUUID();
        var claims = Map.<String, Object>of(
                "name", "Noor Nieuw", "email", subject + "@voorbeeld.example", "amr", List.of("mfa"));
        idp.volgende(subject, claims);
        var browser = new Medewerker(dienst);
        assertThat(browser.logIn().body()).contains("Uw aanvraag is binnen");
        var beheerder = beheerder();
        var pagina = beheerder.haal("/beheer/toegang").body();
        assertThat(pagina).contains("Noor Nieuw", subject);
        var aanvraag = "/beheer/toegang/aanvragen/"
                + pagina.replaceAll("(?s).*" + subject + ".*?/beheer/toegang/aanvragen/([0-9a-f-]{36}).*", "$1");

        var gegeven = beheerder.formulier(aanvraag, aanvraag, Map.of("rol", "makelaar", "organisatie", ""));

        assertThat(gegeven.statusCode()).isEqualTo(303);
        assertThat(beheerder.haal(aanvraag).statusCode())
                .as("no request any more")
                .isEqualTo(404);
        idp.volgende(subject, claims);
        assertThat(browser.logIn().headers().firstValue("Location")).contains("/makelaar/week");
        assertThat(beheer.accounts())
                .filteredOn(account -> account.naam().equals("Noor Nieuw"))
                .singleElement()
                .satisfies(account -> assertThat(account.laatstIngelogdOp()).isPresent());
    }

    @Test
    void who_is_refused_is_told_so_and_can_still_be_let_in() {
        var subject = "geweigerd-" + UUID.randomUUID();
        var claims = Map.<String, Object>of("email", subject + "@voorbeeld.example");
        idp.volgende(subject, claims);
        new Medewerker(dienst).logIn();
        var aanvraag = dienst.bean(nl.respijt.toegang.Aanvragen.class).alle().stream()
                .filter(een -> een.identiteit().subject().equals(subject))
                .findFirst()
                .orElseThrow();

        assertThat(beheer.weiger(aanvraag.id(), DOOR)).isEqualTo(new Gedaan());

        idp.volgende(subject, claims);
        assertThat(new Medewerker(dienst).logIn().body()).contains("U krijgt geen toegang");
        assertThat(beheer.geefToegang(aanvraag.id(), als(Rol.GEMEENTE), DOOR)).isEqualTo(new Gedaan());
        assertThat(beheer.geefToegang(aanvraag.id(), als(Rol.GEMEENTE), DOOR))
                .isEqualTo(new BeheerResultaat.Onbekend());
        idp.volgende(subject, claims);
        assertThat(new Medewerker(dienst).logIn().statusCode()).isEqualTo(303);
    }

    @Test
    void every_change_is_written_down_with_who_did_it() {
        var account = nieuw(Rol.MAKELAAR);

        beheer.wijzig(account.id(), als(Rol.GEMEENTE), DOOR);
        beheer.wijzig(account.id(), als(Rol.GEMEENTE), DOOR);
        beheer.blokkeer(account.id(), DOOR);
        beheer.blokkeer(account.id(), DOOR);
        beheer.deblokkeer(account.id(), DOOR);

        assertThat(beheer.geschiedenis(account.id()))
                .as("and what changed nothing is not")
                .extracting(Gebeurtenis::wat)
                .containsExactly("rol-gewijzigd", "geblokkeerd", "gedeblokkeerd");
        assertThat(beheer.geschiedenis(account.id()))
                .allSatisfy(een -> assertThat(een.wie()).isEqualTo(DOOR));
        assertThat(beheer.geschiedenis(account.id()).getFirst().waarom()).contains("makelaar → gemeente");
    }

    @Test
    void who_is_blocked_or_gets_another_role_is_signed_out_at_once() {
        var account = nieuw(Rol.MAKELAAR);
        var koek = sessies.open(account);
        beheer.wijzig(account.id(), als(Rol.GEMEENTE), DOOR);
        assertThat(sessies.find(koek)).isEmpty();

        var tweede = sessies.open(accounts.find(account.id()).orElseThrow());
        assertThat(sessies.find(tweede)).isPresent();
        beheer.blokkeer(account.id(), DOOR);
        assertThat(sessies.find(tweede)).isEmpty();
    }

    @Test
    void who_works_here_no_more_is_blocked_and_then_forgotten() throws Exception {
        var account = nieuw(Rol.GROEPSCOORDINATOR);
        sessies.open(account);

        assertThat(beheer.wis(account.id(), DOOR)).isInstanceOf(BeheerResultaat.EerstBlokkeren.class);
        beheer.blokkeer(account.id(), DOOR);
        assertThat(beheer.wis(account.id(), DOOR)).isInstanceOf(BeheerResultaat.Gedaan.class);

        assertThat(beheer.account(account.id())).isEmpty();
        assertThat(beheer.wis(account.id(), DOOR)).isInstanceOf(BeheerResultaat.Onbekend.class);
        try (var verbinding = dienst.verbinding();
                var vraag = verbinding.prepareStatement(
                        "select count(*) from sessie where account_id = ?::uuid or naam = ?")) {
            vraag.setString(1, account.id().toString());
            vraag.setString(2, account.naam());
            try (var rijen = vraag.executeQuery()) {
                rijen.next();
                assertThat(rijen.getInt(1)).isZero();
            }
        }
    }

    @Test
    void the_last_beheerder_stays_beheerder() {
        var enige = nieuw(Rol.BEHEERDER);
        enkel(enige);

        assertThat(beheer.wijzig(enige.id(), als(Rol.MAKELAAR), DOOR)).isEqualTo(new LaatsteBeheerder());
        assertThat(beheer.blokkeer(enige.id(), DOOR)).isEqualTo(new LaatsteBeheerder());
        assertThat(accounts.find(enige.id()).orElseThrow().rol()).isEqualTo(Rol.BEHEERDER);

        nieuw(Rol.BEHEERDER);
        assertThat(beheer.wijzig(enige.id(), als(Rol.MAKELAAR), DOOR)).isEqualTo(new Gedaan());
    }

    @Test
    void of_two_who_take_each_others_role_one_stays() throws Exception {
        for (var ronde = 0; ronde < 10; ronde++) {
            var een = nieuw(Rol.BEHEERDER);
            var ander = nieuw(Rol.BEHEERDER);
            enkel(een, ander);

            try (var tegelijk = Executors.newFixedThreadPool(2)) {
                var uitkomsten = tegelijk
                        .invokeAll(List.<Callable<BeheerResultaat>>of(
                                () -> beheer.wijzig(ander.id(), als(Rol.MAKELAAR), een.slug()),
                                () -> beheer.blokkeer(een.id(), ander.slug())))
                        .stream()
                        .map(Future::resultNow)
                        .toList();

                assertThat(uitkomsten).containsExactlyInAnyOrder(new Gedaan(), new LaatsteBeheerder());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Rol.class,
            mode = Mode.EXCLUDE,
            names = {"GROEPSCOORDINATOR", "AANBIEDER", "VERWIJZER"})
    void who_signs_in_by_mail_gets_no_role_of_staff(Rol rol) {
        var email = UUID.randomUUID() + "@voorbeeld.example";
        assertThat(beheer.nodigUit("Proef", email, als(rol), DOOR)).isEqualTo(new BeheerResultaat.NietPerMail());
        assertThat(beheer.nodigUit("Proef", email, als(Rol.GROEPSCOORDINATOR), DOOR))
                .isEqualTo(new Gedaan());
        var account = accounts.metEmail(email).getFirst();

        assertThat(beheer.wijzig(account.id(), als(rol), DOOR)).isEqualTo(new BeheerResultaat.NietPerMail());
    }

    @Test
    void a_provider_is_one_with_a_contract_and_a_verwijzer_works_somewhere() {
        var email = UUID.randomUUID() + "@voorbeeld.example";
        var bekend = beheer.aanbieders().getFirst();

        assertThat(beheer.nodigUit("Proef", email, new Toekenning(Rol.AANBIEDER, Optional.of("Verzonnen")), DOOR))
                .isInstanceOf(BeheerResultaat.GeenAanbieder.class);
        assertThat(beheer.nodigUit("Proef", email, als(Rol.VERWIJZER), DOOR))
                .isInstanceOf(BeheerResultaat.OrganisatieOntbreekt.class);
        assertThat(beheer.nodigUit("Proef", email, new Toekenning(Rol.AANBIEDER, Optional.of(bekend)), DOOR))
                .isEqualTo(new Gedaan());
        assertThat(beheer.nodigUit("Proef", email, new Toekenning(Rol.AANBIEDER, Optional.of(bekend)), DOOR))
                .isEqualTo(new BeheerResultaat.AlBekend());
    }

    private static Medewerker beheerder() {
        var account = nieuw(Rol.BEHEERDER);
        idp.volgende(account.identiteit().orElseThrow().subject(), Map.of("amr", List.of("otp")));
        var browser = new Medewerker(dienst);
        assertThat(browser.logIn().headers().firstValue("Location")).contains("/beheer/toegang");
        return browser;
    }

    @Test
    void a_refused_invitation_comes_back_as_it_was_typed() {
        var beheerder = beheerder();

        var antwoord = beheerder.formulier(
                "/beheer/toegang/uitnodigen",
                "/beheer/toegang/uitnodigen",
                Map.of("naam", "Vera Verwijzer", "email", "vera@", "rol", "verwijzer", "organisatie", ""));

        assertThat(antwoord.statusCode()).isEqualTo(422);
        assertThat(antwoord.body())
                .contains("<title>Fout:", "value=\"Vera Verwijzer\"", "value=\"vera@\"", "href=\"#email\"")
                .contains("<option value=\"verwijzer\" selected>");
    }

    @Test
    void the_last_beheerder_reads_why_not() {
        var zelf = nieuw(Rol.BEHEERDER);
        idp.volgende(zelf.identiteit().orElseThrow().subject(), Map.of("amr", List.of("otp")));
        var browser = new Medewerker(dienst);
        browser.logIn();
        enkel(zelf);
        var pad = "/beheer/toegang/accounts/" + zelf.id();

        var rol = browser.formulier(pad, pad, Map.of("rol", "gemeente", "organisatie", ""));
        var blokkade = browser.formulier(pad, pad + "/blokkade", Map.of());

        assertThat(rol.statusCode()).isEqualTo(422);
        assertThat(rol.body()).contains("Dit is de enige beheerder", "href=\"#rol\"");
        assertThat(blokkade.statusCode()).isEqualTo(422);
        assertThat(blokkade.body()).contains("href=\"#blokkeer\"");
    }

    @ParameterizedTest
    @EnumSource(value = Rol.class, mode = Mode.EXCLUDE, names = "BEHEERDER")
    void nobody_else_sees_these_pages(Rol rol) {
        var browser = new Medewerker(dienst);
        browser.neemKoek(sessies.open("iemand", "Iemand", rol, Optional.of(UUID.randomUUID())));

        for (var pad : List.of(
                "/beheer/toegang", "/beheer/toegang/uitnodigen", "/beheer/toegang/accounts/" + UUID.randomUUID())) {
            assertThat(browser.haal(pad).statusCode()).as(pad).isEqualTo(404);
        }
    }

    /** The beheerder gives access and has none: to the desk, to bookings, to the roster. */
    @Test
    void the_beheerder_sees_no_content() {
        var beheerder = beheerder();

        for (var pad : List.of("/makelaar/week", "/makelaar/belijst", "/rooster", "/api/v1/diensten", "/mijn")) {
            assertThat(beheerder.haal(pad).statusCode()).as(pad).isEqualTo(404);
        }
    }

    @Test
    void who_is_given_access_as_an_aanbieder_acts_for_it_until_the_role_goes() {
        var aanbieders = dienst.bean(Aanbieders.class);
        var bij = beheer.aanbieders();
        var email = UUID.randomUUID() + "@voorbeeld.example";
        beheer.nodigUit("Proef", email, new Toekenning(Rol.AANBIEDER, Optional.of(bij.getFirst())), DOOR);
        var id = accounts.metEmail(email).getFirst().id();

        assertThat(aanbieders.vanMedewerker(id)).extracting(Aanbieder::naam).containsExactly(bij.getFirst());
        beheer.wijzig(id, new Toekenning(Rol.AANBIEDER, Optional.of(bij.getLast())), DOOR);
        assertThat(aanbieders.vanMedewerker(id)).extracting(Aanbieder::naam).containsExactly(bij.getLast());
        beheer.wijzig(id, new Toekenning(Rol.VERWIJZER, Optional.of(bij.getLast())), DOOR);
        assertThat(aanbieders.vanMedewerker(id)).isEmpty();
    }
}
