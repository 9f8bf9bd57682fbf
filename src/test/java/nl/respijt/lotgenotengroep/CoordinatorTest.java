package nl.respijt.lotgenotengroep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Accounts;
import nl.respijt.toegang.Medewerker;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of who leads a group, and of the makelaar for all of them. */
class CoordinatorTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefgroep groepen = new Proefgroep(dienst);
    private final GroepService service = dienst.bean(GroepService.class);

    @Test
    void who_leads_one_group_starts_there_and_sees_what_comes_and_whom_to_call() {
        var groep = elkeDinsdag();
        var wie = als(groepen.coordinator(groep));

        assertThat(wie.haal("/groep").headers().firstValue("Location")).hasValue("/groep/" + groep.id());
        assertThat(wie.haal("/groep/" + groep.id()).body())
                .contains(groep.naam(), "Elke week op dinsdag", "Wordt het te zwaar?", "tel:", "Dit spraken we af")
                .contains("Verzet of zeg af");
    }

    @Test
    void who_leads_none_yet_is_told_whom_to_call_and_who_leads_two_chooses() {
        var geen = als(UUID.randomUUID());
        assertThat(geen.haal("/groep").body()).contains("U leidt nog geen groep.", "tel:");

        var groep = elkeDinsdag();
        var persoon = groepen.coordinator(groep);
        var tweede = elkeDinsdag();
        service.koppel(tweede.id(), persoon);
        assertThat(als(persoon).haal("/groep").body()).contains(groep.naam(), tweede.naam());
    }

    @Test
    void every_example_coordinator_comes_in_at_the_own_group() {
        var klant = new Klant(dienst).als("coordinator-amwaht-07");

        assertThat(klant.haal(klant.haal("/groep").kop("Location").orElseThrow())
                        .tekst())
                .contains("AMWAHT 07");
    }

    @Test
    void a_meeting_is_moved_after_a_look_and_only_then() {
        var groep = elkeDinsdag();
        var wie = als(groepen.coordinator(groep));
        var eerste = eerste(groep);
        var boeking = boek(eerste);
        var pad = pad(eerste);
        var naar = gewoneDag(eerste.datum().plusDays(1));
        var velden = velden(eerste, naar);

        var proef = wie.formulier(pad, pad + "/verzetten", velden);

        assertThat(proef.statusCode()).isEqualTo(200);
        assertThat(proef.body()).contains("Dit verandert er", "We vertellen het aan 1 persoon.", "Ja, verander dit");
        assertThat(eerste(groep).datum()).isEqualTo(eerste.datum());

        velden.put("gezien", gezien(proef.body()));
        var gedaan = wie.formulier(pad, pad + "/verzetten", velden);

        assertThat(gedaan.statusCode()).isEqualTo(303);
        assertThat(wie.haal(gedaan.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Gedaan. Veranderd: 1 bijeenkomst.");
        assertThat(herlees(boeking).datum()).isEqualTo(naar);
        assertThat(dienst.bean(BoekingBeheer.class).geschiedenis(boeking.id().waarde()))
                .as("who it was would tell which group")
                .anySatisfy(regel -> assertThat(regel.wie()).isEqualTo("groepscoordinator"));
    }

    @Test
    void who_leads_a_group_hears_what_another_changes_and_not_what_they_change_themselves() {
        var groep = elkeDinsdag();
        var persoon = groepen.coordinator(groep);
        var collega = groepen.coordinator(groep);
        var eerste = eerste(groep);
        var naar = gewoneDag(eerste.datum().plusDays(1));

        bevestig(alsMakelaar(), pad(eerste), "/verzetten", velden(eerste, naar));

        assertThat(post(collega)).hasSize(1);
        assertThat(post(persoon)).singleElement().satisfies(mail -> {
            assertThat(mail.onderwerp()).isEqualTo("Er is iets veranderd in uw groep");
            assertThat(mail.tekst())
                    .contains("Een bijeenkomst van uw groep is verzet.", "/groep/" + groep.id())
                    .doesNotContainIgnoringCase(groep.naam(), groep.doelgroep(), "lotgenoten", eerste.plaats());
        });

        bevestig(als(persoon), pad(eerste), "/vervallen", new LinkedHashMap<>(Map.of("reden", "de zaal is dicht")));

        assertThat(post(persoon)).as("their own change").hasSize(1);
        assertThat(post(collega))
                .first()
                .satisfies(mail -> assertThat(mail.tekst()).contains("Een bijeenkomst van uw groep gaat niet door."));
    }

    @ParameterizedTest
    @EnumSource
    void whatever_changes_has_a_sentence(Verandering wat) {
        assertThat(Teksten.in(Taal.NL).sleutels()).contains("mail.groep-veranderd." + wat.woord());
    }

    /** All that has arrived by now, newest first. */
    private List<DemoMail> post(UUID persoon) {
        dienst.bean(Verzender.class).verzendAlles();
        var adres = dienst.bean(Accounts.class).find(persoon).orElseThrow().email();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().contains(adres))
                .toList();
    }

    @Test
    void what_was_typed_wrong_comes_back_with_what_was_typed() {
        var groep = elkeDinsdag();
        var wie = als(groepen.coordinator(groep));
        var eerste = eerste(groep);
        var pad = pad(eerste);
        var velden = velden(eerste, eerste.datum());
        velden.put("begin", "25:00");
        velden.put("plaats", "");

        var geweigerd = wie.formulier(pad, pad + "/verzetten", velden);

        assertThat(geweigerd.statusCode()).isEqualTo(422);
        assertThat(geweigerd.body()).contains("25:00", "Vul een tijd in", "Vul in waar het is.");
        var zonderReden = wie.formulier(pad, pad + "/vervallen", Map.of("reden", ""));
        assertThat(zonderReden.statusCode()).isEqualTo(422);
        assertThat(zonderReden.body()).contains("Schrijf een reden.");
        velden = velden(eerste, dienst.bean(Klok.class).vandaag().minusDays(3));
        assertThat(wie.formulier(pad, pad + "/verzetten", velden).statusCode())
                .as("to a day that is past")
                .isEqualTo(409);
    }

    @Test
    void a_coordinator_hears_how_many_cannot_come_and_the_makelaar_who() {
        var groep = elkeDinsdag();
        var coordinator = als(groepen.coordinator(groep));
        var makelaar = alsMakelaar();
        var eerste = eerste(groep);
        var elders =
                Proefmoment.in(dienst).op(gewoneDag(eerste.datum().plusDays(1))).publiceer();
        var wens = Proefwens.voor(eerste)
                .naam("Roswitha")
                .email(Proefwens.nieuwAdres())
                .verzoek();
        dienst.bean(BoekingService.class).boek(wens);
        dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(elders)
                        .naam("Roswitha")
                        .email(wens.contact().email().orElseThrow())
                        .verzoek());
        var velden = velden(eerste, elders.datum());
        velden.putAll(Map.of("begin", "10:00", "eind", "12:00"));

        assertThat(coordinator
                        .formulier(pad(eerste), pad(eerste) + "/verzetten", velden)
                        .body())
                .contains("1 persoon is dan ergens anders")
                .doesNotContain("Roswitha", "Ja, verander dit");
        assertThat(makelaar.formulier(pad(eerste), pad(eerste) + "/verzetten", velden)
                        .body())
                .contains("Roswitha")
                .doesNotContain("Ja, verander dit");
    }

    @Test
    void among_the_moments_of_the_makelaar_a_meeting_leads_to_where_it_is_moved() {
        var groep = elkeDinsdag();
        var eerste = eerste(groep);
        var makelaar = alsMakelaar();

        var antwoord = makelaar.haal("/makelaar/momenten/" + eerste.id().waarde());

        assertThat(antwoord.statusCode()).isEqualTo(303);
        assertThat(antwoord.headers().firstValue("Location")).hasValue(pad(eerste));
        assertThat(makelaar.haal(pad(eerste)).body())
                .contains("Bijeenkomst van", "action=\"" + pad(eerste) + "/verzetten\"");
    }

    @Test
    void a_group_of_somebody_else_is_not_there() {
        var groep = elkeDinsdag();
        var vreemde = als(groepen.coordinator(elkeDinsdag()));

        assertThat(vreemde.haal("/groep/" + groep.id()).statusCode()).isEqualTo(404);
        assertThat(vreemde.haal(pad(eerste(groep))).statusCode()).isEqualTo(404);
    }

    @Test
    void the_makelaar_makes_a_group_that_meets_at_once() {
        var makelaar = alsMakelaar();
        var naam = "Mantelzorgmannen " + UUID.randomUUID();

        var gemaakt = makelaar.formulier("/makelaar/groepen/nieuw", "/makelaar/groepen", nieuw(naam));

        assertThat(gemaakt.statusCode()).isEqualTo(303);
        var groep = service.alle().stream()
                .filter(een -> een.naam().equals(naam))
                .findFirst()
                .orElseThrow();
        assertThat(service.komende(groep.id(), 5)).hasSize(5);
        assertThat(makelaar.haal("/makelaar/groepen").body()).contains(naam, "nog niemand");
        var nogEens = makelaar.formulier("/makelaar/groepen/nieuw", "/makelaar/groepen", nieuw(naam));
        assertThat(nogEens.statusCode()).isEqualTo(409);
        assertThat(nogEens.body()).contains("Er is al een groep met deze naam.");
        var leeg = makelaar.formulier("/makelaar/groepen/nieuw", "/makelaar/groepen", Map.of());
        assertThat(leeg.statusCode()).isEqualTo(422);
        assertThat(leeg.body()).contains("Geef de groep een naam.", "Kies hoe vaak.");
    }

    @Test
    void the_makelaar_changes_what_is_said_of_a_group_and_closes_it() {
        var groep = elkeDinsdag();
        var makelaar = alsMakelaar();
        var pad = "/makelaar/groepen/" + groep.id();
        var velden = new LinkedHashMap<>(nieuw(groep.naam()));
        velden.keySet().retainAll(java.util.Set.of("naam", "doelgroep", "soort", "status", "grootte", "taal-nl"));
        velden.put("hulpNaam", "Zuster Klivia");
        velden.put("hulpTelefoon", "06 12345678");

        assertThat(makelaar.formulier(pad + "/feiten", pad + "/feiten", velden).statusCode())
                .isEqualTo(303);

        assertThat(service.find(groep.id()).orElseThrow().openVoorNieuwe()).isFalse();
        assertThat(als(groepen.coordinator(groep)).haal("/groep/" + groep.id()).body())
                .contains("Bel Zuster Klivia:", "06 12345678");
    }

    @Test
    void the_makelaar_changes_the_rhythm_adds_one_and_stops_a_group_after_a_look() {
        var groep = elkeDinsdag();
        var makelaar = alsMakelaar();
        var pad = "/makelaar/groepen/" + groep.id();
        var vanaf = dienst.bean(Klok.class).vandaag().plusDays(1);
        var ritme = new LinkedHashMap<String, String>(
                Map.of("ritme", "maand-1", "dag", "4", "hoeveelste", "-1", "begin", "19:30", "eind", "21:00"));
        ritme.putAll(Map.of("vanaf", vanaf.toString(), "plaats", "Elders", "wijk", "Oost"));

        bevestig(makelaar, pad + "/ritme", ritme);
        assertThat(makelaar.haal(pad).body()).contains("Elke laatste donderdag van de maand", "Elders");

        bevestig(
                makelaar,
                pad + "/extra",
                new LinkedHashMap<>(Map.of(
                        "datum", gewoneDag(vanaf).toString(),
                        "begin", "10:00",
                        "eind", "11:00",
                        "plaats", "Elders",
                        "wijk", "Oost")));
        assertThat(service.komende(groep.id(), 100))
                .anyMatch(moment -> moment.datum().equals(gewoneDag(vanaf)) && !moment.vervallen());

        bevestig(
                makelaar,
                pad + "/stop",
                new LinkedHashMap<>(Map.of("per", vanaf.toString(), "reden", "de zaal sluit")));
        assertThat(service.komende(groep.id(), 100)).allMatch(Moment::vervallen);
        assertThat(makelaar.haal("/makelaar/groepen").body()).contains("gestopt");
    }

    @Test
    void a_coordinator_is_put_on_a_group_and_taken_off() {
        var groep = elkeDinsdag();
        var persoon = groepen.coordinator(elkeDinsdag());
        var makelaar = alsMakelaar();
        var pad = "/makelaar/groepen/" + groep.id();

        makelaar.formulier(pad, pad + "/coordinatoren", Map.of("coordinator", persoon.toString()));
        assertThat(als(persoon).haal("/groep/" + groep.id()).statusCode()).isEqualTo(200);

        makelaar.formulier(pad, pad + "/coordinatoren/weg", Map.of("coordinator", persoon.toString()));
        assertThat(als(persoon).haal("/groep/" + groep.id()).statusCode()).isEqualTo(404);
        assertThat(makelaar.formulier(pad, pad + "/coordinatoren", Map.of("coordinator", ""))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void the_calendar_of_a_group_is_nameless_and_its_address_dies_with_its_key() {
        var groep = elkeDinsdag();
        var wie = als(groepen.coordinator(groep));

        var gemaakt = wie.formulier(
                "/groep/agenda", "/groep/agenda", Map.of("groep", groep.id().toString()));

        var adres = Pattern.compile("/agenda/[\\w-]{43}\\.ics").matcher(gemaakt.body());
        assertThat(adres.find()).isTrue();
        var agenda = new Klant(dienst).haal(adres.group()).tekst();
        assertThat(agenda)
                .contains("SUMMARY:Uw groep")
                .doesNotContain(groep.naam(), "Proefgroep", "Lotgenotengroep", "proberen");
        assertThat(wie.haal("/groep/agenda").body()).contains("Gemaakt op").doesNotContain(adres.group());
        var intrekking = Pattern.compile("/groep/agenda/[0-9a-f-]{36}/intrekking")
                .matcher(wie.haal("/groep/agenda").body());
        assertThat(intrekking.find()).isTrue();
        assertThat(wie.formulier("/groep/agenda", intrekking.group(), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(new Klant(dienst).haal(adres.group()).status()).isEqualTo(404);
        assertThat(wie.formulier(
                                "/groep/agenda",
                                "/groep/agenda",
                                Map.of("groep", elkeDinsdag().id().toString()))
                        .statusCode())
                .as("of a group of somebody else")
                .isEqualTo(404);
    }

    private void bevestig(Medewerker wie, String pad, Map<String, String> velden) {
        bevestig(wie, pad, "", velden);
    }

    private void bevestig(Medewerker wie, String pagina, String waar, Map<String, String> velden) {
        var proef = wie.formulier(pagina, pagina + waar, velden);
        assertThat(proef.body()).contains("Dit verandert er");
        velden.put("gezien", gezien(proef.body()));
        assertThat(wie.formulier(pagina, pagina + waar, velden).statusCode()).isEqualTo(303);
    }

    private static String gezien(String pagina) {
        return pagina.replaceAll("(?s).*name=\"gezien\" value=\"([^\"]+)\".*", "$1");
    }

    private static Map<String, String> velden(Moment moment, LocalDate naar) {
        var velden = new LinkedHashMap<String, String>();
        velden.put("datum", naar.toString());
        velden.put("begin", "14:00");
        velden.put("eind", "16:00");
        velden.put("plaats", moment.plaats());
        velden.put("wijk", moment.wijk());
        velden.put("rolstoel", "ja");
        velden.put("welke", "deze");
        return velden;
    }

    private Map<String, String> nieuw(String naam) {
        var velden = new LinkedHashMap<String, String>(Map.of(
                "naam", naam, "doelgroep", "mannen die zorgen", "soort", "overig", "status", "loopt", "grootte", "10"));
        velden.putAll(Map.of("taal-nl", "ja", "open", "ja", "ritme", "weken-1", "dag", "3", "hoeveelste", "1"));
        velden.putAll(Map.of("begin", "10:00", "eind", "12:00", "plaats", "Zaal 3", "wijk", "Oost"));
        velden.put("vanaf", dienst.bean(Klok.class).vandaag().toString());
        return velden;
    }

    /** That day, or the next that is no holiday. */
    private LocalDate gewoneDag(LocalDate dag) {
        return dag.datesUntil(dag.plusDays(10))
                .filter(een -> !dienst.bean(Feestdagen.class).isFeestdag(een))
                .findFirst()
                .orElseThrow();
    }

    private Lotgenotengroep elkeDinsdag() {
        return groepen.groep(
                new Weken(1, 2, dienst.bean(Klok.class).vandaag(), Optional.empty()), "10:00", "12:00", false);
    }

    private Moment eerste(Lotgenotengroep groep) {
        return service.komende(groep.id(), 1).getFirst();
    }

    private static String pad(Moment moment) {
        return "/groep/bijeenkomsten/" + moment.id().waarde();
    }

    private Geboekt boek(Moment moment) {
        return (Geboekt)
                dienst.bean(BoekingService.class).boek(Proefwens.voor(moment).verzoek());
    }

    private Moment herlees(Geboekt boeking) {
        return dienst.bean(BoekingBeheer.class).find(boeking.id()).orElseThrow().moment();
    }

    private Medewerker als(UUID persoon) {
        return als(Rol.GROEPSCOORDINATOR, persoon);
    }

    private Medewerker alsMakelaar() {
        return als(Rol.MAKELAAR, UUID.randomUUID());
    }

    private Medewerker als(Rol rol, UUID persoon) {
        var wie = new Medewerker(dienst);
        wie.neemKoek(dienst.bean(Sessies.class).open("proef-" + rol.woord(), "Proef", rol, Optional.of(persoon)));
        return wie;
    }
}
