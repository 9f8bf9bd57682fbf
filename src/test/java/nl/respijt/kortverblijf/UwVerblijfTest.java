package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a carer has of a stay: where and when, in the calendar, on the eve, and another day to ask for. */
@Timeout(300)
final class UwVerblijfTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final LocalDate vandaag = verblijf.vandaag();
    private final Huis huis = verblijf.huis(1);
    private final Klant buiten = new Klant(dienst);

    @Test
    void the_page_and_the_letter_say_where_and_when_and_what_to_bring() {
        ligtAan("Proefgracht 5, Utrecht");
        var id = verblijf.bevestigd(huis, vanaf(3, 4));

        var pagina = buiten.haal(pad(id) + "/verblijf").tekst();
        var brief = buiten.haal(pad(id) + "/brief").tekst();

        for (var tekst : List.of(pagina, brief)) {
            assertThat(tekst)
                    .contains(
                            "Proefgracht 5, Utrecht",
                            "030 111 22 33",
                            "10.30 tot 12.00 uur",
                            "voor 9.00 uur",
                            huis.huis().naam());
        }
        assertThat(pagina).contains("/brief", "/overdracht", ".ics");
        assertThat(brief).contains("Dit neemt u mee", "Medicijnen", "Beste Ans");
        assertThat(buiten.haal("/aanmelding/" + UUID.randomUUID() + "/verblijf").status())
                .isEqualTo(404);
        assertThat(buiten.haal(pad(verblijf.meldAan(vanaf(3, 4))) + "/verblijf").status())
                .as("no bed chosen")
                .isEqualTo(404);
    }

    @Test
    void a_house_of_which_nothing_is_known_has_the_usual_times() {
        var id = verblijf.bevestigd(huis, vanaf(3, 4));

        assertThat(buiten.haal(pad(id) + "/verblijf").tekst())
                .contains("14.00 tot 17.00 uur", "voor 11.00 uur", "Het huis belt u over het adres");
    }

    @Test
    void the_mail_that_it_is_certain_says_an_appointment_and_no_more() {
        var id = verblijf.bevestigd(huis, vanaf(3, 4));

        var mail = post(id).getFirst();

        assertThat(mail.onderwerp()).isEqualTo("Uw afspraak staat vast");
        assertThat(mail.tekst())
                .contains("/verblijf", "14.00 tot 17.00 uur")
                .doesNotContain(huis.huis().naam());
        var agenda = bijlage(mail);
        assertThat(agenda)
                .contains("METHOD:PUBLISH", "SUMMARY:Afspraak Respijt")
                .contains("DTSTART;TZID=Europe/Amsterdam:" + kaal(3) + "T140000")
                .contains("DTSTART;TZID=Europe/Amsterdam:" + kaal(7) + "T100000")
                .doesNotContain(huis.huis().naam(), "logeer", "verblijf van", "LOCATION:");
        assertThat(agenda.split("BEGIN:VEVENT")).hasSize(3);
    }

    @Test
    void the_calendar_moves_with_the_day_of_departure_and_empties_when_it_is_called_off() {
        var id = verblijf.bevestigd(huis, vanaf(3, 4));
        var feed = dienst.bean(VerblijfSleutels.class).agendaPad(id);
        assertThat(buiten.haal(feed).tekst()).contains(kaal(7) + "T100000");

        dienst.bean(Verblijven.class).nachten(id, vandaag.plusDays(9), huis.aanmelding());
        assertThat(buiten.haal(feed).tekst()).contains(kaal(9) + "T100000").doesNotContain(kaal(7) + "T100000");
        assertThat(bijlage(post(id).getFirst())).contains(kaal(9) + "T100000");

        dienst.bean(Aanbiedingen.class).trekIn(id, "mantelzorger");
        assertThat(buiten.haal(feed).tekst()).contains("STATUS:CANCELLED").doesNotContain("STATUS:CONFIRMED");
        var weg = post(id).getFirst();
        assertThat(weg.onderwerp()).isEqualTo("Uw afspraak gaat niet door");
        assertThat(weg.bijlagen()).hasSize(2);
        assertThat(bijlage(weg)).contains("METHOD:CANCEL");
        assertThat(buiten.haal(dienst.bean(VerblijfSleutels.class).agendaPad(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hours_stay_local_where_the_clock_changes() {
        var gegevens = new Huisgegevens(
                Optional.empty(), Optional.empty(), LocalTime.of(14, 0), LocalTime.of(17, 0), LocalTime.of(11, 0));

        assertThat(gegevens.aankomst(LocalDate.parse("2027-03-27")).van())
                .isEqualTo(Instant.parse("2027-03-27T13:00:00Z"));
        assertThat(gegevens.aankomst(LocalDate.parse("2027-03-28")).van())
                .isEqualTo(Instant.parse("2027-03-28T12:00:00Z"));
        assertThat(gegevens.vertrek(LocalDate.parse("2027-10-31")))
                .isEqualTo(new Tijdvak(Instant.parse("2027-10-31T09:00:00Z"), Instant.parse("2027-10-31T10:00:00Z")));
    }

    @Test
    void on_the_eve_they_hear_it_once_more_unless_it_is_called_off() {
        try (var eigen = Proefdienst.start()) {
            var hier = new Proefverblijf(eigen);
            var van = hier.vandaag().plusDays(5);
            var id = hier.bevestigd(hier.huis(1), new Verblijf(van, van.plusDays(3)));
            var weg = hier.bevestigd(hier.huis(1), new Verblijf(van, van.plusDays(3)));
            eigen.bean(Aanbiedingen.class).trekIn(weg, "mantelzorger");
            var klok = eigen.bean(Klok.class);
            var vooravond = Tijdzone.instant(van.minusDays(1), LocalTime.of(10, 0));

            klok.verschuif(klok.verschuiving().plus(Duration.between(klok.instant(), vooravond.minusSeconds(60))));
            assertThat(onderwerpen(eigen, id)).doesNotContain("Morgen is uw afspraak");
            klok.verschuif(klok.verschuiving().plusSeconds(120));

            assertThat(onderwerpen(eigen, id)).contains("Morgen is uw afspraak");
            assertThat(onderwerpen(eigen, weg)).doesNotContain("Morgen is uw afspraak");
        }
    }

    @Test
    void what_changed_is_told_also_when_something_else_happened_before_the_mail_left() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));

        dienst.bean(Verblijven.class).nachten(id, vandaag.plusDays(4), huis.aanmelding());
        dienst.bean(Verblijven.class).aankomst(id, huis.aanmelding());

        assertThat(onderwerpen(dienst, id)).contains("Er is iets veranderd aan uw afspraak");
    }

    @Test
    void who_withdraws_for_them_at_the_desk_tells_them_once() {
        var id = verblijf.bevestigd(huis, vanaf(6, 3));
        var wacht = verblijf.geaccepteerd(huis, vanaf(20, 3));

        dienst.bean(Aanbiedingen.class).trekIn(id, "makelaar");
        dienst.bean(Aanbiedingen.class).trekIn(wacht, "makelaar");

        assertThat(onderwerpen(dienst, id))
                .contains("Uw afspraak gaat niet door")
                .doesNotContain("Er is nieuws over uw aanvraag");
        assertThat(onderwerpen(dienst, wacht)).contains("Er is nieuws over uw aanvraag");
    }

    @Test
    void another_day_is_asked_for_and_answered_on_the_same_page() {
        var id = verblijf.bevestigd(huis, vanaf(3, 4));

        assertThat(vraag(id, "").tekst()).contains("href=\"#tot\"");
        assertThat(vraag(id, vandaag.plusDays(7).toString()).tekst()).contains("Dit is al uw dag van vertrek");
        assertThat(vraag(id, vandaag.plusDays(99).toString()).status()).isEqualTo(422);
        assertThat(vraag(id, vandaag.plusDays(10).toString()).kop("Location").orElse(""))
                .endsWith("/verblijf?gevraagd=ja");
        assertThat(buiten.haal(pad(id) + "/verblijf").tekst()).contains("Het huis antwoordt nog");
        dienst.bean(Verblijven.class).wijsVraagAf(id, huis.aanmelding());
        assertThat(buiten.haal(pad(id) + "/verblijf").tekst()).contains("Het huis kan die andere dag niet");
    }

    @Test
    void who_did_not_come_reads_no_blame() {
        var id = verblijf.bevestigd(huis, vanaf(0, 3));
        dienst.bean(Verblijven.class).nietGekomen(id, huis.aanmelding());

        var pagina = buiten.haal(pad(id) + "/verblijf").tekst();

        assertThat(pagina).contains("Dat kan gebeuren", "belt u").doesNotContain("niet gekomen", "Niet gekomen");
        assertThat(bijlage(post(id).getFirst())).contains("METHOD:CANCEL");
    }

    private void ligtAan(String adres) {
        dienst.bean(Transacties.class).schrijf(handle -> {
            dienst.bean(HuisgegevensRepository.class)
                    .zet(
                            handle,
                            huis.huis().id(),
                            new Huisgegevens(
                                    Optional.of(adres),
                                    Optional.of("030 111 22 33"),
                                    LocalTime.of(10, 30),
                                    LocalTime.of(12, 0),
                                    LocalTime.of(9, 0)));
            return adres;
        });
    }

    private Klant.Antwoord vraag(UUID id, String tot) {
        return buiten.formulier(pad(id) + "/verblijf/vraag", "tot=" + tot);
    }

    private String pad(UUID id) {
        return dienst.bean(VerblijfSleutels.class).pad(id);
    }

    private String kaal(int dagen) {
        return vandaag.plusDays(dagen).toString().replace("-", "");
    }

    private static String bijlage(DemoMail mail) {
        return mail.bijlagen().stream()
                .map(bijlage -> new String(Base64.getDecoder().decode(bijlage.inhoudBase64()), StandardCharsets.UTF_8)
                        .replace("\r\n ", ""))
                .reduce("", String::concat);
    }

    private static List<String> onderwerpen(Proefdienst bij, UUID id) {
        return post(bij, id).stream().map(DemoMail::onderwerp).toList();
    }

    /** The newest first. */
    private List<DemoMail> post(UUID id) {
        return post(dienst, id);
    }

    private static List<DemoMail> post(Proefdienst bij, UUID id) {
        bij.bean(Verzender.class).verzendAlles();
        var adres = bij.bean(Aanmeldingen.class)
                .find(id)
                .flatMap(wie -> wie.contact().email())
                .orElseThrow();
        return bij.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }

    private Verblijf vanaf(int dagen, int nachten) {
        return new Verblijf(vandaag.plusDays(dagen), vandaag.plusDays(dagen + nachten));
    }
}
