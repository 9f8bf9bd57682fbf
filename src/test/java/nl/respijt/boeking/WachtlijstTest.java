package nl.respijt.boeking;

import static nl.respijt.boeking.Proefwens.nieuwAdres;
import static nl.respijt.boeking.Proefwens.nieuwNummer;
import static nl.respijt.boeking.Proefwens.voor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekResultaat.Vol;
import nl.respijt.boeking.Wachtlijst.AanvaardResultaat;
import nl.respijt.boeking.Wachtlijst.AfwijsResultaat;
import nl.respijt.boeking.Wachtlijst.WachtResultaat;
import nl.respijt.boeking.Wachtlijst.WachtResultaat.InRij;
import nl.respijt.boeking.Wachtplek.Status;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who waits is served in order, and a place that is offered is nobody else's meanwhile. */
class WachtlijstTest {
    private static final String WIE = "mantelzorger";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final BoekingService boekingen = dienst.bean(BoekingService.class);
    private final BoekingBeheer beheer = dienst.bean(BoekingBeheer.class);
    private final MomentService momenten = dienst.bean(MomentService.class);
    private final Wachtlijst wachtlijst = dienst.bean(Wachtlijst.class);

    @AfterEach
    void taken_places_are_those_of_bookings_and_offers() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void a_freed_place_is_kept_for_the_first_in_line_and_for_nobody_else() {
        var moment = Proefmoment.in(dienst).publiceer();
        var geboekt = boek(voor(moment));
        var eerste = wacht(voor(moment));
        var tweede = wacht(voor(moment));

        beheer.annuleer(geboekt, WIE);

        assertThat(plek(eerste).status()).isEqualTo(Status.AANGEBODEN);
        assertThat(plek(tweede).status()).isEqualTo(Status.WACHT);
        assertThat(boekingen.boek(voor(moment).verzoek())).isInstanceOf(Vol.class);
    }

    @Test
    void who_takes_the_offer_has_a_booking_under_the_same_id_and_hears_so() {
        var moment = Proefmoment.in(dienst).publiceer();
        var eerste = vrijgekomen(moment);

        var uitkomst = wachtlijst.aanvaard(eerste, WIE);

        assertThat(uitkomst).isInstanceOf(AanvaardResultaat.Aanvaard.class);
        assertThat(wachtlijst.aanvaard(eerste, WIE)).isInstanceOf(AanvaardResultaat.Aanvaard.class);
        var boeking = beheer.find(new BoekingId(eerste.waarde())).orElseThrow();
        assertThat(boeking.isActief()).isTrue();
        assertThat(boeking.moment().id()).isEqualTo(moment.id());
        assertThat(berichten(eerste)).contains("wachtplek-in-rij", "wachtplek-aanbod", "boeking-bevestiging");
    }

    @Test
    void who_says_no_makes_room_for_the_next_at_once() {
        var moment = Proefmoment.in(dienst).publiceer();
        var eerste = vrijgekomen(moment);
        var tweede = wacht(voor(moment));

        wachtlijst.wijsAf(eerste, WIE);

        assertThat(plek(eerste).status()).isEqualTo(Status.AFGEWEZEN);
        assertThat(plek(tweede).status()).isEqualTo(Status.AANGEBODEN);
        assertThat(wachtlijst.aanvaard(eerste, WIE)).isInstanceOf(AanvaardResultaat.Verlopen.class);
    }

    @Test
    void who_leaves_the_line_is_not_offered_anything() {
        var moment = Proefmoment.in(dienst).publiceer();
        var geboekt = boek(voor(moment));
        var eerste = wacht(voor(moment));
        var tweede = wacht(voor(moment));
        assertThat(wachtlijst.plaatsInRij(plek(tweede))).contains(2);

        wachtlijst.wijsAf(eerste, WIE);
        assertThat(wachtlijst.plaatsInRij(plek(tweede))).contains(1);
        beheer.annuleer(geboekt, WIE);

        assertThat(plek(eerste).status()).isEqualTo(Status.INGETROKKEN);
        assertThat(plek(tweede).status()).isEqualTo(Status.AANGEBODEN);
    }

