package nl.respijt.toegang;

import static nl.respijt.toegang.Surfer.naar;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Signing in by mail, as browsers, mail scanners and strangers do it. */
class InlogTest {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{4} \\d{4})\\b");
    private static final Pattern LINK = Pattern.compile("/inloggen/[A-Za-z0-9_-]{64}");
    private static final String FOUTE_CODE = "0000 0000";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Accounts accounts = dienst.bean(Accounts.class);
    private final Jdbi jdbi = dienst.bean(Jdbi.class);
    private final Surfer surfer = new Surfer(dienst);

    private String eenMantelzorger() {
        var adres = Proefwens.nieuwAdres();
        var moment = Proefmoment.in(dienst).publiceer();
        assertThat(dienst.bean(BoekingService.class)
                        .boek(Proefwens.voor(moment).naam("Ans").email(adres).verzoek()))
                .isInstanceOf(BoekResultaat.Geboekt.class);
        return adres;
    }

    private Account eenVerwijzer(String adres) {
        return ((AccountResultaat.Gedaan) accounts.maak(Accounts.Nieuw.van(Rol.VERWIJZER, "Dokter Bos", adres)))
                .account();
    }

    private static HttpResponse<String> vraag(Surfer wie, String adres) {
        wie.haal("/inloggen");
        return wie.vul("/inloggen", "email", adres);
    }

    private List<DemoMail> mails(String adres) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(500).stream()
                .filter(mail -> mail.aan().equals(adres) && mail.tekst().contains("/inloggen/"))
                .toList();
    }

    private String code(String adres) {
        return vind(CODE, mails(adres).getFirst().tekst());
    }

    private String link(String adres) {
        return vind(LINK, mails(adres).getFirst().tekst());
    }

    private static String vind(Pattern patroon, String tekst) {
        var vondst = patroon.matcher(tekst);
        assertThat(vondst.find()).as("%s in %s", patroon, tekst).isTrue();
        return vondst.group();
    }

    private long sessies(String naam) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from sessie where naam = :naam")
                .bind("naam", naam)
                .mapTo(Long.class)
                .one());
    }

    private static <T> List<T> tegelijk(int aantal, Callable<T> werk) throws Exception {
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            return draden
                    .invokeAll(IntStream.range(0, aantal).mapToObj(_ -> werk).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @Test
    void a_carer_signs_in_with_the_code_and_sees_the_own_list() {
        var adres = eenMantelzorger();

        assertThat(naar(vraag(surfer, " " + adres.toUpperCase(java.util.Locale.ROOT) + " ")))
                .isEqualTo("/inloggen/code");
        assertThat(surfer.haal("/inloggen/code").body())
                .contains("one-time-code")
                .doesNotContain(adres);
        var antwoord = surfer.vul("/inloggen/code", "code", code(adres));

        assertThat(antwoord.statusCode()).isEqualTo(303);
        assertThat(naar(antwoord)).isEqualTo("/mijn");
        assertThat(surfer.haal("/mijn").body()).contains("Huis Proef", "/afspraak/", "Uitloggen (Ans)");
    }

    @Test
    void one_comes_back_to_the_page_one_wanted_and_never_to_another_site() {
        var adres = eenMantelzorger();
        var gestuurd = naar(surfer.haal("/mijn?x=1"));
        assertThat(gestuurd).isEqualTo("/inloggen?verder=%2Fmijn%3Fx%3D1");
        surfer.haal(gestuurd);
        surfer.vul("/inloggen", "email", adres);
        assertThat(naar(surfer.vul("/inloggen/code", "code", code(adres)))).isEqualTo("/mijn?x=1");

        for (var elders : List.of(
                "//elders.example",
                "https://elders.example",
                "/\\elders.example",
                "/mijn//elders.example",
                "/mijn/../uitloggen",
                "/makelaar/week",
                "/mijnen")) {
            var ander = new Surfer(dienst);
            var anderAdres = eenMantelzorger();
            ander.haal("/inloggen?verder=" + URLEncoder.encode(elders, StandardCharsets.UTF_8));
            ander.vul("/inloggen", "email", anderAdres);
            assertThat(naar(ander.vul("/inloggen/code", "code", code(anderAdres))))
                    .as(elders)
                    .isEqualTo("/mijn");
        }
    }

    @Test
    void a_link_signs_in_the_browser_that_asked_with_one_press_of_a_button() {
        var adres = eenMantelzorger();
        vraag(surfer, adres);
        var link = link(adres);

        assertThat(surfer.haal(link).body()).contains("<form method=\"post\" action=\"" + link + "\">");
        assertThat(surfer.isIngelogd()).isFalse();
        assertThat(naar(surfer.vul(link))).isEqualTo("/mijn");
        assertThat(surfer.isIngelogd()).isTrue();
    }

    @Test
    void fifty_uses_of_a_link_at_once_give_one_session() throws Exception {
        var adres = Proefwens.nieuwAdres();
        eenVerwijzer(adres);
        vraag(surfer, adres);
        var link = link(adres);
        surfer.haal(link);
        var naam = "Verwijzer " + UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute("update account set naam = ? where email = ?", naam, adres));
        var token = surfer.csrf();
        var koek = surfer.koek("respijt-inloggen");

        var statussen = tegelijk(50, () -> {
            var zelfde = new Surfer(dienst);
            zelfde.haal("/inloggen");
            return zelfde.metKoek("respijt-inloggen", koek).vulMet(token, link).statusCode();
        });

        assertThat(statussen).containsOnly(303, 409).containsOnlyOnce(303);
        assertThat(sessies(naam)).isEqualTo(1);
    }

    @Test
    void looking_at_a_link_a_hundred_times_uses_nothing_up() {
        var adres = eenMantelzorger();
        vraag(surfer, adres);
        var link = link(adres);
        var scanner = new Surfer(dienst);

        for (var keer = 0; keer < 100; keer++) {
            assertThat(scanner.haal(link).statusCode()).isEqualTo(200);
            assertThat(surfer.kop(link).statusCode()).isEqualTo(200);
            surfer.haal(link);
        }

        assertThat(scanner.isIngelogd()).isFalse();
        assertThat(surfer.isIngelogd()).isFalse();
        assertThat(surfer.vul(link).statusCode()).isEqualTo(303);
    }

    @Test
    void another_browser_gets_nowhere_with_the_link_or_the_code() {
        var adres = eenMantelzorger();
        vraag(surfer, adres);
        var link = link(adres);
        var code = code(adres);
        var ander = new Surfer(dienst);
        ander.haal("/inloggen");

        assertThat(ander.haal(link).body())
                .contains("Typ daar de code")
                .doesNotContain("action=\"" + link)
                .doesNotContain(code);
        assertThat(ander.vul(link).statusCode()).isEqualTo(409);
        assertThat(ander.vul("/inloggen/code", "code", code).statusCode()).isEqualTo(422);
        assertThat(ander.isIngelogd()).isFalse();
        assertThat(surfer.vul("/inloggen/code", "code", code).statusCode()).isEqualTo(303);
    }

    @Test
    void five_wrong_codes_void_the_right_one_and_the_link() {
        var adres = eenMantelzorger();
        vraag(surfer, adres);
        var link = link(adres);
        for (var keer = 0; keer < 5; keer++) {
            assertThat(surfer.vul("/inloggen/code", "code", FOUTE_CODE).statusCode())
                    .isEqualTo(422);
        }

        assertThat(surfer.vul("/inloggen/code", "code", code(adres)).statusCode())
                .isEqualTo(422);
        assertThat(surfer.vul(link).statusCode()).isEqualTo(409);
        assertThat(surfer.isIngelogd()).isFalse();
    }

    @Test
    void four_wrong_codes_and_a_typing_error_leave_one_try() {
        var adres = eenMantelzorger();
        vraag(surfer, adres);
        var code = code(adres);
        for (var keer = 0; keer < 4; keer++) {
            surfer.vul("/inloggen/code", "code", FOUTE_CODE);
        }

        var teKort = surfer.vul("/inloggen/code", "code", "123");
        assertThat(teKort.statusCode()).isEqualTo(422);
        assertThat(teKort.body()).contains("value=\"123\"", "href=\"#code\"");
        assertThat(surfer.vul("/inloggen/code", "code", " " + code.replace(" ", "-") + " ")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_newer_mail_voids_the_older_one() {
        var adres = eenMantelzorger();
        vraag(surfer, adres);
        var oudeCode = code(adres);
        var oudeLink = link(adres);
        vraag(surfer, adres);

        assertThat(surfer.vul(oudeLink).statusCode()).isEqualTo(409);
        assertThat(surfer.vul("/inloggen/code", "code", oudeCode).statusCode()).isEqualTo(422);
        assertThat(surfer.vul("/inloggen/code", "code", code(adres)).statusCode())
                .isEqualTo(303);
    }

    /** All a stranger can see, but the token of the form and the time. */
    private static Map<String, List<String>> zichtbaar(Surfer wie, HttpResponse<String> antwoord) {
        var alles = new TreeMap<>(antwoord.headers().map());
        alles.remove("date");
        alles.put("status", List.of(String.valueOf(antwoord.statusCode())));
        alles.put("body", List.of(antwoord.body().replace(wie.csrf(), "…")));
        return alles;
    }

    @Test
    void a_known_and_an_unknown_address_get_the_same_answers() {
        var bekende = surfer;
        var vreemde = new Surfer(dienst);
        var adressen = Map.of(bekende, eenMantelzorger(), vreemde, Proefwens.nieuwAdres());

        var antwoorden = Stream.of(bekende, vreemde)
                .map(wie -> List.of(
                        zichtbaar(wie, vraagEnWacht(wie, adressen.get(wie))),
                        zichtbaar(wie, wie.haal("/inloggen/code")),
                        zichtbaar(wie, wie.vul("/inloggen/code", "code", FOUTE_CODE)),
                        zichtbaar(wie, vraagEnWacht(wie, adressen.get(wie))),
                        zichtbaar(wie, vraagEnWacht(wie, adressen.get(wie))),
                        zichtbaar(wie, vraagEnWacht(wie, adressen.get(wie)))))
                .toList();

        assertThat(antwoorden.getFirst()).isEqualTo(antwoorden.getLast());
        assertThat(mails(adressen.get(bekende)))
                .as("the fourth is over the limit, and one that was asked anew may go unsent")
                .hasSizeBetween(1, 3);
        assertThat(mails(adressen.get(vreemde))).isEmpty();
    }

    /** Until the mail is out: a newer one takes the place of one that still waits. */
    private HttpResponse<String> vraagEnWacht(Surfer wie, String adres) {
        var antwoord = vraag(wie, adres);
        dienst.bean(Verzender.class).verzendAlles();
        return antwoord;
    }

    @Test
    void nothing_is_kept_of_an_unknown_address_nor_of_what_the_mail_holds() {
        var adres = Proefwens.nieuwAdres();
        vraag(surfer, adres);
        var bekend = eenMantelzorger();
        vraag(surfer, bekend);
        var geheimen = List.of(
                adres,
                code(bekend),
                code(bekend).replace(" ", ""),
                link(bekend).replace("/inloggen/", ""),
                surfer.koek("respijt-inloggen"));

        var alles = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select inlogverzoek::text from inlogverzoek union all select inloglimiet::text from inloglimiet
                        union all select bericht::text from bericht
                        """).mapTo(String.class).list());

        assertThat(alles).isNotEmpty().noneMatch(rij -> geheimen.stream().anyMatch(rij::contains));
    }

    @Test
    void a_form_without_the_token_of_this_browser_is_refused() {
        var adres = eenMantelzorger();
        var ander = new Surfer(dienst);
        ander.haal("/inloggen");
        vraag(surfer, adres);
        var link = link(adres);

        for (var token : List.of("", "x", ander.csrf())) {
            assertThat(surfer.vulMet(token, "/inloggen", "email", adres).statusCode())
                    .isEqualTo(403);
            assertThat(surfer.vulMet(token, "/inloggen/code", "code", code(adres))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(surfer.vulMet(token, link).statusCode()).isEqualTo(403);
            assertThat(surfer.vulMet(token, "/inloggen/wie", "rol", "gastheer").statusCode())
                    .isEqualTo(403);
        }
        assertThat(new Surfer(dienst).vulMet(surfer.csrf(), link).statusCode()).isEqualTo(403);
        assertThat(surfer.vul(link).statusCode()).isEqualTo(303);
    }

    @Test
    void what_is_no_address_comes_back_as_it_was_typed() {
        surfer.haal("/inloggen");

        for (var getypt : List.of("ans@", "geen adres", "")) {
            var antwoord = surfer.vul("/inloggen", "email", getypt);
            assertThat(antwoord.statusCode()).isEqualTo(422);
            assertThat(antwoord.body()).contains("value=\"" + getypt + "\"", "href=\"#email\"");
        }
    }

    @Test
    void signing_in_gives_a_new_session_and_ends_the_one_there_was() {
        var adres = eenMantelzorger();
        surfer.haal("/inloggen");
        surfer.vul("/inloggen", "email", adres);
        var code = code(adres);
        surfer.haal("/inloggen/code");
        var token = surfer.csrf();
        surfer.vul("/demo/inloggen", "wie", "makelaar");
        var eerder = surfer.koek("respijt");
        assertThat(dienst.bean(Sessies.class).find(eerder)).isPresent();

        assertThat(surfer.vulMet(token, "/inloggen/code", "code", code).statusCode())
                .isEqualTo(303);

        assertThat(surfer.koek("respijt")).isNotEmpty().isNotEqualTo(eerder);
        assertThat(surfer.koek("respijt-inloggen")).isEmpty();
        assertThat(dienst.bean(Sessies.class).find(eerder)).isEmpty();
        assertThat(dienst.bean(Sessies.class).find(surfer.koek("respijt")).map(Aanmelding::rol))
                .contains(Rol.MANTELZORGER);
    }

    @Test
    void who_is_known_in_two_ways_says_as_whom() {
        var adres = eenMantelzorger();
        var account = eenVerwijzer(adres);
        vraag(surfer, adres);

        assertThat(naar(surfer.vul("/inloggen/code", "code", code(adres)))).isEqualTo("/inloggen/wie");
        assertThat(surfer.isIngelogd()).isFalse();
        assertThat(surfer.haal("/inloggen/wie").body()).contains("Ans", "Dokter Bos");
        assertThat(surfer.vul(
                                "/inloggen/wie",
                                "rol",
                                "gastheer",
                                "id",
                                account.id().toString())
                        .statusCode())
                .isEqualTo(303);
        assertThat(surfer.isIngelogd()).isFalse();
        surfer.vul("/inloggen/wie", "rol", "verwijzer", "id", account.id().toString());

        assertThat(dienst.bean(Sessies.class).find(surfer.koek("respijt")).map(Aanmelding::naam))
                .contains("Dokter Bos");
    }

    @Test
    void a_blocked_account_gets_no_mail_and_no_session() {
        var adres = Proefwens.nieuwAdres();
        var account = eenVerwijzer(adres);
        vraag(surfer, adres);
        var code = code(adres);
        accounts.blokkeer(account.id());

        assertThat(surfer.vul("/inloggen/code", "code", code).statusCode()).isEqualTo(422);
        vraag(surfer, adres);
        assertThat(mails(adres)).hasSize(1);
    }

    @Test
    void staff_does_not_sign_in_by_mail() {
        var adres = Proefwens.nieuwAdres();
        for (var rol : List.of(Rol.MAKELAAR, Rol.BEHEERDER, Rol.GEMEENTE)) {
            accounts.maak(Accounts.Nieuw.van(rol, "Sanne", adres));
        }
        vraag(surfer, adres);

        assertThat(mails(adres)).isEmpty();
    }

    @Test
    void an_address_that_was_used_is_known_to_be_read() {
        var adres = eenMantelzorger();
        assertThat(geverifieerd(adres)).isFalse();
        vraag(surfer, adres);
        surfer.vul("/inloggen/code", "code", code(adres));

        assertThat(geverifieerd(adres)).isTrue();
    }

    private boolean geverifieerd(String adres) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select geverifieerd_op is not null from contact where waarde = :adres")
                        .bind("adres", adres)
                        .mapTo(Boolean.class)
                        .one());
    }

    @Test
    void a_host_signs_in_with_the_address_of_the_roster() {
        var adres = jdbi.withHandle(
                handle -> handle.createQuery("select email from gastheer where slug = 'voorbeeld-gastheer-02'")
                        .mapTo(String.class)
                        .one());
        vraag(surfer, adres);

        assertThat(naar(surfer.vul("/inloggen/code", "code", code(adres)))).isEqualTo("/rooster");
        assertThat(surfer.haal("/rooster").statusCode()).isEqualTo(200);
    }

    @Test
    void the_carers_of_the_demo_have_appointments_of_their_own() {
        var makelaar = new Surfer(dienst);
        makelaar.vul("/demo/inloggen", "wie", "mantelzorger-ans");

        assertThat(makelaar.haal("/mijn").body()).contains("/afspraak/", "Afgezegd");
    }
}
