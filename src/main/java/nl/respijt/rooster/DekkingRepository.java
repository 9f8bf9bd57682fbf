package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.boeking.MomentId;
import nl.respijt.rooster.Dekking.Vraag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

@Singleton
final class DekkingRepository {
    /** The shape of a row. */
    public record Rij(UUID id, UUID momentId, String status, int golf, boolean niemandMeer) {
        Dekking dekking(List<Vraag> vragen) {
            return new Dekking(id, momentId, Dekking.Status.van(status), golf, niemandMeer, vragen);
        }
    }

    /** The shape of a row, with the name beside it. */
    public record VraagRij(
            UUID id,
            UUID dekkingId,
            UUID gastheerId,
            String naam,
            Instant gevraagdOp,
            @Nullable String antwoord) {
        Vraag vraag() {
            return new Vraag(
                    id,
                    new GastheerId(gastheerId),
                    naam,
                    gevraagdOp,
                    Optional.ofNullable(antwoord).map("ja"::equals));
        }
    }

    private static final String SELECT = "select id, moment_id, status, golf, niemand_meer from dekking ";
    private static final String VRAGEN = """
            select v.id, v.dekking_id, v.gastheer_id, g.naam, v.gevraagd_op, v.antwoord
            from dekkingsvraag v join gastheer g on g.id = v.gastheer_id
            """;

    /** False when somebody is being looked for already. */
    boolean begin(Handle handle, UUID id, MomentId moment, Instant volgendeOp, Instant nu) {
        return handle.createUpdate("""
                insert into dekking (id, moment_id, status, begonnen_op, volgende_op)
                values (:id, :moment, 'loopt', :nu, :volgendeOp)
                on conflict (moment_id) where status = 'loopt' do nothing
                """)
                        .bind("id", id)
                        .bind("moment", moment.waarde())
                        .bind("nu", nu)
                        .bind("volgendeOp", volgendeOp)
                        .execute()
                == 1;
    }

    /** What runs for this openstelling, held until the transaction ends. */
    Optional<Dekking> lopendeVoorWijziging(Handle handle, MomentId moment) {
        return een(
                handle,
                handle.createQuery(SELECT + "where moment_id = :moment and status = 'loopt' for update")
                        .bind("moment", moment.waarde())
                        .map(ConstructorMapper.of(Rij.class))
                        .findOne());
    }

    /** The newest for this openstelling. */
    Optional<Dekking> laatste(Handle handle, UUID moment) {
        return een(
                handle,
                handle.createQuery(SELECT + "where moment_id = :moment order by id desc limit 1")
                        .bind("moment", moment)
                        .map(ConstructorMapper.of(Rij.class))
                        .findOne());
    }

    /** The newest of each. */
    Map<UUID, Dekking> laatste(Handle handle, Collection<UUID> momenten) {
        var rijen = handle.createQuery("""
                select distinct on (moment_id) id, moment_id, status, golf, niemand_meer from dekking
                where moment_id = any (:momenten) order by moment_id, id desc
                """)
                .bindArray("momenten", UUID.class, momenten.toArray())
                .map(ConstructorMapper.of(Rij.class))
                .list();
        var vragen = handle
                .createQuery(VRAGEN + "where v.dekking_id = any (:dekkingen) order by v.gevraagd_op, v.id")
                .bindArray("dekkingen", UUID.class, rijen.stream().map(Rij::id).toArray())
                .map(ConstructorMapper.of(VraagRij.class))
                .stream()
                .collect(Collectors.groupingBy(
                        VraagRij::dekkingId, Collectors.mapping(VraagRij::vraag, Collectors.toList())));
        return rijen.stream()
                .collect(Collectors.toMap(Rij::momentId, rij -> rij.dekking(vragen.getOrDefault(rij.id(), List.of()))));
    }

    Optional<Dekking> find(Handle handle, UUID id) {
        return een(
                handle,
                handle.createQuery(SELECT + "where id = :id")
                        .bind("id", id)
                        .map(ConstructorMapper.of(Rij.class))
                        .findOne());
    }

