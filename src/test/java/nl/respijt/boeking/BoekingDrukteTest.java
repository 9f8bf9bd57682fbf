package nl.respijt.boeking;

import static nl.respijt.boeking.Proefwens.nieuwAdres;
import static nl.respijt.boeking.Proefwens.voor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekingBeheer.VerplaatsResultaat.Verplaatst;
import nl.respijt.boeking.BoekingBeheer.VerplaatsResultaat.Vol;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything at once, drawn from seeds: whatever people do together, the counts are right afterwards. */
@Timeout(60)
class BoekingDrukteTest {
    private static final String WIE = "mantelzorger";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final BoekingService boekingen = dienst.bean(BoekingService.class);
    private final BoekingBeheer beheer = dienst.bean(BoekingBeheer.class);

    private final Instant begonnen = dienst.bean(Klok.class).instant();

    @AfterEach
    void taken_places_are_those_of_the_bookings_and_bookings_are_where_their_moment_is() {
        Proefmoment.controleerBezetting(dienst);
        List<String> verdwaald = dienst.bean(Jdbi.class)
                .withHandle(handle ->
                        handle.select("""
                        select b.id from boeking b join moment m on m.id = b.moment_id
                        where b.status in ('aangevraagd', 'bevestigd')
                          and b.aangemaakt_op >= ?
                          and (b.tijdvak <> tstzrange(m.begin, m.eind) or m.status <> 'open')
                        """, begonnen).mapTo(String.class).list());
        assertThat(verdwaald).isEmpty();
    }

    @Test
    void groups_that_do_not_fit_leave_the_last_place_free() throws Exception {
        var moment = Proefmoment.in(dienst).met(5).publiceer();
        var werk = new ArrayList<Callable<BoekResultaat>>();
        for (var i = 0; i < 10; i++) {
            werk.add(() -> boekingen.boek(voor(moment).personen(2).verzoek()));
        }

        assertThat(tegelijk(werk)).filteredOn(Geboekt.class::isInstance).hasSize(2);
    }

    @Test
    void of_twenty_who_move_to_the_last_place_one_gets_it() throws Exception {
        var van = Proefmoment.in(dienst).met(20).publiceer();
        var naar = Proefmoment.in(dienst).op(van.datum().plusDays(1)).publiceer();
        var werk = new ArrayList<Callable<BoekingBeheer.VerplaatsResultaat>>();
        for (var i = 0; i < 20; i++) {
            var id = ((Geboekt) boekingen.boek(voor(van).verzoek())).id();
            werk.add(() -> beheer.verplaats(id, naar.id(), WIE));
        }

        var uitkomsten = tegelijk(werk);

        assertThat(uitkomsten).filteredOn(Verplaatst.class::isInstance).hasSize(1);
        assertThat(uitkomsten).filteredOn(Vol.class::isInstance).hasSize(19);
    }

    @Test
    void many_who_book_move_and_cancel_at_once_leave_every_count_right() throws Exception {
        var eerste = Proefmoment.in(dienst).met(3).publiceer();
        var plekken = new ArrayList<>(List.of(eerste));
        for (var dag = 1; dag < 5; dag++) {
            plekken.add(Proefmoment.in(dienst)
                    .met(3)
                    .op(eerste.datum().plusDays(dag))
                    .publiceer());
        }
        var werk = new ArrayList<Callable<Integer>>();
        for (var zaad = 0; zaad < 12; zaad++) {
            var toeval = new Random(zaad);
            werk.add(() -> eenDrukkeDag(plekken, toeval));
        }

        assertThat(tegelijk(werk)).hasSize(12).anyMatch(gelukt -> gelukt > 0);
    }

    /** Twenty-five times something of one person; answers how often they got a place. */
    private int eenDrukkeDag(List<Moment> plekken, Random toeval) {
        var adres = nieuwAdres();
        var eigen = new ArrayList<BoekingId>();
        var gelukt = 0;
        for (var stap = 0; stap < 25; stap++) {
            var moment = plekken.get(toeval.nextInt(plekken.size()));
            switch (eigen.isEmpty() ? 0 : toeval.nextInt(3)) {
                case 0 -> {
                    var wens = voor(moment).email(adres).personen(1 + toeval.nextInt(2));
                    if (boekingen.boek(wens.verzoek()) instanceof Geboekt(var id, var _)) {
                        eigen.add(id);
                        gelukt++;
                    }
                }
                case 1 -> beheer.verplaats(eigen.get(toeval.nextInt(eigen.size())), moment.id(), WIE);
                default -> beheer.annuleer(eigen.remove(toeval.nextInt(eigen.size())), WIE);
            }
        }
        return gelukt;
    }

    private static <T> List<T> tegelijk(List<Callable<T>> werk) throws Exception {
        var start = new CyclicBarrier(werk.size());
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            var uitkomsten = new ArrayList<T>();
            for (Future<T> uitkomst : draden.invokeAll(werk.stream()
                    .<Callable<T>>map(taak -> () -> {
                        start.await();
                        return taak.call();
                    })
                    .toList())) {
                uitkomsten.add(uitkomst.get());
            }
            return uitkomsten;
        }
    }
}
