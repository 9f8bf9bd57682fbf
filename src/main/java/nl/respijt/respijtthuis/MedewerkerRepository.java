package nl.respijt.respijtthuis;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

@Singleton
final class MedewerkerRepository {
    /** False when this aanbieder has somebody of that name. */
    boolean insert(Handle handle, Medewerker medewerker) {
        return handle.createUpdate("""
                insert into medewerker (id, aanbieder_id, naam, doelgroepen, talen, wijken, vaardigheden, voorbeeld)
                values (:id, :aanbieder, :naam, :doelgroepen, :talen, :wijken, :vaardigheden, :voorbeeld)
                on conflict (aanbieder_id, naam) do nothing
                """)
                        .bind("id", medewerker.id())
                        .bind("aanbieder", medewerker.aanbieder())
                        .bind("naam", medewerker.naam())
                        .bindArray("doelgroepen", String.class, doelgroepen(medewerker))
                        .bindArray("talen", String.class, medewerker.talen())
                        .bindArray("wijken", String.class, medewerker.wijken())
                        .bindArray("vaardigheden", String.class, vaardigheden(medewerker.vaardigheden()))
                        .bind("voorbeeld", medewerker.voorbeeld())
                        .execute()
                == 1;
    }

    private static List<String> doelgroepen(Medewerker medewerker) {
        return medewerker.doelgroepen().stream().map(Voor::woord).sorted().toList();
    }

    /** As the database has them. */
    static List<String> vaardigheden(Set<Vaardigheid> vaardigheden) {
        return vaardigheden.stream().sorted().map(Vaardigheid::woord).toList();
    }

    /** False when this aanbieder has somebody else of that name. */
    boolean wijzig(Handle handle, Medewerker medewerker) {
        return handle.createUpdate("""
                update medewerker set naam = :naam, doelgroepen = :doelgroepen, talen = :talen, wijken = :wijken,
                       vaardigheden = :vaardigheden
                where id = :id and not exists (select from medewerker ander
                                               where ander.aanbieder_id = medewerker.aanbieder_id and ander.naam = :naam
                                                 and ander.id <> :id)
                """)
                        .bind("id", medewerker.id())
                        .bind("naam", medewerker.naam())
                        .bindArray("doelgroepen", String.class, doelgroepen(medewerker))
                        .bindArray("talen", String.class, medewerker.talen())
                        .bindArray("wijken", String.class, medewerker.wijken())
                        .bindArray("vaardigheden", String.class, vaardigheden(medewerker.vaardigheden()))
                        .execute()
                == 1;
    }

    void insert(Handle handle, Werktijd werktijd) {
        handle.createUpdate("""
                insert into werktijd (id, medewerker_id, dag, begin, eind, vanaf, tot)
                values (:id, :medewerker, :dag, :begin, :eind, :vanaf, :tot)
                """)
                .bind("id", werktijd.id())
                .bind("medewerker", werktijd.medewerker())
                .bind("dag", werktijd.dag())
                .bind("begin", werktijd.begin())
                .bind("eind", werktijd.eind())
                .bind("vanaf", werktijd.vanaf())
                .bind("tot", werktijd.tot())
                .execute();
    }

    Optional<Medewerker> find(Handle handle, UUID id) {
        return handle.createQuery("select * from medewerker where id = :id")
                .bind("id", id)
                .map(MedewerkerRepository::medewerker)
                .findOne();
    }

    /** Those who visit, by name. */
    List<Medewerker> van(Handle handle, UUID aanbieder) {
        return handle.createQuery(
                        "select * from medewerker where aanbieder_id = :aanbieder and not gestopt order by naam, id")
                .bind("aanbieder", aanbieder)
                .map(MedewerkerRepository::medewerker)
                .list();
    }

    /** Those who do not any more as well, last. */
    List<Medewerker> alle(Handle handle, UUID aanbieder) {
        return handle.createQuery("select * from medewerker where aanbieder_id = :aanbieder order by gestopt, naam, id")
                .bind("aanbieder", aanbieder)
                .map(MedewerkerRepository::medewerker)
                .list();
    }

    /** The same, held: nobody else plans for them meanwhile. */
    List<Medewerker> vanMetSlot(Handle handle, UUID aanbieder) {
        handle.createQuery("select id from medewerker where aanbieder_id = :aanbieder order by id for update")
                .bind("aanbieder", aanbieder)
                .mapTo(UUID.class)
                .list();
        return van(handle, aanbieder);
    }

    List<Werktijd> werktijden(Handle handle, UUID aanbieder) {
        return handle.createQuery("""
                select w.* from werktijd w join medewerker m on m.id = w.medewerker_id
                where m.aanbieder_id = :aanbieder and not m.gestopt order by w.dag, w.begin, w.id
                """)
                .bind("aanbieder", aanbieder)
                .map(MedewerkerRepository::leesWerktijd)
                .list();
    }

    Optional<Werktijd> werktijd(Handle handle, UUID id) {
        return handle.createQuery("select * from werktijd where id = :id")
                .bind("id", id)
                .map(MedewerkerRepository::leesWerktijd)
                .findOne();
    }

    void beeindig(Handle handle, UUID werktijd, LocalDate tot) {
        handle.createUpdate("update werktijd set tot = :tot where id = :id")
                .bind("id", werktijd)
                .bind("tot", tot)
                .execute();
    }

    private static Werktijd leesWerktijd(ResultSet rij, StatementContext context) throws SQLException {
        return new Werktijd(
                rij.getObject("id", UUID.class),
                rij.getObject("medewerker_id", UUID.class),
                rij.getInt("dag"),
                rij.getObject("begin", LocalTime.class),
                rij.getObject("eind", LocalTime.class),
                rij.getObject("vanaf", LocalDate.class),
                Optional.ofNullable(rij.getObject("tot", LocalDate.class)));
    }

    void stopt(Handle handle, UUID medewerker, boolean gestopt) {
        handle.createUpdate("update medewerker set gestopt = :gestopt where id = :id")
                .bind("id", medewerker)
                .bind("gestopt", gestopt)
                .execute();
    }

    private static Medewerker medewerker(ResultSet rij, StatementContext context) throws SQLException {
        return new Medewerker(
                rij.getObject("id", UUID.class),
                rij.getObject("aanbieder_id", UUID.class),
                rij.getString("naam"),
                Stream.of((String[]) rij.getArray("doelgroepen").getArray())
                        .map(woord -> Voor.valueOf(woord.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()),
                List.of((String[]) rij.getArray("talen").getArray()),
                List.of((String[]) rij.getArray("wijken").getArray()),
                Stream.of((String[]) rij.getArray("vaardigheden").getArray())
                        .map(woord -> Vaardigheid.van(woord).orElseThrow())
                        .collect(Collectors.toSet()),
                rij.getBoolean("voorbeeld"),
                rij.getBoolean("gestopt"));
    }
}
