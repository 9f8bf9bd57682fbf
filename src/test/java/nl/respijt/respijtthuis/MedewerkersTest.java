package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.MomentVraag;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Soort;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider says who visits, and when; what somebody counts on stays. */
final class MedewerkersTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Aanbieder hups = thuis.aanbieder();
    private final Klant provider = thuis.als(hups);

    @AfterEach
    void wat_bezet_is_is_geboekt() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void somebody_is_added_with_what_they_can_do_and_for_whom() {
        assertThat(provider.haal("/medewerkers").tekst()).contains("Er zijn nog geen medewerkers.");

        var leeg = stuur("/medewerkers", "naam=");
        assertThat(leeg.status()).isEqualTo(422);
        assertThat(leeg.tekst())
                .contains("Vul een naam in.", "Kies voor wie", "Kies een taal", "Kies een wijk", "href=\"#wijk-west\"");

        var nieuw = stuur(
                "/medewerkers", "naam=Zo%C3%AB+de+Wit&voor-gezin=ja&taal-nl=ja&taal-tr=ja&wijk-oost=ja&kan-spelen=ja");
        assertThat(nieuw.status()).isEqualTo(303);
        var pad = zonderVraag(nieuw);
        assertThat(provider.haal(pad).tekst())
                .contains("Zoë de Wit", "Voor een gezin met kinderen", "Nederlands, Turks", "spelen met kinderen");
        var nogEens = stuur("/medewerkers", "naam=Zo%C3%AB+de+Wit&voor-gezin=ja&taal-nl=ja&wijk-oost=ja");
        assertThat(nogEens.status()).isEqualTo(409);
        assertThat(nogEens.tekst()).contains("U heeft al iemand die Zoë de Wit heet.");

        assertThat(stuur(pad + "/gegevens", "naam=Zo%C3%AB&voor-volwassene=ja&taal-nl=ja&wijk-zuid=ja&wijk-west=ja")
                        .status())
                .isEqualTo(303);
        assertThat(provider.haal("/medewerkers").tekst())
                .contains("Voor een volwassene", "West, Zuid")
                .doesNotContain("de Wit", "spelen met kinderen");
    }

    @Test
    void a_provider_sees_its_own_people_and_the_makelaar_looks_but_changes_nothing() {
        var wie = thuis.medewerker(thuis.aanbieder());
        var pad = "/medewerkers/" + wie.id();
        var makelaar = new Klant(dienst).als("makelaar");

        assertThat(provider.haal(pad).status()).isEqualTo(404);
        assertThat(provider.haal("/medewerkers").tekst()).doesNotContain(wie.naam());
        assertThat(makelaar.haal("/medewerkers").tekst()).contains(wie.naam()).doesNotContain("/medewerkers/nieuw");
        assertThat(makelaar.haal(pad).tekst())
                .contains(wie.naam())
                .doesNotContain("<form method=\"post\" action=\"/mede");
        assertThat(makelaar.haal(pad + "/gegevens").status()).isEqualTo(404);
    }

    @Test
    void new_hours_can_be_asked_for_at_once() {
        var wie = thuis.medewerker(hups);
        var pad = "/medewerkers/" + wie.id();

        var fout = stuur(pad + "/werktijden", "dag=3&begin=22:00&uren=2&vanaf=2020-01-01");
        assertThat(fout.status()).isEqualTo(422);
        assertThat(fout.tekst()).contains("uiterlijk om 23 uur klaar", "Die dag is voorbij.");

        assertThat(stuur(pad + "/werktijden", tijd(3, "13:00", 3)).status()).isEqualTo(303);

        assertThat(momenten(wie))
                .hasSizeGreaterThan(20)
                .allMatch(moment -> moment.datum().getDayOfWeek() == DayOfWeek.WEDNESDAY)
                .allMatch(moment -> moment.vrij() == 1);
        assertThat(provider.haal(pad).tekst()).contains("Woensdag, 13.00 tot 16.00 uur");
    }

    @Test
    void hours_leave_time_to_travel() {
        var wie = thuis.medewerker(hups);
        var pad = "/medewerkers/" + wie.id() + "/werktijden";
        assertThat(stuur(pad, tijd(3, "13:00", 3)).status()).isEqualTo(303);

        for (var botst : List.of("16:15", "12:00", "10:45", "13:00")) {
            var nee = stuur(pad, tijd(3, botst, 2));
            assertThat(nee.status()).as(botst).isEqualTo(409);
            assertThat(nee.tekst()).contains("Op woensdag is er al een tijd van 13.00 tot 16.00 uur.", "30 minuten");
        }
        assertThat(stuur(pad, tijd(3, "16:30", 2)).status()).isEqualTo(303);
        assertThat(stuur(pad, tijd(4, "13:00", 3)).status()).isEqualTo(303);
    }

    @Test
    void hours_that_end_leave_what_somebody_counts_on() {
        var wie = thuis.medewerker(hups);
        var pad = "/medewerkers/" + wie.id();
        stuur(pad + "/werktijden", tijd(3, "13:00", 3));
        var alle = momenten(wie);
        var geboekt = alle.get(4);
        boek(geboekt);
        var tijd =
                dienst.bean(Medewerkerbeheer.class).overzicht(wie).werktijden().getFirst();

        var klaar = stuur(
                "/medewerkers/werktijden/" + tijd.id() + "/einde",
                "per=" + alle.get(2).datum());

        assertThat(klaar.kop("Location")).contains(pad + "?klaar=einde");
        assertThat(momenten(wie))
                .extracting(Moment::id)
                .containsExactly(alle.get(0).id(), alle.get(1).id(), geboekt.id());
        dienst.bean(Bezoekmomenten.class).voerUit();
        assertThat(momenten(wie)).hasSize(3);
        assertThat(provider.haal(pad).tekst()).contains("Deze bezoeken staan al vast.", "stopt vanaf");
        assertThat(thuis.als(thuis.aanbieder())
                        .formulier("/medewerkers/werktijden/" + tijd.id() + "/einde", "csrf=x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_single_visit_can_be_added_and_taken_back_until_somebody_asks_for_it() {
        var wie = thuis.medewerker(hups);
        var pad = "/medewerkers/" + wie.id() + "/momenten";
        var dag = thuis.vandaag().plusWeeks(2);
        assertThat(stuur(pad, "datum=%s&slotBegin=10:00&slotUren=2".formatted(dag))
                        .status())
                .isEqualTo(303);
        assertThat(stuur(pad, "datum=%s&slotBegin=12:15&slotUren=2".formatted(dag))
                        .tekst())
                .contains("Dan is deze medewerker al ergens, of onderweg.");
        assertThat(stuur(pad, "datum=%s&slotBegin=12:30&slotUren=5".formatted(dag))
                        .status())
                .isEqualTo(422);
        assertThat(stuur(pad, "datum=%s&slotBegin=12:30&slotUren=2".formatted(dag))
                        .status())
                .isEqualTo(303);
        var eerste = momenten(wie).getFirst();
        var tweede = momenten(wie).getLast();
        boek(tweede);

        assertThat(trekIn(eerste)).endsWith("?klaar=ingetrokken");
        assertThat(trekIn(tweede)).endsWith("?klaar=geboekt");

        assertThat(momenten(wie)).extracting(Moment::id).containsExactly(tweede.id());
    }

    private String trekIn(Moment moment) {
        return stuur("/medewerkers/momenten/" + moment.id().waarde() + "/intrekking", "")
                .kop("Location")
                .orElseThrow();
    }

    private String tijd(int dag, String begin, int uren) {
        return "dag=%d&begin=%s&uren=%d&vanaf=%s".formatted(dag, begin, uren, maandag());
    }

    private LocalDate maandag() {
        return thuis.vandaag().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private void boek(Moment moment) {
        assertThat(dienst.bean(BoekingService.class)
                        .boek(Proefwens.voor(moment)
                                .thuis(Voor.VOLWASSENE, "Proefstraat 1")
                                .verzoek()))
                .isInstanceOf(BoekResultaat.Geboekt.class);
    }

    private Antwoord stuur(String pad, String velden) {
        return provider.formulier(pad, velden + "&csrf=" + csrf());
    }

    private String csrf() {
        return provider.haal("/medewerkers").tekst().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }

    private static String zonderVraag(Antwoord antwoord) {
        var adres = antwoord.kop("Location").orElseThrow();
        assertThat(UUID.fromString(adres.replaceAll(".*/|\\?.*", ""))).isNotNull();
        return adres.replaceAll("\\?.*", "");
    }

    private List<Moment> momenten(Medewerker wie) {
        return dienst.bean(MomentService.class)
                .zoek(
                        MomentVraag.tussen(
                                        Tijdzone.beginVan(thuis.vandaag()), Tijdzone.beginVan(LocalDate.of(2100, 1, 1)))
                                .soort(Soort.THUIS)
                                .bron(wie.id())
                                .vraag(),
                        new MomentVraag.Blad(1, 200))
                .momenten();
    }
}
