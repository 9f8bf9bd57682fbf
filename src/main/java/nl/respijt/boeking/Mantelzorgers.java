package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The mantelzorgers, as their bookings know them: each by the name and contacts of the newest. For the makelaar. */
@Singleton
public final class Mantelzorgers {
    /** One who has booked. */
    public record Mantelzorger(MantelzorgerId id, String naam, Optional<String> email, Optional<String> telefoon) {}

    /** One page of them, and how many there are in all. */
    public record Gevonden(List<Mantelzorger> mantelzorgers, int totaal) {
        public Gevonden {
            mantelzorgers = List.copyOf(mantelzorgers);
        }
    }

    /** The shape of a row. */
    public record Rij(
            UUID id,
            String naam,
            @Nullable String email,
            @Nullable String telefoon) {
        Mantelzorger mantelzorger() {
            return new Mantelzorger(
                    new MantelzorgerId(id), naam, Optional.ofNullable(email), Optional.ofNullable(telefoon));
        }
    }

    private static final String PAST = """
            where gewist_op is null
              and (naam ilike :deel or email ilike :deel or code ilike :deel
                   or (:cijfers <> '' and telefoon like '%' || :cijfers || '%'))
            """;

    private final Transacties transacties;

    Mantelzorgers(Transacties transacties) {
        this.transacties = transacties;
    }

    /** Those with this in a name, an address, a phone number or a code of one of their bookings; by name. */
    public Gevonden zoek(String deel, MomentVraag.Blad blad) {
        return transacties.lees(handle -> new Gevonden(
                bind(handle.createQuery("""
                                        select id, naam, email, telefoon
                                        from (select distinct on (mantelzorger_id) mantelzorger_id as id, naam, email, telefoon
                                              from boeking
                                              where gewist_op is null and mantelzorger_id in (select mantelzorger_id from boeking %s)
                                              order by mantelzorger_id, aangemaakt_op desc, boeking.id desc) laatste
                                        order by lower(naam), id limit :grootte offset :begin
                                        """.formatted(PAST)), deel)
                        .bind("grootte", blad.grootte())
                        .bind("begin", blad.overslaan())
                        .map(ConstructorMapper.of(Rij.class))
                        .map(Rij::mantelzorger)
                        .list(),
                bind(handle.createQuery("select count(distinct mantelzorger_id) from boeking " + PAST), deel)
                        .mapTo(Integer.class)
                        .one()));
    }

    private static <S extends SqlStatement<S>> S bind(S vraag, String deel) {
        return vraag.bind("deel", "%" + letterlijk(deel) + "%").bind("cijfers", cijfers(deel));
    }

    /** What means "anything" to LIKE means itself to somebody who types it. */
    private static String letterlijk(String deel) {
        return deel.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** The digits of a phone number as it is stored (E.164), from however it was typed; empty when it is no number. */
    private static String cijfers(String deel) {
        if (!deel.matches("[-+() 0-9]*[0-9]{2}[-+() 0-9]*")) {
            return "";
        }
        return deel.replaceAll("[^0-9]", "").replaceFirst("^0{1,2}", "");
    }
}
