package nl.respijt.boeking;

import static nl.respijt.boeking.Proefwens.nieuwAdres;
import static nl.respijt.boeking.Proefwens.nieuwNummer;
import static nl.respijt.boeking.Proefwens.voor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.boeking.BoekResultaat.AlBegonnen;
import nl.respijt.boeking.BoekResultaat.AlGeboekt;
import nl.respijt.boeking.BoekResultaat.AndereInhoud;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekResultaat.Onbekend;
import nl.respijt.boeking.BoekResultaat.Vervallen;
import nl.respijt.boeking.BoekResultaat.Vol;
import nl.respijt.boeking.BoekingBeheer.AnnuleerResultaat;
import nl.respijt.boeking.BoekingBeheer.VerplaatsResultaat;
import nl.respijt.boeking.MomentService.AfgelastResultaat;
import nl.respijt.boeking.MomentService.MomentVerplaatsResultaat;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule that one place is one person's, whatever happens at the same time. */
class BoekingServiceTest {
    private static final String WIE = "mantelzorger";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final BoekingService boekingen = dienst.bean(BoekingService.class);
    private final BoekingBeheer beheer = dienst.bean(BoekingBeheer.class);
    private final MomentService momenten = dienst.bean(MomentService.class);

    @AfterEach
    void taken_places_are_those_of_the_bookings() {
        Proefmoment.controleerBezetting(dienst);
    }

    @Test
    void last_place_goes_to_exactly_one_of_twenty_mantelzorgers() throws Exception {
        var moment = moment().publiceer();

        var uitkomsten = tegelijk(20, n -> boekingen.boek(voor(moment).verzoek()));

        assertThat(uitkomsten).filteredOn(Geboekt.class::isInstance).hasSize(1);
        assertThat(uitkomsten).filteredOn(Vol.class::isInstance).hasSize(19);
    }

    @Test
    void same_key_twenty_times_at_once_is_one_booking_and_one_answer() throws Exception {
        var moment = moment().met(20).publiceer();
        var verzoek = voor(moment).verzoek();

        var uitkomsten = tegelijk(20, n -> boekingen.boek(verzoek));

        assertThat(uitkomsten).hasOnlyElementsOfType(Geboekt.class);
        assertThat(uitkomsten.stream().distinct()).hasSize(1);
        assertThat(bezet(moment)).isEqualTo(1);
    }

    @Test
    void one_person_pressing_twenty_times_without_a_key_in_common_books_once() throws Exception {
        var moment = moment().met(20).publiceer();
        var adres = nieuwAdres();

        var uitkomsten =
                tegelijk(20, n -> boekingen.boek(voor(moment).email(adres).verzoek()));

        assertThat(uitkomsten).filteredOn(Geboekt.class::isInstance).hasSize(1);
        assertThat(uitkomsten).filteredOn(AlGeboekt.class::isInstance).hasSize(19);
    }

    @Test
    void one_person_at_twenty_houses_at_once_is_at_one_of_them() throws Exception {
        var adres = nieuwAdres();
        var overal = IntStream.range(0, 20).mapToObj(n -> moment().publiceer()).toList();

        var uitkomsten = tegelijk(
                20, n -> boekingen.boek(voor(overal.get(n)).email(adres).verzoek()));

        assertThat(uitkomsten).filteredOn(Geboekt.class::isInstance).hasSize(1);
        assertThat(uitkomsten).filteredOn(AlGeboekt.class::isInstance).hasSize(19);
    }

    @Test
    void same_key_with_other_content_is_refused() {
        var moment = moment().met(9).publiceer();
        var ander = moment().publiceer();
        var sleutel = "proef:" + UUID.randomUUID();
        var adres = nieuwAdres();
        boek(voor(moment).sleutel(sleutel).email(adres));

        var anders = Stream.of(
                voor(ander).email(adres),
                voor(moment).email(nieuwAdres()),
                voor(moment).email(adres).naam("Mehmet"),
                voor(moment).email(adres).personen(2),
                voor(moment).email(adres).taal(Taal.EN),
                voor(moment).email(adres).iemandMee(),
                voor(moment).emailEnTelefoon(adres, nieuwNummer()));

        assertThat(anders.map(wens -> boekingen.boek(wens.sleutel(sleutel).verzoek())))
                .hasSize(7)
                .hasOnlyElementsOfType(AndereInhoud.class);
    }

