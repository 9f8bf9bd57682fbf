package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.tijd.Week;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A house sees its beds by night and keeps one to itself, and never one that somebody has; the desk sees all of them. */
@Timeout(300)
final class BeddenPaginaTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final Klant klant = new Klant(dienst);
    private final LocalDate van = verblijf.vandaag().plusDays(30);
    private final LocalDate tot = van.plusDays(3);

    @Test
    void a_house_sees_its_own_beds_in_words_as_a_table_and_as_a_list() {
        var huis = verblijf.huis(2);
        var ander = verblijf.huis(1);
        var gast = meldAan();
        dienst.bean(Aanbiedingen.class).bied(gast, huis.bed(0), new Verblijf(van, tot), huis.aanmelding());

        var tabel = verblijf.als(huis).haal(week("")).tekst();
        var lijst = verblijf.als(huis).haal(week("&als=lijst")).tekst();

        assertThat(tabel)
                .contains("<table", "P00", "P01", "rolstoel", "Gehouden", "href=\"/aanmeldingen/" + gast)
                .doesNotContain(ander.huis().naam());
        assertThat(lijst).contains("Gehouden", "Vrij").doesNotContain("<table");
        assertThat(verblijf.als(huis).haal("/bedden?week=onzin").status()).isEqualTo(200);
    }

    @Test
    void the_desk_sees_every_house_and_changes_none() {
        var huis = verblijf.huis(1);

        var pagina = verblijf.makelaar().haal("/bedden");

        assertThat(pagina.tekst())
                .contains(huis.huis().naam(), "Voorbeeld Logeerhuis A")
                .doesNotContain("/bedden/blokkades");
        var makelaar = verblijf.makelaar();
        assertThat(makelaar.formulier("/bedden/blokkades", "bed=x&csrf=" + Proefverblijf.csrf(makelaar))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_blocked_bed_is_offered_to_nobody_until_it_is_freed() {
        var huis = verblijf.huis(1);

        var gedaan = blokkeer(huis, huis.bed(0), van, tot, "Matras is stuk");

        assertThat(gedaan.status()).isEqualTo(303);
        assertThat(verblijf.als(huis).haal(gedaan.kop("Location").orElseThrow()).tekst())
                .contains("Het bed is nu geblokkeerd", "Matras is stuk");
        var gast = meldAan();
        assertThat(dienst.bean(Aanbiedingen.class).bied(gast, huis.bed(0), new Verblijf(van, tot), huis.aanmelding()))
                .isInstanceOf(BiedResultaat.BedBezet.class);
        assertThat(blokkeer(huis, huis.bed(0), van, tot, "Nog steeds stuk").status())
                .as("twice is once, with the last reason")
                .isEqualTo(303);

        assertThat(geefVrij(huis, huis.bed(0), van, tot).status()).isEqualTo(303);
        assertThat(geefVrij(huis, huis.bed(0), van, tot).status()).isEqualTo(303);
        assertThat(verblijf.als(huis).haal("/bedden").tekst()).contains("Er is geen bed geblokkeerd");
        assertThat(dienst.bean(Aanbiedingen.class).bied(gast, huis.bed(0), new Verblijf(van, tot), huis.aanmelding()))
                .isInstanceOf(BiedResultaat.Aangeboden.class);
    }

    @Test
    void a_night_that_somebody_has_is_named_and_nothing_is_blocked() {
        var huis = verblijf.huis(1);
        var gast = meldAan();
        dienst.bean(Aanbiedingen.class).bied(gast, huis.bed(0), new Verblijf(van.plusDays(1), tot), huis.aanmelding());

        var pagina = blokkeer(huis, huis.bed(0), van, tot.plusDays(5), "Verven");

        assertThat(pagina.status()).isEqualTo(409);
        assertThat(pagina.tekst())
                .contains("Op deze nachten heeft iemand dit bed", "value=\"Verven\"", "Er is geen bed geblokkeerd");
        geefVrij(huis, huis.bed(0), van, tot);
        assertThat(nachten(huis))
                .as("freeing what is blocked takes no bed from a guest")
                .hasSize(2);
    }

    @Test
    void every_fault_is_named_and_the_bed_of_another_house_is_no_bed() {
        var huis = verblijf.huis(1);
        var ander = verblijf.huis(1);

        assertThat(blokkeer(huis, "", van, tot, "").tekst()).contains("Vul een bed van uw huis in");
        assertThat(blokkeer(huis, huis.bed(0), tot, van, "").tekst())
                .contains("De dag van vertrek is na de dag van aankomst");
        assertThat(blokkeer(huis, huis.bed(0), van, van.plusDays(400), "").tekst())
                .contains("Kies niet meer dan 366 nachten");
        var ver = verblijf.vandaag().plusDays(367);
        assertThat(blokkeer(huis, huis.bed(0), ver, ver.plusDays(2), "").tekst())
                .contains("Kies een dag binnen een jaar", "Er is geen bed geblokkeerd");
        assertThat(blokkeer(huis, ander.bed(0), van, tot, "").tekst()).contains("Vul een bed van uw huis in");
        assertThat(geefVrij(huis, ander.bed(0), van, tot).status()).isEqualTo(422);
        assertThat(nachten(ander)).isEmpty();
    }

    @Test
    void the_last_block_that_can_be_made_can_be_freed_whole() {
        var huis = verblijf.huis(1);
        var ver = verblijf.vandaag().plusDays(366);

        blokkeer(huis, huis.bed(0), ver, ver.plusDays(366), "Verbouwing");

        assertThat(verblijf.als(huis).haal("/bedden").tekst())
                .contains("name=\"van\" value=\"" + ver, "name=\"tot\" value=\"" + ver.plusDays(366));
    }

    @Test
    void whoever_waits_too_long_for_a_bed_reads_that_somebody_is_busy_with_it() {
        var huis = verblijf.huis(1);
        blokkeer(huis, huis.bed(0), van, tot, "");
        // Signed in before: what is in a transaction of the test is there for nobody else.
        var wie = verblijf.als(huis);
        var velden =
                "bed=%s&van=%s&tot=%s&reden=Verven&csrf=%s".formatted(huis.bed(0), van, tot, Proefverblijf.csrf(wie));

        var antwoord = dienst.bean(Jdbi.class).inTransaction(handle -> {
            handle.createUpdate("update bednacht set reden = 'bezig' where bed_id = ?")
                    .bind(0, UUID.fromString(huis.bed(0)))
                    .execute();
            return wie.formulier("/bedden/blokkades", velden);
        });

        assertThat(antwoord.status()).isEqualTo(409);
        assertThat(antwoord.tekst()).contains("Iemand anders is nu met dit bed bezig", "value=\"Verven\"");
    }

    @Test
    void of_a_block_and_an_offer_at_once_one_holds() throws Exception {
        var nachten = new Verblijf(van, tot);
        for (var ronde = 0; ronde < 10; ronde++) {
            var huis = verblijf.huis(1);
            var gast = meldAan();
            var bed = UUID.fromString(huis.bed(0));
            var aangeboden = false;
            var geblokkeerd = false;
            try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
                var werk = List.<Callable<Object>>of(
                        () -> dienst.bean(Aanbiedingen.class).bied(gast, huis.bed(0), nachten, huis.aanmelding()),
                        () -> dienst.bean(Bedplan.class).blokkeer(bed, nachten, Optional.empty(), huis.aanmelding()));
                for (var een : draden.invokeAll(werk)) {
                    aangeboden |= een.get() instanceof BiedResultaat.Aangeboden;
                    geblokkeerd |= een.get() instanceof BlokkeerResultaat.Geblokkeerd;
                }
            }
            assertThat(aangeboden).isNotEqualTo(geblokkeerd);
            assertThat(nachten(huis)).hasSize(3).containsOnly(aangeboden ? "vastgehouden" : "geblokkeerd");
        }
    }

    private UUID meldAan() {
        var antwoord = klant.stuur(
                "/api/v1/aanmeldingen",
                Proefverblijf.intake(van, tot),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return UUID.fromString(antwoord.json().get("id").toString());
    }

    private Antwoord blokkeer(Huis huis, String bed, LocalDate eerste, LocalDate vrij, String reden) {
        return formulier(
                huis,
                "blokkades",
                "bed=%s&van=%s&tot=%s&reden=%s".formatted(bed, eerste, vrij, Klant.gecodeerd(reden)));
    }

    private Antwoord geefVrij(Huis huis, String bed, LocalDate eerste, LocalDate vrij) {
        return formulier(huis, "vrijgave", "bed=%s&van=%s&tot=%s".formatted(bed, eerste, vrij));
    }

    private Antwoord formulier(Huis huis, String wat, String velden) {
        var wie = verblijf.als(huis);
        return wie.formulier("/bedden/" + wat, velden + "&csrf=" + Proefverblijf.csrf(wie));
    }

    private String week(String meer) {
        return "/bedden?week=" + Week.van(van).naam() + meer;
    }

    private List<String> nachten(Huis huis) {
        return dienst.bean(Bedden.class).van(huis.aanmelding(), van, tot).stream()
                .flatMap(bed -> bed.nachten().values().stream())
                .toList();
    }
}