    @Test
    void an_offer_ends_by_itself_and_goes_to_the_next() {
        try (var eigen = Proefdienst.start()) {
            var klok = eigen.bean(Klok.class);
            var lijst = eigen.bean(Wachtlijst.class);
            var moment = Proefmoment.in(eigen).publiceer();
            var geboekt = ((Geboekt)
                            eigen.bean(BoekingService.class).boek(voor(moment).verzoek()))
                    .id();
            var eerste = ((InRij) lijst.zetInRij(WachtVerzoek.voor(voor(moment).verzoek()))).id();
            var tweede = ((InRij) lijst.zetInRij(WachtVerzoek.voor(voor(moment).verzoek()))).id();
            eigen.bean(BoekingBeheer.class).annuleer(geboekt, WIE);
            var tot = lijst.find(eerste).orElseThrow().aangebodenTot().orElseThrow();

            klok.verschuif(Duration.between(klok.echt().instant(), tot));

            assertThat(lijst.aanvaard(eerste, WIE)).isInstanceOf(AanvaardResultaat.Verlopen.class);
            assertThat(lijst.find(eerste).orElseThrow().status()).isEqualTo(Status.VERLOPEN);
            assertThat(lijst.find(tweede).orElseThrow().status()).isEqualTo(Status.AANGEBODEN);

            klok.verschuif(Duration.between(
                    klok.echt().instant(),
                    lijst.find(tweede).orElseThrow().aangebodenTot().orElseThrow()));
            lijst.laatVerlopen();

            assertThat(lijst.find(tweede).orElseThrow().status()).isEqualTo(Status.VERLOPEN);
            assertThat(eigen.bean(BoekingService.class).boek(voor(moment).verzoek()))
                    .isInstanceOf(Geboekt.class);
            Proefmoment.controleerBezetting(eigen);
        }
    }

    @Test
    void who_still_waits_when_it_begins_waits_no_longer() {
        try (var eigen = Proefdienst.start()) {
            var klok = eigen.bean(Klok.class);
            var lijst = eigen.bean(Wachtlijst.class);
            var moment = Proefmoment.in(eigen).publiceer();
            eigen.bean(BoekingService.class).boek(voor(moment).verzoek());
            var wacht = ((InRij) lijst.zetInRij(WachtVerzoek.voor(voor(moment).verzoek()))).id();

            klok.verschuif(
                    Duration.between(klok.echt().instant(), moment.tijdvak().van()));
            lijst.laatVerlopen();

            assertThat(lijst.find(wacht).orElseThrow().status()).isEqualTo(Status.VERVALLEN);
        }
    }

    @Test
    void two_who_belong_together_are_served_together_or_passed_over_with_that_written_down() {
        var moment = Proefmoment.in(dienst).met(3).publiceer();
        var geboekt = IntStream.range(0, 3).mapToObj(_ -> boek(voor(moment))).toList();
        var paar = wacht(voor(moment).personen(2));
        var alleen = wacht(voor(moment));

        beheer.annuleer(geboekt.get(0), WIE);
        assertThat(plek(paar).status()).isEqualTo(Status.WACHT);
        assertThat(plek(alleen).status()).isEqualTo(Status.AANGEBODEN);
        assertThat(gebeurd(paar)).containsExactly("in-rij", "voorbijgegaan");

        beheer.annuleer(geboekt.get(1), WIE);
        assertThat(plek(paar).status()).isEqualTo(Status.WACHT);
        beheer.annuleer(geboekt.get(2), WIE);
        assertThat(plek(paar).status()).isEqualTo(Status.AANGEBODEN);
        wachtlijst.aanvaard(paar, WIE);
        assertThat(beheer.find(new BoekingId(paar.waarde())).orElseThrow().personen())
                .isEqualTo(2);
    }

