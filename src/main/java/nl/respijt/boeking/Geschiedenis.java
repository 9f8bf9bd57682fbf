package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What happened to a thing, by whom, when and why; written in the transaction of what happened. */
@Singleton
public final class Geschiedenis {
    /** One line: what ("geboekt"), by whom (mantelzorger, systeem or a member of staff), and why if somebody said so. */
    public record Gebeurtenis(String wat, String wie, Optional<String> waarom, Instant op) {}

    public void schrijf(
            Handle handle, String ding, UUID id, String wat, String wie, Optional<String> waarom, Instant nu) {
        handle.createUpdate("""
                insert into gebeurtenis (ding, ding_id, wat, wie, waarom, op)
                values (:ding, :id, :wat, :wie, :waarom, :nu)
                """)
                .bind("ding", ding)
                .bind("id", id)
                .bind("wat", wat)
                .bind("wie", wie)
                .bind("waarom", waarom)
                .bind("nu", nu)
                .execute();
    }

    public List<Gebeurtenis> van(Handle handle, UUID id) {
        return handle.createQuery("select wat, wie, waarom, op from gebeurtenis where ding_id = :id order by id")
                .bind("id", id)
                .map(ConstructorMapper.of(Gebeurtenis.class))
                .list();
    }
}
