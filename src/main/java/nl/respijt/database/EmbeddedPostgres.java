package nl.respijt.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.instellingen.Geheim;
import nl.respijt.instellingen.Instellingen.Inlog;
import nl.respijt.instellingen.StartFout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, in the data folder. It outlives a JVM that is killed; the next start finds it by its
 * folder, stops it and starts anew. Nothing here ever removes data: a folder that is not right is reported and left.
 *
 * <p>In the folder: {@code postgres} (the data), {@code postgres-programmas}, {@code postgres.log} and {@code pgpass},
 * which holds port and password in libpq's own format, so that {@code PGPASSFILE} opens the database to an operator.
 */
final class EmbeddedPostgres implements AutoCloseable {
    /** Of the role and of the database. */
    static final String NAAM = "respijt";

    /** Of the role the service works as: it owns nothing. */
    static final String DIENST = "respijt_dienst";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String VERSIE = "18";
    static final String HOST = "127.0.0.1";

    /** What is committed stays; whom a constraint refuses stays out of the log. */
    private static final List<String> INSTELLINGEN = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=" + HOST,
            "unix_socket_directories=",
            "max_connections=40",
            "shared_buffers=64MB",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");

    private final Datamap map;
    private final Path gegevens;
    private final Path log;
    private final PostgresProgrammas programmas;
    /** New at each start and kept nowhere: only this process needs it. */
    private final Inlog dienst = new Inlog(DIENST, geheim());

    private Toegang toegang;

    private EmbeddedPostgres(Datamap map) throws IOException {
        this.map = map;
        gegevens = map.pad("postgres");
        log = map.pad("postgres.log");
        programmas = PostgresProgrammas.in(map.pad("postgres-programmas"));
        toegang = new Toegang(0, new Geheim(""));
    }

    /** @throws StartFout when the folder is in use, damaged or out of reach */
    static EmbeddedPostgres start(Path data) {
        return start(data, List.of());
    }

    /** @param extra settings of the server that come after, and so before, the usual ones */
    static EmbeddedPostgres start(Path data, List<String> extra) {
        var map = Datamap.open(data);
        try {
            var postgres = new EmbeddedPostgres(map);
            postgres.start(extra);
            postgres.maakDienstrol();
            return postgres;
        } catch (IOException e) {
            map.close();
            throw new StartFout("de ingebouwde database kan niet starten in %s: %s".formatted(data, e.getMessage()), e);
        } catch (StartFout e) {
            map.close();
            throw e;
        }
    }