    @Test
    void nobody_waits_for_what_can_be_had_and_nobody_stands_in_a_line_twice() {
        var moment = Proefmoment.in(dienst).met(2).publiceer();
        var adres = nieuwAdres();
        var nummer = nieuwNummer();
        boek(voor(moment));
        assertThat(zet(voor(moment))).isInstanceOf(WachtResultaat.ErIsPlek.class);
        boek(voor(moment).email(adres));

        assertThat(zet(voor(moment).email(adres))).isInstanceOf(WachtResultaat.IsErAl.class);
        assertThat(zet(voor(moment).telefoon(nummer))).isInstanceOf(InRij.class);
        assertThat(zet(voor(moment).telefoon(nummer))).isInstanceOf(WachtResultaat.AlInRij.class);
        assertThat(zet(voor(moment).emailEnTelefoon(nieuwAdres(), nummer))).isInstanceOf(WachtResultaat.AlInRij.class);
    }

    @Test
    void asking_twice_with_one_key_is_one_place_in_line() {
        var moment = Proefmoment.in(dienst).publiceer();
        boek(voor(moment));
        var wens = voor(moment);

        var eerst = zet(wens);

        assertThat(zet(wens)).isEqualTo(eerst);
        assertThat(zet(wens.naam("Anders"))).isInstanceOf(WachtResultaat.AndereInhoud.class);
        assertThat(wachtlijst.voor(moment.id().waarde())).hasSize(1);
    }

    @Test
    void somebody_we_never_heard_back_from_stands_in_four_lines_at_most() {
        var adres = nieuwAdres();
        var uitkomsten = new ArrayList<WachtResultaat>();
        for (var i = 0; i < 5; i++) {
            var moment = Proefmoment.in(dienst)
                    .op(LocalDate.ofInstant(dienst.bean(Klok.class).instant(), Tijdzone.AMSTERDAM)
                            .plusDays(20 + i))
                    .publiceer();
            boek(voor(moment));
            uitkomsten.add(zet(voor(moment).email(adres)));
        }

        assertThat(uitkomsten.subList(0, 4)).hasOnlyElementsOfType(InRij.class);
        assertThat(uitkomsten.getLast()).isInstanceOf(WachtResultaat.TeVeelRijen.class);
    }

    @Test
    void an_offer_stands_while_somebody_still_has_to_cancel_what_they_have_at_that_time() {
        var moment = Proefmoment.in(dienst).publiceer();
        var adres = nieuwAdres();
        var ander = boek(voor(Proefmoment.in(dienst).publiceer()).email(adres));
        var geboekt = boek(voor(moment));
        var wacht = wacht(voor(moment).email(adres));
        beheer.annuleer(geboekt, WIE);

        assertThat(wachtlijst.aanvaard(wacht, WIE)).isInstanceOf(AanvaardResultaat.EldersGeboekt.class);
        beheer.annuleer(ander, WIE);
        assertThat(wachtlijst.aanvaard(wacht, WIE)).isInstanceOf(AanvaardResultaat.Aanvaard.class);
    }

    @Test
    void who_waits_for_what_is_cancelled_hears_so_and_who_waits_for_what_moves_keeps_the_place() {
        var afgelast = Proefmoment.in(dienst).publiceer();
        boek(voor(afgelast));
        var eerste = wacht(voor(afgelast));
        momenten.gelastAf(afgelast.id(), "Ziek", "makelaar");
        assertThat(plek(eerste).status()).isEqualTo(Status.VERVALLEN);
        assertThat(berichten(eerste)).contains("wachtplek-vervallen");

        var verzet = Proefmoment.in(dienst).publiceer();
        var wacht = vrijgekomen(verzet);
        var dag = verzet.datum().plusDays(1);
        momenten.verplaats(verzet.id(), Proefmoment.op(dag, "13:00", "16:00"), "makelaar");
        assertThat(plek(wacht).status()).isEqualTo(Status.AANGEBODEN);
        assertThat(berichten(wacht)).contains("wachtplek-verzet");
    }

