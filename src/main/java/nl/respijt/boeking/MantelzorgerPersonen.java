package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.toegang.Persoon;
import nl.respijt.toegang.PersoonBron;
import nl.respijt.toegang.Rol;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** Who has booked signs in with the address of that booking, and is called as in the newest one. */
@Singleton
final class MantelzorgerPersonen implements PersoonBron {
    /** The shape of a row. */
    public record Rij(UUID id, @Nullable String naam) {}

    @Override
    public List<Persoon> metEmail(Handle handle, String email) {
        return handle.createQuery("""
                        select c.mantelzorger_id as id,
                               (select b.naam from boeking b
                                where b.mantelzorger_id = c.mantelzorger_id and b.gewist_op is null
                                order by b.aangemaakt_op desc, b.id desc limit 1) as naam
                        from contact c where c.soort = 'email' and c.waarde = :email
                        """)
                .bind("email", email)
                .map(ConstructorMapper.of(Rij.class))
                .map(rij -> new Persoon(
                        Rol.MANTELZORGER,
                        rij.id(),
                        Optional.ofNullable(rij.naam()).orElse(email),
                        BoekVerzoek.DOOR_MANTELZORGER))
                .list();
    }

    @Override
    public void bewezen(Handle handle, String email, Instant op) {
        handle.createUpdate("update contact set geverifieerd_op = :op where soort = 'email' and waarde = :email")
                .bind("op", op)
                .bind("email", email)
                .execute();
    }
}
