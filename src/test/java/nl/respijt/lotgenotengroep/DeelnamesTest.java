package nl.respijt.lotgenotengroep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Reeksen;
import nl.respijt.boeking.Wachtlijst;
import nl.respijt.boeking.Wachtlijst.AanvaardResultaat.Aanvaard;
import nl.respijt.boeking.Wachtplek;
import nl.respijt.boeking.WachtplekId;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Wachtend;
import nl.respijt.lotgenotengroep.Deelname.Status;
import nl.respijt.lotgenotengroep.DeelnameResultaat.Aangemeld;
import nl.respijt.lotgenotengroep.DeelnameResultaat.Antwoord;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import nl.respijt.web.Taal;
import nl.respijt.web.Toeval;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who joins a group has a place at each meeting; who is too many waits; a pair comes both or not at all. */
class DeelnamesTest {
    private static final String WIE = "mantelzorger";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Proefgroep groepen = new Proefgroep(dienst);
    private final Deelnames deelnames = dienst.bean(Deelnames.class);
    private final Reeksen reeksen = dienst.bean(Reeksen.class);
    private final Wachtlijst wachtlijst = dienst.bean(Wachtlijst.class);
    private final BoekingBeheer beheer = dienst.bean(BoekingBeheer.class);

    @AfterEach
    void taken_places_are_those_of_bookings_and_offers_and_a_group_counts_who_is_in_it() {
        Proefmoment.controleerBezetting(dienst);
        var scheef = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("""
                        select g.id from lotgenotengroep g
                        where g.deelnemers <>
                              (select coalesce(sum(d.personen), 0) from deelname d
                               where d.groep_id = g.id and d.status in ('kennismaking', 'deelnemer'))
                              + (select coalesce(sum(w.personen), 0) from wachtplek w
                                 where w.ding_id = g.id and w.status = 'aangeboden')
                        """).mapTo(UUID.class).list());
        assertThat(scheef).isEmpty();
    }

    @Test
    void who_joins_has_a_place_at_each_meeting_to_come_also_at_one_that_is_planned_later() {
        var groep = groep();
        var wie = meldAan(wens(groep));

        assertThat(wie.status()).isEqualTo("deelnemer");
        assertThat(reeksen.van(wie.id())).hasSameSizeAs(momenten(groep)).hasSizeGreaterThan(10);

        doe(groep, new Wijziging.Extra(dag().plusDays(3), Proefgroep.uren("14:00", "15:30"), groep.plek()));
        assertThat(reeksen.van(wie.id())).hasSameSizeAs(momenten(groep));
    }

    @Test
    void who_cannot_come_once_gives_back_just_that_time_and_who_stops_gives_back_all() {
        var groep = groep();
        var wie = meldAan(wens(groep));
        var keren = reeksen.van(wie.id());

        beheer.annuleer(keren.getFirst().id(), WIE);
        assertThat(reeksen.van(wie.id())).hasSize(keren.size() - 1);

        deelnames.stop(wie.id(), WIE);
        assertThat(reeksen.van(wie.id())).isEmpty();
        assertThat(deelnames.inGroep(groep.id())).isEmpty();
        assertThat(meldAan(wens(groep)).status()).isEqualTo("deelnemer");
    }

    @Test
    void who_is_too_many_waits_and_has_the_first_place_that_comes_free_under_the_same_id() {
        var groep = groep(2);
        var eerste = meldAan(wens(groep));
        meldAan(wens(groep));
        var derde = meldAan(wens(groep));
        var vierde = meldAan(wens(groep));
        assertThat(derde).isEqualTo(new Antwoord(derde.id(), "wachtlijst", 1));
        assertThat(vierde.plaatsInRij()).isEqualTo(2);

        deelnames.stop(eerste.id(), WIE);
        assertThat(plek(derde).status()).isEqualTo(Wachtplek.Status.AANGEBODEN);
        assertThat(meldAan(wens(groep)).wacht())
                .as("nobody overtakes who was offered the place")
                .isTrue();

        assertThat(wachtlijst.aanvaard(new WachtplekId(derde.id()), WIE)).isInstanceOf(Aanvaard.class);
        assertThat(deelnames.find(derde.id()).orElseThrow().status()).isEqualTo(Status.DEELNEMER);
        assertThat(reeksen.van(derde.id())).isNotEmpty();
    }

    @Test
    void a_pair_is_in_with_two_or_waits_as_two() {
        var groep = groep(3);
        var paar = meldAan(wens(groep, "Fatma"));
        var tweede = meldAan(wens(groep, "Ali"));

        assertThat(reeksen.van(paar.id()))
                .allSatisfy(boeking -> assertThat(boeking.personen()).isEqualTo(2));
        assertThat(tweede.wacht()).isTrue();
        assertThat(meldAan(wens(groep)).status()).as("one who fits").isEqualTo("deelnemer");

        deelnames.stop(paar.id(), WIE);
        assertThat(plek(tweede).status()).isEqualTo(Wachtplek.Status.AANGEBODEN);
    }

    @Test
    void a_meeting_that_visitors_filled_is_waited_for() {
        var groep = groep(1);
        var moment = momenten(groep).getFirst();
        var bezoeker =
                dienst.bean(BoekingService.class).boek(Proefwens.voor(moment).verzoek());
        var wie = meldAan(wens(groep));

        assertThat(wie.status()).isEqualTo("deelnemer");
        assertThat(reeksen.wachtend(wie.id()))
                .extracting(Wachtplek::dingId)
                .containsExactly(moment.id().waarde());

        beheer.annuleer(((Geboekt) bezoeker).id(), WIE);
        var plek = reeksen.wachtend(wie.id()).getFirst();
        wachtlijst.aanvaard(plek.id(), WIE);
        assertThat(reeksen.van(wie.id()))
                .extracting(Boeking::moment)
                .extracting("id")
                .contains(moment.id());
        deelnames.stop(wie.id(), WIE);
        assertThat(reeksen.van(wie.id())).isEmpty();
    }

    @Test
    void who_is_called_first_keeps_a_place_and_comes_after_the_talk() {
        var groep = groep(8, true);
        var wie = meldAan(wens(groep));

        assertThat(wie.status()).isEqualTo("kennismaking");
        assertThat(reeksen.van(wie.id())).isEmpty();

        deelnames.laatToe(wie.id(), "coordinator");
        deelnames.laatToe(wie.id(), "coordinator");
        assertThat(reeksen.van(wie.id())).hasSameSizeAs(momenten(groep));
    }

    @Test
    void who_books_elsewhere_while_they_are_let_in_has_that_place_and_all_other_meetings() throws Exception {
        var groep = groep(8, true);
        var wie = deelnames.find(meldAan(wens(groep)).id()).orElseThrow();
        var eerste = momenten(groep).getFirst();
        var elders = Proefmoment.in(dienst)
                .op(eerste.datum())
                .van("10:00", "12:00")
                .met(2)
                .publiceer();
        var daar = new Reeksen.Reeks(UUID.randomUUID(), wie.mantelzorger(), "Ans", wie.contact(), 1, Taal.NL, WIE);

        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            var toelating = dienst.bean(Jdbi.class).inTransaction(handle -> {
                var nu = dienst.bean(Klok.class).instant();
                reeksen.herken(handle, wie.contact(), nu);
                var bezig = draden.submit(() -> deelnames.laatToe(wie.id(), "coordinator"));
                Wachtend.opDeze(handle, bezig);
                assertThat(reeksen.boek(handle, daar, elders.id(), nu)).isEqualTo(Reeksen.Uitkomst.GEBOEKT);
                return bezig;
            });
            assertThat(toelating.get().orElseThrow().status()).isEqualTo(Status.DEELNEMER);
        }

        assertThat(reeksen.van(daar.id())).hasSize(1);
        assertThat(reeksen.van(wie.id()))
                .hasSize(momenten(groep).size() - 1)
                .extracting(Boeking::moment)
                .extracting(Moment::id)
                .doesNotContain(eerste.id());
    }

    @Test
    void the_first_mail_says_when_and_a_later_one_only_that_there_is_something_to_read() {
        var groep = groep();
        var wens = wens(groep);
        meldAan(wens);
        assertThat(post(wens).getFirst().tekst()).contains("Dit zijn de eerste keren:", "10.00 tot 12.00 uur");

        dienst.bean(Groepsberichten.class)
                .stuur(
                        UUID.randomUUID(),
                        groep.id(),
                        "Neem soep mee.",
                        new Aanmelding("proef", "Proef", Rol.GROEPSCOORDINATOR, Optional.empty(), ""));
        assertThat(post(wens)).hasSize(2);
        assertThat(Toeval.uit(post(wens).getFirst().tekst()))
                .contains("/deelname/")
                .doesNotContain("soep", "uur", "Kunt u een keer niet?");
    }

    @Test
    void who_is_called_first_reads_of_no_dates_and_no_group() {
        var groep = groep(8, true);
        var wens = wens(groep);
        meldAan(wens);

        assertThat(post(wens).getFirst().tekst())
                .contains("We bellen of mailen u")
                .doesNotContain("eerste keren:", "Kunt u een keer niet?", groep.naam(), groep.doelgroep());
    }

    @Test
    void asking_twice_is_asking_once_and_nobody_is_in_a_group_twice() {
        var groep = groep();
        var wens = wens(groep);
        var eerst = deelnames.meldAan(wens);

        assertThat(deelnames.meldAan(wens)).isEqualTo(eerst);
        assertThat(deelnames.meldAan(new DeelnameVerzoek(
                        "proef:" + UUID.randomUUID(),
                        groep.id(),
                        "Nog eens",
                        wens.contact(),
                        Optional.empty(),
                        Taal.NL,
                        false,
                        WIE)))
                .isInstanceOf(DeelnameResultaat.DoetAlMee.class);
        assertThat(deelnames.inGroep(groep.id())).hasSize(1);
    }

    @Test
    void a_fifth_group_is_for_the_makelaar_to_give_until_we_know_whose_address_it_is() {
        var adres = new Contact(Optional.of(Proefwens.nieuwAdres()), Optional.empty());
        var vol = groep(1);
        meldAan(wens(vol));
        var eerste = meldAan(wens(groep(), adres, WIE));
        meldAan(wens(groep(), adres, WIE));
        meldAan(wens(groep(8, true), adres, WIE));
        assertThat(meldAan(wens(vol, adres, WIE)).wacht()).isTrue();
        var vijfde = groep();

        assertThat(deelnames.meldAan(wens(vijfde, adres, WIE))).isInstanceOf(DeelnameResultaat.TeVeelGroepen.class);
        assertThat(deelnames.meldAan(wens(vol, adres, WIE)))
                .as("one they wait for already")
                .isInstanceOf(DeelnameResultaat.DoetAlMee.class);
        assertThat(deelnames.inGroep(vijfde.id())).isEmpty();
        assertThat(meldAan(wens(groep(), adres, "makelaar")).status()).isEqualTo("deelnemer");

        deelnames.stop(eerste.id(), WIE);
        assertThat(deelnames.meldAan(wens(vijfde, adres, WIE)))
                .as("four are left")
                .isInstanceOf(DeelnameResultaat.TeVeelGroepen.class);
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.execute(
                        "update contact set geverifieerd_op = now() where waarde = ?",
                        adres.email().orElseThrow()));
        assertThat(meldAan(wens(vijfde, adres, WIE)).status()).isEqualTo("deelnemer");
    }

    @Test
    void another_address_beside_the_same_number_is_no_way_round_and_is_not_kept() {
        var nummer = Optional.of(Proefwens.nieuwNummer());
        for (var n = 0; n < 4; n++) {
            meldAan(wens(groep(), new Contact(Optional.of(Proefwens.nieuwAdres()), nummer), WIE));
        }
        var ander = Proefwens.nieuwAdres();

        assertThat(deelnames.meldAan(wens(groep(), new Contact(Optional.of(ander), nummer), WIE)))
                .isInstanceOf(DeelnameResultaat.TeVeelGroepen.class);
        int bewaard = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("select count(*) from contact where waarde = ?", ander)
                        .mapTo(Integer.class)
                        .one());
        assertThat(bewaard).isZero();
    }

    @Test
    void of_eight_groups_wanted_at_once_four_have_them() throws Exception {
        var adres = new Contact(Optional.of(Proefwens.nieuwAdres()), Optional.empty());
        var werk = new ArrayList<Callable<DeelnameResultaat>>();
        for (var n = 0; n < 8; n++) {
            var wens = wens(groep(), adres, WIE);
            werk.add(() -> deelnames.meldAan(wens));
        }

        var uitkomsten = new ArrayList<DeelnameResultaat>();
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var een : draden.invokeAll(werk)) {
                uitkomsten.add(een.get());
            }
        }

        assertThat(uitkomsten).filteredOn(Aangemeld.class::isInstance).hasSize(4);
        assertThat(uitkomsten)
                .filteredOn(DeelnameResultaat.TeVeelGroepen.class::isInstance)
                .hasSize(4);
    }

    @Test
    void of_twenty_who_want_the_last_two_places_at_once_two_are_in_and_eighteen_wait_each_with_a_place()
            throws Exception {
        var groep = groep(2);
        var werk = new ArrayList<Callable<Antwoord>>();
        for (var i = 0; i < 20; i++) {
            werk.add(() -> meldAan(wens(groep)));
        }

        var antwoorden = new ArrayList<Antwoord>();
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var een : draden.invokeAll(werk)) {
                antwoorden.add(een.get());
            }
        }

        assertThat(antwoorden)
                .filteredOn(een -> een.status().equals("deelnemer"))
                .hasSize(2);
        assertThat(antwoorden.stream()
                        .filter(Antwoord::wacht)
                        .map(Antwoord::plaatsInRij)
                        .sorted())
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, 18).boxed().toList());
    }

    @Test
    void when_a_group_stops_everybody_hears_so_once() {
        var groep = groep(1);
        var wie = meldAan(wens(groep));
        var wacht = meldAan(wens(groep));

        doe(groep, new Wijziging.Stop(dienst.bean(Klok.class).vandaag(), "Geen coördinator meer"));

        assertThat(deelnames.find(wie.id()).orElseThrow().status()).isEqualTo(Status.GESTOPT);
        assertThat(plek(wacht).status()).isEqualTo(Wachtplek.Status.VERVALLEN);
        var verteld = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("""
                        select soort from bericht
                        where soort not like '%herinnering' and (ding_id = ? or ding_id in
                              (select id from boeking where reeks_id = ?)) order by soort
                        """, wie.id(), wie.id())
                        .mapTo(String.class)
                        .list());
        assertThat(verteld).containsExactly("deelname-begin", "deelname-groep-stopt");
    }

    @Test
    void somebody_comes_along_once_it_is_agreed_where_they_meet() {
        var groep = groep();
        var wens = wens(groep);
        var wie = meldAan(new DeelnameVerzoek(
                wens.sleutel(), groep.id(), "Ans", wens.contact(), Optional.empty(), Taal.NL, true, WIE));
        assertThat(deelnames.find(wie.id()).orElseThrow().zoektBegeleider()).isTrue();

        deelnames.spreekAf(wie.id(), "Bij de voordeur", "coordinator");

        assertThat(deelnames.find(wie.id()).orElseThrow().zoektBegeleider()).isFalse();
    }

    /** All that has arrived by now, newest first. */
    private List<DemoMail> post(DeelnameVerzoek wens) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(wens.contact().email().orElseThrow()))
                .toList();
    }

    private LocalDate dag() {
        return dienst.bean(Klok.class).vandaag().plusDays(8);
    }

    private Lotgenotengroep groep() {
        return groep(12);
    }

    private Lotgenotengroep groep(int grootte) {
        return groep(grootte, false);
    }

    private Lotgenotengroep groep(int grootte, boolean kennismaking) {
        var dag = dag();
        var groep = groepen.groep(
                new Weken(2, dag.getDayOfWeek().getValue(), dag, Optional.empty()), "10:00", "12:00", false);
        var kaart = Groepskaart.van(groep);
        var wordt = dienst.bean(GroepService.class)
                .wijzig(
                        groep.id(),
                        new Groepskaart(
                                kaart.naam(),
                                kaart.soort(),
                                kaart.doelgroep(),
                                kaart.uitleg(),
                                kaart.talen(),
                                grootte,
                                kaart.status(),
                                kaart.openVoorNieuwe(),
                                kaart.alleenVrouwen(),
                                kennismaking,
                                kaart.afspraken(),
                                kaart.hulpNaam(),
                                kaart.hulpTelefoon()));
        return ((GroepResultaat.Gedaan) wordt).groep();
    }

    private List<Moment> momenten(Lotgenotengroep groep) {
        return dienst.bean(GroepService.class).komende(groep.id(), 100).stream()
                .filter(moment -> !moment.vervallen())
                .toList();
    }

    private void doe(Lotgenotengroep groep, Wijziging wijziging) {
        var planning = dienst.bean(GroepPlanning.class);
        var proef = (ProefResultaat.Gezien) planning.proef(groep.id(), wijziging);
        planning.voerUit(groep.id(), wijziging, proef.proef().stempel(), "makelaar", Optional.empty());
    }

    private static DeelnameVerzoek wens(Lotgenotengroep groep) {
        return wens(groep, Optional.empty());
    }

    private static DeelnameVerzoek wens(Lotgenotengroep groep, String samenMet) {
        return wens(groep, Optional.of(samenMet));
    }

    private static DeelnameVerzoek wens(Lotgenotengroep groep, Optional<String> samenMet) {
        return new DeelnameVerzoek(
                "proef:" + UUID.randomUUID(),
                groep.id(),
                "Ans",
                new Contact(Optional.of(Proefwens.nieuwAdres()), Optional.empty()),
                samenMet,
                Taal.NL,
                false,
                WIE);
    }

    private static DeelnameVerzoek wens(Lotgenotengroep groep, Contact contact, String door) {
        return new DeelnameVerzoek(
                "proef:" + UUID.randomUUID(), groep.id(), "Ans", contact, Optional.empty(), Taal.NL, false, door);
    }

    private Antwoord meldAan(DeelnameVerzoek wens) {
        return ((Aangemeld) deelnames.meldAan(wens)).antwoord();
    }

    private Wachtplek plek(Antwoord antwoord) {
        return wachtlijst.find(new WachtplekId(antwoord.id())).orElseThrow();
    }
}
