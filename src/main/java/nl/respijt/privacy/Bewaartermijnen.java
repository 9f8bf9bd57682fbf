package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Register.Tabel;
import nl.respijt.privacy.Register.Wissen;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/** Lets go of what was kept long enough, by the register's terms; or only says what would go. */
@Singleton
public final class Bewaartermijnen {
    /** What of a table is past its term; {@code grens} is from before when. */
    public record Regel(Register.Soort soort, String tabel, Instant grens, int aantal) {}

    private final Register register;
    private final Transacties transacties;
    private final Wissing wissing;
    private final Klok klok;

    Bewaartermijnen(Register register, Transacties transacties, Wissing wissing, Klok klok) {
        this.register = register;
        this.transacties = transacties;
        this.wissing = wissing;
        this.klok = klok;
    }

    /** What would go now; changes nothing. */
    public List<Regel> proef() {
        return regels((tabel, grens) -> transacties.lees(handle -> bind(
                        handle.createQuery("select count(*) from %s where %s".formatted(tabel.naam(), rijp(tabel))),
                        grens)
                .mapTo(Integer.class)
                .one()));
    }

    /** Lets it go; what went. */
    public List<Regel> pasToe() {
        return regels((tabel, grens) -> tabel.wissen() == Wissen.PERSOON
                ? vergeet(tabel, grens)
                : transacties.schrijf(handle -> ruimOp(handle, tabel, grens)));
    }

    @FunctionalInterface
    private interface Werk {
        int met(Tabel tabel, Instant grens);
    }

    private List<Regel> regels(Werk werk) {
        var regels = new ArrayList<Regel>();
        for (var tabel : register.tabellen()) {
            var nu = tabel.echteKlok() ? klok.echt().instant() : klok.instant();
            tabel.vanaf()
                    .flatMap(vanaf -> tabel.soort().grens(nu))
                    .ifPresent(
                            grens -> regels.add(new Regel(tabel.soort(), tabel.naam(), grens, werk.met(tabel, grens))));
        }
        return List.copyOf(regels);
    }

    private int vergeet(Tabel tabel, Instant grens) {
        var wie = transacties.lees(handle -> bind(
                        handle.createQuery("select id from %s where %s".formatted(tabel.naam(), rijp(tabel))), grens)
                .mapTo(UUID.class)
                .list());
        wie.forEach(id -> wissing.wis(new MantelzorgerId(id), "systeem"));
        return wie.size();
    }

    private int ruimOp(Handle handle, Tabel tabel, Instant grens) {
        var opdracht = tabel.wissen() == Wissen.RIJ
                ? "delete from %s where %s".formatted(tabel.naam(), rijp(tabel))
                : "update %s set %s where %s".formatted(tabel.naam(), Vergeten.wordt(tabel), rijp(tabel));
        return bind(handle.createUpdate(opdracht), grens).execute();
    }

    /** Past its term, and not let go of before. */
    private static String rijp(Tabel tabel) {
        var voorbij = tabel.vanaf().orElseThrow() + " < :grens";
        return switch (tabel.wissen()) {
            case RIJ -> voorbij;
            case KOLOMMEN -> voorbij + " and " + Vergeten.nogNiet(tabel);
            case PERSOON -> voorbij + " and gewist_op is null";
        };
    }

    private <S extends SqlStatement<S>> S bind(S opdracht, Instant grens) {
        opdracht.getConfig(SqlStatements.class).setUnusedBindingAllowed(true); // not every table asks for the time
        // By age nobody in particular is meant.
        return opdracht.bind("grens", grens).bind("nu", klok.instant()).bindNull("persoon", Types.OTHER);
    }
}
