package nl.respijt.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * A statement whose {@code :names} are read once, when its class is loaded. JDBI reads, looks up and copies for every
 * execution; for the few statements that run thousands of times a minute that was half the work of a booking. It runs
 * on the handle's connection, so it is part of the same transaction, and fails as a statement of JDBI's does.
 */
public final class Opdracht {
    /** A name after one colon; a cast has two. */
    private static final Pattern NAAM = Pattern.compile("(?<!:):([a-zA-Z]+)");

    /** Makes a row into what it stands for. */
    @FunctionalInterface
    public interface Lezer<T> {
        T lees(ResultSet rij) throws SQLException;
    }

    /** The database refused, or could not answer; {@link Schending} tells what it said. */
    static final class Mislukt extends JdbiException {
        Mislukt(SQLException oorzaak) {
            super("statement failed", oorzaak);
        }
    }

    private final String sql;
    private final List<String> namen;

    private Opdracht(String sql, List<String> namen) {
        this.sql = sql;
        this.namen = namen;
    }

    public static Opdracht van(String sql) {
        return new Opdracht(
                NAAM.matcher(sql).replaceAll("?"),
                NAAM.matcher(sql).results().map(naam -> naam.group(1)).toList());
    }

    /** How many rows it changed. Every name of the statement has its value; an absent text is an empty Optional. */
    public int voerUit(Handle handle, Map<String, ?> waarden) {
        try (var opdracht = klaar(handle.getConnection(), waarden)) {
            return opdracht.executeUpdate();
        } catch (SQLException e) {
            throw new Mislukt(e);
        }
    }

    public <T> List<T> vraag(Handle handle, Map<String, ?> waarden, Lezer<T> lezer) {
        try (var opdracht = klaar(handle.getConnection(), waarden);
                var rijen = opdracht.executeQuery()) {
            var gevonden = new ArrayList<T>();
            while (rijen.next()) {
                gevonden.add(lezer.lees(rijen));
            }
            return gevonden;
        } catch (SQLException e) {
            throw new Mislukt(e);
        }
    }

    private PreparedStatement klaar(Connection verbinding, Map<String, ?> waarden) throws SQLException {
        var opdracht = verbinding.prepareStatement(sql);
        var plaats = 0;
        for (var naam : namen) {
            var waarde = waarden.get(naam);
            if (waarde == null) {
                throw new IllegalArgumentException("no value for :%s".formatted(naam));
            }
            if (waarde instanceof Optional<?> tekst && tekst.isEmpty()) {
                opdracht.setNull(++plaats, Types.VARCHAR); // of the type it has otherwise: one statement, one plan
            } else {
                opdracht.setObject(++plaats, voorJdbc(verbinding, waarde));
            }
        }
        return opdracht;
    }

    private static Object voorJdbc(Connection verbinding, Object waarde) throws SQLException {
        return switch (waarde) {
            case Optional<?> tekst -> tekst.orElseThrow();
            case Instant tijdstip -> tijdstip.atOffset(ZoneOffset.UTC);
            case List<?> rij ->
                verbinding.createArrayOf(
                        !rij.isEmpty() && rij.getFirst() instanceof UUID ? "uuid" : "text", rij.toArray());
            default -> waarde;
        };
    }
}
