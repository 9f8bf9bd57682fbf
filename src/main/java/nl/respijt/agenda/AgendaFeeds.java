package nl.respijt.agenda;

import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds that were rendered, kept as bytes. One is fresh while nothing was committed here and for two seconds at most,
 * which is how long another instance may lag behind. A stale one asks its {@link AgendaVoor} for the stand and is
 * rendered again only when that moved. Keys that open nothing are not kept, so strangers cannot fill the memory.
 */
@Singleton
final class AgendaFeeds {
    private static final Logger LOG = LoggerFactory.getLogger(AgendaFeeds.class);

    static final long VERS_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long MELD_NANOS = Duration.ofHours(1).toNanos();
    private static final int MEESTE_FEEDS = 2_000;
    private static final long MEESTE_BYTES = 48L << 20;

    private final List<AgendaBron> bronnen;
    private final ICalSchrijver schrijver;
    private final AgendaStand stand;
    private final ExecutorService blokkerend;
    private final LongSupplier nanoTijd;
    private final Map<Vingerafdruk, Bewaard> bewaard = new ConcurrentHashMap<>();
    private final Map<Vraag, CompletableFuture<Optional<Feed>>> onderweg = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /** Requests for one key at one count share one look: nothing was committed here in between. */
    private record Vraag(Vingerafdruk sleutel, long teller) {}

    @Inject
    AgendaFeeds(
            List<AgendaBron> bronnen,
            ICalSchrijver schrijver,
            AgendaStand stand,
            @Named(TaskExecutors.BLOCKING) ExecutorService blokkerend) {
        this(bronnen, schrijver, stand, blokkerend, System::nanoTime);
    }

    AgendaFeeds(
            List<AgendaBron> bronnen,
            ICalSchrijver schrijver,
            AgendaStand stand,
            ExecutorService blokkerend,
            LongSupplier nanoTijd) {
        this.bronnen = List.copyOf(bronnen);
        this.schrijver = schrijver;
        this.stand = stand;
        this.blokkerend = blokkerend;
        this.nanoTijd = nanoTijd;
    }

    /** The feed behind a key; already complete, without blocking, when it is fresh. */
    CompletableFuture<Optional<Feed>> haal(String sleutel) {
        var vingerafdruk = Vingerafdruk.van(sleutel);
        var teller = stand.teller();
        var nu = nanoTijd.getAsLong();
        var oud = bewaard.get(vingerafdruk);
        if (oud != null && oud.isVers(teller, nu)) {
            meld(oud, nu);
            return oud.antwoord;
        }
        return zoek(new Vraag(vingerafdruk, teller), sleutel);
    }

    private CompletableFuture<Optional<Feed>> zoek(Vraag vraag, String sleutel) {
        var eigen = new CompletableFuture<Optional<Feed>>();
        var eerder = onderweg.putIfAbsent(vraag, eigen);
        if (eerder != null) {
            return eerder;
        }
        blokkerend.execute(() -> {
            try {
                var gevonden = kijk(vraag, sleutel);
                onderweg.remove(vraag);
                eigen.complete(gevonden);
            } catch (Throwable fout) {
                onderweg.remove(vraag);
                eigen.completeExceptionally(fout);
            }
        });
        return eigen;
    }

    private Optional<Feed> kijk(Vraag vraag, String sleutel) {
        var nu = nanoTijd.getAsLong(); // before the look, so that it counts as old as what it saw
        var oud = bewaard.get(vraag.sleutel);
        var voor = oud == null ? herken(sleutel) : Optional.of(oud.voor);
        var nieuw = voor.flatMap(v -> kijk(v, Optional.ofNullable(oud), vraag.teller, nu));
        if (nieuw.isEmpty()) {
            vergeet(vraag.sleutel);
            return Optional.empty();
        }
        bewaar(vraag.sleutel, nieuw.get());
        meld(nieuw.get(), nu);
        return Optional.of(nieuw.get().feed);
    }

