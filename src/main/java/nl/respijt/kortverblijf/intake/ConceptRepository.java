package nl.respijt.kortverblijf.intake;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.kluis.Kluis;
import nl.respijt.kortverblijf.intake.Concepten.Stand;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;

@Singleton
final class ConceptRepository {
    /** The table and column to which what is encrypted is bound. */
    private static final String KOLOM = "intakeconcept.versleuteld";

    private final Kluis kluis;

    ConceptRepository(Kluis kluis) {
        this.kluis = kluis;
    }

    void insert(Handle handle, Concept concept) {
        handle.createUpdate("""
                insert into intakeconcept (id, code, mantelzorger_id, zelf, taal, door, opnieuw, versleuteld, aangemaakt_op,
                                           gewijzigd_op)
                values (:id, :code, :wie, :zelf, :taal, :door, :opnieuw, :versleuteld, :nu, :nu)
                """)
                .bind("id", concept.id())
                .bind("code", concept.code())
                .bind("wie", concept.mantelzorger().map(MantelzorgerId::waarde))
                .bind("zelf", concept.zelf())
                .bind("taal", concept.taal().code())
                .bind("door", concept.door())
                .bind("opnieuw", concept.opnieuw())
                .bind("versleuteld", verborgen(handle, concept))
                .bind("nu", concept.gewijzigdOp())
                .execute();
    }

    /** In place of what was kept; under the key of who it is of by now. */
    void wordt(Handle handle, Concept concept) {
        handle.createUpdate("""
                update intakeconcept set mantelzorger_id = :wie, zelf = :zelf, taal = :taal, versleuteld = :versleuteld,
                                         begonnen_op = :begonnen, gewijzigd_op = :nu
                where id = :id
                """)
                .bind("id", concept.id())
                .bind("wie", concept.mantelzorger().map(MantelzorgerId::waarde))
                .bind("zelf", concept.zelf())
                .bind("taal", concept.taal().code())
                .bind("versleuteld", verborgen(handle, concept))
                .bind("begonnen", concept.begonnenOp())
                .bind("nu", concept.gewijzigdOp())
                .execute();
        if (concept.mantelzorger().isPresent()) {
            wisSleutel(handle, concept.id());
        }
    }

