package nl.respijt.kortverblijf;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

@Singleton
final class HuisgegevensRepository {
    Huisgegevens van(Handle handle, UUID huis) {
        return requireNonNull(alle(handle).get(huis));
    }

    /** Of every house. */
    Map<UUID, Huisgegevens> alle(Handle handle) {
        return handle.createQuery(
                        "select id, adres, telefoon, aankomst_vanaf, aankomst_tot, vertrek_voor from logeerhuis")
                .reduceRows(new HashMap<>(), (gegevens, rij) -> {
                    gegevens.put(
                            rij.getColumn("id", UUID.class),
                            new Huisgegevens(
                                    Optional.ofNullable(rij.getColumn("adres", String.class)),
                                    Optional.ofNullable(rij.getColumn("telefoon", String.class)),
                                    rij.getColumn("aankomst_vanaf", LocalTime.class),
                                    rij.getColumn("aankomst_tot", LocalTime.class),
                                    rij.getColumn("vertrek_voor", LocalTime.class)));
                    return gegevens;
                });
    }

    void zet(Handle handle, UUID huis, Huisgegevens gegevens) {
        handle.createUpdate("""
                update logeerhuis
                set adres = :adres, telefoon = :telefoon, aankomst_vanaf = :vanaf, aankomst_tot = :tot, vertrek_voor = :voor
                where id = :id
                """)
                .bind("id", huis)
                .bind("adres", gegevens.adres())
                .bind("telefoon", gegevens.telefoon())
                .bind("vanaf", gegevens.aankomstVanaf())
                .bind("tot", gegevens.aankomstTot())
                .bind("voor", gegevens.vertrekVoor())
                .execute();
    }
}
