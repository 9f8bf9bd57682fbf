package nl.respijt.agenda;

import static nl.respijt.agenda.AgendaSoort.GASTHEER;
import static nl.respijt.agenda.AgendaSoort.MAKELAAR;
import static nl.respijt.agenda.AgendaVoorbeeld.agenda;
import static nl.respijt.agenda.AgendaVoorbeeld.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import io.micronaut.transaction.TransactionOperations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import nl.respijt.agenda.IntrekResultaat.AlIngetrokken;
import nl.respijt.agenda.IntrekResultaat.Ingetrokken;
import nl.respijt.agenda.IntrekResultaat.Onbekend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AgendaSleutelsTest {
    private static final List<AutoCloseable> OPEN = new ArrayList<>();
    private static Optional<ApplicationContext> context = Optional.empty();

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

    @BeforeAll
    static void start() throws Exception {
        var postgres = EmbeddedPostgres.builder().start();
        OPEN.add(postgres);
        var begonnen = ApplicationContext.builder(Map.of(
                        "datasources.default.url", postgres.getJdbcUrl("postgres", "postgres"),
                        "datasources.default.username", "postgres",
                        "datasources.default.password", "",
                        "datasources.default.dialect", "POSTGRES",
                        "datasources.default.driver-class-name", "org.postgresql.Driver",
                        "flyway.datasources.default.enabled", true))
                .singletons(new ProefRooster())
                .start();
        OPEN.add(0, begonnen);
        context = Optional.of(begonnen);
    }

    @AfterAll
    static void stop() throws Exception {
        for (var open : OPEN) {
            open.close();
        }
    }

    @Test
    void a_secret_has_256_bits_and_is_kept_as_a_hash_only() throws Exception {
        var nieuw = sleutels().maak(GASTHEER, Optional.of(UUID.randomUUID()));

        assertThat(nieuw.sleutel()).matches("[A-Za-z0-9_-]{43}");
        assertThat(nieuw.url()).hasToString("http://localhost:8080/agenda/" + nieuw.sleutel() + ".ics");
        assertThat(nieuw.toString()).doesNotContain(nieuw.sleutel());
        assertThat(rij(nieuw.id())).doesNotContain(nieuw.sleutel());
    }

    @Test
    void a_new_secret_opens_its_calendar() {
        var nieuw = sleutels().maak(GASTHEER, Optional.of(UUID.randomUUID()));

        assertThat(haal(nieuw.sleutel())).isPresent();
        assertThat(haal(nieuw.sleutel().substring(1) + "A")).isEmpty();
    }

    @Test
    void a_secret_without_a_calendar_behind_it_opens_nothing() {
        assertThat(haal(sleutels().maak(MAKELAAR, Optional.empty()).sleutel())).isEmpty();
    }

    @Test
    void a_revoked_secret_is_dead_at_once() {
        var nieuw = sleutels().maak(GASTHEER, Optional.of(UUID.randomUUID()));
        assertThat(haal(nieuw.sleutel())).isPresent();

        assertThat(sleutels().trekIn(nieuw.id())).isInstanceOf(Ingetrokken.class);
        assertThat(haal(nieuw.sleutel())).isEmpty();
        assertThat(sleutels().trekIn(nieuw.id())).isInstanceOf(AlIngetrokken.class);
        assertThat(sleutels().trekIn(UUID.randomUUID())).isInstanceOf(Onbekend.class);
    }

    @Test
    void a_revocation_elsewhere_kills_it_within_two_seconds() throws Exception {
        var nieuw = sleutels().maak(GASTHEER, Optional.of(UUID.randomUUID()));
        assertThat(haal(nieuw.sleutel())).isPresent();

        voerUit("update agendasleutel set ingetrokken_op = now() where id = '%s'".formatted(nieuw.id()));
        Thread.sleep(2_000);

        assertThat(haal(nieuw.sleutel())).isEmpty();
    }

    @Test
    void exchanging_leaves_one_secret_however_many_do_it_at_once() throws Exception {
        var wie = Optional.of(UUID.randomUUID());
        sleutels().maak(GASTHEER, wie);
        sleutels().maak(GASTHEER, wie);

        var nieuwe = tegelijk(8, () -> sleutels().vervang(GASTHEER, wie));

        assertThat(sleutels().lijst(GASTHEER, wie)).hasSize(1);
        assertThat(nieuwe)
                .filteredOn(nieuw -> haal(nieuw.sleutel()).isPresent())
                .hasSize(1);
    }

    @Test
    void exchanging_leaves_the_secrets_of_others() {
        var ander = sleutels().maak(GASTHEER, Optional.of(UUID.randomUUID()));
        var makelaar = sleutels().maak(MAKELAAR, Optional.empty());

        sleutels().vervang(GASTHEER, Optional.of(UUID.randomUUID()));

        assertThat(haal(ander.sleutel())).isPresent();
        assertThat(sleutels().lijst(MAKELAAR, Optional.empty()))
                .extracting(AgendaSleutel::id)
                .contains(makelaar.id());
    }

    @Test
    void the_owner_sees_that_it_is_read() throws Exception {
        var wie = Optional.of(UUID.randomUUID());
        var nieuw = sleutels().maak(GASTHEER, wie);
        assertThat(sleutels().lijst(GASTHEER, wie).getFirst().laatstOpgehaald()).isEmpty();

        haal(nieuw.sleutel());

        var gelezen = Optional.<Instant>empty();
        for (var keer = 0; keer < 100 && gelezen.isEmpty(); keer++) {
            Thread.sleep(20);
            gelezen = sleutels().lijst(GASTHEER, wie).getFirst().laatstOpgehaald();
        }
        assertThat(gelezen).isPresent();
    }

    @Test
    void a_change_counts_when_it_is_committed_and_not_before() {
        var stand = bean(AgendaStand.class);
        var transacties = transacties();
        var eerst = stand.teller();

        transacties.executeWrite(status -> {
            stand.gewijzigd();
            assertThat(stand.teller()).isEqualTo(eerst);
            return true;
        });
        assertThat(stand.teller()).isEqualTo(eerst + 1);

        assertThatThrownBy(() -> transacties.executeWrite(status -> {
                    stand.gewijzigd();
                    throw new IllegalStateException("undone");
                }))
                .hasMessageContaining("undone");
        assertThat(stand.teller()).isEqualTo(eerst + 1);
    }

    private static Optional<Feed> haal(String sleutel) {
        return bean(AgendaFeeds.class).haal(sleutel).join();
    }

    private static AgendaSleutels sleutels() {
        return bean(AgendaSleutels.class);
    }

    private static <T> T bean(Class<T> soort) {
        return context.orElseThrow().getBean(soort);
    }

    @SuppressWarnings("unchecked")
    private static TransactionOperations<Connection> transacties() {
        return bean(TransactionOperations.class);
    }

    private static String rij(UUID id) throws Exception {
        try (var verbinding = verbinding();
                var gevonden = verbinding
                        .createStatement()
                        .executeQuery("select a::text || encode(hash, 'escape') from agendasleutel a where id = '%s'"
                                .formatted(id))) {
            assertThat(gevonden.next()).isTrue();
            return gevonden.getString(1);
        }
    }

    private static void voerUit(String sql) throws Exception {
        try (var verbinding = verbinding();
                var opdracht = verbinding.createStatement()) {
            assertThat(opdracht.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static Connection verbinding() throws Exception {
        return DelegatingDataSource.unwrapDataSource(bean(DataSource.class)).getConnection();
    }

    private static <T> List<T> tegelijk(int aantal, Callable<T> werk) throws Exception {
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            var uitkomsten = new ArrayList<T>();
            for (Future<T> uitkomst : draden.invokeAll(Collections.nCopies(aantal, werk))) {
                uitkomsten.add(uitkomst.get());
            }
            return uitkomsten;
        }
    }
}