    /** Each answer on a line of its own, its name before the first colon. */
    private byte[] verborgen(Handle handle, Concept concept) {
        var tekst = concept.antwoorden().entrySet().stream()
                .map(antwoord -> antwoord.getKey() + ":" + antwoord.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        return kluis.verberg(handle, concept.sleutelhouder(), concept.id(), KOLOM, tekst);
    }

    private static Map<String, String> lees(String tekst) {
        var gelezen = new HashMap<String, String>();
        tekst.lines().filter(regel -> !regel.isEmpty()).forEach(regel -> {
            var dubbelePunt = regel.indexOf(':');
            gelezen.put(regel.substring(0, dubbelePunt), regel.substring(dubbelePunt + 1));
        });
        return gelezen;
    }

    Stand find(Handle handle, UUID id) {
        return find(handle, id, "");
    }

    /** Nobody else answers a question of it until the end of the transaction. */
    Stand metSlot(Handle handle, UUID id) {
        return find(handle, id, " for update");
    }

    private Stand find(Handle handle, UUID id, String slot) {
        return handle.createQuery("select * from intakeconcept where id = :id" + slot)
                .bind("id", id)
                .map((rij, _) -> stand(handle, rij))
                .findOne()
                .orElseGet(Stand.Weg::new);
    }

    /** What a code leads to. */
    record Gevonden(UUID id, Stand stand) {}

    Optional<Gevonden> metCode(Handle handle, String code) {
        return handle.createQuery("select * from intakeconcept where code = :code")
                .bind("code", code)
                .map((rij, _) -> new Gevonden(rij.getObject("id", UUID.class), stand(handle, rij)))
                .findOne();
    }

    /** What one person began, signed in, and did not send, the newest first. */
    List<Concept> van(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("""
                select * from intakeconcept where mantelzorger_id = :wie and zelf and aanmelding_id is null
                order by gewijzigd_op desc, id
                """).bind("wie", wie.waarde()).map((rij, _) -> stand(handle, rij)).list().stream()
                .<Concept>mapMulti((stand, verder) -> {
                    if (stand instanceof Stand.Open(var concept)) {
                        verder.accept(concept);
                    }
                })
                .toList();
    }

    private Stand stand(Handle handle, ResultSet rij) throws SQLException {
        var id = rij.getObject("id", UUID.class);
        var verborgen = rij.getBytes("versleuteld");
        if (verborgen == null) {
            return new Stand.Verstuurd(rij.getObject("aanmelding_id", UUID.class));
        }
        var wie = Optional.ofNullable(rij.getObject("mantelzorger_id", UUID.class));
        var zelf = rij.getBoolean("zelf");
        var code = rij.getString("code");
        var taal = Taal.van(rij.getString("taal")).orElse(Taal.NL);
        var door = rij.getString("door");
        var opnieuw = rij.getBoolean("opnieuw");
        var begonnen = Optional.ofNullable(rij.getObject("begonnen_op", OffsetDateTime.class));
        var gewijzigd = rij.getObject("gewijzigd_op", OffsetDateTime.class).toInstant();
        return kluis.toon(handle, wie.orElse(id), id, KOLOM, verborgen)
                .<Stand>map(tekst -> new Stand.Open(new Concept(
                        id,
                        code,
                        wie.map(MantelzorgerId::new),
                        zelf,
                        lees(tekst),
                        taal,
                        door,
                        opnieuw,
                        begonnen.map(OffsetDateTime::toInstant),
                        gewijzigd)))
                .orElseGet(Stand.Weg::new);
    }

    /** How we reach somebody, as the fields of the form; one of each kind, what we saw to be theirs before the rest. */
    Map<String, String> bereiken(Handle handle, MantelzorgerId wie) {
        return handle.createQuery("""
                select distinct on (soort) soort, waarde from contact where mantelzorger_id = :wie
                order by soort, geverifieerd_op desc nulls last, waarde
                """)
                .bind("wie", wie.waarde())
                .collectRows(Collectors.toMap(
                        rij -> rij.getColumn("soort", String.class), rij -> rij.getColumn("waarde", String.class)));
    }

    /** It was sent: where it leads is kept, and nothing of what was told. */
    void verstuurd(Handle handle, Concept concept, MantelzorgerId wie, UUID aanmelding, Instant nu) {
        handle.createUpdate("""
                update intakeconcept
                set versleuteld = null, mantelzorger_id = :wie, aanmelding_id = :aanmelding, gewijzigd_op = :nu
                where id = :id
                """)
                .bind("id", concept.id())
                .bind("wie", wie.waarde())
                .bind("aanmelding", aanmelding)
                .bind("nu", nu)
                .execute();
        wisSleutel(handle, concept.id());
    }

    void wis(Handle handle, UUID id) {
        handle.createUpdate("delete from intakeconcept where id = :id")
                .bind("id", id)
                .execute();
        wisSleutel(handle, id);
    }

    /** @return whether it went: nobody answered a question of it meanwhile */
    boolean vervalt(Handle handle, UUID id, Instant sinds) {
        var weg = handle.createUpdate("delete from intakeconcept where id = :id and gewijzigd_op < :sinds")
                        .bind("id", id)
                        .bind("sinds", sinds)
                        .execute()
                > 0;
        if (weg) {
            wisSleutel(handle, id);
        }
        return weg;
    }

    /** Its own, from before we knew whose it is. */
    private static void wisSleutel(Handle handle, UUID id) {
        handle.createUpdate("delete from persoonssleutel where persoon_id = :id")
                .bind("id", id)
                .execute();
    }

    /** Those that nobody changed since. */
    List<UUID> stil(Handle handle, Instant sinds) {
        return handle.createQuery("select id from intakeconcept where gewijzigd_op < :sinds")
                .bind("sinds", sinds)
                .mapTo(UUID.class)
                .list();
    }
}
