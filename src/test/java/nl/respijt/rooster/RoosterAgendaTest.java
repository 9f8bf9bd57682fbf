package nl.respijt.rooster;

import static nl.respijt.rooster.Proefrooster.DOOR;
import static nl.respijt.rooster.Proefrooster.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.database.Proefdienst;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RoosterAgendaTest {
    private static final String NAAM = "Ongeziene Mantelzorger";

    private final Proefrooster proef = new Proefrooster(Proefdienst.gedeeld());
    private final RoosterService rooster = proef.rooster;

    @Test
    void a_calendar_tells_when_where_and_how_many_and_never_who() throws Exception {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var gastheer = proef.gastheer(huis);
        var dienst = proef.gepland(moment, gastheer);
        boek(moment, 5);

        var agenda = proef.agenda(gastheer);
        var item = item(agenda, dienst.id().waarde());

        assertThat(item)
                .contains("SUMMARY:Dienst " + Proefrooster.naam(huis))
                .contains("DESCRIPTION:5 van 12 plekken geboekt")
                .contains("LOCATION:" + Proefrooster.naam(huis) + "\\, Proefstraat 1")
                .contains("DTSTART;TZID=Europe/Amsterdam:" + op(proef.dag(3)) + "T090000")
                .contains("SEQUENCE:0")
                .contains("STATUS:CONFIRMED")
                .contains("/rooster");
        assertThat(agenda).doesNotContain(NAAM).doesNotContain("ATTENDEE").doesNotContain(gastheer.naam());
    }

    @Test
    void a_booking_shows_in_a_calendar_that_was_read_before() throws Exception {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var gastheer = proef.gastheer(huis);
        proef.gepland(moment, gastheer);
        var agendas = proef.dienst.bean(GastheerAgenda.class);
        var agenda = agendas.voor(Optional.of(gastheer.id().waarde())).orElseThrow();
        var stand = agenda.stand();
        var gewijzigd = agenda.agenda().orElseThrow().gewijzigdOp().orElseThrow();
        Thread.sleep(5);

        boek(moment, 1);

        assertThat(agenda.stand()).isNotEqualTo(stand);
        assertThat(agenda.agenda().orElseThrow().gewijzigdOp().orElseThrow()).isAfter(gewijzigd);
    }

    @Test
    void handing_over_leaves_a_cancelled_entry_in_the_old_calendar_and_a_new_one_in_the_other() throws Exception {
        var huis = proef.huis();
        var van = proef.gastheer(huis);
        var naar = proef.gastheer(huis);
        var dienst = proef.gepland(proef.ochtend(huis, proef.dag(3)), van);

        rooster.draagOver(dienst.id(), naar.id(), DOOR);

        assertThat(item(proef.agenda(van), dienst.id().waarde()))
                .contains("SUMMARY:Vervallen: Dienst")
                .contains("STATUS:CANCELLED")
                .contains("SEQUENCE:1")
                .doesNotContain("plekken");
        assertThat(proef.agenda(naar)).contains("STATUS:CONFIRMED").doesNotContain("CANCELLED");
    }

    @Test
    void a_moment_that_moves_or_lapses_moves_or_lapses_in_the_calendar() throws Exception {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var gastheer = proef.gastheer(huis);
        var dienst = proef.gepland(moment, gastheer);

        var morgen = Duration.ofDays(1);
        proef.momenten.verplaats(
                moment.id(),
                new Tijdvak(
                        moment.tijdvak().van().plus(morgen),
                        moment.tijdvak().tot().plus(morgen)),
                DOOR);
        assertThat(item(proef.agenda(gastheer), dienst.id().waarde()))
                .contains("DTSTART;TZID=Europe/Amsterdam:" + op(proef.dag(4)) + "T090000")
                .contains("SEQUENCE:1");

        proef.momenten.gelastAf(moment.id(), "storm", DOOR);
        assertThat(item(proef.agenda(gastheer), dienst.id().waarde()))
                .contains("STATUS:CANCELLED")
                .contains("SEQUENCE:2");
    }

    @Test
    void what_was_cancelled_leaves_after_the_day_after_and_what_was_done_after_sixty_days() throws Exception {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var vandaag = proef.klok.vandaag();
        var gisteren = geweest(proef.ochtend(huis, vandaag.minusDays(1)), gastheer, "afgemeld");
        var eergisteren = geweest(proef.ochtend(huis, vandaag.minusDays(2)), gastheer, "vervallen");
        var gedaan = geweest(proef.ochtend(huis, vandaag.minusDays(60)), gastheer, "gepland");
        var langGeleden = geweest(proef.ochtend(huis, vandaag.minusDays(61)), gastheer, "gepland");

        var agenda = proef.agenda(gastheer);

        assertThat(item(agenda, gisteren)).contains("STATUS:CANCELLED");
        assertThat(item(agenda, eergisteren)).isEmpty();
        assertThat(item(agenda, gedaan)).contains("STATUS:CONFIRMED");
        assertThat(item(agenda, langGeleden)).isEmpty();
    }

    private java.util.UUID geweest(Moment moment, Gastheer gastheer, String status) {
        var id = java.util.UUID.randomUUID();
        var diensten = proef.dienst.bean(DienstRepository.class);
        proef.jdbi.useTransaction(handle -> {
            diensten.insert(handle, new DienstId(id), moment, gastheer.id(), proef.nu());
            handle.createUpdate("update dienst set status = :status where id = :id")
                    .bind("status", status)
                    .bind("id", id)
                    .execute();
        });
        return id;
    }

    @Test
    void the_makelaar_sees_where_a_gastheer_is_missing() throws Exception {
        var huis = proef.huis();
        var met = proef.ochtend(huis, proef.dag(3));
        var zonder = proef.ochtend(huis, proef.dag(4));
        var gastheer = proef.gastheer(huis);
        proef.gepland(met, gastheer);
        boek(zonder, 2);

        var agenda = proef.agenda(AgendaSoort.MAKELAAR, Optional.empty());

        assertThat(item(agenda, met.id().waarde()))
                .contains("SUMMARY:" + Proefrooster.naam(huis) + ": 0 van 12\\, gastheer geregeld")
                .contains("SEQUENCE:1");
        assertThat(item(agenda, zonder.id().waarde()))
                .contains("SUMMARY:" + Proefrooster.naam(huis) + ": 2 van 12\\, GEEN gastheer")
                .contains("SEQUENCE:0");
        assertThat(agenda).doesNotContain(gastheer.naam()).doesNotContain(NAAM);
    }

    @Test
    void mails_tell_when_and_where_and_never_who_comes() {
        var huis = proef.huis();
        var moment = proef.ochtend(huis, proef.dag(3));
        var gastheer = proef.gastheer(huis);
        boek(moment, 3);
        proef.gepland(moment, gastheer);
        var verzender = proef.dienst.bean(Verzender.class);
        verzender.verzendAlles();
        proef.momenten.gelastAf(moment.id(), "De verwarming is stuk.", DOOR);
        verzender.verzendAlles();

        var mails = proef.dienst.bean(DemoPostvak.class).nieuwste(200).stream()
                .filter(mail -> mail.aan().contains(gastheer.email().orElseThrow()))
                .toList();

        assertThat(mails).hasSize(2);
        assertThat(mails.getLast().onderwerp()).startsWith("Uw dienst op ");
        assertThat(mails.getLast().tekst())
                .contains("9.00 tot 12.30 uur", Proefrooster.naam(huis), "Proefstraat 1", "/rooster");
        assertThat(mails.getFirst().onderwerp()).endsWith(" vervalt");
        assertThat(mails.getFirst().tekst()).contains("De verwarming is stuk.");
        assertThat(mails).noneMatch(mail -> mail.ruwBase64().isEmpty());
        assertThat(mails)
                .allSatisfy(mail -> assertThat(mail.tekst() + mail.html())
                        .doesNotContain(NAAM)
                        .doesNotContain("plekken"));
    }

    @Test
    void news_that_something_newer_overtook_is_not_told() {
        var huis = proef.huis();
        var gastheer = proef.gastheer(huis);
        var dienst = proef.gepland(proef.ochtend(huis, proef.dag(3)), gastheer);
        var maker = proef.dienst.bean(DienstBerichtMaker.class);
        var bericht = new nl.respijt.bericht.Bericht(
                java.util.UUID.randomUUID(),
                DienstBerichten.NIEUW,
                nl.respijt.bericht.Kanaal.MAIL,
                dienst.id().waarde(),
                0,
                "gastheer:" + gastheer.id().waarde(),
                java.util.Map.of(),
                proef.nu(),
                0,
                Optional.empty(),
                proef.nu());
        assertThat(maker.maak(bericht)).isPresent();

        rooster.meldAf(dienst.id(), Optional.empty(), DOOR);

        assertThat(maker.maak(bericht)).isEmpty();
    }

    private void boek(Moment moment, int personen) {
        var verzoek = new BoekVerzoek(
                "proef:" + java.util.UUID.randomUUID(),
                moment.id(),
                NAAM,
                new Contact(Optional.of(java.util.UUID.randomUUID() + "@voorbeeld.example"), Optional.empty()),
                personen,
                Taal.NL,
                false,
                BoekVerzoek.DOOR_MANTELZORGER);
        assertThat(proef.dienst.bean(BoekingService.class).boek(verzoek)).isInstanceOf(BoekResultaat.Geboekt.class);
    }

    private static String op(LocalDate dag) {
        return dag.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
