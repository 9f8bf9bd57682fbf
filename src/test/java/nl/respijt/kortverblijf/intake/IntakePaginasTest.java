package nl.respijt.kortverblijf.intake;

import static nl.respijt.web.Klant.gecodeerd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Proefverblijf;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Wissing;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import nl.respijt.web.Toeval;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The intake for a stay, one question a page: answered, stopped, gone on with, and sent once. */
@Timeout(300)
final class IntakePaginasTest {
    private static final Teksten T = Teksten.in(Taal.NL);
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final Klant klant = new Klant(dienst);
    private final ConceptRepository concepten = dienst.bean(ConceptRepository.class);
    private final LocalDate van = verblijf.vandaag().plusDays(30);
    private final LocalDate tot = van.plusDays(3);
    private final java.util.Map<String, String> gewoon = Proefintake.gewoon(van, tot);

    @Test
    void twelve_pages_at_most_lead_to_what_every_house_says() {
        var huis = verblijf.huis(1);

        var wie = new Proefintake(klant).begin().antwoord(gewoon);

        assertThat(wie.bladzijden().subList(0, wie.bladzijden().size() - 1))
                .hasSizeLessThanOrEqualTo(12)
                .doesNotHaveDuplicates()
                .endsWith("controle");
        assertThat(wie.hier()).startsWith("/aanmelding/");
        assertThat(wie.tekst()).contains("De huizen zijn gevraagd", huis.huis().naam());
        assertThat(post(adres()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.tekst()).doesNotContain("rummikub", "logeer", "logeren"));
    }

    @Test
    void each_page_says_which_question_it_is_and_keeps_what_was_answered() {
        var wie = new Proefintake(klant).begin();
        assertThat(wie.tekst()).contains(T.van("intake.nummer", 1, 11));

        wie.stuur(gewoon.get("wie"));

        assertThat(wie.tekst()).contains(T.van("intake.nummer", 2, 11));
        assertThat(wie.open(wie.pad() + "/wie").tekst())
                .contains("value=\"Ans\"")
                .containsPattern("65\\+\" checked");
    }

    @Test
    void an_empty_or_wrong_page_comes_back_with_what_is_wrong_and_what_was_typed() {
        var wie = new Proefintake(klant).begin();
        assertThat(wie.probeer("naam=&leeftijd="))
                .satisfies(fout(T.van("fout.geen-naam")))
                .satisfies(fout(T.van("intake.kies-een")));
        wie.stuur(gewoon.get("wie"));
        assertThat(wie.probeer("email=geen-adres&telefoon="))
                .satisfies(fout(T.van("fout.email")))
                .satisfies(fout("value=\"geen-adres\""));
        assertThat(wie.probeer("email=&telefoon=")).satisfies(fout(T.van("fout.geen-contact")));
        wie.stuur(gewoon.get("bereiken"));
        assertThat(wie.probeer("csrf=")).satisfies(fout(T.van("intake.kies-een")));
        wie.stuur(gewoon.get("haast"));
        assertThat(wie.probeer("van=%s&tot=%s&flexibeleDagen=0".formatted(tot, van)))
                .satisfies(fout(T.van("fout.geen-nacht")));
        assertThat(wie.probeer("van=%s&tot=%s&flexibeleDagen=0"
                        .formatted(verblijf.vandaag().minusDays(1), tot)))
                .satisfies(fout(T.van("fout.dag-voorbij")));
        assertThat(wie.probeer("van=&tot=&flexibeleDagen=0")).satisfies(fout(T.van("fout.geen-datum")));
        assertThat(wie.stap()).as("nothing went on").isEqualTo("nachten");
    }

    @Test
    void a_citizen_service_number_is_never_kept() {
        var wie = new Proefintake(klant).begin().antwoord(zonder("wensen"));

        var fout = wie.probeer("wijk=&gesproken=&opmerking=" + gecodeerd("Het nummer is 111222333"));

        assertThat(fout).satisfies(fout(T.van("fout.bsn")));
        assertThat(wie.open(wie.pad() + "/wensen").tekst()).doesNotContain("111222333");
    }

