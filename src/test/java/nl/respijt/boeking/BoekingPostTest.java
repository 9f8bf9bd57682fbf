package nl.respijt.boeking;

import static nl.respijt.boeking.Proefwens.nieuwAdres;
import static nl.respijt.boeking.Proefwens.voor;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import nl.respijt.agenda.TweedeLezer;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekingBeheer.VerplaatsResultaat;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Taal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a carer finds in the mailbox, and when. Its own service: the clock moves. */
class BoekingPostTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2027-02-01"); // a Monday
    private static final LocalDate DAG = LocalDate.parse("2027-02-09"); // a Tuesday
    private static final LocalDate ANDERE_DAG = LocalDate.parse("2027-02-11"); // a Thursday
    private static final String WIE = "mantelzorger";

    /** Whoever else reads a mailbox learns nothing about anybody's health, or about whom they care for. */
    private static final Pattern GEZONDHEID = Pattern.compile(
            "ziek|dement|alzheimer|beperking|diagnos|handicap|hersen|overbelast|naaste|patiënt|patient|cliënt|zorgvra"
                    + "|indicatie|medicijn|illness|\\bsick|disease|disab|diagnosis|medic|loved one|care for|burden",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final BoekingService boekingen = dienst.bean(BoekingService.class);
    private final BoekingBeheer beheer = dienst.bean(BoekingBeheer.class);
    private final MomentService momenten = dienst.bean(MomentService.class);

    @BeforeAll
    static void start() {
        gestart = Optional.of(Proefdienst.start());
    }

    @AfterAll
    static void stop() {
        gestart.ifPresent(Proefdienst::close);
    }

    @BeforeEach
    void op_de_eerste_dag() {
        zetKlok(VANDAAG, "09:00");
    }

    @AfterEach
    void taken_places_are_those_of_the_bookings() {
        Proefmoment.controleerBezetting(dienst);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL|Uw afspraak op dinsdag 9 februari|dinsdag 9 februari 2027, 9.00 tot 12.30 uur",
                "EN|Your booking on Tuesday 9 February|Tuesday 9 February 2027",
                "TR|Randevunuz: 9 Şubat Salı|9 Şubat 2027 Salı",
                "AR|موعدكم يوم الثلاثاء 9 فبراير|الثلاثاء 9 فبراير 2027"
            })
    void a_confirmation_has_when_where_a_code_and_the_way_out(Taal taal, String onderwerp, String wanneer) {
        var adres = nieuwAdres();

        var geboekt = boek(voor(op(DAG)).email(adres).taal(taal));

        var mail = enige(adres);
        assertThat(mail.onderwerp()).isEqualTo(onderwerp);
        assertThat(mail.tekst())
                .contains("Ans", wanneer, "Huis Proef", "Proefstraat 1", "030 000 00 00")
                .contains(geboekt.antwoord().code())
                .contains(dienst.bean(BoekingSleutels.class).beheerUrl(geboekt.id()));
        zwijgtOverGezondheid(mail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL|Uw afspraak is verzet naar donderdag 11 februari|Uw afspraak was op dinsdag 9 februari, 9.00",
                "EN|Your booking has been moved to Thursday 11 February|Your booking was on Tuesday 9 February, 9:00"
            })
    void a_change_tells_the_old_time_and_the_new(Taal taal, String onderwerp, String was) {
        var adres = nieuwAdres();
        var geboekt = boek(voor(op(DAG)).email(adres).taal(taal));
        verzend();

        verplaats(geboekt, op(ANDERE_DAG));

        var mail = laatste(adres, 2);
        assertThat(mail.onderwerp()).isEqualTo(onderwerp);
        assertThat(mail.tekst()).contains(was).contains("2027");
        zwijgtOverGezondheid(mail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL|Uw afspraak op dinsdag 9 februari is afgezegd",
                "EN|Your booking on Tuesday 9 February has been cancelled"
            })
    void who_cancels_gets_that_in_writing(Taal taal, String onderwerp) {
        var adres = nieuwAdres();
        var geboekt = boek(voor(op(DAG)).email(adres).taal(taal));
        verzend();

        beheer.annuleer(geboekt.id(), WIE);

        var mail = laatste(adres, 2);
        assertThat(mail.onderwerp()).isEqualTo(onderwerp);
        zwijgtOverGezondheid(mail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL|Uw afspraak op dinsdag 9 februari gaat niet door|De reden: Storm|dinsdag 9 februari 2027, 13.00",
                "EN|Your booking on Tuesday 9 February cannot go ahead|The reason: Storm|Tuesday 9 February 2027, 13:00"
            })
    void who_finds_a_house_closed_hears_why_and_what_else_there_is(
            Taal taal, String onderwerp, String reden, String anders) {
        var adres = nieuwAdres();
        var moment = op(DAG);
        Proefmoment.in(dienst)
                .inHuis(moment.bronId())
                .op(DAG)
                .van("13:00", "16:30")
                .publiceer();
        var geboekt = boek(voor(moment).email(adres).taal(taal));
        verzend();

        momenten.gelastAf(moment.id(), "Storm", "makelaar");

        var mail = laatste(adres, 2);
        assertThat(mail.onderwerp()).isEqualTo(onderwerp);
        assertThat(mail.tekst())
                .contains(reden)
                .contains(anders)
                .contains(dienst.bean(BoekingSleutels.class).beheerUrl(geboekt.id()));
        zwijgtOverGezondheid(mail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"NL|Morgen: uw afspraak om 9.00 uur", "EN|Tomorrow: your booking at 9:00"})
    void a_reminder_comes_the_day_before_at_ten_and_once(Taal taal, String onderwerp) {
        var adres = nieuwAdres();
        boek(voor(op(DAG)).email(adres).taal(taal));
        verzend();

        zetKlok(DAG.minusDays(1), "09:59");
        assertThat(post(adres)).hasSize(1);
        zetKlok(DAG.minusDays(1), "10:00");
        var mail = laatste(adres, 2);
        assertThat(mail.onderwerp()).isEqualTo(onderwerp);
        zwijgtOverGezondheid(mail);
        zetKlok(DAG.minusDays(1), "18:00");
        assertThat(post(adres)).hasSize(2);
    }

    @Test
    void who_books_after_that_time_needs_no_reminder() {
        var adres = nieuwAdres();
        zetKlok(DAG.minusDays(1), "10:00");
        boek(voor(op(DAG)).email(adres));

        zetKlok(DAG, "08:00");

        assertThat(post(adres)).hasSize(1);
    }

    @Test
    void who_cancelled_is_not_reminded() {
        var adres = nieuwAdres();
        var geboekt = boek(voor(op(DAG)).email(adres));
        verzend();
        beheer.annuleer(geboekt.id(), WIE);
        verzend();

        zetKlok(DAG.minusDays(1), "10:01");

        assertThat(onderwerpen(adres)).noneMatch(onderwerp -> onderwerp.startsWith("Morgen"));
    }

    @Test
    void who_moved_is_reminded_of_the_new_time_only() {
        var adres = nieuwAdres();
        var geboekt = boek(voor(op(DAG)).email(adres));
        verzend();
        verplaats(
                geboekt,
                Proefmoment.in(dienst).op(ANDERE_DAG).van("13:00", "16:30").publiceer());
        verzend();

        zetKlok(DAG.minusDays(1), "10:01");
        assertThat(post(adres)).hasSize(2);
        zetKlok(ANDERE_DAG.minusDays(1), "10:01");
        assertThat(laatste(adres, 3).onderwerp()).isEqualTo("Morgen: uw afspraak om 13.00 uur");
    }

    @Test
    void who_moved_before_the_confirmation_left_hears_the_new_time_in_the_end() {
        var adres = nieuwAdres();
        var geboekt = boek(voor(op(DAG)).email(adres));
        verplaats(geboekt, op(ANDERE_DAG));

        assertThat(post(adres).getFirst().onderwerp()).isEqualTo("Uw afspraak is verzet naar donderdag 11 februari");
    }

    @Test
    void the_calendar_file_of_the_mail_is_the_entry_of_the_feed() throws Exception {
        var adres = nieuwAdres();
        var geboekt = boek(voor(op(DAG)).email(adres));
        var feed = dienst.adres(dienst.bean(BoekingSleutels.class).agendaPad(geboekt.id()));

        var uitMail = afspraak(bijlage(enige(adres)));
        try (InputStream inhoud = feed.toURL().openStream()) {
            var uitFeed = afspraak(inhoud.readAllBytes());

            assertThat(waarde(uitMail, Property.UID))
                    .isEqualTo(waarde(uitFeed, Property.UID))
                    .startsWith(geboekt.id().waarde().toString());
            assertThat(waarde(uitMail, Property.DTSTART))
                    .isEqualTo(waarde(uitFeed, Property.DTSTART))
                    .isEqualTo("20270209T090000");
        }
        assertThat(GEZONDHEID.matcher(uitMail.toString()).find()).isFalse();
    }

    @Test
    void the_file_of_a_change_moves_the_entry_that_the_confirmation_put_there() {
        var adres = nieuwAdres();
        var geboekt = boek(voor(op(DAG)).email(adres));
        var eerst = kalender(enige(adres));

        verplaats(geboekt, op(ANDERE_DAG));

        var daarna = kalender(laatste(adres, 2));
        assertThat(daarna.uid()).isEqualTo(eerst.uid());
        assertThat(daarna.volgnummer()).isGreaterThan(eerst.volgnummer());
        assertThat(daarna.methode()).isEqualTo("PUBLISH");
        assertThat(daarna.status()).isEqualTo("CONFIRMED");
        assertThat(daarna.begin()).isEqualTo(Tijdzone.instant(ANDERE_DAG, LocalTime.of(9, 0)));
    }

    @Test
    void the_file_of_a_cancellation_takes_the_entry_out() {
        var adres = nieuwAdres();
        var geboekt = boek(voor(op(DAG)).email(adres));
        var eerst = kalender(enige(adres));

        beheer.annuleer(geboekt.id(), WIE);

        haaltEruit(laatste(adres, 2), eerst);
    }

    @Test
    void the_file_of_a_closure_takes_the_entry_out_and_that_of_the_next_choice_puts_it_back() {
        var adres = nieuwAdres();
        var moment = op(DAG);
        var geboekt = boek(voor(moment).email(adres));
        var eerst = kalender(enige(adres));

        momenten.gelastAf(moment.id(), "Storm", "makelaar");

        var eruit = haaltEruit(laatste(adres, 2), eerst);
        verplaats(geboekt, op(ANDERE_DAG));
        var terug = kalender(laatste(adres, 3));
        assertThat(terug.uid()).isEqualTo(eerst.uid());
        assertThat(terug.volgnummer()).isGreaterThan(eruit.volgnummer());
        assertThat(terug.methode()).isEqualTo("PUBLISH");
        assertThat(terug.status()).isEqualTo("CONFIRMED");
    }

    private static Kalender haaltEruit(DemoMail mail, Kalender eerst) {
        var eruit = kalender(mail);
        assertThat(mail.tekst()).contains("Open de bijlage.");
        assertThat(eruit.uid()).isEqualTo(eerst.uid());
        assertThat(eruit.volgnummer()).isGreaterThan(eerst.volgnummer());
        assertThat(eruit.methode()).isEqualTo("CANCEL");
        assertThat(eruit.status()).isEqualTo("CANCELLED");
        assertThat(eruit.begin()).isEqualTo(eerst.begin());
        return eruit;
    }

    private void zetKlok(LocalDate dag, String tijd) {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(Duration.between(klok.echt().instant(), Tijdzone.instant(dag, LocalTime.parse(tijd))));
    }

    private Moment op(LocalDate dag) {
        return Proefmoment.in(dienst).op(dag).publiceer();
    }

    private Geboekt boek(Proefwens wens) {
        var uitkomst = boekingen.boek(wens.verzoek());
        assertThat(uitkomst).isInstanceOf(Geboekt.class);
        return (Geboekt) uitkomst;
    }

    private void verplaats(Geboekt geboekt, Moment naar) {
        assertThat(beheer.verplaats(geboekt.id(), naar.id(), WIE)).isInstanceOf(VerplaatsResultaat.Verplaatst.class);
    }

    private void verzend() {
        dienst.bean(Verzender.class).verzendAlles();
    }

    /** All that has arrived by now, newest first. */
    private List<DemoMail> post(String adres) {
        verzend();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }

    private List<String> onderwerpen(String adres) {
        return post(adres).stream().map(DemoMail::onderwerp).toList();
    }

    private DemoMail enige(String adres) {
        return laatste(adres, 1);
    }

    private DemoMail laatste(String adres, int van) {
        assertThat(post(adres)).hasSize(van);
        return post(adres).getFirst();
    }

    private static void zwijgtOverGezondheid(DemoMail mail) {
        assertThat(GEZONDHEID
                        .matcher(mail.onderwerp() + mail.tekst() + mail.html())
                        .results())
                .isEmpty();
    }

    private static byte[] bijlage(DemoMail mail) {
        assertThat(mail.bijlagen()).hasSize(1);
        assertThat(mail.bijlagen().getFirst().type()).startsWith("text/calendar");
        return Base64.getDecoder().decode(mail.bijlagen().getFirst().inhoudBase64());
    }

    /** What two readers, ical4j and ical.js, both make of the file that goes along with a mail. */
    private record Kalender(String methode, String uid, int volgnummer, String status, Instant begin) {}

    private static Kalender kalender(DemoMail mail) {
        var bytes = bijlage(mail);
        var item = afspraak(bytes);
        var eerste = new Kalender(
                gelezen(bytes).getProperty(Property.METHOD).orElseThrow().getValue(),
                waarde(item, Property.UID),
                Integer.parseInt(waarde(item, Property.SEQUENCE)),
                waarde(item, Property.STATUS),
                ZonedDateTime.from(item.getDateTimeStart().getDate()).toInstant());
        var tweede = TweedeLezer.lees(List.of(bytes)).get(0);
        var anders = tweede.get("items").get(0);
        assertThat(new Kalender(
                        tweede.get("method").getStringValue(),
                        anders.get("uid").getStringValue(),
                        anders.get("sequence").getIntValue(),
                        anders.get("status").getStringValue(),
                        Instant.ofEpochSecond(anders.get("begin").get("epoch").getLongValue())))
                .isEqualTo(eerste);
        assertThat(mail.bijlagen().getFirst().type()).contains("method=" + eerste.methode());
        return eerste;
    }

    private static VEvent afspraak(byte[] kalender) {
        var items = gelezen(kalender).<VEvent>getComponents("VEVENT");
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static Calendar gelezen(byte[] kalender) {
        try {
            var gelezen = new CalendarBuilder().build(new ByteArrayInputStream(kalender));
            var uitkomst = gelezen.validate();
            assertThat(uitkomst.hasErrors()).as(uitkomst.toString()).isFalse();
            return gelezen;
        } catch (Exception fout) {
            throw new AssertionError("no calendar", fout);
        }
    }

    private static String waarde(VEvent item, String naam) {
        return item.getProperty(naam).map(eigenschap -> eigenschap.getValue()).orElseThrow();
    }
}
