package nl.respijt.agenda;

import static nl.respijt.agenda.AgendaVoorbeeld.SCHRIJVER;
import static nl.respijt.agenda.AgendaVoorbeeld.agenda;
import static nl.respijt.agenda.AgendaVoorbeeld.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AgendaFeedsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may wrap round
    private final AgendaStand stand = new AgendaStand();
    private final ProefAgenda bron = new ProefAgenda("sleutel", agenda(item().maak()));
    private final Wachtrij wachtrij = new Wachtrij();
    private final AgendaFeeds feeds = new AgendaFeeds(List.of(bron), SCHRIJVER, stand, wachtrij, nanos::get);

    @Test
    void a_fresh_feed_needs_no_thread_and_no_database() {
        haal("sleutel");
        var standen = bron.standen.get();
        wacht(Duration.ofMillis(1_999));

        assertThat(feeds.haal("sleutel")).isCompleted();
        assertThat(bron.standen).hasValue(standen);
        assertThat(wachtrij.werk).isEmpty();
    }

    @Test
    void after_two_seconds_the_stand_is_asked_but_the_calendar_is_not_read() {
        var eerste = haal("sleutel");
        wacht(Duration.ofSeconds(2));

        assertThat(feeds.haal("sleutel")).isNotCompleted();
        assertThat(haal("sleutel").orElseThrow()).isSameAs(eerste.orElseThrow());
        assertThat(bron.lezingen).hasValue(1);
        assertThat(feeds.haal("sleutel")).isCompleted();
    }

    @Test
    void a_change_on_this_instance_shows_at_once() {
        var eerste = haal("sleutel").orElseThrow();
        bron.agenda = Optional.of(agenda(item().titel("Anders").maak()));
        stand.gewijzigd();

        assertThat(etag(haal("sleutel").orElseThrow())).isNotEqualTo(etag(eerste));
    }

    @Test
    void a_change_elsewhere_shows_after_two_seconds() {
        var eerste = haal("sleutel").orElseThrow();
        bron.agenda = Optional.of(agenda(item().titel("Anders").maak()));

        assertThat(haal("sleutel").orElseThrow()).isSameAs(eerste);
        wacht(Duration.ofSeconds(2));
        assertThat(etag(haal("sleutel").orElseThrow())).isNotEqualTo(etag(eerste));
    }

    @Test
    void a_key_that_stops_to_open_is_gone_at_once_and_leaves_nothing() {
        haal("sleutel");
        bron.agenda = Optional.empty();
        stand.gewijzigd();

        assertThat(haal("sleutel")).isEmpty();
        assertThat(feeds.aantal()).isZero();
    }

    @Test
    void unknown_keys_take_no_memory() {
        for (var i = 0; i < 100; i++) {
            assertThat(haal("onbekend" + i)).isEmpty();
        }

        assertThat(feeds.aantal()).isZero();
    }

    @Test
    void requests_at_the_same_moment_share_one_look() {
        var eerste = feeds.haal("sleutel");
        var tweede = feeds.haal("sleutel");
        wachtrij.voerUit();

        assertThat(tweede).isSameAs(eerste).isCompleted();
        assertThat(bron.lezingen).hasValue(1);
    }

    @Test
    void a_request_after_a_change_does_not_share_a_look_from_before_it() {
        var eerste = feeds.haal("sleutel");
        stand.gewijzigd();

        assertThat(feeds.haal("sleutel")).isNotSameAs(eerste);
    }

    @Test
    void a_change_while_the_calendar_is_read_is_seen_by_the_next_look() {
        var later = agenda(item().titel("Anders").maak());
        bron.tijdensLezen = () -> bron.agenda = Optional.of(later);
        var eerste = haal("sleutel").orElseThrow();
        bron.tijdensLezen = () -> {};
        wacht(Duration.ofSeconds(2));

        assertThat(etag(haal("sleutel").orElseThrow())).isNotEqualTo(etag(eerste));
    }

    @Test
    void a_reader_is_noted_once_an_hour() {
        for (var minuut = 0; minuut < 119; minuut++) {
            haal("sleutel");
            wacht(Duration.ofMinutes(1));
        }

        assertThat(bron.meldingen).hasValue(2);
    }

    @Test
    void a_fault_reaches_who_asked_and_the_next_one_tries_again() {
        bron.tijdensLezen = () -> {
            throw new IllegalStateException("no database");
        };
        var eerste = feeds.haal("sleutel");
        wachtrij.voerUit();
        bron.tijdensLezen = () -> {};

        assertThat(eerste).isCompletedExceptionally();
        assertThat(haal("sleutel")).isPresent();
    }

    @Test
    void no_more_feeds_are_kept_than_fit() {
        AgendaBron alle = sleutel -> Optional.of(new ProefAgenda(sleutel, agenda(item().maak())));
        var veel = new AgendaFeeds(List.of(alle), SCHRIJVER, stand, wachtrij, nanos::get);
        for (var i = 0; i < 2_100; i++) {
            var antwoord = veel.haal("s" + i);
            wachtrij.voerUit();
            wacht(Duration.ofNanos(1));
            assertThat(antwoord).isCompleted();
        }

        assertThat(veel.aantal()).isEqualTo(2_000);
        assertThat(veel.haal("s2099")).isCompleted();
        assertThat(veel.haal("s0")).isNotCompleted();
    }

    private Optional<Feed> haal(String sleutel) {
        var antwoord = feeds.haal(sleutel);
        wachtrij.voerUit();
        return antwoord.join();
    }

    private void wacht(Duration duur) {
        nanos.addAndGet(duur.toNanos());
    }

    private static String etag(Feed feed) {
        return feed.vorm(Codering.GEWOON).etag();
    }

    /** Does its work when told, so that a test sees what waits. */
    private static final class Wachtrij extends AbstractExecutorService {
        private final ArrayDeque<Runnable> werk = new ArrayDeque<>();

        void voerUit() {
            while (!werk.isEmpty()) {
                werk.remove().run();
            }
        }

        @Override
        public void execute(Runnable taak) {
            werk.add(taak);
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long tijd, TimeUnit eenheid) {
            return true;
        }
    }
}
