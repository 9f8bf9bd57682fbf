package nl.respijt.respijtthuis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.boeking.BoekResultaat;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.database.Proefdienst;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.Test;

/** Who goes out can have somebody at home meanwhile, in the same flow. */
final class NaastePaginaTest {
    /** Each test has a day of its own: what one leaves free would be offered to the next. */
    private static final AtomicInteger DAGEN = new AtomicInteger(60);

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefthuis thuis = new Proefthuis(dienst);
    private final Klant klant = new Klant(dienst);
    private final Aanbieder hups = thuis.aanbieder();

    private final LocalDate dag = thuis.vandaag().plusDays(DAGEN.addAndGet(5));

    @Test
    void somebody_comes_while_the_carer_is_out() {
        var uitje = geboekt();
        var erbij = thuis.moment(thuis.medewerker(hups), dag, "13:00", "16:00").orElseThrow();
        var later = thuis.moment(thuis.medewerker(hups), dag, "19:00", "21:00").orElseThrow();
        var pad = dienst.bean(BoekingSleutels.class).beheerPad(uitje.id());

        assertThat(klant.haal(pad + "?nieuw=ja").tekst()).contains("iemand bij uw naaste", pad + "/naaste");
        assertThat(klant.haal(pad + "/naaste").tekst())
                .contains(id(erbij))
                .doesNotContain(id(later), "name=\"email\"", "name=\"naam\"");
        var fout = klant.formulier(pad + "/naaste", formulier(erbij, ""));
        assertThat(fout.status()).isEqualTo(422);
        assertThat(fout.tekst()).contains("Vul een postcode in", "value=\"Kanariestraat 12\"");

        var klaar = klant.formulier(pad + "/naaste", formulier(erbij, "3582AB"));

        assertThat(klaar.status()).isEqualTo(303);
        assertThat(klant.haal(klaar.kop("Location").orElseThrow()).tekst()).contains("We hebben uw vraag");
        var beide = dienst.bean(BoekingBeheer.class).van(uitje.mantelzorger());
        assertThat(beide).hasSize(2).allMatch(Boeking::isActief);
        assertThat(beide.getLast().email()).isEqualTo(uitje.email());
        assertThat(klant.haal(pad).tekst()).as("somebody comes already").doesNotContain("/naaste");
    }

    @Test
    void who_is_too_late_sees_what_else_there_is() {
        var uitje = geboekt();
        var eerste = thuis.moment(thuis.medewerker(hups), dag, "13:00", "16:00").orElseThrow();
        var tweede = thuis.moment(thuis.medewerker(hups), dag, "13:00", "15:00").orElseThrow();
        var pad = dienst.bean(BoekingSleutels.class).beheerPad(uitje.id());
        dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(eerste).thuis(Voor.VOLWASSENE, "Elders 1").verzoek());

        var weg = klant.formulier(pad + "/naaste", formulier(eerste, "3582AB"));

        assertThat(weg.status()).isEqualTo(409);
        assertThat(weg.tekst()).contains("Dat bezoek is net weg", id(tweede), "value=\"Kanariestraat 12\"");
    }

    @Test
    void who_keeps_as_much_as_a_stranger_may_hears_that_and_not_that_it_is_gone() {
        var uitje = geboektNaast(3);
        var erbij = thuis.moment(thuis.medewerker(hups), dag, "13:00", "15:00").orElseThrow();
        var pad = dienst.bean(BoekingSleutels.class).beheerPad(uitje.id());

        var nee = klant.formulier(pad + "/naaste", formulier(erbij, "3582AB"));

        assertThat(nee.status()).isEqualTo(409);
        assertThat(nee.tekst()).contains("eerst willen spreken").doesNotContain("net weg");
    }

    @Test
    void a_visit_that_is_no_part_of_it_cannot_be_had_there() {
        var uitje = geboekt();
        var later = thuis.moment(thuis.medewerker(hups), dag, "19:00", "21:00").orElseThrow();
        var pad = dienst.bean(BoekingSleutels.class).beheerPad(uitje.id());

        assertThat(klant.haal(pad).tekst()).doesNotContain("/naaste");
        assertThat(klant.haal(pad + "/naaste").tekst()).contains("Op die tijd is er niemand vrij");
        assertThat(klant.formulier(pad + "/naaste", formulier(later, "3582AB")).status())
                .isEqualTo(409);
    }

    /** A place in a house, from 13.00 to 16.30. */
    private Boeking geboekt() {
        var moment = Proefmoment.in(dienst).op(dag).van("13:00", "16:30").publiceer();
        var geboekt =
                dienst.bean(BoekingService.class).boek(Proefwens.voor(moment).verzoek());
        return dienst.bean(BoekingBeheer.class)
                .find(((BoekResultaat.Geboekt) geboekt).id())
                .orElseThrow();
    }

    /** The same, of somebody who has so many other places to come. */
    private Boeking geboektNaast(int andere) {
        var adres = Proefwens.nieuwAdres();
        for (var n = 1; n <= andere; n++) {
            dienst.bean(BoekingService.class)
                    .boek(Proefwens.voor(
                                    Proefmoment.in(dienst).op(dag.plusDays(n)).publiceer())
                            .email(adres)
                            .verzoek());
        }
        var moment = Proefmoment.in(dienst).op(dag).van("13:00", "16:30").publiceer();
        var geboekt = dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(moment).email(adres).verzoek());
        return dienst.bean(BoekingBeheer.class)
                .find(((BoekResultaat.Geboekt) geboekt).id())
                .orElseThrow();
    }

    private static String id(Moment moment) {
        return moment.id().waarde().toString();
    }

    private static String formulier(Moment moment, String postcode) {
        return "momentId=%s&sleutel=%s&thuis=ja&voor=volwassene&adres=Kanariestraat+12&postcode=%s&wensen="
                .formatted(id(moment), UUID.randomUUID(), postcode);
    }
}
