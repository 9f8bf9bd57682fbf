package nl.respijt.rooster.voorstel;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentRij;
import nl.respijt.rooster.DienstId;
import nl.respijt.rooster.GastheerId;
import nl.respijt.tijd.Id;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** Proposals and their places. */
@Singleton
final class VoorstelRepository {
    private static final int OP_EEN_LIJST = 30;

    /** The gastheer of a place that stays is that of its dienst. */
    private static final String SELECT = """
            select v.*, (select count(*)::int from voorstelregel r left join dienst d on d.id = r.dienst_id
                         where r.voorstel_id = v.id and r.gepubliceerd_op is null
                           and r.gastheer_id is distinct from d.gastheer_id) as te_doen
            from roostervoorstel v
            """;

    private static final String REGELS = """
            select r.*, d.gastheer_id as was_id from voorstelregel r left join dienst d on d.id = r.dienst_id
            """;

    void insert(
            Handle handle,
            VoorstelId id,
            LocalDate van,
            int weken,
            boolean opnieuw,
            String door,
            Instant nu,
            Instant echt) {
        handle.createUpdate("""
                insert into roostervoorstel (id, van, weken, opnieuw, status, door, op, gezien_op)
                values (:id, :van, :weken, :opnieuw, 'rekent', :door, :nu, :echt)
                """)
                .bind("id", id.waarde())
                .bind("van", van)
                .bind("weken", weken)
                .bind("opnieuw", opnieuw)
                .bind("door", door)
                .bind("nu", nu)
                .bind("echt", echt)
                .execute();
    }

    Optional<Voorstel> find(Handle handle, VoorstelId id) {
        return alle(handle.createQuery(SELECT + "where v.id = :id").bind("id", id.waarde())).stream()
                .findFirst();
    }

    Optional<Voorstel> rekent(Handle handle) {
        return alle(handle.createQuery(SELECT + "where v.status = 'rekent'")).stream()
                .findFirst();
    }

    /** The newest first. */
    List<Voorstel> alle(Handle handle) {
        return alle(handle.createQuery(SELECT + "order by v.op desc, v.id desc limit :aantal")
                .bind("aantal", OP_EEN_LIJST));
    }

    /** False when it is not being worked on any more. */
    boolean meld(Handle handle, VoorstelId id, int voortgang, Instant echt) {
        return handle.createUpdate("""
                update roostervoorstel set voortgang = :voortgang, gezien_op = :echt where id = :id and status = 'rekent'
                """)
                        .bind("id", id.waarde())
                        .bind("voortgang", voortgang)
                        .bind("echt", echt)
                        .execute()
                == 1;
    }

    /** From being worked on to its end; false when it had one. */
    boolean eindig(Handle handle, VoorstelId id, Voorstel.Status status) {
        return handle.createUpdate("""
                update roostervoorstel set status = :status, voortgang = case when :status = 'klaar' then 100 else voortgang end
                where id = :id and status = 'rekent'
                """)
                        .bind("id", id.waarde())
                        .bind("status", status.woord())
                        .execute()
                == 1;
    }

    /** Whose work gave no sign of life since then is lost. */
    void eindigVerloren(Handle handle, Instant sinds) {
        handle.createUpdate(
                        "update roostervoorstel set status = 'gestopt' where status = 'rekent' and gezien_op < :sinds")
                .bind("sinds", sinds)
                .execute();
    }

    /** Once all of it is published, and not before. */
    void sluitAlsAllesGedaan(Handle handle, VoorstelId id) {
        handle.createUpdate("""
                update roostervoorstel v set status = 'gepubliceerd'
                where v.id = :id and v.status = 'klaar'
                  and not exists (select from voorstelregel r left join dienst d on d.id = r.dienst_id
                                  where r.voorstel_id = v.id and r.gepubliceerd_op is null
                                    and r.gastheer_id is distinct from d.gastheer_id)
                """).bind("id", id.waarde()).execute();
    }

