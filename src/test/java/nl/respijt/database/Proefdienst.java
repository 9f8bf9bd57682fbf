package nl.respijt.database;

import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import nl.respijt.Respijt;
import nl.respijt.instellingen.Instellingen;

/**
 * The whole service in the JVM of the tests, over HTTP and on a real PostgreSQL. Most tests share one:
 *
 * <pre>{@code
 * private final Proefdienst dienst = Proefdienst.gedeeld();
 * private final BoekingService boekingen = dienst.bean(BoekingService.class);
 * }</pre>
 *
 * <p>It is never wiped: each test makes its own huis and people. A test that needs other settings or an empty world starts
 * its own and closes it:
 *
 * <pre>{@code
 * try (var dienst = Proefdienst.start(Map.of("RESPIJT_TELEFOON", "030 123 45 67"), Map.of("datasources.default.maximum-pool-size", 2))) { … }
 * }</pre>
 */
public final class Proefdienst implements AutoCloseable {
    private final TestDatabase database;
    private final ApplicationContext context;
    private final URI adres;

    private Proefdienst(TestDatabase database, ApplicationContext context, URI adres) {
        this.database = database;
        this.context = context;
        this.adres = adres;
    }

    /** The one of this JVM, started when first asked for and stopped with the JVM. */
    public static Proefdienst gedeeld() {
        return Gedeeld.DIENST;
    }

    /** One of your own, in demo mode. */
    public static Proefdienst start() {
        return start(TestDatabase.kopie(Gevuld.WERELD), List.of(), Map.of(), Map.of());
    }

    /**
     * One of your own.
     *
     * @param omgeving the operator's settings, as in the environment
     * @param eigenschappen Micronaut's properties, over those of application.yml
     */
    public static Proefdienst start(Map<String, String> omgeving, Map<String, Object> eigenschappen) {
        return start(List.of(), omgeving, eigenschappen);
    }

    /** One of your own, with program arguments such as {@code --productie}; the port is chosen here. */
    public static Proefdienst start(
            List<String> argumenten, Map<String, String> omgeving, Map<String, Object> eigenschappen) {
        return start(TestDatabase.vers(), argumenten, omgeving, eigenschappen);
    }

    private static Proefdienst start(
            TestDatabase database,
            List<String> argumenten,
            Map<String, String> omgeving,
            Map<String, Object> eigenschappen) {
        var poort = vrijePoort();
        var alles = new ArrayList<>(List.of("--port", String.valueOf(poort), "--data", "target/proefdienst"));
        alles.addAll(argumenten);
        var instellingen = Instellingen.lees(alles, omgeving);
        try {
            var context = Respijt.bouwer(instellingen, database.database())
                    .environments("test")
                    .environmentPropertySource(false)
                    .properties(eigenschappen)
                    .start();
            context.getBean(EmbeddedServer.class).start();
            return new Proefdienst(database, context, URI.create("http://localhost:" + poort));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Another instance on the same database; close it first. */
    public Proefdienst ernaast() {
        var poort = vrijePoort();
        var instellingen =
                Instellingen.lees(List.of("--port", String.valueOf(poort), "--data", "target/proefdienst"), Map.of());
        var ander = Respijt.bouwer(instellingen, database.database())
                .environments("test")
                .environmentPropertySource(false)
                .start();
        ander.getBean(EmbeddedServer.class).start();
        return new Proefdienst(database, ander, URI.create("http://localhost:" + poort));
    }

    public URI adres() {
        return adres;
    }

    /** The address of a path, such as {@code /health}. */
    public URI adres(String pad) {
        return adres.resolve(pad);
    }

    public <T> T bean(Class<T> soort) {
        return context.getBean(soort);
    }

    /** Of several of one kind, the one with that name. */
    public <T> T bean(Class<T> soort, String naam) {
        return context.getBean(soort, Qualifiers.byName(naam));
    }

    /** For a look at the rows, beside the service. */
    public Connection verbinding() {
        return database.verbinding();
    }

    @Override
    public void close() {
        try (database) {
            context.close();
        }
    }

    /** Below those that the system hands out by itself: one of these could be taken again before we have it. */
    private static int vrijePoort() {
        for (var poging = 0; poging < 100; poging++) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 32_000))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken; another one
            }
        }
        throw new IllegalStateException("no free port");
    }

    /** As the first start leaves it, made once: filling it with the gemeente's file takes four times as long as a start. */
    private static final class Gevuld {
        private static final TestDatabase WERELD = vul();

        private static TestDatabase vul() {
            var database = TestDatabase.vers();
            start(database, List.of(), Map.of(), Map.of()).context.close();
            return database;
        }
    }

    /** Started when first asked for. */
    private static final class Gedeeld {
        private static final Proefdienst DIENST = start();
    }
}
