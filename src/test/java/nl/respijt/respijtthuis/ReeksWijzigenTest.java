package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A visit of a series is cancelled or moved alone, or with all that come after it; told once. */
@Timeout(120)
final class ReeksWijzigenTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Klant klant = new Klant(dienst);
    private final Aanbieder hups = thuis.aanbieder();
    private final Medewerker noor = thuis.medewerker(hups);
    private final LocalDate eerste = werkdag();
    private final String adres = Proefwens.nieuwAdres();

    @AfterEach
    void wat_bezet_is_is_geboekt() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void this_one_and_all_that_follow_are_cancelled_in_one_go_and_told_in_one_mail() {
        var reeks = bevestigdeReeks(4);
        var pad = pad(reeks, 1);
        assertThat(klant.haal(pad + "/afzeggen").tekst())
                .contains("Alleen deze afspraak", "Deze en de 2 volgende", "value=\"deze\" checked");

        var weg = klant.formulier(pad + "/afzeggen", "welke=volgende");

        assertThat(weg.status()).isEqualTo(303);
        assertThat(bezet(noor, "09:00", 4)).containsExactly(1, 0, 0, 0);
        assertThat(klant.haal(weg.kop("Location").orElseThrow()).tekst())
                .contains("Deze afspraak is afgezegd", "Ook alle volgende bezoeken zijn afgezegd.");
        var mail = post().getFirst();
        assertThat(mail.onderwerp()).isEqualTo("Uw 3 afspraken zijn afgezegd");
        assertThat(mail.bijlagen())
                .hasSize(3)
                .allSatisfy(bijlage ->
                        assertThat(ics(bijlage)).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED"));
        assertThat(post()).hasSize(3); // asked, confirmed, cancelled
        assertThat(bijAanbieder("Er is iets veranderd in uw bezoeken"))
                .as("the provider hears it too, and not whose home it is")
                .hasSize(1)
                .allSatisfy(bericht -> assertThat(bericht.tekst().split(noor.voornaam() + ": afgezegd", -1))
                        .hasSize(4))
                .noneMatch(bericht -> bericht.tekst().contains("Proefstraat"));
        klant.formulier(pad + "/afzeggen", "welke=volgende");
        assertThat(post()).hasSize(3);
        assertThat(klant.haal(pad(reeks, 0) + "/afzeggen").tekst()).doesNotContain("Alleen deze afspraak");
    }

    @Test
    void by_default_it_is_only_this_one() {
        var reeks = bevestigdeReeks(3);

        klant.formulier(pad(reeks, 0) + "/afzeggen", "welke=deze");

        assertThat(bezet(noor, "09:00", 3)).containsExactly(0, 1, 1);
        assertThat(klant.haal(pad(reeks, 1)).tekst()).contains("Deze afspraak hoort bij een reeks");
        assertThat(klant.formulier(pad(reeks, 2) + "/afzeggen", "").status()).isEqualTo(303);
        assertThat(bezet(noor, "09:00", 3)).containsExactly(0, 1, 0);
    }

    @Test
    void the_interface_cancels_one_or_this_and_following() {
        var reeks = bevestigdeReeks(4);

        assertThat(annuleer(reeks, 3, "").json()).containsEntry("status", "geannuleerd");
        assertThat(bezet(noor, "09:00", 4)).containsExactly(1, 1, 1, 0);
        assertThat(annuleer(reeks, 1, "{\"volgend\": true}").velden()).containsExactly("volgend");
        assertThat(annuleer(reeks, 1, "{\"volgende\": \"x\"}").velden()).containsExactly("volgende");
        assertThat(bezet(noor, "09:00", 4)).containsExactly(1, 1, 1, 0);
        assertThat(annuleer(reeks, 1, "{\"volgende\": true}").json()).containsEntry("status", "geannuleerd");
        assertThat(bezet(noor, "09:00", 4)).containsExactly(1, 0, 0, 0);
        assertThat(annuleer(reeks, 1, "{\"volgende\": true}").status()).isEqualTo(200);
    }

    @Test
    void what_follows_moves_as_far_by_the_clock_to_the_same_worker_where_that_can_be() {
        var joost = thuis.medewerker(hups);
        var reeks = bevestigdeReeks(5);
        var naar = publiceer(noor, eerste.plusDays(1), "13:00", 0, 1, 3).get(1);
        publiceer(joost, eerste.plusDays(1), "13:00", 2);
        var pad = pad(reeks, 1);
        assertThat(klant.haal(pad + "/verzetten").tekst()).contains("Deze en de 3 volgende", noor.voornaam() + " komt");

        var keuze = klant.formulier(
                pad + "/verzetten",
                "momentId=%s&welke=volgende".formatted(naar.id().waarde()));
        assertThat(keuze.status()).isEqualTo(303);
        var proef = klant.haal(keuze.kop("Location").orElseThrow());
        assertThat(proef.tekst())
                .contains("3 bezoeken gaan mee. 1 bezoek blijft op de oude tijd. Er is nog niets veranderd.")
                .contains(joost.voornaam() + " komt", "Verzet deze 3 bezoeken", "Er is niemand vrij");
        assertThat(bezet(noor, "09:00", 5)).containsExactly(1, 1, 1, 1, 1);

        var gedaan = klant.formulier(
                pad + "/verzetten/reeks", "momentId=" + naar.id().waarde());

        assertThat(bezet(noor, "09:00", 5)).containsExactly(1, 0, 0, 0, 1);
        assertThat(bezet(noor, eerste.plusDays(1), "13:00", 0, 1, 3)).containsExactly(0, 1, 1);
        assertThat(bezet(joost, eerste.plusDays(1), "13:00", 2)).containsExactly(1);
        assertThat(klant.haal(gedaan.kop("Location").orElseThrow()).tekst())
                .contains("Uw afspraken zijn verzet.", "1 bezoek kon niet mee. Dat blijft op de oude tijd.");
        var mail = post().getFirst();
        assertThat(mail.onderwerp()).isEqualTo("Uw 3 afspraken zijn verzet");
        assertThat(mail.tekst()).contains("Niet alles kon mee.", "Nieuwe tijd", "Niet veranderd");
        assertThat(mail.bijlagen())
                .hasSize(1)
                .allSatisfy(bijlage ->
                        assertThat(ics(bijlage).split("SEQUENCE:2", -1)).hasSize(4));
        assertThat(post()).hasSize(3);
    }

    @Test
    void a_series_that_moves_a_week_does_not_stand_in_its_own_way() {
        var reeks = bevestigdeReeks(3);
        var joost = thuis.medewerker(hups);
        var naar = publiceer(joost, eerste, "09:00", 1).getFirst(); // when Noor comes for the second of them
        publiceer(noor, eerste, "09:00", 3);

        klant.formulier(
                pad(reeks, 0) + "/verzetten/reeks", "momentId=" + naar.id().waarde());

        assertThat(bezet(joost, eerste, "09:00", 1)).containsExactly(1);
        assertThat(bezet(noor, "09:00", 4)).containsExactly(0, 0, 1, 1);
    }

    @Test
    void nothing_moves_when_the_chosen_one_cannot() {
        var reeks = bevestigdeReeks(2);
        var vol = publiceer(noor, eerste.plusDays(1), "13:00", 0, 1);
        klant.stuur(
                "/api/v1/boekingen",
                Proefwens.voor(vol.getFirst())
                        .thuis(Voor.VOLWASSENE, "Elders 1")
                        .json(),
                "Idempotency-Key",
                UUID.randomUUID().toString());

        var nee = klant.formulier(
                pad(reeks, 0) + "/verzetten/reeks",
                "momentId=" + vol.getFirst().id().waarde());

        assertThat(nee.status()).isEqualTo(409);
        assertThat(nee.tekst()).contains("Dat lukte niet. Uw afspraak is niet veranderd.");
        assertThat(bezet(noor, "09:00", 2)).containsExactly(1, 1);
        assertThat(bezet(noor, eerste.plusDays(1), "13:00", 0, 1)).containsExactly(1, 0);
        assertThat(post()).hasSize(2);
    }

    @Test
    void nobody_moves_to_who_does_not_come_for_them_or_while_somebody_else_is_there() {
        var reeks = bevestigdeReeks(2);
        var gezin = publiceer(thuis.medewerker(hups, Set.of(Voor.GEZIN)), eerste, "13:00", 0)
                .getFirst();
        var elders = publiceer(thuis.medewerker(thuis.aanbieder()), eerste, "13:00", 0)
                .getFirst();
        var tegelijk = publiceer(thuis.medewerker(hups), eerste, "09:00", 1).getFirst();

        for (var naar : List.of(gezin, elders, tegelijk)) {
            var nee = klant.formulier(
                    pad(reeks, 0) + "/verzetten", "momentId=" + naar.id().waarde());

            assertThat(nee.status()).isEqualTo(409);
            assertThat(dienst.bean(MomentService.class)
                            .find(naar.id())
                            .orElseThrow()
                            .bezet())
                    .isZero();
        }
        assertThat(klant.haal(pad(reeks, 0) + "/verzetten").tekst())
                .doesNotContain(
                        gezin.id().waarde().toString(), elders.id().waarde().toString());
    }

    /** Every week in the morning, and the provider said yes. */
    private List<Map<String, Object>> bevestigdeReeks(int weken) {
        var begin = publiceer(noor, eerste, "09:00", IntStream.range(0, weken).toArray())
                .getFirst();
        var boeking = Proefwens.voor(begin)
                .email(adres)
                .thuis(Voor.VOLWASSENE, "Proefstraat 1")
                .json();
        var gemaakt = klant.stuur(
                        "/api/v1/reeksen",
                        "{\"ritme\": \"wekelijks\", \"aantal\": %d, ".formatted(weken) + boeking.substring(1),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .lijst("boekingen");
        assertThat(post()).hasSize(1);
        thuis.als(hups)
                .stuur(
                        "/api/v1/boekingen/%s/bevestiging"
                                .formatted(gemaakt.getFirst().get("id")),
                        "");
        assertThat(post()).hasSize(2);
        return gemaakt;
    }

    private List<Moment> publiceer(Medewerker wie, LocalDate vanaf, String begin, int... weken) {
        return IntStream.of(weken)
                .mapToObj(week -> thuis.moment(
                                wie, vanaf.plusWeeks(week), begin, begin.equals("09:00") ? "11:00" : "15:00")
                        .orElseThrow())
                .toList();
    }

    private List<Integer> bezet(Medewerker wie, String begin, int weken) {
        return bezet(wie, eerste, begin, IntStream.range(0, weken).toArray());
    }

    private List<Integer> bezet(Medewerker wie, LocalDate vanaf, String begin, int... weken) {
        return IntStream.of(weken)
                .mapToObj(week -> vanaf.plusWeeks(week))
                .flatMap(dag -> thuis.momenten(wie, dag).stream()
                        .filter(moment -> moment.tijdvak()
                                .equals(Proefmoment.op(dag, begin, begin.equals("09:00") ? "11:00" : "15:00"))))
                .map(Moment::bezet)
                .toList();
    }

    private Antwoord annuleer(List<Map<String, Object>> reeks, int welke, String inhoud) {
        return klant.stuur(
                "/api/v1/boekingen/%s/annulering".formatted(reeks.get(welke).get("id")),
                inhoud,
                "Authorization",
                "Bearer " + reeks.get(welke).get("beheersleutel"));
    }

    private static String pad(List<Map<String, Object>> reeks, int welke) {
        return reeks.get(welke).get("beheerUrl").toString().replaceFirst("^https?://[^/]+", "");
    }

    private static String ics(DemoMail.Bijlage bijlage) {
        return new String(Base64.getDecoder().decode(bijlage.inhoudBase64()), StandardCharsets.UTF_8);
    }

    /** All that has arrived by now, newest first. */
    private List<DemoMail> post() {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }

    /** To whoever acts for the provider of Noor. */
    private List<DemoMail> bijAanbieder(String onderwerp) {
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail ->
                        mail.onderwerp().equals(onderwerp) && mail.tekst().contains(noor.voornaam()))
                .toList();
    }

    /** Three weeks from now, with no holiday on it or the day after in the weeks that follow. */
    private LocalDate werkdag() {
        var feestdagen = dienst.bean(Feestdagen.class);
        return IntStream.range(21, 60)
                .mapToObj(dag -> thuis.vandaag().plusDays(dag))
                .filter(dag -> IntStream.range(0, 8)
                        .mapToObj(week -> dag.plusWeeks(week))
                        .noneMatch(een -> feestdagen.isFeestdag(een) || feestdagen.isFeestdag(een.plusDays(1))))
                .findFirst()
                .orElseThrow();
    }
}