    void insert(Handle handle, VoorstelId voorstel, List<Toewijzing> toewijzingen, Instant nu) {
        var groep = handle.prepareBatch("""
                insert into voorstelregel (id, voorstel_id, moment_id, dienst_id, gastheer_id)
                values (:id, :voorstel, :moment, :dienst, :gastheer)
                """);
        for (var toewijzing : toewijzingen) {
            groep.bind("id", Id.nieuw(nu))
                    .bind("voorstel", voorstel.waarde())
                    .bind("moment", toewijzing.moment().waarde())
                    .bind("dienst", toewijzing.dienst().map(DienstId::waarde))
                    .bind("gastheer", toewijzing.gastheer().map(GastheerId::waarde))
                    .add();
        }
        groep.execute();
    }

    List<Voorstelregel> regels(Handle handle, VoorstelId voorstel) {
        return handle.createQuery(REGELS + "where r.voorstel_id = :voorstel order by r.id")
                .bind("voorstel", voorstel.waarde())
                .map((rij, context) -> regel(rij))
                .list();
    }

    /** Those that it is about, also when they lapsed since. */
    List<Moment> momenten(Handle handle, VoorstelId voorstel) {
        return handle
                .createQuery("""
                select m.* from moment m
                where m.id in (select r.moment_id from voorstelregel r where r.voorstel_id = :voorstel)
                """)
                .bind("voorstel", voorstel.waarde())
                .map(ConstructorMapper.of(MomentRij.class))
                .stream()
                .map(MomentRij::moment)
                .toList();
    }

    Optional<Voorstelregel> regelVoorWijziging(Handle handle, VoorstelId voorstel, UUID id) {
        return handle.createQuery(REGELS + "where r.voorstel_id = :voorstel and r.id = :id for update of r")
                .bind("voorstel", voorstel.waarde())
                .bind("id", id)
                .map((rij, context) -> regel(rij))
                .findOne();
    }

    /** What was refused of somebody else says nothing of this one. */
    void zetGastheer(Handle handle, UUID regel, Optional<GastheerId> wie) {
        handle.createUpdate("""
                update voorstelregel set gastheer_id = :wie, gekozen = true, belet = null
                where id = :id and gepubliceerd_op is null
                """)
                .bind("id", regel)
                .bind("wie", wie.map(GastheerId::waarde))
                .execute();
    }

    void kies(Handle handle, UUID regel, boolean gekozen) {
        handle.createUpdate("update voorstelregel set gekozen = :gekozen where id = :id and gepubliceerd_op is null")
                .bind("id", regel)
                .bind("gekozen", gekozen)
                .execute();
    }

    void gepubliceerd(Handle handle, UUID regel, Instant nu) {
        handle.createUpdate("""
                update voorstelregel set gepubliceerd_op = :nu, belet = null where id = :id and gepubliceerd_op is null
                """).bind("id", regel).bind("nu", nu).execute();
    }

    void geweigerd(Handle handle, UUID regel, Belet belet) {
        handle.createUpdate("update voorstelregel set belet = :belet where id = :id and gepubliceerd_op is null")
                .bind("id", regel)
                .bind("belet", belet.woord())
                .execute();
    }

    private static List<Voorstel> alle(Query query) {
        return query.map((rij, context) -> voorstel(rij)).list();
    }

    private static Voorstel voorstel(ResultSet rij) throws SQLException {
        return new Voorstel(
                new VoorstelId(rij.getObject("id", UUID.class)),
                rij.getObject("van", LocalDate.class),
                rij.getInt("weken"),
                rij.getBoolean("opnieuw"),
                Voorstel.Status.van(rij.getString("status")),
                rij.getInt("voortgang"),
                rij.getString("door"),
                rij.getObject("op", OffsetDateTime.class).toInstant(),
                rij.getInt("te_doen"));
    }

    private static Voorstelregel regel(ResultSet rij) throws SQLException {
        return new Voorstelregel(
                rij.getObject("id", UUID.class),
                new MomentId(rij.getObject("moment_id", UUID.class)),
                Optional.ofNullable(rij.getObject("dienst_id", UUID.class)).map(DienstId::new),
                Optional.ofNullable(rij.getObject("was_id", UUID.class)).map(GastheerId::new),
                Optional.ofNullable(rij.getObject("gastheer_id", UUID.class)).map(GastheerId::new),
                rij.getBoolean("gekozen"),
                rij.getObject("gepubliceerd_op") != null,
                Optional.ofNullable(rij.getString("belet")).map(Belet::van));
    }
}