    @Test
    void same_key_gets_the_same_answer_after_the_place_was_cancelled() {
        var verzoek = voor(moment().publiceer()).verzoek();
        var eerst = boekingen.boek(verzoek);
        beheer.annuleer(((Geboekt) eerst).id(), WIE);

        assertThat(boekingen.boek(verzoek)).isEqualTo(eerst);
    }

    @Test
    void a_key_is_new_again_after_24_hours() {
        try (var eigen = Proefdienst.start()) {
            var klok = eigen.bean(Klok.class);
            var boekt = eigen.bean(BoekingService.class);
            var sleutel = "proef:" + UUID.randomUUID();
            var eerst = voor(Proefmoment.in(eigen).publiceer()).sleutel(sleutel).verzoek();
            var later = voor(Proefmoment.in(eigen).publiceer()).sleutel(sleutel).verzoek();
            assertThat(boekt.boek(eerst)).isInstanceOf(Geboekt.class);

            klok.verschuif(Duration.ofHours(24).minusMinutes(1));
            assertThat(boekt.boek(later)).isInstanceOf(AndereInhoud.class);
            klok.verschuif(Duration.ofHours(24));
            assertThat(boekt.boek(later)).isInstanceOf(Geboekt.class);
            Proefmoment.controleerBezetting(eigen);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "  %s ", "\t%S"})
    void an_address_is_the_same_person_however_it_is_typed(String getypt) {
        var moment = moment().met(2).publiceer();
        var adres = nieuwAdres();
        boek(voor(moment).email(adres));

        assertThat(boekingen.boek(voor(moment).email(getypt.formatted(adres)).verzoek()))
                .isInstanceOf(AlGeboekt.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%s", "+31%s", "0031%s", "+31 (0)%s", "0 %s", "06-%2$s"})
    void a_number_is_the_same_person_however_it_is_typed(String getypt) {
        var moment = moment().met(2).publiceer();
        var nummer = nieuwNummer().substring(1);
        boek(voor(moment).telefoon("0" + nummer));

        var nogEens = voor(moment).telefoon(getypt.formatted(nummer, nummer.substring(1)));

        assertThat(boekingen.boek(nogEens.verzoek())).isInstanceOf(AlGeboekt.class);
    }

    @Test
    void address_and_number_given_together_are_one_person() {
        var moment = moment().met(3).publiceer();
        var adres = nieuwAdres();
        var nummer = nieuwNummer();
        boek(voor(moment).emailEnTelefoon(adres, nummer));

        assertThat(boekingen.boek(voor(moment).email(adres).verzoek())).isInstanceOf(AlGeboekt.class);
        assertThat(boekingen.boek(voor(moment).telefoon(nummer).verzoek())).isInstanceOf(AlGeboekt.class);
    }

    @Test
    void a_number_that_is_added_later_belongs_to_the_person_of_the_address() {
        var eerder = moment().publiceer();
        var later = moment().van("13:00", "16:30").met(2).publiceer();
        var adres = nieuwAdres();
        var nummer = nieuwNummer();
        boek(voor(eerder).email(adres));
        boek(voor(later).emailEnTelefoon(adres, nummer));

        assertThat(boekingen.boek(voor(eerder).telefoon(nummer).verzoek())).isInstanceOf(AlGeboekt.class);
    }

    /** Who reads an address signs in with it, and a number is easily known. */
    @Test
    void somebody_elses_number_does_not_make_an_address_theirs() {
        var nummer = nieuwNummer();
        var vreemd = nieuwAdres();
        var eigen =
                beheer.find(boek(voor(moment().publiceer()).telefoon(nummer))).orElseThrow();
        boek(voor(moment().van("13:00", "16:30").publiceer()).emailEnTelefoon(vreemd, nummer));

        var wieInlogt = dienst.bean(Jdbi.class)
                .withHandle(handle -> dienst.bean(MantelzorgerPersonen.class).metEmail(handle, vreemd));

        assertThat(wieInlogt)
                .singleElement()
                .satisfies(persoon -> assertThat(persoon.id())
                        .isNotEqualTo(eigen.mantelzorger().waarde()));
    }

    /** Else who books with your number before you do, under an address of their own, sees what you book later. */
    @Test
    void a_number_alone_is_not_the_person_of_the_address_that_came_with_it() {
        var nummer = nieuwNummer();
        var metAdres = beheer.find(boek(voor(moment().publiceer()).emailEnTelefoon(nieuwAdres(), nummer)))
                .orElseThrow();

        var alleenNummer = beheer.find(
                        boek(voor(moment().van("13:00", "14:00").publiceer()).telefoon(nummer)))
                .orElseThrow();
        var weerHetNummer = beheer.find(
                        boek(voor(moment().van("15:00", "16:00").publiceer()).telefoon(nummer)))
                .orElseThrow();

        assertThat(alleenNummer.mantelzorger())
                .isNotEqualTo(metAdres.mantelzorger())
                .isEqualTo(weerHetNummer.mantelzorger());
    }

    @Test
    void one_number_is_at_one_place_whatever_address_stands_beside_it() {
        var moment = moment().met(5).publiceer();
        var tegelijk = moment().van("11:00", "14:00").publiceer();
        var nummer = nieuwNummer();
        boek(voor(moment().van("17:00", "19:00").publiceer()).telefoon(nummer));
        boek(voor(moment).emailEnTelefoon(nieuwAdres(), nummer));

        assertThat(Stream.of(
                                voor(moment).emailEnTelefoon(nieuwAdres(), nummer),
                                voor(moment).telefoon(nummer),
                                voor(tegelijk).emailEnTelefoon(nieuwAdres(), nummer),
                                voor(tegelijk).telefoon(nummer))
                        .map(wens -> boekingen.boek(wens.verzoek())))
                .hasOnlyElementsOfType(AlGeboekt.class);
    }

    @Test
    void an_address_and_a_number_of_two_people_are_refused_when_either_is_elsewhere() {
        var moment = moment().met(2).publiceer();
        var elders = moment().van("11:00", "14:00").met(2).publiceer();
        var bezetAdres = nieuwAdres();
        var bezetNummer = nieuwNummer();
        var vrijAdres = nieuwAdres();
        var vrijNummer = nieuwNummer();
        boek(voor(elders).email(bezetAdres));
        boek(voor(elders).telefoon(bezetNummer));
        var eerder = moment().van("07:00", "08:00").met(2).publiceer();
        boek(voor(eerder).email(vrijAdres));
        boek(voor(eerder).telefoon(vrijNummer));

        assertThat(boekingen.boek(
                        voor(moment).emailEnTelefoon(bezetAdres, vrijNummer).verzoek()))
                .isInstanceOf(AlGeboekt.class);
        assertThat(boekingen.boek(
                        voor(moment).emailEnTelefoon(vrijAdres, bezetNummer).verzoek()))
                .isInstanceOf(AlGeboekt.class);
        assertThat(boekingen.boek(
                        voor(moment).emailEnTelefoon(vrijAdres, vrijNummer).verzoek()))
                .isInstanceOf(Geboekt.class);
    }

    @ParameterizedTest
    @CsvSource({"12:29,14:00,false", "12:30,14:00,true", "07:00,09:00,true", "07:00,09:01,false", "10:00,11:00,false"})
    void nobody_is_at_two_places_at_once_but_one_after_the_other_is_fine(String van, String tot, boolean mag) {
        var moment = moment().van("09:00", "12:30").publiceer();
        var elders = moment().van(van, tot).publiceer();
        var adres = nieuwAdres();
        boek(voor(moment).email(adres));

        assertThat(boekingen.boek(voor(elders).email(adres).verzoek()))
                .isInstanceOf(mag ? Geboekt.class : AlGeboekt.class);
    }

    @Test
    void who_has_a_place_in_a_full_house_hears_that_and_not_that_it_is_full() {
        var moment = moment().publiceer();
        var adres = nieuwAdres();
        boek(voor(moment).email(adres));

        assertThat(boekingen.boek(voor(moment).email(adres).verzoek())).isInstanceOf(AlGeboekt.class);
    }

    @Test
    void a_cancelled_place_is_free_at_once() {
        var moment = moment().publiceer();
        var eerste = boek(voor(moment));
        assertThat(boekingen.boek(voor(moment).verzoek())).isInstanceOf(Vol.class);

        beheer.annuleer(eerste, WIE);

        assertThat(boekingen.boek(voor(moment).verzoek())).isInstanceOf(Geboekt.class);
    }

    @Test
    void who_cancelled_may_book_again() {
        var moment = moment().publiceer();
        var adres = nieuwAdres();
        beheer.annuleer(boek(voor(moment).email(adres)), WIE);

        assertThat(boekingen.boek(voor(moment).email(adres).verzoek())).isInstanceOf(Geboekt.class);
    }

    @Test
    void cancelling_twenty_times_at_once_is_cancelling_once() throws Exception {
        var moment = moment().met(4).publiceer();
        boek(voor(moment));
        var id = boek(voor(moment).personen(2));

        var uitkomsten = tegelijk(20, n -> beheer.annuleer(id, WIE));

        assertThat(uitkomsten).hasOnlyElementsOfType(AnnuleerResultaat.Geannuleerd.class);
        assertThat(bezet(moment)).isEqualTo(1);
        assertThat(gebeurtenissen(id)).containsExactly("geboekt", "geannuleerd");
        assertThat(berichten(id)).contains("boeking-annulering/mail/1").hasSize(3);
    }

    @Test
    void what_has_begun_is_not_cancelled_any_more() {
        var moment = moment().publiceer();
        var id = boek(voor(moment));
        laatBeginnen(moment);

        assertThat(beheer.annuleer(id, WIE)).isInstanceOf(AnnuleerResultaat.TeLaat.class);
        assertThat(beheer.annuleer(new BoekingId(UUID.randomUUID()), WIE))
                .isInstanceOf(AnnuleerResultaat.Onbekend.class);
    }

    @Test
    void a_family_takes_as_many_places_as_it_has_people_or_none() {
        var moment = moment().met(4).publiceer();
        var gezin = boek(voor(moment).personen(3));

        assertThat(boekingen.boek(voor(moment).personen(2).verzoek())).isInstanceOf(Vol.class);
        assertThat(bezet(moment)).isEqualTo(3);
        beheer.annuleer(gezin, WIE);
        assertThat(bezet(moment)).isZero();
    }

    @Test
    void what_has_begun_or_lapsed_or_never_was_is_not_booked() {
        var begonnen = moment().begonnen().publiceer();
        var vervallen = moment().publiceer();
        momenten.gelastAf(vervallen.id(), "", "makelaar");

        assertThat(boekingen.boek(voor(begonnen).verzoek())).isInstanceOf(AlBegonnen.class);
        assertThat(boekingen.boek(voor(vervallen).verzoek())).isInstanceOf(Vervallen.class);
        assertThat(boekingen.boek(voor(nergens()).verzoek())).isInstanceOf(Onbekend.class);
    }

    @Test
    void a_full_house_comes_with_others_that_have_room_for_all() {
        var huis = UUID.randomUUID();
        var moment = moment().inHuis(huis).publiceer();
        var teKlein = moment().inHuis(huis).van("13:00", "16:30").publiceer();
        var groot = moment().inHuis(huis).van("17:00", "20:00").met(2).publiceer();

        var uitkomst = boekingen.boek(voor(moment).personen(2).verzoek());

        assertThat(uitkomst)
                .asInstanceOf(type(Vol.class))
                .extracting(vol -> vol.alternatieven().stream().map(Moment::id).toList())
                .satisfies(ids ->
                        assertThat(ids).hasSize(3).contains(groot.id()).doesNotContain(moment.id(), teKlein.id()));
    }

    @Test
    void who_has_a_phone_only_books_and_gets_no_mail() {
        var id = boek(voor(moment().publiceer()).telefoon(nieuwNummer()));

        assertThat(beheer.find(id).orElseThrow().isActief()).isTrue();
        assertThat(berichten(id)).isEmpty();
    }

    @Test
    void who_wants_company_is_a_call_for_the_makelaar() {
        var id = boek(voor(moment().publiceer()).telefoon(nieuwNummer()).iemandMee());

        assertThat(berichten(id)).containsExactly("boeking-iemand-mee/bellen/0");
    }

    @Test
    void a_refusal_leaves_nothing() {
        var vol = moment().publiceer();
        boek(voor(vol));
        var bezet = moment().van("13:00", "16:30").met(2).publiceer();
        var adres = nieuwAdres();
        boek(voor(bezet).email(adres));
        var elders = moment().van("13:00", "16:30").publiceer();
        var sleutel = "proef:" + UUID.randomUUID();
        var nummer = nieuwNummer();
        var wensen = List.of(
                voor(vol).telefoon(nummer),
                voor(elders).emailEnTelefoon(adres, nummer),
                voor(bezet).emailEnTelefoon(adres, nummer),
                voor(moment().begonnen().publiceer()).telefoon(nummer),
                voor(nergens()).telefoon(nummer));
        var eerst = alles();

        var uitkomsten = wensen.stream()
                .map(wens -> boekingen.boek(wens.sleutel(sleutel).verzoek()))
                .toList();

        assertThat(uitkomsten).noneMatch(Geboekt.class::isInstance);
        assertThat(alles()).isEqualTo(eerst);
    }

    @Test
    void a_booking_leaves_its_history_its_messages_and_its_answer() {
        var sleutel = "proef:" + UUID.randomUUID();
        var adres = nieuwAdres();

        var id = boek(voor(moment().publiceer()).sleutel(sleutel).email(adres).iemandMee());

        assertThat(gebeurtenissen(id)).containsExactly("geboekt");
        assertThat(berichten(id))
                .containsExactly(
                        "boeking-bevestiging/mail/0", "boeking-herinnering/mail/0", "boeking-iemand-mee/bellen/0");
        assertThat(tel("select count(*) from idempotentie where sleutel = ?", sleutel))
                .isEqualTo(1);
        assertThat(tel("select count(*) from contact where waarde = ?", adres)).isEqualTo(1);
    }

    @Test
    void moving_frees_the_old_place_and_takes_the_new() {
        var was = moment().met(3).publiceer();
        var wordt = moment().van("13:00", "16:30").met(3).publiceer();
        var id = boek(voor(was).personen(2));

        var uitkomst = beheer.verplaats(id, wordt.id(), WIE);

        assertThat(uitkomst)
                .asInstanceOf(type(VerplaatsResultaat.Verplaatst.class))
                .satisfies(verplaatst -> {
                    assertThat(verplaatst.boeking().versie()).isEqualTo(1);
                    assertThat(verplaatst.boeking().tijdvak()).isEqualTo(wordt.tijdvak());
                });
        assertThat(bezet(was)).isZero();
        assertThat(bezet(wordt)).isEqualTo(2);
        assertThat(gebeurtenissen(id)).containsExactly("geboekt", "verplaatst");
        assertThat(berichten(id)).contains("boeking-wijziging/mail/1", "boeking-herinnering/mail/1");
    }

    @Test
    void moving_to_a_time_that_overlaps_the_old_one_is_fine() {
        var was = moment().publiceer();
        var wordt = moment().van("10:00", "13:00").publiceer();

        assertThat(beheer.verplaats(boek(voor(was)), wordt.id(), WIE))
                .isInstanceOf(VerplaatsResultaat.Verplaatst.class);
    }

    @Test
    void moving_to_a_full_house_changes_nothing() {
        var was = moment().publiceer();
        var vol = moment().van("13:00", "16:30").publiceer();
        boek(voor(vol));
        var id = boek(voor(was));
        var eerst = alles();

        assertThat(beheer.verplaats(id, vol.id(), WIE))
                .asInstanceOf(type(VerplaatsResultaat.Vol.class))
                .satisfies(uitkomst -> assertThat(uitkomst.alternatieven()).isNotEmpty());
        assertThat(beheer.find(id).orElseThrow().moment().id()).isEqualTo(was.id());
        assertThat(alles()).isEqualTo(eerst);
    }

    @Test
    void nobody_moves_to_where_they_are_or_while_they_are_elsewhere() {
        var was = moment().publiceer();
        var middag = moment().van("13:00", "16:30").met(2).publiceer();
        var elders = moment().van("16:00", "18:00").publiceer();
        var adres = nieuwAdres();
        var id = boek(voor(was).email(adres));
        boek(voor(middag).email(adres));

        assertThat(beheer.verplaats(id, middag.id(), WIE)).isInstanceOf(VerplaatsResultaat.AlGeboekt.class);
        assertThat(beheer.verplaats(id, elders.id(), WIE)).isInstanceOf(VerplaatsResultaat.AlGeboekt.class);
        assertThat(bezet(was)).isEqualTo(1);
    }

    @Test
    void moving_to_the_same_moment_is_no_change() {
        var moment = moment().publiceer();
        var id = boek(voor(moment));

        assertThat(beheer.verplaats(id, moment.id(), WIE)).isInstanceOf(VerplaatsResultaat.Verplaatst.class);
        assertThat(beheer.find(id).orElseThrow().versie()).isZero();
        assertThat(gebeurtenissen(id)).containsExactly("geboekt");
    }

    @Test
    void it_is_too_late_to_move_from_or_to_what_has_begun_or_what_was_cancelled() {
        var was = moment().publiceer();
        var ander = moment().publiceer();
        var begonnen = moment().begonnen().publiceer();
        var vervallen = moment().publiceer();
        momenten.gelastAf(vervallen.id(), "", "makelaar");
        var id = boek(voor(was));
        var afgezegd = boek(voor(moment().publiceer()));
        beheer.annuleer(afgezegd, WIE);

        assertThat(beheer.verplaats(id, begonnen.id(), WIE)).isInstanceOf(VerplaatsResultaat.TeLaat.class);
        assertThat(beheer.verplaats(id, vervallen.id(), WIE)).isInstanceOf(VerplaatsResultaat.TeLaat.class);
        assertThat(beheer.verplaats(afgezegd, ander.id(), WIE)).isInstanceOf(VerplaatsResultaat.TeLaat.class);
        laatBeginnen(was);
        assertThat(beheer.verplaats(id, ander.id(), WIE)).isInstanceOf(VerplaatsResultaat.TeLaat.class);
        assertThat(bezet(ander)).isZero();
    }

    @Test
    void what_nobody_knows_is_not_moved() {
        var moment = moment().publiceer();
        var id = boek(voor(moment));

        assertThat(beheer.verplaats(id, new MomentId(UUID.randomUUID()), WIE))
                .isInstanceOf(VerplaatsResultaat.Onbekend.class);
        assertThat(beheer.verplaats(new BoekingId(UUID.randomUUID()), moment.id(), WIE))
                .isInstanceOf(VerplaatsResultaat.Onbekend.class);
    }

    @Test
    void who_lost_a_place_to_a_closed_house_chooses_another_with_the_same_booking() {
        var was = moment().publiceer();
        var wordt = moment().van("13:00", "16:30").publiceer();
        var id = boek(voor(was));
        momenten.gelastAf(was.id(), "Ziek", "makelaar");

        assertThat(beheer.verplaats(id, wordt.id(), WIE)).isInstanceOf(VerplaatsResultaat.Verplaatst.class);
        assertThat(beheer.find(id).orElseThrow().isActief()).isTrue();
        assertThat(bezet(wordt)).isEqualTo(1);
    }

    @Test
    void twenty_who_change_places_between_two_houses_at_once_all_arrive() throws Exception {
        var een = moment().met(20).publiceer();
        var twee = moment().met(20).publiceer();
        var ids = IntStream.range(0, 20)
                .mapToObj(n -> boek(voor(n % 2 == 0 ? een : twee)))
                .toList();

        var uitkomsten = tegelijk(20, n -> beheer.verplaats(ids.get(n), (n % 2 == 0 ? twee : een).id(), WIE));

        assertThat(uitkomsten).hasOnlyElementsOfType(VerplaatsResultaat.Verplaatst.class);
        assertThat(List.of(bezet(een), bezet(twee))).containsExactly(10, 10);
    }

    @Test
    void booking_cancelling_and_closing_at_once_leave_nobody_behind() throws Exception {
        var moment = moment().met(30).publiceer();
        var ids = IntStream.range(0, 10).mapToObj(n -> boek(voor(moment))).toList();

        tegelijk(
                21,
                n -> n == 20
                        ? momenten.gelastAf(moment.id(), "Storm", "makelaar")
                        : n % 2 == 0
                                ? beheer.annuleer(ids.get(n / 2), WIE)
                                : boekingen.boek(voor(moment).verzoek()));

        assertThat(momenten.boekingenOp(moment.id())).isEmpty();
        assertThat(bezet(moment)).isZero();
    }

    @Test
    void a_closed_house_tells_everyone_who_had_a_place() {
        var moment = moment().met(5).publiceer();
        var perMail = boek(voor(moment).personen(2));
        var perTelefoon = boek(voor(moment).telefoon(nieuwNummer()));
        var afgezegd = boek(voor(moment));
        beheer.annuleer(afgezegd, WIE);

        var uitkomst = momenten.gelastAf(moment.id(), "De verwarming is stuk", "makelaar");
        var nogEens = momenten.gelastAf(moment.id(), "Nog eens", "makelaar");

        assertThat(uitkomst)
                .asInstanceOf(type(AfgelastResultaat.Afgelast.class))
                .satisfies(afgelast -> {
                    assertThat(afgelast.gebeldOfGemaild()).isEqualTo(2);
                    assertThat(afgelast.moment().vervallen()).isTrue();
                });
        assertThat(nogEens)
                .asInstanceOf(type(AfgelastResultaat.Afgelast.class))
                .extracting(AfgelastResultaat.Afgelast::gebeldOfGemaild)
                .isEqualTo(0);
        assertThat(bezet(moment)).isZero();
        assertThat(berichten(perMail)).contains("boeking-afgelasting/mail/1");
        assertThat(berichten(perTelefoon)).containsExactly("boeking-afgelasting/bellen/1");
        assertThat(berichten(afgezegd)).noneMatch(bericht -> bericht.startsWith("boeking-afgelasting"));
        assertThat(gebeurtenissen(perMail)).containsExactly("geboekt", "afgelast");
    }

    @Test
    void what_has_begun_or_never_was_is_not_called_off() {
        assertThat(momenten.gelastAf(moment().begonnen().publiceer().id(), "", "makelaar"))
                .isInstanceOf(AfgelastResultaat.AlBegonnen.class);
        assertThat(momenten.gelastAf(new MomentId(UUID.randomUUID()), "", "makelaar"))
                .isInstanceOf(AfgelastResultaat.Onbekend.class);
    }

    @Test
    void a_moment_that_moves_keeps_its_bookings_and_tells_them() {
        var moment = moment().met(4).publiceer();
        var perMail = boek(voor(moment).personen(2));
        var perTelefoon = boek(voor(moment).telefoon(nieuwNummer()));
        var naar = Proefmoment.op(moment.datum().plusDays(1), "13:00", "16:00");

        var uitkomst = momenten.verplaats(moment.id(), naar, "makelaar");

        assertThat(uitkomst)
                .asInstanceOf(type(MomentVerplaatsResultaat.Verplaatst.class))
                .satisfies(verplaatst -> {
                    assertThat(verplaatst.gebeldOfGemaild()).isEqualTo(2);
                    assertThat(verplaatst.moment().versie()).isEqualTo(1);
                    assertThat(verplaatst.moment().bezet()).isEqualTo(3);
                    assertThat(verplaatst.moment().datum())
                            .isEqualTo(moment.datum().plusDays(1));
                });
        assertThat(Stream.of(perMail, perTelefoon).map(id -> beheer.find(id).orElseThrow()))
                .allSatisfy(boeking -> {
                    assertThat(boeking.tijdvak()).isEqualTo(naar);
                    assertThat(boeking.versie()).isEqualTo(1);
                    assertThat(boeking.isActief()).isTrue();
                });
        assertThat(berichten(perMail)).contains("boeking-wijziging/mail/1", "boeking-herinnering/mail/1");
        assertThat(berichten(perTelefoon)).containsExactly("boeking-wijziging/bellen/1");
    }

    @Test
    void who_moved_with_a_moment_is_at_its_new_time() {
        var moment = moment().publiceer();
        var adres = nieuwAdres();
        boek(voor(moment).email(adres));
        momenten.verplaats(moment.id(), Proefmoment.op(moment.datum(), "13:00", "16:00"), "makelaar");

        assertThat(boekingen.boek(voor(moment().publiceer()).email(adres).verzoek()))
                .isInstanceOf(Geboekt.class);
        assertThat(boekingen.boek(voor(moment().van("15:00", "17:00").publiceer())
                        .email(adres)
                        .verzoek()))
                .isInstanceOf(AlGeboekt.class);
    }

    @Test
    void a_moment_does_not_move_where_its_house_or_its_people_are_taken() {
        var huis = UUID.randomUUID();
        var moment = moment().inHuis(huis).publiceer();
        moment().inHuis(huis).van("13:00", "16:30").publiceer();
        var elders = moment().van("18:00", "20:00").publiceer();
        var adres = nieuwAdres();
        boek(voor(moment).naam("Fatima").email(adres));
        boek(voor(elders).email(adres));
        var eerst = alles();

        var dag = moment.datum();
        assertThat(momenten.verplaats(moment.id(), Proefmoment.op(dag, "16:00", "17:00"), "makelaar"))
                .isInstanceOf(MomentVerplaatsResultaat.HuisBezet.class);
        assertThat(momenten.verplaats(moment.id(), Proefmoment.op(dag, "17:00", "19:00"), "makelaar"))
                .asInstanceOf(type(MomentVerplaatsResultaat.MensenBezet.class))
                .extracting(MomentVerplaatsResultaat.MensenBezet::namen)
                .isEqualTo(List.of("Fatima"));
        assertThat(momenten.find(moment.id()).orElseThrow().tijdvak()).isEqualTo(moment.tijdvak());
        assertThat(alles()).isEqualTo(eerst);
    }

    @Test
    void a_moment_moves_to_a_dagdeel_that_is_still_to_come_only() {
        var moment = moment().publiceer();
        var begonnen = moment().begonnen().publiceer();
        var vervallen = moment().publiceer();
        momenten.gelastAf(vervallen.id(), "", "makelaar");
        var dag = moment.datum();
        var goed = Proefmoment.op(dag, "13:00", "14:00");
        var overMiddernacht = new Tijdvak(
                Proefmoment.op(dag, "22:00", "23:00").van(),
                Tijdzone.beginVan(dag.plusDays(1)).plusSeconds(1));
        var gisteren = Proefmoment.op(dag.minusWeeks(2).minusDays(1), "09:00", "12:00");

        assertThat(momenten.verplaats(moment.id(), Proefmoment.op(dag, "13:00", "17:01"), "makelaar"))
                .isInstanceOf(MomentVerplaatsResultaat.GeenDagdeel.class);
        assertThat(momenten.verplaats(moment.id(), overMiddernacht, "makelaar"))
                .isInstanceOf(MomentVerplaatsResultaat.GeenDagdeel.class);
        assertThat(momenten.verplaats(moment.id(), gisteren, "makelaar"))
                .isInstanceOf(MomentVerplaatsResultaat.TeLaat.class);
        assertThat(momenten.verplaats(begonnen.id(), goed, "makelaar"))
                .isInstanceOf(MomentVerplaatsResultaat.TeLaat.class);
        assertThat(momenten.verplaats(vervallen.id(), goed, "makelaar"))
                .isInstanceOf(MomentVerplaatsResultaat.TeLaat.class);
        assertThat(momenten.verplaats(new MomentId(UUID.randomUUID()), goed, "makelaar"))
                .isInstanceOf(MomentVerplaatsResultaat.Onbekend.class);
    }

    private Proefmoment moment() {
        return Proefmoment.in(dienst);
    }

    /** A moment that nobody published. */
    private Moment nergens() {
        var ergens = moment().publiceer();
        return new Moment(
                new MomentId(UUID.randomUUID()),
                ergens.soort(),
                ergens.bronId(),
                ergens.titel(),
                ergens.wijk(),
                List.of(),
                ergens.plaats(),
                ergens.datum(),
                ergens.dagdeel(),
                ergens.tijdvak(),
                1,
                0,
                List.of(),
                false,
                false,
                false,
                false,
                0,
                ergens.versieOp(),
                ergens.gewijzigdOp());
    }

    private BoekingId boek(Proefwens wens) {
        var uitkomst = boekingen.boek(wens.verzoek());
        assertThat(uitkomst).isInstanceOf(Geboekt.class);
        return ((Geboekt) uitkomst).id();
    }

    private int bezet(Moment moment) {
        return momenten.find(moment.id()).orElseThrow().bezet();
    }

    /** As if time had passed for this moment alone. */
    private void laatBeginnen(Moment moment) {
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "update moment set begin = date_trunc('minute', now()) - interval '1 minute' where id = ?",
                        moment.id().waarde()));
    }

