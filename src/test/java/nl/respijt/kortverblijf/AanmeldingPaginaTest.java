package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.Proefverblijf.Huis;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Datums;
import nl.respijt.web.Klant;
import nl.respijt.web.Klant.Antwoord;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The carer's page of an intake: what each house says, yes or no to a bed, and how to stop. */
@Timeout(300)
final class AanmeldingPaginaTest {
    private static final Teksten T = Teksten.in(Taal.NL);

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefverblijf verblijf = new Proefverblijf(dienst);
    private final Klant klant = new Klant(dienst);
    private final LocalDate maandag = verblijf.vandaag().plusDays(30).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    private final LocalDate donderdag = maandag.plusDays(3);

    @Test
    void each_house_says_in_words_whether_it_fits_on_which_other_days_or_why_not() {
        var past = verblijf.huis(1);
        var dinsdag =
                verblijf.huis(1, Set.of(DayOfWeek.TUESDAY), verblijf.vandaag().plusYears(2));
        var kort = verblijf.huis(1, Set.of(DayOfWeek.MONDAY), maandag.minusDays(70));

        var pagina = klant.haal(pad(meldAan())).tekst();

        assertThat(kaart(pagina, past)).contains(T.van("logeerpast.ja"));
        assertThat(kaart(pagina, dinsdag))
                .contains(T.van("logeerpast.andere-nachten"), T.van("verblijf.reden.aankomstdag"), "dinsdag")
                .satisfies(kaart -> assertThat(kaart.substring(kaart.indexOf(T.van("logeerstand.wel-op")))
                                .split("<li>", -1))
                        .as("the nearest three")
                        .hasSize(1 + 3));
        assertThat(kaart(pagina, kort)).contains(T.van("logeerpast.nee"), T.van("verblijf.reden.contract"));
        assertThat(pagina)
                .contains(T.van("logeerstap.ingediend"), T.van("logeerstap.uitgezet"), T.van("logeerstraks.uitgezet"))
                .contains(T.van("logeerwmo.toegekend"));
    }

    @Test
    void a_bed_can_be_taken_until_it_is_too_late_and_no_is_no_end() {
        try (var eigen = Proefdienst.start()) {
            var hier = new Proefverblijf(eigen);
            var buiten = new Klant(eigen);
            var huis = hier.huis(2);
            var gast = meldAan(buiten);
            var eerste = bied(hier, huis, gast, "P00");
            var tweede = bied(hier, huis, gast, "P01");
            assertThat(buiten.haal(pad(gast)).tekst())
                    .contains(T.van("verblijf.neem"), T.van("verblijf.neem-niet"), "Wij houden dit bed vrij tot");

            assertThat(kies(buiten, gast, eerste, "afwijzing").status()).isEqualTo(303);

            assertThat(buiten.haal(pad(gast)).tekst())
                    .contains(T.van("verblijf.status.aangeboden"), T.van("verblijf.bod.afgewezen"));
            var klok = eigen.bean(Klok.class);
            klok.verschuif(klok.verschuiving().plus(Aanbod.GELDIG).plus(Duration.ofMinutes(1)));
            var teLaat =
                    kies(buiten, gast, tweede, "aanvaarding").kop("Location").orElseThrow();
            assertThat(buiten.haal(pad(teLaat)).tekst()).contains(T.van("verblijf.te-laat"));
            eigen.bean(Aanbiedingen.class).laatVerlopen();
            assertThat(buiten.haal(pad(gast)).tekst())
                    .contains(T.van("verblijf.status.uitgezet"), T.van("logeerstap.aanbod-verlopen"));
        }
    }

    @Test
    void who_stops_is_asked_once_and_stays_stopped() {
        var huis = verblijf.huis(1);
        var gast = meldAan();
        var bod = bied(verblijf, huis, gast, "P00");
        assertThat(klant.haal(pad(gast) + "/stoppen").tekst()).contains(T.van("logeerstand.stop-uitleg"));
        assertThat(kies(klant, gast, bod, "aanvaarding").status()).isEqualTo(303);
        assertThat(klant.haal(pad(gast) + "/stoppen").tekst()).contains(T.van("logeerstand.stop-bed"));

        for (var keer = 0; keer < 2; keer++) {
            assertThat(klant.formulier(pad(gast) + "/stoppen", "").status()).isEqualTo(303);
        }

        assertThat(klant.haal(pad(gast)).tekst())
                .contains(T.van("verblijf.status.ingetrokken"), T.van("logeerstand.opnieuw"))
                .doesNotContain(T.van("logeerstand.stop"));
        assertThat(dienst.bean(Bedden.class).van(huis.aanmelding(), maandag, donderdag))
                .allSatisfy(bed -> assertThat(bed.nachten().values()).doesNotContain("bezet", "vastgehouden"));
    }

    @Test
    void a_carer_with_a_bed_reads_the_nights_that_are_agreed() {
        var huis = verblijf.huis(1);
        var id = verblijf.bevestigd(huis, new Verblijf(maandag, donderdag));
        var wie = dienst.bean(Aanmeldingen.class).find(id).orElseThrow().mantelzorger();
        var pad = dienst.bean(VerblijfSleutels.class).pad(id);
        var mijn = klant.met(
                dienst.bean(Sessies.class).open("proef-ans", "Ans", Rol.MANTELZORGER, Optional.of(wie.waarde())));
        for (var pagina : List.of(klant.haal(pad), klant.haal(pad + "/stoppen"), mijn.haal("/mijn"))) {
            assertThat(pagina.tekst()).contains(dag(donderdag));
        }

        dienst.bean(Verblijven.class).nachten(id, donderdag.minusDays(1), huis.aanmelding());

        for (var pagina : List.of(klant.haal(pad), klant.haal(pad + "/stoppen"), mijn.haal("/mijn"))) {
            assertThat(pagina.tekst()).contains(dag(donderdag.minusDays(1))).doesNotContain(dag(donderdag));
        }
    }

    private static String dag(LocalDate dag) {
        return new Datums(Taal.NL).dag(dag);
    }

    /** What stands in the card of that house. */
    private static String kaart(String pagina, Huis huis) {
        var vanaf = pagina.indexOf(huis.huis().naam());
        assertThat(vanaf).as(huis.huis().naam()).isPositive();
        return pagina.substring(vanaf, pagina.indexOf("</section>", vanaf));
    }

    private Antwoord meldAan() {
        return meldAan(klant);
    }

    private Antwoord meldAan(Klant wie) {
        return wie.stuur(
                "/api/v1/aanmeldingen",
                Proefverblijf.intake(maandag, donderdag),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private String bied(Proefverblijf waar, Huis huis, Antwoord gast, String bed) {
        return waar.als(huis)
                .stuur(
                        "/api/v1/aanmeldingen/" + gast.json().get("id") + "/aanbiedingen",
                        "{\"bed\": \"%s\", \"van\": \"%s\", \"tot\": \"%s\"}".formatted(bed, maandag, donderdag))
                .json()
                .get("id")
                .toString();
    }

    private static Antwoord kies(Klant wie, Antwoord gast, String bod, String wat) {
        return wie.formulier(pad(gast) + "/" + bod + "/" + wat, "");
    }

    private static String pad(Antwoord gast) {
        return pad(gast.json().get("beheerUrl").toString());
    }

    private static String pad(String url) {
        return url.replaceFirst("^https?://[^/]+", "");
    }
}
