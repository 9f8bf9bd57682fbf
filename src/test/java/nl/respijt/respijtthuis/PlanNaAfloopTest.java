package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Week;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.Test;

/** What a provider sees of a visit that has been; with a service of its own, whose clock moves. */
final class PlanNaAfloopTest {
    @Test
    void the_plan_says_where_until_the_day_is_over() {
        try (var dienst = Proefdienst.start()) {
            var thuis = new Proefthuis(dienst);
            var hups = thuis.aanbieder();
            var noor = thuis.medewerker(hups);
            var moment = thuis.moment(noor);
            dienst.bean(BoekingService.class)
                    .boek(Proefwens.voor(moment)
                            .thuis(Voor.VOLWASSENE, "Proefstraat 1")
                            .verzoek());
            var plan = "/medewerkers/%s/plan?week=%s"
                    .formatted(noor.id(), Week.van(moment.datum()).naam());
            assertThat(thuis.als(hups).haal(plan).tekst()).contains("Proefstraat 1");

            new Klant(dienst)
                    .formulier(
                            "/demo/klok", "nu=" + Klant.gecodeerd(moment.datum().plusDays(1) + "T08:00:00+01:00"));

            assertThat(thuis.als(hups).haal(plan).tekst()).contains(">Geweest<").doesNotContain("Proefstraat 1");
        }
    }
}