    @Test
    void who_does_not_know_goes_on_and_no_house_is_left_out() {
        var huis = verblijf.huis(1);
        var antwoorden = new java.util.LinkedHashMap<>(gewoon);
        antwoorden.put("besluit", "besluit=weet-niet&wmoNachten=");
        for (var vraag : List.of("mobiliteit", "nachtzorg", "medicatie", "onrust", "dementie")) {
            antwoorden.put(vraag, vraag + "=weet-niet");
        }

        var wie = new Proefintake(klant).begin().antwoord(antwoorden);

        assertThat(wie.hier()).startsWith("/aanmelding/");
        assertThat(wie.tekst()).contains(huis.huis().naam());
    }

    @Test
    void another_road_is_said_at_once_and_nothing_is_thrown_away() {
        var voor = aantal("select coalesce(sum(aantal), 0) from doorverwijzing");
        var wie = new Proefintake(klant).begin().stuur("naam=Ans&leeftijd=0-17");
        assertThat(wie.stap()).isEqualTo("andere-weg");
        assertThat(wie.hier()).doesNotContain("jeugd");
        assertThat(wie.tekst()).contains(T.van("intake.weg.jeugd"), T.van("verblijf.route.jeugd"));
        assertThat(wie.open(wie.pad() + "/haast").stap()).as("no way around it").isEqualTo("andere-weg");
        wie.open(wie.pad() + "/wie");
        assertThat(wie.tekst()).contains("value=\"Ans\"");

        wie.antwoord(tot("besluit")).stuur("besluit=wlz&wmoNachten=");

        assertThat(wie.tekst()).contains(T.van("intake.weg.wlz"), T.van("verblijf.route.wlz"));
        assertThat(klant.formulier(wie.pad() + "/controle", "akkoord=ja")
                        .kop("Location")
                        .orElse(""))
                .endsWith("/andere-weg");
        wie.open(wie.pad() + "/besluit").antwoord(zonder("controle"));
        assertThat(wie.stap()).isEqualTo("controle");
        assertThat(wie.tekst()).contains("Ans");
        assertThat(wie.open(wie.pad() + "/besluit")
                        .stuur("besluit=wlz&wmoNachten=")
                        .open(wie.pad() + "/controle")
                        .stap())
                .as("nor with everything answered")
                .isEqualTo("andere-weg");
        wie.open(wie.pad() + "/besluit").stuur(gewoon.get("besluit"));
        assertThat(aantal("select sum(aantal) from doorverwijzing")).isEqualTo(voor + 3);
    }

    @Test
    void tonight_is_asked_in_another_way() {
        var wie = new Proefintake(klant).begin().stuur(gewoon.get("wie")).stuur(gewoon.get("bereiken"));

        wie.stuur("urgentie=nu");

        assertThat(wie.tekst())
                .contains(T.van("intake.vanavond"), T.van("intake.morgen"))
                .doesNotContain("type=\"date\"");
        assertThat(wie.probeer("van=%s&nachten=3".formatted(van))).satisfies(fout(T.van("intake.nu-vandaag")));
        wie.stuur("van=%s&nachten=3".formatted(verblijf.vandaag().plusDays(1)));
        wie.antwoord(zonder("controle"));
        assertThat(wie.tekst()).contains(T.van("intake-antwoord.urgentie.nu"));
        assertThat(wie.open(wie.pad() + "/haast").stuur("urgentie=gepland").stap())
                .as("the days are asked again")
                .isEqualTo("nachten");
    }

    @Test
    void one_answer_is_changed_without_the_rest() {
        var wie = new Proefintake(klant).begin().antwoord(zonder("controle"));
        assertThat(wie.tekst()).contains("Houdt van rummikub", T.van("intake-antwoord.mobiliteit.zelf"));

        wie.open(wie.pad() + "/mobiliteit");
        assertThat(wie.tekst()).contains(T.van("intake.verandert"));
        wie.stuur("mobiliteit=rollator");

        assertThat(wie.stap()).isEqualTo("controle");
        assertThat(wie.tekst()).contains(T.van("intake-antwoord.mobiliteit.rollator"));
    }

    @Test
    void without_consent_nothing_is_sent() {
        var wie = new Proefintake(klant).begin().antwoord(zonder("controle"));

        assertThat(wie.probeer("csrf=")).satisfies(fout(T.van("intake.geen-akkoord")));

        assertThat(wie.open(wie.pad() + "/controle").stap()).isEqualTo("controle");
    }

