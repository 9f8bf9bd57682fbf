package nl.respijt.uitval;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.kluis.Kluis;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Overdracht;
import nl.respijt.tijd.Id;
import nl.respijt.uitval.PlanB.Bellen;
import nl.respijt.uitval.PlanB.Thuis;
import org.jdbi.v3.core.Handle;

@Singleton
final class PlanBRepository {
    private final Kluis kluis;

    PlanBRepository(Kluis kluis) {
        this.kluis = kluis;
    }

    Optional<PlanB> find(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("select * from plan_b where mantelzorger_id = :wie")
                .bind("wie", wie.waarde())
                .map((rij, _) -> plan(handle, wie, rij))
                .findOne();
    }

    /** In place of what was laid down before. */
    void zet(Handle handle, MantelzorgerId wie, PlanB plan, Instant nu) {
        var id = handle.createQuery("select id from plan_b where mantelzorger_id = :wie")
                .bind("wie", wie.waarde())
                .mapTo(UUID.class)
                .findOne()
                .orElseGet(() -> Id.nieuw(nu));
        handle.createUpdate("""
                insert into plan_b (id, mantelzorger_id, aanbieder_id, voor, bellen, waar, dag, zorg, let_op, gewijzigd_op)
                values (:id, :wie, :aanbieder, :voor, :bellen, :waar, :dag, :zorg, :letOp, :nu)
                on conflict (id) do update
                    set aanbieder_id = excluded.aanbieder_id, voor = excluded.voor, bellen = excluded.bellen,
                        waar = excluded.waar, dag = excluded.dag, zorg = excluded.zorg, let_op = excluded.let_op,
                        gewijzigd_op = excluded.gewijzigd_op
                """)
                .bind("id", id)
                .bind("wie", wie.waarde())
                .bind("aanbieder", plan.thuis().map(Thuis::aanbieder))
                .bind("voor", plan.thuis().map(thuis -> thuis.voor().woord()))
                .bind("bellen", verberg(handle, wie, id, "bellen", plan.bellen().map(PlanBRepository::regels)))
                .bind("waar", verberg(handle, wie, id, "waar", plan.thuis().map(PlanBRepository::regels)))
                .bind(
                        "dag",
                        verberg(handle, wie, id, "dag", deel(plan.overdracht().dag())))
                .bind(
                        "zorg",
                        verberg(handle, wie, id, "zorg", deel(plan.overdracht().zorg())))
                .bind(
                        "letOp",
                        verberg(
                                handle,
                                wie,
                                id,
                                "let_op",
                                deel(plan.overdracht().letOp())))
                .bind("nu", nu)
                .execute();
    }

    void wis(Handle handle, MantelzorgerId wie) {
        handle.createUpdate("delete from plan_b where mantelzorger_id = :wie")
                .bind("wie", wie.waarde())
                .execute();
    }

    private static String regels(Bellen bellen) {
        return bellen.naam() + "\n" + bellen.nummer();
    }

    private static String regels(Thuis thuis) {
        return thuis.adres() + "\n" + thuis.postcode();
    }

    private static Optional<String> deel(String tekst) {
        return Optional.of(tekst).filter(deel -> !deel.isEmpty());
    }

    private Optional<byte[]> verberg(Handle handle, MantelzorgerId wie, UUID id, String kolom, Optional<String> tekst) {
        return tekst.map(een -> kluis.verberg(handle, wie.waarde(), id, "plan_b." + kolom, een));
    }

    private PlanB plan(Handle handle, MantelzorgerId wie, ResultSet rij) throws SQLException {
        var bellen = toon(handle, wie, rij, "bellen").map(tekst -> tekst.split("\n", 2));
        var waar = toon(handle, wie, rij, "waar").map(tekst -> tekst.split("\n", 2));
        var aanbieder = Optional.ofNullable(rij.getObject("aanbieder_id", UUID.class));
        var voor =
                Optional.ofNullable(rij.getString("voor")).map(woord -> Voor.valueOf(woord.toUpperCase(Locale.ROOT)));
        return new PlanB(
                bellen.map(deel -> new Bellen(deel[0], deel[1])),
                waar.map(deel -> new Thuis(aanbieder.orElseThrow(), voor.orElseThrow(), deel[0], deel[1])),
                new Overdracht(
                        toon(handle, wie, rij, "dag").orElse(""),
                        toon(handle, wie, rij, "zorg").orElse(""),
                        toon(handle, wie, rij, "let_op").orElse("")));
    }

    private Optional<String> toon(Handle handle, MantelzorgerId wie, ResultSet rij, String kolom) throws SQLException {
        var verborgen = rij.getBytes(kolom);
        return verborgen == null
                ? Optional.empty()
                : kluis.toon(handle, wie.waarde(), rij.getObject("id", UUID.class), "plan_b." + kolom, verborgen);
    }
}
