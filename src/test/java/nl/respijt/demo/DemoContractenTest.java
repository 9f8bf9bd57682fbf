package nl.respijt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Contracten;
import nl.respijt.aanbieder.Proefaanbieder;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever opens the demo after the contracts of the file have ended sees this part live all the same. */
@Timeout(120)
final class DemoContractenTest {
    @AutoClose
    private final Proefdienst dienst = Proefdienst.start();

    private final Proefaanbieder proef = new Proefaanbieder(dienst);
    private final Klant buiten = new Klant(dienst);

    @Test
    void a_newcomer_after_the_end_takes_the_option_for_the_demo_with_one_press() {
        zetKlok("2026-12-31T23:00:00+01:00");
        var hups = proef.met(Contractdienst.THUIS, "2026-12-31", "2028-12-31");
        assertThat(buiten.haal("/demo").tekst()).doesNotContain(hups.naam());

        zetKlok("2027-02-01T09:00:00+01:00");
        assertThat(buiten.haal("/demo").tekst())
                .contains("%s: het contract liep tot en met 31 december 2026.".formatted("Hups, " + hups.naam()))
                .contains("Verlengen kan tot en met 31 december 2028.")
                .contains("Kortdurend Verblijf, Voorbeeld Logeerhuis A, Voorbeeld Logeerhuis B")
                .contains("Er is geen optie om te nemen.")
                .contains("Leg de optie vast voor de proef");
        assertThat(dienst.bean(Contracten.class)
                        .isGedekt(hups.id(), Contractdienst.THUIS, LocalDate.parse("2027-02-01")))
                .isFalse();

        var antwoord = buiten.formulier("/demo/contracten", "");

        assertThat(antwoord.status()).isEqualTo(303);
        assertThat(buiten.haal(antwoord.kop("Location").orElseThrow()).tekst())
                .contains("De optie is vastgelegd voor de proef.")
                .contains("Er is geen optie om te nemen.")
                .doesNotContain(hups.naam(), "Leg de optie vast voor de proef");
        assertThat(dienst.bean(Contracten.class)
                        .isGedekt(hups.id(), Contractdienst.THUIS, LocalDate.parse("2028-12-31")))
                .isTrue();
        assertThat(buiten.als("makelaar")
                        .haal("/makelaar/aanbieders/" + hups.id())
                        .tekst())
                .contains("Vastgelegd voor de proef");
    }

    private void zetKlok(String nu) {
        assertThat(buiten.formulier("/demo/klok", "nu=" + Klant.gecodeerd(nu)).status())
                .isEqualTo(200);
    }
}