    private List<String> gebeurtenissen(BoekingId id) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(
                                "select wat from gebeurtenis where ding_id = ? order by id", id.waarde())
                        .mapTo(String.class)
                        .list());
    }

    private List<String> berichten(BoekingId id) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(
                                "select soort || '/' || kanaal || '/' || ding_versie from bericht where ding_id = ?"
                                        + " order by soort, ding_versie",
                                id.waarde())
                        .mapTo(String.class)
                        .list());
    }

    private int tel(String vraag, Object... waarden) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle ->
                        handle.select(vraag, waarden).mapTo(Integer.class).one());
    }

    /** How many rows there are of all that a booking leaves. */
    private List<Integer> alles() {
        return Stream.of("boeking", "bericht", "gebeurtenis", "idempotentie", "mantelzorger", "contact")
                .map(tabel -> tel("select count(*) from " + tabel))
                .toList();
    }

    /** Does the nth piece of work on a thread of its own, all from the same moment. */
    private static <T> List<T> tegelijk(int aantal, Werk<T> werk) throws Exception {
        var start = new CountDownLatch(1);
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            var onderweg = new ArrayList<Future<T>>();
            for (var i = 0; i < aantal; i++) {
                var n = i;
                Callable<T> een = () -> {
                    start.await();
                    return werk.doe(n);
                };
                onderweg.add(draden.submit(een));
            }
            start.countDown();
            var uitkomsten = new ArrayList<T>();
            for (var een : onderweg) {
                uitkomsten.add(een.get());
            }
            return uitkomsten;
        }
    }

    /** The nth piece of work. */
    private interface Werk<T> {
        T doe(int n);
    }
}
