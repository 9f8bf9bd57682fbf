package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.kluis.Kluis;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Toestemmingen;
import nl.respijt.mantelzorger.Toestemmingen.Doel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/** What a carer wants the makelaar to know to help them well: encrypted, with consent, and gone when that is taken back. */
@Singleton
public final class Hulpwensen {
    static final int MAX_TEKST = 1000;

    /** The table and column where it is kept, to which it is bound. */
    static final String KOLOM = "hulpwens.versleuteld";

    /** A row of what is kept. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to being decrypted
    private record Rij(UUID id, byte[] versleuteld) {}

    private final Transacties transacties;
    private final Toestemmingen toestemmingen;
    private final Kluis kluis;
    private final Klok klok;

    Hulpwensen(Transacties transacties, Toestemmingen toestemmingen, Kluis kluis, Klok klok) {
        this.transacties = transacties;
        this.toestemmingen = toestemmingen;
        this.kluis = kluis;
        this.klok = klok;
    }

    public Optional<String> lees(MantelzorgerId wie) {
        return transacties.lees(handle ->
                rij(handle, wie).flatMap(rij -> kluis.toon(handle, wie.waarde(), rij.id(), KOLOM, rij.versleuteld())));
    }

    /** Keeps it, with the consent that it takes; nothing for who was forgotten. */
    public void bewaar(MantelzorgerId wie, String tekst) {
        transacties.schrijf(handle -> {
            bewaar(handle, wie, tekst);
            return wie;
        });
    }

    void bewaar(Handle handle, MantelzorgerId wie, String tekst) {
        var nu = klok.instant();
        // One at a time for one person, and nobody who is being forgotten.
        var bekend = handle.createQuery("select id from mantelzorger where id = :wie and gewist_op is null for update")
                .bind("wie", wie.waarde())
                .mapTo(UUID.class)
                .findOne();
        if (bekend.isEmpty()) {
            return;
        }
        toestemmingen.geef(handle, wie, Doel.HULPWENS, nu);
        var id = rij(handle, wie).map(Rij::id).orElseGet(() -> Id.nieuw(nu));
        handle.createUpdate("""
                insert into hulpwens (id, mantelzorger_id, versleuteld, gewijzigd_op)
                values (:id, :wie, :versleuteld, :nu)
                on conflict (id) do update
                    set versleuteld = excluded.versleuteld, gewijzigd_op = excluded.gewijzigd_op
                """)
                .bind("id", id)
                .bind("wie", wie.waarde())
                .bind("versleuteld", kluis.verberg(handle, wie.waarde(), id, KOLOM, tekst))
                .bind("nu", nu)
                .execute();
    }

    /** Takes the consent back, and with it what was kept. */
    void trekIn(Handle handle, MantelzorgerId wie) {
        toestemmingen.trekIn(handle, wie, Doel.HULPWENS, klok.instant());
        handle.createUpdate("delete from hulpwens where mantelzorger_id = :wie")
                .bind("wie", wie.waarde())
                .execute();
    }

    private static Optional<Rij> rij(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("select id, versleuteld from hulpwens where mantelzorger_id = :wie")
                .bind("wie", wie.waarde())
                .map((rij, context) -> new Rij(rij.getObject("id", UUID.class), rij.getBytes("versleuteld")))
                .findOne();
    }
}