    private Optional<Bewaard> kijk(AgendaVoor voor, Optional<Bewaard> oud, long teller, long nu) {
        var stand = voor.stand();
        if (stand.isEmpty()) {
            return Optional.empty();
        }
        var zelfde = oud.filter(o -> o.stand.equals(stand));
        if (zelfde.isPresent()) {
            return Optional.of(new Bewaard(voor, stand, zelfde.get().feed, teller, nu, zelfde));
        }
        // A stand that moved while we read says nothing about what we read: the next look reads again.
        return render(voor)
                .map(feed -> new Bewaard(voor, voor.stand().filter(stand.get()::equals), feed, teller, nu, oud));
    }

    private Optional<Feed> render(AgendaVoor voor) {
        return voor.agenda()
                .map(agenda ->
                        Feed.van(agenda, voor.bereik(), schrijver.schrijf(agenda, voor.bereik(), voor.vervallen())));
    }

    private Optional<AgendaVoor> herken(String sleutel) {
        return bronnen.stream().flatMap(bron -> bron.herken(sleutel).stream()).findFirst();
    }

    private void bewaar(Vingerafdruk sleutel, Bewaard nieuw) {
        var oud = bewaard.put(sleutel, nieuw);
        var som = bytes.addAndGet(nieuw.feed.gewicht() - (oud == null ? 0 : oud.feed.gewicht()));
        if (bewaard.size() > MEESTE_FEEDS || som > MEESTE_BYTES) {
            maakRuimte(nieuw);
        }
    }

    /** What was not asked for the longest goes first. */
    private synchronized void maakRuimte(Bewaard behalve) {
        var nu = nanoTijd.getAsLong();
        var oudsteEerst = bewaard.entrySet().stream()
                .filter(feed -> feed.getValue() != behalve)
                .sorted(Comparator.comparingLong(feed -> feed.getValue().gebruikt - nu))
                .map(Map.Entry::getKey)
                .toList();
        for (var sleutel : oudsteEerst) {
            if (bewaard.size() <= MEESTE_FEEDS && bytes.get() <= MEESTE_BYTES) {
                return;
            }
            vergeet(sleutel);
        }
    }

    private void vergeet(Vingerafdruk sleutel) {
        var weg = bewaard.remove(sleutel);
        if (weg != null) {
            bytes.addAndGet(-weg.feed.gewicht());
        }
    }

    /** Tells who keeps the key that it is in use, at most hourly and never on the path of a request. */
    private void meld(Bewaard feed, long nu) {
        if (feed.magMelden(nu)) {
            blokkerend.execute(() -> {
                try {
                    feed.voor.opgehaald();
                } catch (RuntimeException fout) {
                    LOG.warn("could not note that a calendar was read", fout);
                }
            });
        }
    }

    int aantal() {
        return bewaard.size();
    }

    private static final class Bewaard {
        private final AgendaVoor voor;
        private final Optional<String> stand;
        private final Feed feed;
        private final long teller;
        private final long gezien;
        private final AtomicLong volgendeMelding;
        private final CompletableFuture<Optional<Feed>> antwoord;
        private volatile long gebruikt;

        private Bewaard(
                AgendaVoor voor, Optional<String> stand, Feed feed, long teller, long gezien, Optional<Bewaard> oud) {
            this.voor = voor;
            this.stand = stand;
            this.feed = feed;
            this.teller = teller;
            this.gezien = gezien;
            this.volgendeMelding = oud.map(o -> o.volgendeMelding).orElseGet(() -> new AtomicLong(gezien));
            this.antwoord = CompletableFuture.completedFuture(Optional.of(feed));
            this.gebruikt = gezien;
        }

        private boolean isVers(long nuTeller, long nu) {
            return teller == nuTeller && nu - gezien < VERS_NANOS;
        }

        private boolean magMelden(long nu) {
            gebruikt = nu;
            var moment = volgendeMelding.get();
            return nu - moment >= 0 && volgendeMelding.compareAndSet(moment, nu + MELD_NANOS);
        }
    }
}
