package nl.respijt.aanbieder;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** The lines of contracts. */
@Singleton
final class ContractRepository {
    private static final String KOLOMMEN =
            "aanbieder_id, dienst, tot, verlengbaar_tot, bron, vastgelegd_op, vastgelegd_door";

    Optional<Aanbiedercontract> geldend(Handle handle, UUID aanbieder, Contractdienst dienst) {
        return handle.createQuery("""
                        select %s from contract where aanbieder_id = :aanbieder and dienst = :dienst
                        order by id desc limit 1
                        """.formatted(KOLOMMEN))
                .bind("aanbieder", aanbieder)
                .bind("dienst", dienst.woord())
                .map(ContractRepository::contract)
                .findOne();
    }

    /** One for each dienst of each aanbieder, the first to end first. */
    List<Aanbiedercontract> geldende(Handle handle) {
        return handle.createQuery("""
                        select %1$s from (
                            select distinct on (aanbieder_id, dienst) %1$s from contract
                            order by aanbieder_id, dienst, id desc
                        ) geldt
                        order by tot, dienst, aanbieder_id
                        """.formatted(KOLOMMEN))
                .map(ContractRepository::contract)
                .list();
    }

    /** All that was ever recorded, the last one first. */
    List<Aanbiedercontract> van(Handle handle, UUID aanbieder) {
        return handle.createQuery(
                        "select %s from contract where aanbieder_id = :aanbieder order by id desc".formatted(KOLOMMEN))
                .bind("aanbieder", aanbieder)
                .map(ContractRepository::contract)
                .list();
    }

    void insert(Handle handle, Aanbiedercontract contract) {
        handle.createUpdate("""
                insert into contract (aanbieder_id, dienst, tot, verlengbaar_tot, bron, vastgelegd_op, vastgelegd_door)
                values (:aanbieder, :dienst, :tot, :verlengbaarTot, :bron, :op, :door)
                """)
                .bind("aanbieder", contract.aanbieder())
                .bind("dienst", contract.dienst().woord())
                .bind("tot", contract.tot())
                .bind("verlengbaarTot", contract.verlengbaarTot())
                .bind("bron", contract.bron())
                .bind("op", contract.vastgelegdOp())
                .bind("door", contract.vastgelegdDoor())
                .execute();
    }

    /** What was done, beside the line itself: the history of all things reads from one table. */
    void schrijfGeschiedenis(Handle handle, Aanbiedercontract was, Aanbiedercontract wordt, Instant nu) {
        handle.createUpdate("""
                insert into gebeurtenis (ding, ding_id, wat, wie, waarom, op)
                values ('aanbieder', :id, 'contract-vastgelegd', :wie, :waarom, :nu)
                """)
                .bind("id", wordt.aanbieder())
                .bind("wie", wordt.vastgelegdDoor())
                .bind(
                        "waarom",
                        "%s: %s → %s (%s)".formatted(wordt.dienst().woord(), was.tot(), wordt.tot(), wordt.bron()))
                .bind("nu", nu)
                .execute();
    }

    /** Nobody records or publishes for this aanbieder until the end of the transaction; false when there is none. */
    boolean houd(Handle handle, UUID aanbieder) {
        return slot(handle, aanbieder, "update");
    }

    /** Nobody records for this aanbieder until the end of the transaction, others may publish; false when there is none. */
    boolean houdMet(Handle handle, UUID aanbieder) {
        return slot(handle, aanbieder, "share");
    }

    private static boolean slot(Handle handle, UUID aanbieder, String soort) {
        return handle.createQuery("select id from aanbieder where id = :id for " + soort)
                .bind("id", aanbieder)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    private static Aanbiedercontract contract(ResultSet rij, StatementContext context) throws SQLException {
        return new Aanbiedercontract(
                rij.getObject("aanbieder_id", UUID.class),
                Contractdienst.van(rij.getString("dienst")).orElseThrow(),
                rij.getObject("tot", LocalDate.class),
                Optional.ofNullable(rij.getObject("verlengbaar_tot", LocalDate.class)),
                rij.getString("bron"),
                rij.getObject("vastgelegd_op", OffsetDateTime.class).toInstant(),
                rij.getString("vastgelegd_door"));
    }
}