    String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(HOST, toegang.poort(), database);
    }

    Geheim wachtwoord() {
        return toegang.wachtwoord();
    }

    Inlog dienst() {
        return dienst;
    }

    private void start(List<String> extra) throws IOException {
        if (isLeeg(gegevens)) {
            maak();
        }
        controleerGegevens();
        stopWeesServer();
        toegang = leesToegang();
        if (!isVrij(toegang.poort())) {
            toegang = new Toegang(vrijePoort(), toegang.wachtwoord());
            schrijf(toegang);
        }
        if (Files.exists(log)) {
            Files.move(log, map.pad("postgres.log.vorige"), StandardCopyOption.REPLACE_EXISTING);
        }
        var opties = Stream.of(INSTELLINGEN, extra, List.of("port=" + toegang.poort()))
                .flatMap(List::stream)
                .map("-c '%s'"::formatted)
                .collect(Collectors.joining(" "));
        var uitkomst = programmas.voerUit(
                log,
                "pg_ctl",
                List.of("start", "-w", "-t", "120", "-D", gegevens.toString(), "-l", log.toString(), "-o", opties));
        if (uitkomst != 0) {
            throw new StartFout(
                    "de ingebouwde database start niet; PostgreSQL zegt: %s (meer in %s). Er is niets gewist: "
                                    .formatted(laatsteFout(), log)
                            + "zet een back-up terug of kies een andere map met --data");
        }
    }

    /** Also where the folder is of before there was one. */
    private void maakDienstrol() {
        try (var verbinding = DriverManager.getConnection(
                url("postgres"), NAAM, toegang.wachtwoord().waarde())) {
            Dienstrechten.maakRol(verbinding, dienst);
        } catch (SQLException e) {
            close();
            throw nietBinnen(e);
        }
    }

    private StartFout nietBinnen(SQLException oorzaak) {
        return new StartFout(
                "de ingebouwde database laat ons niet binnen; horen %s en %s bij elkaar?"
                        .formatted(map.pad("pgpass"), gegevens),
                oorzaak);
    }

    /** @param naam trusted: it becomes part of the statement */
    void maakDatabaseAlsDieOntbreekt(String naam) {
        try (var verbinding = DriverManager.getConnection(
                        url("postgres"), NAAM, toegang.wachtwoord().waarde());
                var vraag = verbinding.prepareStatement("select 1 from pg_database where datname = ?");
                var opdracht = verbinding.createStatement()) {
            vraag.setString(1, naam);
            if (!vraag.executeQuery().next()) {
                opdracht.execute("create database " + naam);
            }
        } catch (SQLException e) {
            throw nietBinnen(e);
        }
    }

    /** Made beside its place and then moved, so that an interrupted first start never looks like data. */
    private void maak() throws IOException {
        var nieuw = map.pad("postgres.nieuw");
        wis(nieuw);
        var eerste = new Toegang(vrijePoort(), geheim());
        schrijf(eerste);
        var wachtwoordbestand = map.pad("postgres.wachtwoord");
        schrijfVertrouwelijk(wachtwoordbestand, eerste.wachtwoord().waarde());
        var uitkomst = programmas.voerUit(
                log,
                "initdb",
                List.of(
                        "--pgdata=" + nieuw,
                        "--username=" + NAAM,
                        "--pwfile=" + wachtwoordbestand,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // Part of PostgreSQL itself: indexes keep their order when the machine's libraries change.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"));
        Files.delete(wachtwoordbestand);
        if (uitkomst != 0) {
            throw new StartFout(
                    "de ingebouwde database kan niet worden gemaakt: %s (meer in %s)".formatted(laatsteFout(), log));
        }
        Files.move(nieuw, gegevens, StandardCopyOption.REPLACE_EXISTING);
    }

    private void controleerGegevens() throws IOException {
        var versiebestand = gegevens.resolve("PG_VERSION");
        var versie = Files.isReadable(versiebestand)
                ? Files.readString(versiebestand).strip()
                : "";
        if (!versie.equals(VERSIE)) {
            var gevonden = versie.isEmpty()
                    ? "PG_VERSION is er niet of niet te lezen"
                    : "PG_VERSION zegt '%s'".formatted(versie);
            throw new StartFout(
                    "in %s staat geen hele database van PostgreSQL %s (%s). Er is niets gewist: zet een back-up terug of kies een andere map met --data"
                            .formatted(gegevens, VERSIE, gevonden));
        }
    }

    /** The server of a JVM that was killed; we hold the lock, so nobody else uses it. */
    private void stopWeesServer() throws IOException {
        var pidbestand = gegevens.resolve("postmaster.pid");
        if (!Files.exists(pidbestand)) {
            return;
        }
        var pid = Files.readAllLines(pidbestand).stream().findFirst().orElse("").strip();
        if (!draaitHier(pid)) {
            // Left by a machine that stopped. PostgreSQL sees that too, unless the number now belongs to another
            // process.
            Files.delete(pidbestand);
            return;
        }
        LOG.info("stopping the database that a killed service left running");
        if (programmas.voerUit(log, "pg_ctl", List.of("stop", "-w", "-m", "fast", "-D", gegevens.toString())) != 0) {
            throw new StartFout(
                    "een eerdere ingebouwde database (proces %s) wil niet stoppen; zie %s".formatted(pid, log));
        }
    }

    private boolean draaitHier(String pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", pid, "cwd")).equals(gegevens);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (map) {
            var uitkomst =
                    programmas.voerUit(log, "pg_ctl", List.of("stop", "-w", "-m", "fast", "-D", gegevens.toString()));
            if (uitkomst != 0) {
                LOG.warn("the database did not stop; see {}", log);
            }
        } catch (IOException e) {
            LOG.warn("the database could not be stopped", e);
        }
    }

    /** How to get in. */
    private record Toegang(int poort, Geheim wachtwoord) {}

    private Toegang leesToegang() {
        try {
            var velden = Files.readString(map.pad("pgpass")).strip().split(":");
            return new Toegang(Integer.parseInt(velden[1]), new Geheim(velden[4]));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
            throw new StartFout(
                    "het bestand %s met poort en wachtwoord van de database is weg of beschadigd; zet het terug uit de back-up"
                            .formatted(map.pad("pgpass")),
                    e);
        }
    }

    private void schrijf(Toegang nieuw) throws IOException {
        schrijfVertrouwelijk(
                map.pad("pgpass"),
                "%s:%d:*:%s:%s%n"
                        .formatted(HOST, nieuw.poort(), NAAM, nieuw.wachtwoord().waarde()));
    }

    private static void schrijfVertrouwelijk(Path bestand, String inhoud) throws IOException {
        var tijdelijk = bestand.resolveSibling(bestand.getFileName() + ".nieuw");
        Files.deleteIfExists(tijdelijk);
        Files.createFile(tijdelijk, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(tijdelijk, inhoud);
        Files.move(tijdelijk, bestand, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Geheim geheim() {
        var geheim = new byte[24];
        new SecureRandom().nextBytes(geheim);
        return new Geheim(HexFormat.of().formatHex(geheim));
    }

    private static int vrijePoort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isVrij(int poort) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), poort));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isLeeg(Path pad) throws IOException {
        if (!Files.isDirectory(pad)) {
            return Files.notExists(pad);
        }
        try (var inhoud = Files.list(pad)) {
            return inhoud.findAny().isEmpty();
        }
    }

    private static void wis(Path map) throws IOException {
        if (Files.exists(map)) {
            try (var alles = Files.walk(map)) {
                for (var pad : alles.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(pad);
                }
            }
        }
    }

    /** What the server said last before it gave up; else what the program around it said. */
    private String laatsteFout() throws IOException {
        var regels = Files.readAllLines(log);
        return Stream.of("FATAL:", "PANIC:", "error:", "")
                .flatMap(soort -> regels.reversed().stream()
                        .filter(regel -> regel.contains(soort))
                        .limit(1))
                .findFirst()
                .orElse("niets")
                .strip();
    }
}
