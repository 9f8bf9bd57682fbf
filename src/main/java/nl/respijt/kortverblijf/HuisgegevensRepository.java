package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

@Singleton
final class HuisgegevensRepository {
    Huisgegevens van(Handle handle, UUID huis) {
        return handle.createQuery(
                        "select adres, telefoon, aankomst_vanaf, aankomst_tot, vertrek_voor from logeerhuis where id = :id")
                .bind("id", huis)
                .map((rij, _) -> new Huisgegevens(
                        Optional.ofNullable(rij.getString("adres")),
                        Optional.ofNullable(rij.getString("telefoon")),
                        rij.getObject("aankomst_vanaf", LocalTime.class),
                        rij.getObject("aankomst_tot", LocalTime.class),
                        rij.getObject("vertrek_voor", LocalTime.class)))
                .one();
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
