package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.kluis.Kluis;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Overdracht;
import nl.respijt.tijd.Id;
import org.jdbi.v3.core.Handle;

/** Handover sheets, each part encrypted for its person, row and column. */
@Singleton
final class OverdrachtRepository {
    private final Kluis kluis;

    OverdrachtRepository(Kluis kluis) {
        this.kluis = kluis;
    }

    /** What the house may read where they stay; what was written for another house is for that one only. */
    Optional<Overdracht> find(Handle handle, UUID aanmelding) {
        return handle.createQuery("""
                select o.* from overdracht o
                join aanbieding b on b.aanmelding_id = o.aanmelding_id and b.status = 'aanvaard'
                                     and b.logeerhuis_id = o.logeerhuis_id
                where o.aanmelding_id = :aanmelding
                """)
                .bind("aanmelding", aanmelding)
                .map((rij, _) -> overdracht(handle, rij))
                .findOne();
    }

    /** The one they wrote last, for whatever stay. */
    Optional<Overdracht> laatste(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("""
                select * from overdracht where mantelzorger_id = :wie order by gewijzigd_op desc, id desc limit 1
                """)
                .bind("wie", wie.waarde())
                .map((rij, _) -> overdracht(handle, rij))
                .findOne();
    }

    /** In place of what was written before for this stay, wherever it was to be. */
    void zet(Handle handle, Logeerbeurt voor, Overdracht overdracht, int tekstversie, Instant nu) {
        var aan = voor.aanmelding();
        var id = handle.createQuery("select id from overdracht where aanmelding_id = :aanmelding")
                .bind("aanmelding", aan.id())
                .mapTo(UUID.class)
                .findOne()
                .orElseGet(() -> Id.nieuw(nu));
        var wie = aan.mantelzorger();
        handle.createUpdate("""
                insert into overdracht (id, aanmelding_id, logeerhuis_id, mantelzorger_id, dag, zorg, let_op, tekstversie, akkoord_op, gewijzigd_op)
                values (:id, :aanmelding, :huis, :wie, :dag, :zorg, :letOp, :tekstversie, :nu, :nu)
                on conflict (id) do update
                    set logeerhuis_id = excluded.logeerhuis_id, dag = excluded.dag, zorg = excluded.zorg, let_op = excluded.let_op,
                        tekstversie = excluded.tekstversie, akkoord_op = excluded.akkoord_op,
                        gewijzigd_op = excluded.gewijzigd_op
                """)
                .bind("id", id)
                .bind("aanmelding", aan.id())
                .bind("huis", voor.aanbieding().huis())
                .bind("wie", wie.waarde())
                .bind("dag", verberg(handle, wie, id, "dag", overdracht.dag()))
                .bind("zorg", verberg(handle, wie, id, "zorg", overdracht.zorg()))
                .bind("letOp", verberg(handle, wie, id, "let_op", overdracht.letOp()))
                .bind("tekstversie", tekstversie)
                .bind("nu", nu)
                .execute();
    }

    /** False when there was none. */
    boolean wis(Handle handle, UUID aanmelding) {
        return handle.createUpdate("delete from overdracht where aanmelding_id = :aanmelding")
                        .bind("aanmelding", aanmelding)
                        .execute()
                > 0;
    }

    private Optional<byte[]> verberg(Handle handle, MantelzorgerId wie, UUID id, String kolom, String tekst) {
        return Optional.of(tekst)
                .filter(deel -> !deel.isEmpty())
                .map(deel -> kluis.verberg(handle, wie.waarde(), id, "overdracht." + kolom, deel));
    }

    private Overdracht overdracht(Handle handle, ResultSet rij) throws SQLException {
        return new Overdracht(toon(handle, rij, "dag"), toon(handle, rij, "zorg"), toon(handle, rij, "let_op"));
    }

    private String toon(Handle handle, ResultSet rij, String kolom) throws SQLException {
        var verborgen = rij.getBytes(kolom);
        return verborgen == null
                ? ""
                : kluis.toon(
                                handle,
                                rij.getObject("mantelzorger_id", UUID.class),
                                rij.getObject("id", UUID.class),
                                "overdracht." + kolom,
                                verborgen)
                        .orElse("");
    }
}
