package nl.respijt.mantelzorger;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.respijt.tijd.Id;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** What somebody agreed to or objected to, per purpose, in which words and when. The newest word of a purpose counts. */
@Singleton
public final class Toestemmingen {
    /** A purpose, with what holds for who never said anything, and the version of the words that are shown today. */
    public enum Doel {
        /** Part of the appointment that somebody made; ends with an objection. */
        HERINNERING(true, 1),
        /** Says something about health: kept only with consent. */
        HULPWENS(false, 1),
        /** What has to happen when they drop out: about who they care for as well. */
        PLAN_B(false, 1),
        /** What the houses have to know of the naaste, to say yes or no. */
        LOGEREN(false, 1);

        private final boolean zonderWoord;
        private final int tekstversie;

        Doel(boolean zonderWoord, int tekstversie) {
            this.zonderWoord = zonderWoord;
            this.tekstversie = tekstversie;
        }

        /** The word in the database and the bundles. */
        public String woord() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The newest word of a purpose. */
    public record Woord(Optional<Instant> gegevenOp, Optional<Instant> ingetrokkenOp, int tekstversie) {}

    /** The shape of a row. */
    public record Rij(@Nullable Instant gegevenOp, @Nullable Instant ingetrokkenOp, int tekstversie) {}

    public Optional<Woord> laatste(Handle handle, MantelzorgerId wie, Doel doel) {
        return handle.createQuery("""
                select gegeven_op, ingetrokken_op, tekstversie from toestemming
                where mantelzorger_id = :wie and doel = :doel order by id desc limit 1
                """)
                .bind("wie", wie.waarde())
                .bind("doel", doel.woord())
                .map(ConstructorMapper.of(Rij.class))
                .findOne()
                .map(rij -> new Woord(
                        Optional.ofNullable(rij.gegevenOp()),
                        Optional.ofNullable(rij.ingetrokkenOp()),
                        rij.tekstversie()));
    }

    public boolean mag(Handle handle, MantelzorgerId wie, Doel doel) {
        return laatste(handle, wie, doel)
                .map(woord -> woord.ingetrokkenOp().isEmpty())
                .orElse(doel.zonderWoord);
    }

    /** Says yes, to the words as they are today; saying it again changes nothing. */
    public void geef(Handle handle, MantelzorgerId wie, Doel doel, Instant nu) {
        var gegeven = laatste(handle, wie, doel)
                .filter(woord -> woord.ingetrokkenOp().isEmpty() && woord.tekstversie() == doel.tekstversie);
        if (gegeven.isEmpty()) {
            schrijf(handle, wie, doel, Optional.of(nu), Optional.empty(), nu);
        }
    }

    /** Says no: what was given ends, and where we would do it without being told, the objection is noted. */
    public void trekIn(Handle handle, MantelzorgerId wie, Doel doel, Instant nu) {
        if (laatste(handle, wie, doel)
                .filter(woord -> woord.ingetrokkenOp().isPresent())
                .isPresent()) {
            return;
        }
        var ingetrokken = handle.createUpdate("""
                update toestemming set ingetrokken_op = :nu
                where mantelzorger_id = :wie and doel = :doel and ingetrokken_op is null
                """)
                .bind("nu", nu)
                .bind("wie", wie.waarde())
                .bind("doel", doel.woord())
                .execute();
        if (ingetrokken == 0 && doel.zonderWoord) {
            schrijf(handle, wie, doel, Optional.empty(), Optional.of(nu), nu);
        }
    }

    private static void schrijf(
            Handle handle,
            MantelzorgerId wie,
            Doel doel,
            Optional<Instant> gegevenOp,
            Optional<Instant> ingetrokkenOp,
            Instant nu) {
        handle.createUpdate("""
                insert into toestemming (id, mantelzorger_id, doel, tekstversie, gegeven_op, ingetrokken_op)
                select :id, id, :doel, :tekstversie, :gegevenOp, :ingetrokkenOp from mantelzorger
                where id = :wie and gewist_op is null
                """)
                .bind("id", Id.nieuw(nu))
                .bind("wie", wie.waarde())
                .bind("doel", doel.woord())
                .bind("tekstversie", doel.tekstversie)
                .bind("gegevenOp", gegevenOp)
                .bind("ingetrokkenOp", ingetrokkenOp)
                .execute();
    }
}
