package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.rooster.AgendaAntwoordRegel.Uitkomst;
import nl.respijt.tijd.Id;
import org.jdbi.v3.core.Handle;

@Singleton
final class AgendaAntwoordRepository {
    private static final int ZONDER_DIENST_PER_DAG = 20;

    private final DienstRepository diensten;

    AgendaAntwoordRepository(DienstRepository diensten) {
        this.diensten = diensten;
    }

    Optional<Uitkomst> find(Handle handle, byte[] mail) {
        return handle.createQuery("select uitkomst from agenda_antwoord where mail = :mail")
                .bind("mail", mail)
                .mapTo(String.class)
                .findOne()
                .map(Uitkomst::van);
    }

    boolean isGehoord(Handle handle, byte[] antwoord) {
        return handle.createQuery("select exists (select from agenda_antwoord where antwoord = :antwoord)")
                .bind("antwoord", antwoord)
                .mapTo(Boolean.class)
                .one();
    }

    /** Once for each mail; and of those that belong to no dienst only some a day, that who sends heaps hides nothing. */
    void insert(
            Handle handle,
            Optional<DienstId> dienst,
            Uitkomst uitkomst,
            byte[] mail,
            Optional<byte[]> antwoord,
            Instant nu) {
        handle.createUpdate("""
                insert into agenda_antwoord (id, dienst_id, uitkomst, mail, antwoord, op)
                select :id, :dienst::uuid, :uitkomst, :mail, :antwoord::bytea, :nu
                where :dienst::uuid is not null
                   or (select count(*) from agenda_antwoord where dienst_id is null and op > :gisteren) < :hoogstens
                on conflict do nothing
                """)
                .bind("id", Id.nieuw(nu))
                .bind("dienst", dienst.map(DienstId::waarde))
                .bind("uitkomst", uitkomst.woord())
                .bind("mail", mail)
                .bind("antwoord", antwoord.orElse(null))
                .bind("nu", nu)
                .bind("gisteren", nu.minus(Duration.ofDays(1)))
                .bind("hoogstens", ZONDER_DIENST_PER_DAG)
                .execute();
    }

    List<AgendaAntwoordRegel> nieuwste(Handle handle, int hoogstens) {
        record Rij(Instant op, Optional<UUID> dienst, Uitkomst uitkomst) {}
        var rijen = handle.createQuery(
                        "select op, dienst_id, uitkomst from agenda_antwoord order by op desc, id desc limit :hoogstens")
                .bind("hoogstens", hoogstens)
                .map((rij, context) -> new Rij(
                        rij.getObject("op", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(rij.getObject("dienst_id", UUID.class)),
                        Uitkomst.van(rij.getString("uitkomst"))))
                .list();
        var erbij = diensten.find(
                handle,
                rijen.stream().flatMap(rij -> rij.dienst().stream()).distinct().toList());
        return rijen.stream()
                .map(rij -> new AgendaAntwoordRegel(
                        rij.op(),
                        rij.dienst().flatMap(id -> Optional.ofNullable(erbij.get(new DienstId(id)))),
                        rij.uitkomst()))
                .toList();
    }
}