    private Optional<Dekking> een(Handle handle, Optional<Rij> rij) {
        return rij.map(gevonden -> gevonden.dekking(handle
                .createQuery(VRAGEN + "where v.dekking_id = :id order by v.gevraagd_op, v.id")
                .bind("id", gevonden.id())
                .map(ConstructorMapper.of(VraagRij.class))
                .stream()
                .map(VraagRij::vraag)
                .toList()));
    }

    Optional<VraagRij> vraag(Handle handle, UUID id) {
        return handle.createQuery(VRAGEN + "where v.id = :id and g.gewist_op is null")
                .bind("id", id)
                .map(ConstructorMapper.of(VraagRij.class))
                .findOne();
    }

    /** The openstelling of which it is somebody's turn to be asked, or that has begun without; nobody else has it now. */
    Optional<MomentId> neemVolgende(Handle handle, Instant nu) {
        return handle.createQuery("""
                select d.moment_id from dekking d join moment m on m.id = d.moment_id
                where d.status = 'loopt' and (d.volgende_op <= :nu or m.begin <= :nu or m.status <> 'open')
                order by m.begin, d.id limit 1 for update of d skip locked
                """)
                .bind("nu", nu)
                .mapTo(UUID.class)
                .map(MomentId::new)
                .findOne();
    }

    void zetGolf(Handle handle, UUID id, int golf, boolean niemandMeer, Instant volgendeOp) {
        handle.createUpdate("""
                update dekking set golf = :golf, niemand_meer = :niemandMeer, volgende_op = :volgendeOp where id = :id
                """)
                .bind("id", id)
                .bind("niemandMeer", niemandMeer)
                .bind("golf", golf)
                .bind("volgendeOp", volgendeOp)
                .execute();
    }

    void sluit(Handle handle, UUID id, String status, Instant nu) {
        handle.createUpdate("""
                update dekking set status = :status, volgende_op = null, einde_op = :nu where id = :id and status = 'loopt'
                """)
                .bind("id", id)
                .bind("status", status)
                .bind("nu", nu)
                .execute();
    }

    /** False for one who was asked for something within the week before. */
    boolean vraag(Handle handle, UUID id, UUID dekking, GastheerId gastheer, int golf, Instant nu, Instant rustTot) {
        return handle.createUpdate("""
                insert into dekkingsvraag (id, dekking_id, gastheer_id, golf, gevraagd_op, rust)
                values (:id, :dekking, :gastheer, :golf, :nu, tstzrange(:nu, :rustTot)) on conflict do nothing
                """)
                        .bind("id", id)
                        .bind("dekking", dekking)
                        .bind("gastheer", gastheer.waarde())
                        .bind("golf", golf)
                        .bind("nu", nu)
                        .bind("rustTot", rustTot)
                        .execute()
                == 1;
    }

    void antwoord(Handle handle, UUID vraag, boolean ja, Instant nu) {
        handle.createUpdate("update dekkingsvraag set antwoord = :antwoord, beantwoord_op = :nu where id = :id")
                .bind("id", vraag)
                .bind("antwoord", ja ? "ja" : "nee")
                .bind("nu", nu)
                .execute();
    }

    /** When each was last asked to step in; who never was is left out. */
    Map<GastheerId, Instant> laatstGevraagd(Handle handle) {
        return handle
                .createQuery("select gastheer_id, max(gevraagd_op) as op from dekkingsvraag group by gastheer_id")
                .map((rij, context) -> Map.entry(
                        new GastheerId(rij.getObject(1, UUID.class)),
                        rij.getTimestamp(2).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who said of this openstelling that they cannot. */
    Set<GastheerId> afgemeld(Handle handle, MomentId moment) {
        return handle
                .createQuery("select gastheer_id from dienst where moment_id = :moment and status = 'afgemeld'")
                .bind("moment", moment.waarde())
                .mapTo(UUID.class)
                .stream()
                .map(GastheerId::new)
                .collect(Collectors.toSet());
    }
}