    @Test
    void who_is_moved_to_another_moment_makes_room_for_the_first_in_line() {
        var moment = Proefmoment.in(dienst).publiceer();
        var naar = Proefmoment.in(dienst).op(moment.datum().plusDays(1)).publiceer();
        var geboekt = boek(voor(moment));
        var wacht = wacht(voor(moment));

        beheer.verplaats(geboekt, naar.id(), WIE);

        assertThat(plek(wacht).status()).isEqualTo(Status.AANGEBODEN);
    }

    @Test
    void giving_back_what_was_taken_is_cancelling_it() {
        var moment = Proefmoment.in(dienst).publiceer();
        var wacht = vrijgekomen(moment);
        wachtlijst.aanvaard(wacht, WIE);

        assertThat(wachtlijst.wijsAf(wacht, WIE)).isInstanceOf(AfwijsResultaat.AlAanvaard.class);
    }

    /** Local times; 24 October 2026 is the night in which the clocks go back. */
    @ParameterizedTest
    @CsvSource({
        // offered,            begins,            kept until
        "2026-11-02T10:00,     2026-11-20T09:00,  2026-11-03T10:00", // a day
        "2026-10-24T10:00,     2026-11-20T09:00,  2026-10-25T09:00", // a day is 24 hours: an hour earlier, but not at
        // night
        "2026-11-02T21:00,     2026-11-20T09:00,  2026-11-03T21:00",
        "2026-11-02T23:30,     2026-11-20T09:00,  2026-11-04T09:00", // not at night: the next morning
        "2026-11-02T10:00,     2026-11-03T13:00,  2026-11-02T19:00", // a third of what is left
        "2026-11-02T14:00,     2026-11-03T13:00,  2026-11-02T21:40",
        "2026-11-02T20:00,     2026-11-03T13:00,  2026-11-03T09:00",
        "2026-11-02T11:00,     2026-11-02T13:00,  2026-11-02T12:00", // an hour at least
        "2026-11-02T12:30,     2026-11-02T13:00,  2026-11-02T13:00", // never after the beginning
        "2026-11-02T23:00,     2026-11-03T09:00,  2026-11-03T09:00",
    })
    void an_offer_is_kept_a_day_shorter_near_the_date_and_never_ends_at_night(String nu, String begint, String tot) {
        assertThat(Aanbodtermijn.tot(lokaal(nu), Optional.of(lokaal(begint)))).isEqualTo(lokaal(tot));
    }

    private static Instant lokaal(String tijd) {
        return java.time.LocalDateTime.parse(tijd).atZone(Tijdzone.AMSTERDAM).toInstant();
    }

    /** Somebody to whom the only place was just offered. */
    private WachtplekId vrijgekomen(Moment moment) {
        var geboekt = boek(voor(moment));
        var wacht = wacht(voor(moment));
        beheer.annuleer(geboekt, WIE);
        return wacht;
    }

    private BoekingId boek(Proefwens wens) {
        return ((Geboekt) boekingen.boek(wens.verzoek())).id();
    }

    private WachtResultaat zet(Proefwens wens) {
        return wachtlijst.zetInRij(WachtVerzoek.voor(wens.verzoek()));
    }

    private WachtplekId wacht(Proefwens wens) {
        return ((InRij) zet(wens)).id();
    }

    private Wachtplek plek(WachtplekId id) {
        return wachtlijst.find(id).orElseThrow();
    }

    private List<String> berichten(WachtplekId id) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("select soort from bericht where ding_id = ?", id.waarde())
                        .mapTo(String.class)
                        .list());
    }

    private List<String> gebeurd(WachtplekId id) {
        return beheer.geschiedenis(id.waarde()).stream()
                .map(Geschiedenis.Gebeurtenis::wat)
                .toList();
    }
}
