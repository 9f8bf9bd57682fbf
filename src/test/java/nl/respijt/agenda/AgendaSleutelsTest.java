package nl.respijt.agenda;

import static nl.respijt.agenda.AgendaSoort.GASTHEER;
import static nl.respijt.agenda.AgendaSoort.MAKELAAR;
import static nl.respijt.agenda.AgendaVoorbeeld.INSTELLING;
import static nl.respijt.agenda.AgendaVoorbeeld.SCHRIJVER;
import static nl.respijt.agenda.AgendaVoorbeeld.agenda;
import static nl.respijt.agenda.AgendaVoorbeeld.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import nl.respijt.agenda.IntrekResultaat.AlIngetrokken;
import nl.respijt.agenda.IntrekResultaat.Ingetrokken;
import nl.respijt.agenda.IntrekResultaat.Onbekend;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgendaSleutelsTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Transacties transacties = dienst.bean(Transacties.class);
    private final Klok klok = dienst.bean(Klok.class);
    private final AgendaSleutelRepository rijen = new AgendaSleutelRepository();
    private final AgendaStand stand = new AgendaStand();
    private final AgendaSleutels sleutels = new AgendaSleutels(transacties, rijen, stand, INSTELLING, klok);
    private final AtomicLong nanos = new AtomicLong();
    private final ExecutorService draden = Executors.newVirtualThreadPerTaskExecutor();
    private final AgendaFeeds feeds = new AgendaFeeds(
            List.of(new AgendaSleutelBron(transacties, rijen, List.of(new ProefRooster()), klok)),
            SCHRIJVER,
            stand,
            draden,
            nanos::get);

    /** Every host has the same calendar here; the makelaar has none. */
    private static final class ProefRooster implements AgendaInhoud {
        private final ProefAgenda rooster = new ProefAgenda("rooster", agenda(item().maak()));

        @Override
        public AgendaSoort soort() {
            return GASTHEER;
        }

        @Override
        public Optional<AgendaVoor> voor(Optional<UUID> wie) {
            return wie.map(iemand -> rooster);
        }
    }

    @AfterEach
    void stop() {
        draden.close();
    }

    @Test
    void a_secret_has_256_bits_and_is_kept_as_a_hash_only() throws Exception {
        var nieuw = sleutels.maak(GASTHEER, Optional.of(UUID.randomUUID()));

        assertThat(nieuw.sleutel()).matches("[A-Za-z0-9_-]{43}");
        assertThat(nieuw.url()).hasToString("https://respijt.example/agenda/" + nieuw.sleutel() + ".ics");
        assertThat(nieuw.toString()).doesNotContain(nieuw.sleutel());
        assertThat(rij(nieuw.id())).doesNotContain(nieuw.sleutel());
    }

    @Test
    void a_new_secret_opens_its_calendar() {
        var nieuw = sleutels.maak(GASTHEER, Optional.of(UUID.randomUUID()));

        assertThat(haal(nieuw.sleutel())).isPresent();
        assertThat(haal(nieuw.sleutel().substring(1) + "A")).isEmpty();
    }

    @Test
    void a_secret_without_a_calendar_behind_it_opens_nothing() {
        assertThat(haal(sleutels.maak(MAKELAAR, Optional.empty()).sleutel())).isEmpty();
    }

    @Test
    void a_revoked_secret_is_dead_at_once() {
        var nieuw = sleutels.maak(GASTHEER, Optional.of(UUID.randomUUID()));
        assertThat(haal(nieuw.sleutel())).isPresent();

        assertThat(sleutels.trekIn(nieuw.id())).isInstanceOf(Ingetrokken.class);
        assertThat(haal(nieuw.sleutel())).isEmpty();
        assertThat(sleutels.trekIn(nieuw.id())).isInstanceOf(AlIngetrokken.class);
        assertThat(sleutels.trekIn(UUID.randomUUID())).isInstanceOf(Onbekend.class);
    }

    @Test
    void a_revocation_elsewhere_kills_it_within_two_seconds() throws Exception {
        var nieuw = sleutels.maak(GASTHEER, Optional.of(UUID.randomUUID()));
        assertThat(haal(nieuw.sleutel())).isPresent();

        voerUit("update agendasleutel set ingetrokken_op = now() where id = '%s'".formatted(nieuw.id()));
        nanos.addAndGet(AgendaFeeds.VERS_NANOS);

        assertThat(haal(nieuw.sleutel())).isEmpty();
    }

    @Test
    void exchanging_leaves_one_secret_however_many_do_it_at_once() throws Exception {
        var wie = Optional.of(UUID.randomUUID());
        sleutels.maak(GASTHEER, wie);
        sleutels.maak(GASTHEER, wie);

        var nieuwe = tegelijk(8, () -> sleutels.vervang(GASTHEER, wie));

        assertThat(sleutels.lijst(GASTHEER, wie)).hasSize(1);
        assertThat(nieuwe)
                .filteredOn(nieuw -> haal(nieuw.sleutel()).isPresent())
                .hasSize(1);
    }

    @Test
    void exchanging_leaves_the_secrets_of_others() {
        var ander = sleutels.maak(GASTHEER, Optional.of(UUID.randomUUID()));
        var makelaar = sleutels.maak(MAKELAAR, Optional.empty());

        sleutels.vervang(GASTHEER, Optional.of(UUID.randomUUID()));

        assertThat(haal(ander.sleutel())).isPresent();
        assertThat(sleutels.lijst(MAKELAAR, Optional.empty()))
                .extracting(AgendaSleutel::id)
                .contains(makelaar.id());
    }

    @Test
    void the_owner_sees_that_it_is_read() throws Exception {
        var wie = Optional.of(UUID.randomUUID());
        var nieuw = sleutels.maak(GASTHEER, wie);
        assertThat(sleutels.lijst(GASTHEER, wie).getFirst().laatstOpgehaald()).isEmpty();

        haal(nieuw.sleutel());

        var gelezen = Optional.<Instant>empty();
        for (var keer = 0; keer < 100 && gelezen.isEmpty(); keer++) {
            Thread.sleep(20);
            gelezen = sleutels.lijst(GASTHEER, wie).getFirst().laatstOpgehaald();
        }
        assertThat(gelezen).isPresent();
    }

    private Optional<Feed> haal(String sleutel) {
        return feeds.haal(sleutel).join();
    }

    private String rij(UUID id) throws Exception {
        try (var verbinding = dienst.verbinding();
                var gevonden = verbinding
                        .createStatement()
                        .executeQuery("select a::text || encode(hash, 'escape') from agendasleutel a where id = '%s'"
                                .formatted(id))) {
            assertThat(gevonden.next()).isTrue();
            return gevonden.getString(1);
        }
    }

    private void voerUit(String sql) throws Exception {
        try (var verbinding = dienst.verbinding();
                var opdracht = verbinding.createStatement()) {
            assertThat(opdracht.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private <T> List<T> tegelijk(int aantal, Callable<T> werk) throws Exception {
        var uitkomsten = new ArrayList<T>();
        for (Future<T> uitkomst : draden.invokeAll(Collections.nCopies(aantal, werk))) {
            uitkomsten.add(uitkomst.get());
        }
        return uitkomsten;
    }
}
