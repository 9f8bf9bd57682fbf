package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Proefaanbieder;
import nl.respijt.bericht.Belijst;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingId;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Reeksen;
import nl.respijt.boeking.Thuisregel;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.respijtthuis.Afwezigheden.Bezoek;
import nl.respijt.respijtthuis.ReeksVerzoek.Ritme;
import nl.respijt.toegang.Accounts;
import nl.respijt.web.Klant;
import nl.respijt.web.Toeval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A worker falls ill: somebody else comes where that can be, everybody is told, and nothing is silently dropped. */
final class AfwezighedenTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Afwezigheden afwezigheden = dienst.bean(Afwezigheden.class);
    private final Aanbieder hups = thuis.aanbieder();
    private final Medewerker noor = thuis.medewerker(hups, Vaardigheid.ETEN);

    /** No holiday, nor are the weeks after it. */
    private final LocalDate dag = Stream.iterate(thuis.vandaag().plusWeeks(2), een -> een.plusDays(1))
            .filter(een -> IntStream.range(0, 4)
                    .noneMatch(week -> dienst.bean(Feestdagen.class).isFeestdag(een.plusWeeks(week))))
            .findFirst()
            .orElseThrow();

    @AfterEach
    void wat_bezet_is_is_geboekt() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void whoever_counts_on_them_gets_somebody_else_with_the_same_appointment() {
        var emre = thuis.medewerker(hups, Vaardigheid.ETEN);
        var vanNoor = ochtend(noor);
        ochtend(emre);
        var adres = Proefwens.nieuwAdres();
        var geboekt = boek(wens(vanNoor).email(adres).nodig(Vaardigheid.ETEN));
        var code = boeking(geboekt).code();
        var url = dienst.bean(BoekingSleutels.class).beheerPad(geboekt);

        var proef = afwezigheden.proef(noor, dag, Optional.empty());
        assertThat(proef.bezoeken())
                .singleElement()
                .satisfies(bezoek -> assertThat(bezoek.vervanger()).contains(emre));
        var id = afwezigheden.legVast(noor, dag, Optional.of(dag.plusDays(1)), "proef");

        var nu = boeking(geboekt);
        assertThat(nu.moment().bronId()).isEqualTo(emre.id());
        assertThat(nu.tijdvak()).isEqualTo(vanNoor.tijdvak());
        assertThat(nu.status()).isEqualTo(Boeking.Status.AANGEVRAAGD);
        assertThat(nu.code()).isEqualTo(code);
        assertThat(new Klant(dienst).haal(url).tekst()).contains(code, emre.voornaam());
        assertThat(moment(vanNoor).vervallen()).isTrue();
        assertThat(post(adres).getFirst()).satisfies(mail -> {
            assertThat(mail.onderwerp()).startsWith("Er komt iemand anders op");
            assertThat(mail.tekst())
                    .contains(
                            "Er komt iemand anders bij u: " + emre.voornaam(), "Uw vraag loopt nog.", "Past dat niet?")
                    .doesNotContain("ziek", "Kanarie", "eten");
        });
        assertThat(bezoeken(id)).extracting(Bezoek::vervanger).containsExactly(Optional.of(emre));
    }

    @Test
    void where_nobody_can_the_visit_lapses_and_other_times_are_offered() {
        ochtend(thuis.medewerker(hups)); // cannot do what is needed
        ochtend(thuis.medewerker(hups, Set.of(Voor.GEZIN))); // comes for others
        ochtend(thuis.medewerker(thuis.aanbieder(), Vaardigheid.ETEN)); // works for others
        thuis.moment(thuis.medewerker(hups, Vaardigheid.ETEN), dag, "13:00", "16:00");
        var adres = Proefwens.nieuwAdres();
        var vanNoor = ochtend(noor);
        var geboekt = boek(wens(vanNoor).email(adres).nodig(Vaardigheid.ETEN));

        var id = afwezigheden.legVast(noor, dag, Optional.empty(), "proef");

        assertThat(boeking(geboekt).status()).isEqualTo(Boeking.Status.GEANNULEERD);
        assertThat(post(adres).getFirst()).satisfies(mail -> {
            assertThat(mail.onderwerp()).endsWith("gaat niet door");
            assertThat(mail.tekst()).contains("Wie bij u zou komen, kan dan niet.", "Dit zijn de eerste momenten");
        });
        assertThat(dienst.bean(BoekingBeheer.class).alternatieven(boeking(geboekt)))
                .isNotEmpty()
                .allSatisfy(moment ->
                        assertThat(dienst.bean(Thuisregel.class).kan(moment)).contains(Vaardigheid.ETEN));
        assertThat(bezoeken(id)).extracting(Bezoek::vervanger).containsExactly(Optional.empty());
    }

    @Test
    void who_has_no_mail_is_called() {
        var emre = thuis.medewerker(hups);
        var eerste = ochtend(noor);
        var tweede = thuis.moment(noor, dag, "13:00", "16:00").orElseThrow();
        ochtend(emre);
        var krijgtEmre = "Ans " + UUID.randomUUID();
        var krijgtNiemand = "Ko " + UUID.randomUUID();
        boek(wens(eerste).naam(krijgtEmre).telefoon(Proefwens.nieuwNummer()));
        boek(wens(tweede).naam(krijgtNiemand).telefoon(Proefwens.nieuwNummer()));

        afwezigheden.legVast(noor, dag, Optional.empty(), "proef");

        dienst.bean(Verzender.class).verzendAlles();
        assertThat(belijst()).contains("huisbezoek-vervangen " + krijgtEmre, "boeking-afgelasting " + krijgtNiemand);
    }

    @Test
    void one_visit_of_a_series_goes_to_another_and_stays_in_the_series() {
        var emre = thuis.medewerker(hups);
        for (var week = 0; week < 3; week++) {
            thuis.moment(noor, dag.plusWeeks(week), "09:00", "12:00");
            thuis.moment(emre, dag.plusWeeks(week), "09:00", "12:00");
        }
        var gevraagd = (ReeksResultaat.Gemaakt) dienst.bean(Bezoekreeksen.class)
                .boek(new ReeksVerzoek(wens(thuis.momentVan(noor, dag)).verzoek(), Ritme.WEKELIJKS, 3));

        afwezigheden.legVast(
                noor, dag.plusWeeks(1), Optional.of(dag.plusWeeks(1).plusDays(1)), "proef");

        assertThat(dienst.bean(Reeksen.class).van(gevraagd.antwoord().id()))
                .extracting(boeking -> boeking.moment().bronId())
                .containsExactly(noor.id(), emre.id(), noor.id());
    }

    @Test
    void who_is_taken_between_looking_and_agreeing_is_passed_over_for_the_next() {
        var emre = thuis.medewerker(hups);
        var joost = thuis.medewerker(hups);
        var vanNoor = ochtend(noor);
        var vanEmre = ochtend(emre);
        var vanJoost = ochtend(joost);
        var geboekt = boek(wens(vanNoor));
        var eerst = afwezigheden
                .proef(noor, dag, Optional.empty())
                .bezoeken()
                .getFirst()
                .vervanger()
                .orElseThrow();

        boek(wens(eerst.equals(emre) ? vanEmre : vanJoost));
        var id = afwezigheden.legVast(noor, dag, Optional.empty(), "proef");

        var ander = eerst.equals(emre) ? joost : emre;
        assertThat(boeking(geboekt).moment().bronId()).isEqualTo(ander.id());
        assertThat(bezoeken(id)).extracting(Bezoek::vervanger).containsExactly(Optional.of(ander));
    }

    @RepeatedTest(5)
    void two_who_are_away_at_once_while_others_book_leave_nobody_without_an_answer() throws Exception {
        var mensen = new ArrayList<Medewerker>();
        for (var n = 0; n < 5; n++) {
            mensen.add(thuis.medewerker(hups));
        }
        var momenten = mensen.stream().map(this::ochtend).toList();
        var geboekt = List.of(boek(wens(momenten.get(0))), boek(wens(momenten.get(1))));
        var taken = new ArrayList<Callable<Object>>();
        taken.add(() -> afwezigheden.legVast(mensen.get(0), dag, Optional.empty(), "proef"));
        taken.add(() -> afwezigheden.legVast(mensen.get(1), dag, Optional.empty(), "proef"));
        for (var n = 0; n < 6; n++) {
            var naar = momenten.get(2 + n % 3);
            taken.add(() -> dienst.bean(BoekingService.class).boek(wens(naar).verzoek()));
        }

        try (var draden = Executors.newFixedThreadPool(taken.size())) {
            for (var toekomst : draden.invokeAll(taken)) {
                assertThat(toekomst.get()).isNotNull();
            }
        }

        var weg = List.of(mensen.get(0).id(), mensen.get(1).id());
        for (var id : geboekt) {
            var nu = boeking(id);
            assertThat(nu.isActief() ? !weg.contains(nu.moment().bronId()) : nu.status() == Boeking.Status.GEANNULEERD)
                    .as("%s at %s", nu.status(), nu.moment())
                    .isTrue();
            assertThat(post(nu.email().orElseThrow()).getFirst().onderwerp())
                    .containsPattern("iemand anders|gaat niet door");
        }
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void withdrawn_it_takes_away_nothing_that_is_to_come() {
        thuis.werkt(noor, dag.getDayOfWeek().getValue(), "09:00", "12:00");
        dienst.bean(Bezoekmomenten.class).voerUit();
        var emre = thuis.medewerker(hups);
        ochtend(emre);
        var geboekt = boek(wens(thuis.momentVan(noor, dag)));
        var los = thuis.moment(noor, dag.plusWeeks(1), "14:00", "16:00").orElseThrow();
        var gelijk = afwezigheden.legVast(
                noor, dag.plusWeeks(1), Optional.of(dag.plusWeeks(1).plusDays(1)), "proef");
        var weg = afwezigheden.legVast(noor, dag, Optional.of(dag.plusWeeks(3)), "proef");
        assertThat(komt(noor, dag.plusWeeks(2))).isFalse();

        afwezigheden.trekIn(weg, "proef");
        afwezigheden.trekIn(weg, "proef");

        assertThat(komt(noor, dag)).isTrue();
        assertThat(komt(noor, dag.plusWeeks(2))).isTrue();
        assertThat(komt(noor, dag.plusWeeks(1))).isFalse();
        assertThat(boeking(geboekt).moment().bronId()).isEqualTo(emre.id());
        afwezigheden.trekIn(gelijk, "proef");
        assertThat(komt(noor, dag.plusWeeks(1))).isTrue();
        assertThat(moment(los).vervallen()).isFalse();
    }

    @Test
    void the_provider_looks_first_and_reads_afterwards_what_happened() {
        var emre = thuis.medewerker(hups);
        var wie = thuis.als(hups);
        var account = dienst.bean(Accounts.class)
                .find(new Proefaanbieder(dienst).medewerker(hups))
                .orElseThrow();
        boek(wens(ochtend(noor)).naam("Ans van Dijk"));
        boek(wens(thuis.moment(noor, dag, "13:00", "16:00").orElseThrow())
                .naam("Ko")
                .telefoon(Proefwens.nieuwNummer()));
        ochtend(emre);
        var pad = "/medewerkers/" + noor.id();
        var csrf = "&csrf="
                + wie.haal(pad + "/afwezigheid").tekst().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");

        assertThat(wie.formulier(pad + "/afwezigheid", "van=2020-01-01" + csrf).tekst())
                .contains("Die dag is voorbij.");
        var proef = wie.formulier(pad + "/afwezigheid", "van=%s&tot=%s".formatted(dag, dag) + csrf);
        assertThat(proef.tekst())
                .contains(
                        "Ans van Dijk",
                        emre.voornaam() + " komt op dezelfde tijd.",
                        "Ko",
                        "De mantelzorgmakelaar belt.");
        assertThat(komt(noor, dag)).isTrue();
        var klaar = wie.formulier(pad + "/afwezigheid", "van=%s&tot=%s&zeker=ja".formatted(dag, dag) + csrf);

        var verslag = klaar.kop("Location").orElseThrow();
        assertThat(wie.haal(verslag).tekst())
                .contains(
                        "Iedereen krijgt bericht.",
                        "Ans van Dijk",
                        emre.voornaam(),
                        "Gaat niet door",
                        "Staat op de bellijst");
        var mail = post(account.email()).getFirst().tekst();
        assertThat(mail)
                .contains("Bezoeken zijn daardoor anders.", verslag.replaceAll("\\?.*", ""))
                .doesNotContain(emre.voornaam());
        assertThat(Toeval.uit(mail)).doesNotContain("Ans", "Ko");
        assertThat(thuis.als(thuis.aanbieder()).haal(verslag).status()).isEqualTo(404);
        assertThat(new Klant(dienst).als("makelaar").haal(verslag).status()).isEqualTo(404);
    }

    @Test
    void who_does_not_work_there_any_more_is_asked_for_by_nobody() {
        thuis.werkt(noor, 3, "09:00", "12:00");
        dienst.bean(Bezoekmomenten.class).voerUit();
        var wie = thuis.als(hups);
        var pad = "/medewerkers/" + noor.id();
        var csrf = "csrf=" + wie.haal(pad).tekst().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");

        assertThat(wie.formulier(pad + "/vertrek", csrf).tekst()).contains("Niemand rekende op deze medewerker.");
        var klaar = wie.formulier(pad + "/vertrek", csrf + "&zeker=ja");
        dienst.bean(Bezoekmomenten.class).voerUit();

        assertThat(klaar.status()).isEqualTo(303);
        assertThat(wie.haal(pad).tekst()).contains("Werkt hier niet meer").doesNotContain("/werktijden");
        assertThat(komtOoit(noor)).isFalse();
    }

    private boolean komt(Medewerker wie, LocalDate wanneer) {
        return dienst.bean(Afwezigheden.class)
                                .proef(wie, wanneer, Optional.of(wanneer.plusDays(1)))
                                .vrij()
                        > 0
                || !dienst.bean(Afwezigheden.class)
                        .proef(wie, wanneer, Optional.of(wanneer.plusDays(1)))
                        .bezoeken()
                        .isEmpty();
    }

    private boolean komtOoit(Medewerker wie) {
        return dienst.bean(Afwezigheden.class)
                        .proef(wie, thuis.vandaag(), Optional.empty())
                        .vrij()
                > 0;
    }

    private Moment ochtend(Medewerker wie) {
        return thuis.moment(wie, dag, "09:00", "12:00").orElseThrow();
    }

    private static Proefwens wens(Moment moment) {
        return Proefwens.voor(moment).thuis(Voor.VOLWASSENE, "Kanariestraat 12");
    }

    private BoekingId boek(Proefwens wens) {
        return ((BoekResultaat.Geboekt) dienst.bean(BoekingService.class).boek(wens.verzoek())).id();
    }

    private Boeking boeking(BoekingId id) {
        return dienst.bean(BoekingBeheer.class).find(id).orElseThrow();
    }

    private Moment moment(Moment moment) {
        return dienst.bean(MomentService.class)
                .find(new MomentId(moment.id().waarde()))
                .orElseThrow();
    }

    private List<Bezoek> bezoeken(UUID afwezigheid) {
        return afwezigheden
                .find(afwezigheid, thuis.aanmelding(hups))
                .orElseThrow()
                .bezoeken();
    }

    private List<String> belijst() {
        return dienst.bean(Belijst.class).open().stream()
                .map(taak -> taak.soort() + " " + taak.naam())
                .toList();
    }

    private List<DemoMail> post(String adres) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }
}
