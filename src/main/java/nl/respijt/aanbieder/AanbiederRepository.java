package nl.respijt.aanbieder;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The rows of aanbieders, of what they give, and of who acts for them. */
@Singleton
final class AanbiederRepository {
    private static final String LEES = """
            select a.id, a.naam, a.voorbeeld,
                   array(select d.dienst from aanbiederdienst d where d.aanbieder_id = a.id order by d.dienst) as diensten
            from aanbieder a
            """;

    /** The accounts that act for it and can sign in. */
    List<UUID> medewerkers(Handle handle, UUID aanbieder) {
        return handle.createQuery("""
                select w.persoon_id from aanbiedermedewerker w join account a on a.id = w.persoon_id
                where w.aanbieder_id = :aanbieder and a.geblokkeerd_op is null order by w.persoon_id
                """)
                .bind("aanbieder", aanbieder)
                .mapTo(UUID.class)
                .list();
    }

    /** An account that says it works for an aanbieder. */
    private static final String WERKT_VOOR = """
            account w join aanbieder a on a.naam = w.organisatie where w.rol = 'aanbieder'
            """;

    List<Aanbieder> alle(Handle handle) {
        return handle.createQuery(LEES + " order by a.naam")
                .map(AanbiederRepository::aanbieder)
                .list();
    }

    Optional<Aanbieder> find(Handle handle, UUID id) {
        return handle.createQuery(LEES + " where a.id = :id")
                .bind("id", id)
                .map(AanbiederRepository::aanbieder)
                .findOne();
    }

    List<Aanbieder> vanMedewerker(Handle handle, UUID persoon) {
        return handle.createQuery(LEES + """
                         where a.id in (select aanbieder_id from aanbiedermedewerker where persoon_id = :persoon)
                        order by a.naam
                        """)
                .bind("persoon", persoon)
                .map(AanbiederRepository::aanbieder)
                .list();
    }

    /** The id of the one with that name; made when there was none. */
    UUID metNaam(Handle handle, UUID nieuw, String naam, boolean voorbeeld) {
        handle.createUpdate("""
                insert into aanbieder (id, naam, voorbeeld) values (:id, :naam, :voorbeeld) on conflict (naam) do nothing
                """)
                .bind("id", nieuw)
                .bind("naam", naam)
                .bind("voorbeeld", voorbeeld)
                .execute();
        return handle.createQuery("select id from aanbieder where naam = :naam")
                .bind("naam", naam)
                .mapTo(UUID.class)
                .one();
    }

    /** False when it gave that already. */
    boolean insert(Handle handle, UUID aanbieder, Contractdienst dienst) {
        return handle.createUpdate("""
                        insert into aanbiederdienst (aanbieder_id, dienst) values (:aanbieder, :dienst) on conflict do nothing
                        """)
                        .bind("aanbieder", aanbieder)
                        .bind("dienst", dienst.woord())
                        .execute()
                == 1;
    }

    void koppelAccounts(Handle handle) {
        handle.execute("""
                insert into aanbiedermedewerker (aanbieder_id, persoon_id) select a.id, w.id from %s on conflict do nothing
                """.formatted(WERKT_VOOR));
    }

    void koppelAccount(Handle handle, UUID account) {
        handle.createUpdate("delete from aanbiedermedewerker where persoon_id = :account")
                .bind("account", account)
                .execute();
        handle.createUpdate("""
                insert into aanbiedermedewerker (aanbieder_id, persoon_id) select a.id, w.id from %s and w.id = :account
                """.formatted(WERKT_VOOR)).bind("account", account).execute();
    }

    private static Aanbieder aanbieder(ResultSet rij, StatementContext context) throws SQLException {
        return new Aanbieder(
                rij.getObject("id", UUID.class),
                rij.getString("naam"),
                rij.getBoolean("voorbeeld"),
                Arrays.stream((String[]) rij.getArray("diensten").getArray())
                        .flatMap(woord -> Contractdienst.van(woord).stream())
                        .toList());
    }
}
