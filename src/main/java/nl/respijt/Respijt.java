package nl.respijt;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.respijt.database.Database;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.instellingen.StartFout;
import nl.respijt.inzage.Inzagecontrole;

/** Starts the service: the settings first, then the database, then the rest; stops them the other way round. */
public final class Respijt {
    private static final int VERKEERD_INGESTELD = 2;

    /** Instead of starting: follows the chain of who saw what, says in a line what came of it, and ends. */
    private static final String CONTROLEER_INZAGE = "--controleer-inzage";

    private Respijt() {}

    public static void main(String[] args) {
        try {
            var argumenten = new ArrayList<>(List.of(args));
            if (argumenten.remove(CONTROLEER_INZAGE)) {
                System.exit(controleerInzage(Instellingen.lees(argumenten, System.getenv())));
            }
            start(Instellingen.lees(argumenten, System.getenv()));
        } catch (StartFout fout) {
            System.err.println("Respijt start niet: " + fout.getMessage());
            System.exit(VERKEERD_INGESTELD);
        } catch (RuntimeException fout) {
            fout.printStackTrace();
            System.exit(1);
        }
    }

    private static int controleerInzage(Instellingen instellingen) {
        try (var database = Database.ernaast(instellingen);
                var verbinding = database.verbinding()) {
            var uitkomst = Inzagecontrole.controleer(verbinding);
            System.out.println(uitkomst.zin());
            return uitkomst instanceof Inzagecontrole.Uitkomst.Heel ? 0 : 1;
        } catch (SQLException e) {
            throw new StartFout("de inzage is niet te lezen: " + e.getMessage(), e);
        }
    }

    private static void start(Instellingen instellingen) {
        weigerBezettePoort(instellingen.poort());
        var database = Database.open(instellingen);
        var context = bouwer(instellingen, database).build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context, database), "stop"));
        try {
            context.start();
            context.getBean(EmbeddedServer.class).start();
        } catch (RuntimeException e) {
            throw startFout(e).orElseThrow(() -> e);
        }
        System.out.println("Respijt draait: http://localhost:" + instellingen.poort());
        if (instellingen.demo()) {
            System.out.println("Demo: http://localhost:%d/demo".formatted(instellingen.poort()));
        }
    }

    /** What the operator can mend, inside what the container threw around it. */
    private static Optional<StartFout> startFout(Throwable fout) {
        return Stream.iterate(fout, Objects::nonNull, Throwable::getCause)
                .filter(StartFout.class::isInstance)
                .map(StartFout.class::cast)
                .findFirst();
    }

    private static void stop(ApplicationContext context, Database database) {
        try (database) {
            context.close();
        }
    }

    /** The service as a context that is not started yet; tests add to it what they need. */
    public static ApplicationContextBuilder bouwer(Instellingen instellingen, Database database) {
        return ApplicationContext.builder()
                .mainClass(Respijt.class)
                .banner(false)
                .deduceEnvironment(false)
                .singletons(instellingen)
                .properties(database.eigenschappen())
                .properties(Map.of(
                        "micronaut.server.port", instellingen.poort(),
                        "respijt.demo", instellingen.demo(),
                        "respijt.oidc", instellingen.oidc().isPresent(),
                        "respijt.zaken", instellingen.zaken().isPresent()));
    }

    private static void weigerBezettePoort(int poort) {
        try {
            new ServerSocket(poort).close();
        } catch (IOException e) {
            throw new StartFout("poort %d is al in gebruik; kies een andere met --port".formatted(poort), e);
        }
    }
}
