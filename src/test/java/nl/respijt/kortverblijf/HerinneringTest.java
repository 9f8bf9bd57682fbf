package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import nl.respijt.bericht.Belijst;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Accounts;
import org.junit.jupiter.api.Test;

/** Whom somebody waits for, hears it once more before it is too late; and who answered, does not. */
final class HerinneringTest {
    private static final String AAN_HUIS = "Er wacht nog een aanvraag op uw antwoord";
    private static final String AAN_MANTELZORGER = "U kunt nog een dag kiezen";

    @Test
    void a_house_is_reminded_on_the_last_morning_and_the_makelaar_calls_after_it() {
        try (var dienst = Proefdienst.start()) {
            var verblijf = new Proefverblijf(dienst);
            var stil = verblijf.huis(1);
            var antwoordt = verblijf.huis(1);
            var van = verblijf.vandaag().plusDays(30);
            var gast = verblijf.gast(new Verblijf(van, van.plusDays(3)), OptionalInt.empty());
            dienst.bean(Aanbiedingen.class).wijsAf(gast, "vol", antwoordt.aanmelding());
            var voor = antwoordVoor(dienst, stil);

            naar(dienst, Tijdzone.instant(Tijdzone.datum(voor), LocalTime.of(9, 59)));
            assertThat(aan(dienst, stil)).doesNotContain(AAN_HUIS);
            naar(dienst, Tijdzone.instant(Tijdzone.datum(voor), LocalTime.of(10, 1)));
            assertThat(aan(dienst, stil)).contains(AAN_HUIS);
            assertThat(aan(dienst, antwoordt)).doesNotContain(AAN_HUIS);

            naar(dienst, voor.plusSeconds(60));
            var code = dienst.bean(Aanmeldingen.class).find(gast).orElseThrow().code();
            assertThat(dienst.bean(Belijst.class).open())
                    .filteredOn(taak -> taak.toString().contains(code))
                    .filteredOn(taak -> taak.toString().contains("Nog geen antwoord op een aanvraag"))
                    .as("of the silent house and the houses of the demo, and not of the one that answered")
                    .hasSize(nogGevraagd(dienst, gast));
        }
    }

    @Test
    void a_carer_hears_a_day_before_the_end_that_they_can_choose_and_the_house_is_asked_again_when_they_do_not() {
        try (var dienst = Proefdienst.start()) {
            var verblijf = new Proefverblijf(dienst);
            var huis = verblijf.huis(2);
            var aanbiedingen = dienst.bean(Aanbiedingen.class);
            var van = verblijf.vandaag().plusDays(30);
            var nachten = new Verblijf(van, van.plusDays(3));
            var wacht = verblijf.gast(nachten, OptionalInt.empty());
            var kiest = verblijf.gast(nachten, OptionalInt.empty());
            aanbiedingen.bied(wacht, huis.bed(0), nachten, huis.aanmelding());
            var bod = (BiedResultaat.Aangeboden) aanbiedingen.bied(kiest, huis.bed(1), nachten, huis.aanmelding());
            aanbiedingen.aanvaard(bod.aanbieding().id(), kiest, "mantelzorger");
            var einde = bod.aanbieding().verlooptOp();

            naar(dienst, einde.minus(Duration.ofDays(1)).plusSeconds(60));
            assertThat(aan(dienst, wacht)).contains(AAN_MANTELZORGER);
            assertThat(aan(dienst, kiest)).doesNotContain(AAN_MANTELZORGER);

            naar(dienst, einde.plusSeconds(60));
            aanbiedingen.laatVerlopen();
            var opnieuw = antwoordVoor(dienst, huis);
            assertThat(opnieuw).isAfter(einde);
            assertThat(aan(dienst, huis)).as("of the time that it had before").doesNotContain(AAN_HUIS);
            naar(dienst, Tijdzone.instant(Tijdzone.datum(opnieuw), LocalTime.of(10, 1)));
            assertThat(aan(dienst, huis)).contains(AAN_HUIS);
        }
    }

    private static Instant antwoordVoor(Proefdienst dienst, Huis huis) {
        return dienst.bean(Huisaanvragen.class).lijst(huis.aanmelding()).wacht().stream()
                .map(een -> een.uitzetting().antwoordVoor())
                .findFirst()
                .orElseThrow();
    }

    private static int nogGevraagd(Proefdienst dienst, UUID gast) {
        return Math.toIntExact(dienst.bean(Aanvraagdossiers.class).find(gast).orElseThrow().huizen().stream()
                .flatMap(huis -> huis.uitzetting().stream())
                .filter(een -> een.status() != Uitzetting.Status.AFGEWEZEN)
                .count());
    }

    private static void naar(Proefdienst dienst, Instant moment) {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(klok.verschuiving().plus(Duration.between(klok.instant(), moment)));
        dienst.bean(Verzender.class).verzendAlles();
    }

    private static List<String> aan(Proefdienst dienst, Huis huis) {
        return onderwerpen(
                dienst,
                dienst.bean(Accounts.class)
                        .find(huis.medewerker())
                        .orElseThrow()
                        .email());
    }

    private static List<String> aan(Proefdienst dienst, UUID gast) {
        return onderwerpen(
                dienst,
                dienst.bean(Aanmeldingen.class)
                        .find(gast)
                        .orElseThrow()
                        .contact()
                        .email()
                        .orElseThrow());
    }

    private static List<String> onderwerpen(Proefdienst dienst, String adres) {
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .map(DemoMail::onderwerp)
                .toList();
    }
}
