package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.inzage.Ding;
import nl.respijt.inzage.Gezien;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The mantelzorgers, as their bookings know them: each by the name and contacts of the newest. For the makelaar. */
@Singleton
public final class Mantelzorgers {
    /** One who has booked. */
    public record Mantelzorger(MantelzorgerId id, String naam, Optional<String> email, Optional<String> telefoon) {
        /** What one sees of a person by seeing this. */
        public Gezien gezien() {
            return new Gezien(id.waarde(), Ding.GEGEVENS, Optional.empty());
        }
    }

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

    /** Past or coming so near, a booking is what the desk is working on. */
    private static final Duration RONDOM_NU = Duration.ofDays(7);

    private final Transacties transacties;
    private final Klok klok;

    Mantelzorgers(Transacties transacties, Klok klok) {
        this.transacties = transacties;
        this.klok = klok;
    }

    /**
     * Whether this person is part of the work of this makelaar: a call to them is open, the makelaar made one of their
     * bookings, or they have a place at a moment in the past or coming seven days. Anybody else is opened with a reason.
     */
    public boolean isEigenWerk(MantelzorgerId id, String makelaar) {
        var nu = klok.instant();
        return transacties.lees(handle -> handle.createQuery("""
                select exists (
                    select 1 from boeking b join moment m on m.id = b.moment_id
                    where b.mantelzorger_id = :id
                      and (b.geboekt_door = :makelaar
                           or (b.status in ('aangevraagd', 'bevestigd') and m.begin > :van and m.begin < :tot)
                           or exists (select 1 from bericht t
                                      where t.ding_id in (b.id, b.mantelzorger_id) and t.kanaal = 'bellen' and t.status = 'wacht'
                                        and t.niet_voor <= :nu)))
                """)
                .bind("id", id.waarde())
                .bind("makelaar", makelaar)
                .bind("van", nu.minus(RONDOM_NU))
                .bind("tot", nu.plus(RONDOM_NU))
                .bind("nu", nu)
                .mapTo(Boolean.class)
                .one());
    }

    /** Of whom something is seen by seeing these messages; those about nothing that somebody asked for are of nobody. */
    public List<Gezien> gezienIn(Collection<UUID> berichten) {
        return transacties.lees(handle -> handle.createQuery("""
                select coalesce(b.mantelzorger_id, a.mantelzorger_id, z.id), t.id
                from bericht t
                left join boeking b on b.id = t.ding_id
                left join aanmelding a on a.id = t.ding_id
                left join mantelzorger z on z.id = t.ding_id
                where t.id = any(:ids) and coalesce(b.id, a.id, z.id) is not null
                order by t.id
                """)
                .bindArray("ids", UUID.class, berichten.toArray())
                .map((rij, _) -> new Gezien(
                        rij.getObject(1, UUID.class), Ding.BELTAAK, Optional.of(rij.getObject(2, UUID.class))))
                .list());
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

    private static <S extends SqlStatement<S>> S bind(S vraag, String getypt) {
        var deel = Zoekdeel.van(getypt);
        return vraag.bind("deel", deel.patroon()).bind("cijfers", deel.cijfers());
    }
}
