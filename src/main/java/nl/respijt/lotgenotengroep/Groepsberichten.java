package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Gevolgen;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Messages of a coordinator to a group, through us: nobody sees the address of anybody else. And to a coordinator, of
 * what others changed in the group.
 */
@Singleton
public final class Groepsberichten {
    /** So long a message can be read. */
    private static final Duration LEESBAAR = Duration.ofDays(60);

    private static final String SELECT = "select id, groep_id, tekst, naam, op from groepsbericht ";

    private final Transacties transacties;
    private final DeelnameRepository deelnames;
    private final Postvak postvak;
    private final Gevolgen gevolgen;
    private final Klok klok;

    Groepsberichten(
            Transacties transacties, DeelnameRepository deelnames, Postvak postvak, Gevolgen gevolgen, Klok klok) {
        this.transacties = transacties;
        this.deelnames = deelnames;
        this.postvak = postvak;
        this.gevolgen = gevolgen;
        this.klok = klok;
    }

    /** How many will be told. The same form sent twice is one message. */
    public int stuur(UUID formulier, UUID groep, String tekst, Aanmelding door) {
        var aantal = transacties.schrijf(handle -> {
            var nu = klok.instant();
            var aan = deelnames.inGroep(handle, groep);
            if (insert(handle, new Groepsbericht(formulier, groep, tekst, door.naam(), nu), door.slug())) {
                aan.forEach(deelname ->
                        postvak.plaats(handle, List.of(DeelnameBerichten.bijBericht(formulier, deelname, nu)), nu));
            }
            return aan.size();
        });
        gevolgen.na();
        return aantal;
    }

    /** Whoever leads the group hears that it changed, unless they changed it: {@code door} is the account of who did. */
    void bijVerandering(Handle handle, UUID groep, int versie, Verandering wat, Optional<UUID> door) {
        var nu = klok.instant();
        var anderen = deelnames.coordinatoren(handle, groep).stream()
                .filter(wie -> !door.equals(Optional.of(wie)))
                .toList();
        postvak.plaats(handle, DeelnameBerichten.bijVerandering(groep, versie, wat, anderen, nu), nu);
    }

    /** The last ones first. */
    public List<Groepsbericht> van(UUID groep) {
        return transacties.lees(handle -> handle.createQuery(
                        SELECT + "where groep_id = :groep and op > :sinds order by op desc, id desc limit 20")
                .bind("groep", groep)
                .bind("sinds", klok.instant().minus(LEESBAAR))
                .map(ConstructorMapper.of(Groepsbericht.class))
                .list());
    }

    Optional<Groepsbericht> find(UUID id) {
        return transacties.lees(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Groepsbericht.class))
                .findOne());
    }

    private static boolean insert(Handle handle, Groepsbericht bericht, String door) {
        return handle.createUpdate("""
                        insert into groepsbericht (id, groep_id, tekst, naam, door, op)
                        values (:id, :groep, :tekst, :naam, :door, :op) on conflict do nothing
                        """)
                        .bind("id", bericht.id())
                        .bind("groep", bericht.groepId())
                        .bind("tekst", bericht.tekst())
                        .bind("naam", bericht.naam())
                        .bind("door", door)
                        .bind("op", bericht.op())
                        .execute()
                == 1;
    }
}
