package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.util.Optional;
import nl.respijt.boeking.MomentId;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How a meeting went, in three things at most: who came (that is the boekingen), who walked in, and a remark. */
@Singleton
public final class Verslagen {
    public static final int MAX_BINNENGELOPEN = 99;
    public static final int MAX_OPMERKING = 500;

    /** How many walked in without a place, and a remark for the makelaar. */
    public record Verslag(int binnengelopen, String opmerking) {}

    private final Transacties transacties;
    private final Klok klok;

    Verslagen(Transacties transacties, Klok klok) {
        this.transacties = transacties;
        this.klok = klok;
    }

    public Optional<Verslag> find(MomentId moment) {
        return transacties.lees(
                handle -> handle.createQuery("select binnengelopen, opmerking from verslag where moment_id = :moment")
                        .bind("moment", moment.waarde())
                        .map(ConstructorMapper.of(Verslag.class))
                        .findOne());
    }

    /** The last word counts. */
    public void bewaar(MomentId moment, Verslag verslag, String door) {
        transacties.schrijf(handle -> handle.createUpdate("""
                insert into verslag (moment_id, binnengelopen, opmerking, door, op)
                values (:moment, :binnengelopen, :opmerking, :door, :nu)
                on conflict (moment_id) do update
                set binnengelopen = excluded.binnengelopen, opmerking = excluded.opmerking, door = excluded.door,
                    op = excluded.op
                """)
                .bind("moment", moment.waarde())
                .bind("binnengelopen", verslag.binnengelopen())
                .bind("opmerking", verslag.opmerking())
                .bind("door", door)
                .bind("nu", klok.instant())
                .execute());
    }
}
