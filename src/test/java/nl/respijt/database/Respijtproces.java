package nl.respijt.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, as an operator runs it. */
public final class Respijtproces implements AutoCloseable {
    private static final Duration GEDULD = Duration.ofSeconds(60);

    private final Process proces;
    private final Path uitvoer;
    private final Path data;

    private Respijtproces(Process proces, Path uitvoer, Path data) {
        this.proces = proces;
        this.uitvoer = uitvoer;
        this.data = data;
    }

    public static Respijtproces start(Path data, int poort, Map<String, String> omgeving, String... extra)
            throws IOException {
        var opdracht = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow", // as infra/start
                "-jar",
                Path.of("target", "respijt.jar").toAbsolutePath().toString(),
                "--port",
                String.valueOf(poort),
                "--data",
                data.toString()));
        opdracht.addAll(List.of(extra));
        var uitvoer = Files.createTempFile(Path.of("target"), "respijtproces", ".txt");
        var bouwer = new ProcessBuilder(opdracht).redirectErrorStream(true).redirectOutput(uitvoer.toFile());
        bouwer.environment().keySet().removeIf(naam -> naam.startsWith("RESPIJT_"));
        bouwer.environment().putAll(omgeving);
        return new Respijtproces(bouwer.start(), uitvoer, data);
    }

    public static Respijtproces start(Path data, int poort) throws IOException {
        return start(data, poort, Map.of());
    }

    public Respijtproces wachtTotHetDraait() throws IOException, InterruptedException {
        var einde = System.nanoTime() + GEDULD.toNanos();
        while (!uitvoer().contains("Respijt draait")) {
            if (!proces.isAlive() || System.nanoTime() > einde) {
                throw new AssertionError("does not run: " + uitvoer());
            }
            Thread.sleep(50);
        }
        return this;
    }

    /** The exit code, once it has ended. */
    int einde() throws InterruptedException {
        if (!proces.waitFor(GEDULD.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still runs");
        }
        return proces.exitValue();
    }

    /** As an operator or systemd does. */
    public int stop() throws InterruptedException {
        proces.destroy();
        return einde();
    }

    /** As the kernel does when memory runs out. */
    public void dood() throws InterruptedException {
        proces.destroyForcibly();
        einde();
    }

    public String uitvoer() throws IOException {
        return Files.readString(uitvoer);
    }

    /** Into its embedded database, with what is in pgpass. */
    public Connection verbinding() throws IOException, SQLException {
        var pgpass = Files.readString(data.resolve("pgpass")).strip().split(":");
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%s/respijt".formatted(pgpass[0], pgpass[1]), pgpass[3], pgpass[4]);
    }

    @Override
    public void close() throws InterruptedException, IOException {
        stop();
        Files.delete(uitvoer);
    }
}
