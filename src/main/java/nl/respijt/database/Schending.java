package nl.respijt.database;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;

/**
 * Why the database refused a statement: its SQLSTATE, and the name of the constraint where one spoke. What it means is
 * for the feature to say, outside the transaction that it broke.
 */
public record Schending(String toestand, Optional<String> regel) {
    /** Finds the refusal inside what a library threw around it; empty when the database did not refuse. */
    public static Optional<Schending> van(Throwable fout) {
        for (Throwable oorzaak = fout; oorzaak != null; oorzaak = oorzaak.getCause()) {
            if (oorzaak instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(new Schending(sql.getSQLState(), regel(sql)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> regel(SQLException fout) {
        if (fout instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            return Optional.ofNullable(postgres.getServerErrorMessage().getConstraint());
        }
        return Optional.empty();
    }

    public boolean schendt(String naam) {
        return regel.filter(naam::equals).isPresent();
    }

    /** Serialization failure or deadlock: the same statements may well succeed when they are tried again. */
    public boolean isBotsing() {
        return toestand.equals("40001") || toestand.equals("40P01");
    }

    /** Waited too long for somebody else's lock. */
    public boolean isWachttijdVoorbij() {
        return toestand.equals("55P03");
    }
}