    @Test
    void sending_twice_is_sending_once_and_the_old_link_leads_on() throws Exception {
        var wie = new Proefintake(klant).begin().antwoord(zonder("controle"));
        var concept = wie.pad();
        Callable<Antwoord> verstuur = () -> wie.probeer("akkoord=ja");

        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            var adressen = new java.util.HashSet<String>();
            for (var een : draden.invokeAll(List.of(verstuur, verstuur, verstuur))) {
                assertThat(een.get().status()).isEqualTo(303);
                adressen.add(een.get().kop("Location").orElseThrow().replace("?nieuw=ja", ""));
            }

            assertThat(adressen).hasSize(1);
            assertThat(aantal("select count(*) from aanmelding where email = '%s'".formatted(adres())))
                    .isEqualTo(1);
            for (var oud : List.of(concept, concept + "/wie", concept + "/controle")) {
                assertThat(klant.haal(oud).kop("Location"))
                        .isEqualTo(adressen.stream().findFirst());
            }
            assertThat(klant.formulier(concept + "/controle", "akkoord=ja").kop("Location"))
                    .isEqualTo(adressen.stream().findFirst());
        }
    }

    @Test
    void what_is_answered_while_it_is_sent_is_neither_lost_nor_sent_unseen() throws Exception {
        var wie = new Proefintake(klant).begin().antwoord(zonder("controle"));
        var anders = java.util.Map.of("mobiliteit", "rollator");

        var antwoord = verstuurTerwijl(
                wie,
                (handle, concept) -> concepten.wordt(
                        handle,
                        concept.met(
                                Stap.MOBILITEIT, anders, dienst.bean(Klok.class).instant())));

        assertThat(antwoord.status()).isEqualTo(409);
        assertThat(antwoord.tekst()).contains(T.van("intake.veranderd"), T.van("intake-antwoord.mobiliteit.rollator"));
        assertThat(aanmeldingen()).isZero();
        assertThat(wie.stuur("akkoord=ja").hier()).startsWith("/aanmelding/");
    }

    @Test
    void what_is_thrown_away_while_it_is_sent_is_not_sent() throws Exception {
        var wie = new Proefintake(klant).begin().antwoord(zonder("controle"));

        var antwoord = verstuurTerwijl(wie, (handle, concept) -> concepten.wis(handle, concept.id()));

        assertThat(antwoord.status()).isEqualTo(410);
        assertThat(aanmeldingen()).isZero();
    }

    @Test
    void the_first_answer_starts_the_clock_and_nothing_told_stays_in_the_concept() {
        var wie = new Proefintake(klant).begin().antwoord(gewoon);

        assertThat(wie.hier()).startsWith("/aanmelding/");
        assertThat(aantal("""
                select count(*) from aanmelding a join intakeconcept c on c.aanmelding_id = a.id
                where a.email = '%s' and a.begonnen_op < a.aangemaakt_op and c.versleuteld is null
                  and not exists (select from persoonssleutel s where s.persoon_id = c.id)
                """.formatted(adres()))).isEqualTo(1);
        assertThat(aantal("""
                select count(*) from toestemming t join aanmelding a on a.mantelzorger_id = t.mantelzorger_id
                where a.email = '%s' and t.doel = 'logeren'
                """.formatted(adres()))).isEqualTo(1);
    }

    @Test
    void who_stops_goes_on_with_the_link_from_the_mail() {
        var wie = new Proefintake(klant).begin().stuur(gewoon.get("wie")).stuur(gewoon.get("bereiken"));
        var later = klant.haal(wie.pad() + "/later").tekst();
        assertThat(later).contains("30 dagen", "/aanvraag/").containsPattern(CODE);

        assertThat(klant.formulier(wie.pad() + "/later", "").kop("Location").orElse(""))
                .endsWith("?mail=gemaild");

        var mail = post(adres()).getFirst();
        assertThat(mail.onderwerp()).isEqualTo("Uw aanvraag staat klaar");
        assertThat(mail.tekst()).containsPattern(CODE).doesNotContainIgnoringCase("logere", "logeer", "naaste");
        assertThat(Toeval.uit(mail.tekst())).as("no age").doesNotContainPattern("\\b65\\b");
        var link = Pattern.compile("/aanvraag/[\\w-]+").matcher(mail.tekst());
        assertThat(link.find()).isTrue();
        assertThat(new Proefintake(klant).open(link.group()).stap()).isEqualTo("haast");
        for (var n = 0; n < 2; n++) {
            klant.formulier(wie.pad() + "/later", "");
        }
        assertThat(klant.formulier(wie.pad() + "/later", "").kop("Location").orElse(""))
                .as("nobody is pestered")
                .endsWith("?mail=al_gemaild");
    }

    @Test
    void one_network_mails_no_flood_of_strangers() {
        try (var eigen = Proefdienst.start()) {
            var hier = eigen.bean(Concepten.class);
            var gemaild = IntStream.range(0, 200)
                    .mapToObj(n -> hier.begin(Taal.NL, "mantelzorger")
                            .met(
                                    Stap.BEREIKEN,
                                    java.util.Map.of("email", "vreemde-%d@proef.example".formatted(n)),
                                    eigen.bean(Klok.class).instant()))
                    .filter(concept -> hier.mail(concept, "203.0.113.7") == Concepten.MailResultaat.GEMAILD)
                    .count();

            assertThat(gemaild)
                    .as("sixty in a quarter of an hour, and sixty in a busy minute")
                    .isBetween(60L, 120L);
        }
    }

    @Test
    void the_mail_is_in_the_language_of_the_page() {
        var wie = new Proefintake(klant.inTaal(Taal.TR))
                .begin()
                .stuur(gewoon.get("wie"))
                .stuur(gewoon.get("bereiken"));

        klant.formulier(wie.pad() + "/later", "");

        assertThat(post(adres()).getFirst().onderwerp())
                .isEqualTo(Teksten.in(Taal.TR).van("mail.concept-klaar.onderwerp"));
    }

    @Test
    void the_code_opens_it_for_who_knows_the_address_too() {
        var wie = new Proefintake(klant).begin().stuur(gewoon.get("wie")).stuur(gewoon.get("bereiken"));
        var code = code(wie);

        var goed = verder(
                code.toLowerCase(java.util.Locale.ROOT).replace("-", " "),
                " " + adres().toUpperCase(java.util.Locale.ROOT));

        assertThat(goed.status()).isEqualTo(303);
        assertThat(new Proefintake(klant)
                        .open(goed.kop("Location").orElseThrow())
                        .stap())
                .isEqualTo("haast");
        assertThat(verder(code, "iemand-anders@proef.example")).satisfies(fout(T.van("intake.code-onbekend")));
        assertThat(verder("AAAA-AAAA", adres())).satisfies(fout(T.van("intake.code-onbekend")));
        assertThat(verder("", ""))
                .satisfies(fout(T.van("intake.geen-code")))
                .satisfies(fout(T.van("intake.geen-contact")));
    }

    @Test
    void the_makelaar_goes_on_by_phone_with_the_code_alone_and_it_is_noted() {
        var wie = new Proefintake(klant).begin().stuur(gewoon.get("wie")).stuur(gewoon.get("bereiken"));
        var desk = verblijf.makelaar();
        assertThat(desk.haal("/logeren").tekst()).contains(T.van("intake.verder-makelaar"));
        var gevonden = desk.formulier("/logeren/verder", "code=" + code(wie));
        assertThat(gevonden.status()).isEqualTo(303);

        var beller = new Proefintake(desk).open(gevonden.kop("Location").orElseThrow());

        assertThat(beller.tekst()).contains(T.van("intake.aan-de-lijn"), adres());
        beller.antwoord(zonder("controle"));
        assertThat(beller.tekst()).contains(T.van("intake.akkoord-makelaar"));
        assertThat(aantal("select count(*) from inzage where actor = 'proef-makelaar' and object_id in "
                        + "(select id from intakeconcept where code = '%s')".formatted(code(wie))))
                .isPositive();
        beller.stuur("akkoord=ja");
        assertThat(aantal("select count(*) from aanmelding where email = '%s' and door = 'proef-makelaar'"
                        .formatted(adres())))
                .isEqualTo(1);
    }

    @Test
    void what_nobody_goes_on_with_lapses_with_its_key() {
        try (var eigen = Proefdienst.start()) {
            var buiten = new Klant(eigen);
            var klok = eigen.bean(Klok.class);
            var voor = over(eigen);
            var wie = new Proefintake(buiten).begin().stuur(gewoon.get("wie"));
            assertThat(over(eigen)).isEqualTo(voor + 2);
            klok.verschuif(klok.verschuiving().plus(Concepten.BEWAARD).minus(Duration.ofHours(1)));
            eigen.bean(Concepten.class).laatVervallen();
            assertThat(buiten.haal(wie.pad() + "/bereiken").status()).isEqualTo(200);

            klok.verschuif(klok.verschuiving().plus(Duration.ofHours(2)));
            eigen.bean(Concepten.class).laatVervallen();

            var weg = buiten.haal(wie.pad());
            assertThat(weg.status()).isEqualTo(410);
            assertThat(weg.tekst()).contains(T.van("intake.vervallen"));
            assertThat(buiten.formulier(wie.pad() + "/bereiken", "email=a%40b.example&telefoon=")
                            .status())
                    .isEqualTo(410);
            assertThat(over(eigen)).isEqualTo(voor);
        }
    }

    @Test
    void days_that_went_by_are_asked_again_before_it_is_sent() {
        try (var eigen = Proefdienst.start()) {
            var buiten = new Klant(eigen);
            var klok = eigen.bean(Klok.class);
            var begin = klok.vandaag().plusDays(5);
            var wie = new Proefintake(buiten)
                    .begin()
                    .antwoord(zonder("controle", Proefintake.gewoon(begin, begin.plusDays(2))));
            klok.verschuif(klok.verschuiving().plus(Duration.ofDays(7)));

            assertThat(wie.tekst()).contains(T.van("intake.nachten-voorbij"));
            assertThat(wie.probeer("akkoord=ja")).satisfies(fout(T.van("intake.nachten-voorbij")));
        }
    }

    @Test
    void asking_again_asks_two_things_and_nothing_is_typed() {
        var eerst = new Proefintake(klant).begin().antwoord(gewoon);
        klant.formulier(eerst.hier().replaceFirst("\\?.*", "") + "/stoppen", "");
        assertThat(eerst.tekst()).contains(T.van("logeerstand.opnieuw"));

        var weer = new Proefintake(klant);
        weer.open(klant.formulier(eerst.hier().replaceFirst("\\?.*", "") + "/opnieuw", "")
                .kop("Location")
                .orElseThrow());
        assertThat(weer.tekst()).contains(T.van("intake.nummer", 1, 2));
        weer.stuur(gewoon.get("haast"));
        weer.stuur("van=%s&tot=%s&flexibeleDagen=0".formatted(van.plusDays(60), tot.plusDays(60)));
        assertThat(weer.stap()).isEqualTo("controle");
        assertThat(weer.tekst()).contains("Ans", adres(), "Houdt van rummikub", T.van("intake-antwoord.dementie.nee"));
        weer.stuur("akkoord=ja");

        assertThat(weer.hier()).startsWith("/aanmelding/");
        assertThat(weer.bladzijden()).hasSize(4);
        assertThat(weer.getypt()).isZero();
        assertThat(eerst.getypt()).isPositive();
        assertThat(aantal("select count(*) from aanmelding where email = '%s'".formatted(adres())))
                .isEqualTo(2);
    }

    @Test
    void asking_again_keeps_a_language_that_another_site_let_them_type() {
        var gast = klant.stuur(
                "/api/v1/aanmeldingen",
                Proefverblijf.intake(van, tot).replace("\"wijk\"", "\"taal\": \"Tamazight\", \"wijk\""),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        var eerder = gast.json().get("beheerUrl").toString().replaceFirst("^https?://[^/]+", "");
        klant.formulier(eerder + "/stoppen", "");

        var weer = new Proefintake(klant)
                .open(klant.formulier(eerder + "/opnieuw", "").kop("Location").orElseThrow())
                .stuur(gewoon.get("haast"))
                .stuur(gewoon.get("nachten"));

        assertThat(weer.stap()).isEqualTo("controle");
        assertThat(weer.tekst()).contains("Tamazight");
    }

    @Test
    void whoever_types_an_address_puts_nothing_among_what_is_of_its_reader() {
        var verstuurd = new Proefintake(klant).begin().antwoord(gewoon).hier().replaceFirst("\\?.*", "");
        var wie = persoon();
        var ans = ingelogd(wie);

        var vreemd =
                new Proefintake(klant).begin().stuur("naam=Bep&leeftijd=18-64").stuur(gewoon.get("bereiken"));
        var gebeld = new Proefintake(verblijf.makelaar())
                .begin()
                .stuur("naam=Bep&leeftijd=18-64")
                .stuur(gewoon.get("bereiken") + "&taal=nl");
        var weer = new Proefintake(klant)
                .open(klant.formulier(verstuurd + "/opnieuw", "")
                        .kop("Location")
                        .orElseThrow());

        for (var concept : List.of(vreemd, gebeld, weer)) {
            assertThat(ans.haal("/mijn").tekst()).doesNotContain(T.van("mijn.logeren-concept"), concept.pad());
            assertThat(ans.haal("/logeren").tekst()).doesNotContain(T.van("intake.verder-met"), concept.pad());
        }
        assertThat(ans.haal("/mijn/gegevens.json").tekst())
                .as("what a stranger tells is not hers; what she told herself is")
                .doesNotContain("leeftijd:18-64")
                .contains("leeftijd:65+");
        dienst.bean(Wissing.class).wis(new MantelzorgerId(wie), "mantelzorger");
        assertThat(klant.haal(weer.pad()).status()).as("her answers, copied").isEqualTo(410);
        assertThat(klant.haal(vreemd.pad() + "/haast").status()).isEqualTo(200);
    }

    @Test
    void what_a_carer_began_signed_in_is_shown_exported_and_forgotten() {
        new Proefintake(klant).begin().antwoord(gewoon);
        var wie = persoon();
        var ans = ingelogd(wie);
        var concept = new Proefintake(ans).begin();
        assertThat(concept.tekst()).contains("value=\"Ans\"");
        assertThat(concept.stuur("naam=Ans&leeftijd=18-64").tekst()).contains("value=\"" + adres() + "\"");

        assertThat(ans.haal("/mijn").tekst())
                .contains(T.van("mijn.logeren-concept"), concept.pad(), T.van("verblijf.status.uitgezet"));
        assertThat(ans.haal("/mijn/gegevens.json").tekst()).contains("leeftijd:18-64");
        assertThat(ans.haal("/logeren").tekst())
                .contains(T.van("intake.verder-met"), concept.pad(), T.van("intake.zelfde-antwoorden"));

        klant.formulier(concept.pad() + "/bereiken", "email=&telefoon=0612345678");
        assertThat(ans.haal("/mijn").tekst()).as("whoever helps them").contains(concept.pad());
        dienst.bean(Wissing.class).wis(new MantelzorgerId(wie), "mantelzorger");

        assertThat(klant.haal(concept.pad()).status()).isEqualTo(410);
        assertThat(aantal("select count(*) from intakeconcept where mantelzorger_id = '%s'".formatted(wie)))
                .isZero();
    }

    @Test
    void who_is_signed_in_gives_the_contact_of_another_and_it_stays_theirs() {
        new Proefintake(klant).begin().antwoord(gewoon);
        var ans = persoon();
        var vanBep = Proefintake.gewoon(van, tot);
        new Proefintake(klant).begin().antwoord(vanBep);

        var weer = new Proefintake(ingelogd(ans)).begin().antwoord(vanBep);

        assertThat(weer.hier()).startsWith("/aanmelding/");
        assertThat(aantal("select count(*) from aanmelding where mantelzorger_id = '%s'".formatted(ans)))
                .isEqualTo(2);
        assertThat(ingelogd(ans).haal("/mijn").tekst()).contains(weer.hier().replaceFirst("\\?.*", ""));
    }

    @Test
    void a_carer_who_signs_in_says_how_to_reach_them_and_it_is_theirs() {
        new Proefintake(klant).begin().antwoord(gewoon);
        var concept = new Proefintake(klant).begin().stuur(gewoon.get("wie"));
        var ans = ingelogd(persoon());

        ans.formulier(concept.pad() + "/bereiken", gewoon.get("bereiken"));

        assertThat(ans.haal("/mijn").tekst()).contains(concept.pad());
    }

    @Test
    void who_wants_it_gone_throws_it_away() {
        var wie = new Proefintake(klant).begin().stuur(gewoon.get("wie"));
        assertThat(klant.haal(wie.pad() + "/weg").tekst()).contains(T.van("intake.gooi-weg-uitleg"));

        klant.formulier(wie.pad() + "/weg", "");

        assertThat(klant.haal(wie.pad()).status()).isEqualTo(410);
    }

    /** Concepts, and keys that something is encrypted with. */
    private static int over(Proefdienst waar) {
        return waar.bean(Jdbi.class)
                .withHandle(handle -> handle.select(
                                "select (select count(*) from intakeconcept) + (select count(*) from persoonssleutel)")
                        .mapTo(Integer.class)
                        .one());
    }

    private java.util.Map<String, String> zonder(String stap) {
        return zonder(stap, gewoon);
    }

    private static java.util.Map<String, String> zonder(String stap, java.util.Map<String, String> antwoorden) {
        var rest = new java.util.LinkedHashMap<>(antwoorden);
        rest.remove(stap);
        return rest;
    }

    /** The answers before that question. */
    private java.util.Map<String, String> tot(String stap) {
        var eerst = new java.util.LinkedHashMap<String, String>();
        for (var antwoord : gewoon.entrySet()) {
            if (antwoord.getKey().equals(stap)) {
                return eerst;
            }
            eerst.put(antwoord.getKey(), antwoord.getValue());
        }
        throw new AssertionError(stap);
    }

    private int aanmeldingen() {
        return aantal("select count(*) from aanmelding where email = '%s'".formatted(adres()));
    }

    /** Presses the last button, and does this once that was read and before it was written. */
    private Antwoord verstuurTerwijl(Proefintake wie, java.util.function.BiConsumer<Handle, Concept> wat)
            throws Exception {
        var id = dienst.bean(ConceptSleutels.class)
                .lees(wie.pad().replaceFirst(".*/", ""))
                .orElseThrow();
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            return dienst.bean(Transacties.class)
                    .schrijf(handle -> {
                        var concept = ((Concepten.Stand.Open) concepten.metSlot(handle, id)).concept();
                        var verstuurd = draden.submit(() -> wie.probeer("akkoord=ja"));
                        // On a thread of its own: who is in a transaction sees the activity of its first look only.
                        CompletableFuture.runAsync(this::wachtOpSlot, draden).join();
                        wat.accept(handle, concept);
                        return verstuurd;
                    })
                    .get();
        }
    }

    /** Until somebody waits for a concept. */
    private void wachtOpSlot() {
        for (var poging = 0; poging < 1_000; poging++) {
            if (aantal("""
                    select count(*) from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock' and query like '%intakeconcept%'
                    """) > 0) {
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("nobody waits");
    }

    /** Who sent one with this address. */
    private UUID persoon() {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("select mantelzorger_id from aanmelding where email = ?", adres())
                        .mapTo(UUID.class)
                        .one());
    }

    private Klant ingelogd(UUID wie) {
        return klant.met(
                dienst.bean(Sessies.class).open("proef-ans", "Ans", Rol.MANTELZORGER, java.util.Optional.of(wie)));
    }

    private String adres() {
        return java.net.URLDecoder.decode(
                gewoon.get("bereiken").replaceFirst("email=", "").replaceFirst("&.*", ""),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private String code(Proefintake wie) {
        var code = CODE.matcher(klant.haal(wie.pad() + "/later").tekst().replaceAll("(?s).*r-code", ""));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private Antwoord verder(String code, String contact) {
        return klant.formulier("/logeren/verder", "code=%s&contact=%s".formatted(gecodeerd(code), gecodeerd(contact)));
    }

    private static java.util.function.Consumer<Antwoord> fout(String melding) {
        return antwoord -> {
            assertThat(antwoord.status()).isEqualTo(422);
            assertThat(antwoord.tekst()).contains(melding, "r-foutoverzicht");
        };
    }

    private int aantal(String vraag) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(vraag).mapTo(Integer.class).one());
    }

    private List<DemoMail> post(String adres) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }
}
