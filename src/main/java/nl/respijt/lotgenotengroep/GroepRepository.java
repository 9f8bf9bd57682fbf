package nl.respijt.lotgenotengroep;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.Plek;
import nl.respijt.lotgenotengroep.Ritme.Maand;
import nl.respijt.lotgenotengroep.Ritme.Weken;
import nl.respijt.tijd.Dagdelen.Uren;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

@Singleton
final class GroepRepository {
    /** The shape of a row of lotgenotengroep. */
    public record GroepRij(
            UUID id,
            String naam,
            String soort,
            String doelgroep,
            String uitleg,
            List<String> talen,
            String wijk,
            String plaats,
            boolean rolstoeltoegankelijk,
            int grootte,
            int deelnemers,
            String status,
            boolean openVoorNieuwe,
            boolean alleenVrouwen,
            boolean kennismaking,
            boolean voorbeeld,
            String afspraken,
            @Nullable String hulpNaam,
            @Nullable String hulpTelefoon,
            int versie) {
        Lotgenotengroep groep() {
            return new Lotgenotengroep(
                    id,
                    naam,
                    Groepssoort.van(soort),
                    doelgroep,
                    uitleg,
                    talen,
                    new Plek(wijk, plaats, rolstoeltoegankelijk),
                    grootte,
                    deelnemers,
                    Groepsstatus.van(status),
                    openVoorNieuwe,
                    alleenVrouwen,
                    kennismaking,
                    voorbeeld,
                    afspraken,
                    Optional.ofNullable(hulpNaam),
                    Optional.ofNullable(hulpTelefoon),
                    versie);
        }
    }

    /** The shape of a row of ritme. */
    public record RitmeRij(
            UUID id,
            UUID groepId,
            String soort,
            int elke,
            int dag,
            @Nullable Integer hoeveelste,
            LocalTime begin,
            LocalTime eind,
            LocalDate vanaf,
            @Nullable LocalDate tot,
            boolean schoolvakantiesOverslaan) {
        Ritmelijn lijn() {
            var einde = Optional.ofNullable(tot);
            var ritme = hoeveelste == null
                    ? new Weken(elke, dag, vanaf, einde)
                    : new Maand(elke, dag, hoeveelste, vanaf, einde);
            return new Ritmelijn(id, groepId, ritme, new Uren(begin, eind), schoolvakantiesOverslaan);
        }
    }

    /** The shape of a row of bijeenkomst, with what became of its moment. */
    public record BijeenkomstRij(UUID momentId, UUID groepId, LocalDate datum, String herkomst, boolean vervallen) {
        MomentId moment() {
            return new MomentId(momentId);
        }
    }

    /** Somebody who leads a group. */
    public record CoordinatorRij(UUID groepId, UUID persoonId, String naam) {}

    private static final String VOLGORDE = " order by naam collate \"C\"";

    List<Lotgenotengroep> alle(Handle handle) {
        return handle
                .createQuery("select * from lotgenotengroep" + VOLGORDE)
                .map(ConstructorMapper.of(GroepRij.class))
                .stream()
                .map(GroepRij::groep)
                .toList();
    }

    Optional<Lotgenotengroep> find(Handle handle, UUID id) {
        return handle.createQuery("select * from lotgenotengroep where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(GroepRij.class))
                .findOne()
                .map(GroepRij::groep);
    }

    List<Lotgenotengroep> geleidDoor(Handle handle, UUID persoon) {
        return handle
                .createQuery("""
                        select * from lotgenotengroep
                        where id in (select groep_id from groepscoordinator where persoon_id = :persoon)
                        """ + VOLGORDE)
                .bind("persoon", persoon)
                .map(ConstructorMapper.of(GroepRij.class))
                .stream()
                .map(GroepRij::groep)
                .toList();
    }

    /** False when a group of that name was there already. */
    boolean insert(Handle handle, Lotgenotengroep groep) {
        return bind(handle.createUpdate("""
                        insert into lotgenotengroep (id, naam, soort, doelgroep, uitleg, talen, wijk, plaats,
                            rolstoeltoegankelijk, grootte, status, open_voor_nieuwe, alleen_vrouwen, kennismaking,
                            voorbeeld, afspraken, hulp_naam, hulp_telefoon)
                        values (:id, :naam, :soort, :doelgroep, :uitleg, :talen, :wijk, :plaats, :rolstoel, :grootte,
                            :status, :open, :vrouwen, :kennismaking, :voorbeeld, :afspraken, :hulpNaam, :hulpTelefoon)
                        on conflict (naam) do nothing
                        """), groep)
                        .bind("voorbeeld", groep.voorbeeld())
                        .execute()
                == 1;
    }

    /** All but who joined, which is counted by who does so. */
    void wijzig(Handle handle, Lotgenotengroep groep) {
        bind(handle.createUpdate("""
                update lotgenotengroep set naam = :naam, soort = :soort, doelgroep = :doelgroep, uitleg = :uitleg,
                    talen = :talen, wijk = :wijk, plaats = :plaats, rolstoeltoegankelijk = :rolstoel,
                    grootte = :grootte, status = :status, open_voor_nieuwe = :open, alleen_vrouwen = :vrouwen,
                    kennismaking = :kennismaking, afspraken = :afspraken, hulp_naam = :hulpNaam,
                    hulp_telefoon = :hulpTelefoon, versie = versie + 1
                where id = :id
                """), groep).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S opdracht, Lotgenotengroep groep) {
        return opdracht.bind("id", groep.id())
                .bind("naam", groep.naam())
                .bind("soort", groep.soort().woord())
                .bind("doelgroep", groep.doelgroep())
                .bind("uitleg", groep.uitleg())
                .bindArray("talen", String.class, groep.talen())
                .bind("wijk", groep.plek().wijk())
                .bind("plaats", groep.plek().plaats())
                .bind("rolstoel", groep.plek().rolstoeltoegankelijk())
                .bind("grootte", groep.grootte())
                .bind("status", groep.status().woord())
                .bind("open", groep.openVoorNieuwe())
                .bind("vrouwen", groep.alleenVrouwen())
                .bind("kennismaking", groep.kennismaking())
                .bind("afspraken", groep.afspraken())
                .bind("hulpNaam", groep.hulpNaam())
                .bind("hulpTelefoon", groep.hulpTelefoon());
    }

    void verhoogVersie(Handle handle, UUID groep) {
        handle.createUpdate("update lotgenotengroep set versie = versie + 1 where id = :id")
                .bind("id", groep)
                .execute();
    }

    /** A group changes one thing at a time; empty when there is no such group. */
    Optional<Lotgenotengroep> findVoorWijziging(Handle handle, UUID id) {
        return handle.createQuery("select * from lotgenotengroep where id = :id for update")
                .bind("id", id)
                .map(ConstructorMapper.of(GroepRij.class))
                .findOne()
                .map(GroepRij::groep);
    }

    List<Ritmelijn> ritmes(Handle handle) {
        return handle
                .createQuery("select * from ritme order by groep_id, vanaf, dag, id")
                .map(ConstructorMapper.of(RitmeRij.class))
                .stream()
                .map(RitmeRij::lijn)
                .toList();
    }

    List<Ritmelijn> ritmes(Handle handle, UUID groep) {
        return ritmes(handle).stream()
                .filter(lijn -> lijn.groepId().equals(groep))
                .toList();
    }

    void insert(Handle handle, Ritmelijn lijn) {
        var ritme = lijn.ritme();
        handle.createUpdate("""
                insert into ritme (id, groep_id, soort, elke, dag, hoeveelste, begin, eind, vanaf, tot,
                                   schoolvakanties_overslaan)
                values (:id, :groep, :soort, :elke, :dag, :hoeveelste, :begin, :eind, :vanaf, :tot, :overslaan)
                """)
                .bind("id", lijn.id())
                .bind("groep", lijn.groepId())
                .bind("soort", ritme instanceof Maand ? "maand" : "weken")
                .bind("elke", ritme.elke())
                .bind("dag", ritme.dag())
                .bind(
                        "hoeveelste",
                        ritme instanceof Maand maand ? Optional.of(maand.hoeveelste()) : Optional.<Integer>empty())
                .bind("begin", lijn.uren().begin())
                .bind("eind", lijn.uren().eind())
                .bind("vanaf", ritme.vanaf())
                .bind("tot", ritme.tot())
                .bind("overslaan", lijn.zonderSchoolvakanties())
                .execute();
    }

    void beeindig(Handle handle, UUID lijn, LocalDate tot) {
        handle.createUpdate("update ritme set tot = greatest(vanaf, least(coalesce(tot, :tot), :tot)) where id = :id")
                .bind("id", lijn)
                .bind("tot", tot)
                .execute();
    }

    /** From that day of the plan on, up to and including the other; of all groups. */
    List<BijeenkomstRij> bijeenkomsten(Handle handle, LocalDate van, LocalDate tot) {
        return handle.createQuery("""
                select b.moment_id, b.groep_id, b.datum, b.herkomst, m.status = 'vervallen' as vervallen
                from bijeenkomst b join moment m on m.id = b.moment_id
                where b.datum between :van and :tot order by b.datum, b.moment_id
                """)
                .bind("van", van)
                .bind("tot", tot)
                .map(ConstructorMapper.of(BijeenkomstRij.class))
                .list();
    }

    /** All that a group has from that day of the plan on. */
    List<BijeenkomstRij> bijeenkomsten(Handle handle, UUID groep, LocalDate van) {
        return handle.createQuery("""
                select b.moment_id, b.groep_id, b.datum, b.herkomst, m.status = 'vervallen' as vervallen
                from bijeenkomst b join moment m on m.id = b.moment_id
                where b.groep_id = :groep and b.datum >= :van order by b.datum, b.moment_id
                """)
                .bind("groep", groep)
                .bind("van", van)
                .map(ConstructorMapper.of(BijeenkomstRij.class))
                .list();
    }

    Optional<BijeenkomstRij> bijeenkomst(Handle handle, MomentId moment) {
        return handle.createQuery("""
                select b.moment_id, b.groep_id, b.datum, b.herkomst, m.status = 'vervallen' as vervallen
                from bijeenkomst b join moment m on m.id = b.moment_id where b.moment_id = :moment
                """)
                .bind("moment", moment.waarde())
                .map(ConstructorMapper.of(BijeenkomstRij.class))
                .findOne();
    }

    void insertBijeenkomst(Handle handle, MomentId moment, UUID groep, LocalDate datum, String herkomst) {
        handle.createUpdate("""
                insert into bijeenkomst (moment_id, groep_id, datum, herkomst) values (:moment, :groep, :datum, :herkomst)
                """)
                .bind("moment", moment.waarde())
                .bind("groep", groep)
                .bind("datum", datum)
                .bind("herkomst", herkomst)
                .execute();
    }

    /** Their days of the plan are free for something else; the moments stay, for who had a place there. */
    void geefDagenVrij(Handle handle, Collection<UUID> momenten) {
        handle.createUpdate("delete from bijeenkomst where moment_id = any (:momenten)")
                .bindArray("momenten", UUID.class, List.copyOf(momenten))
                .execute();
    }

    /** What lapsed on that day gives it to what comes instead. */
    void geefVervallenDagVrij(Handle handle, UUID groep, LocalDate datum) {
        handle.createUpdate("""
                delete from bijeenkomst b using moment m
                where b.groep_id = :groep and b.datum = :datum and m.id = b.moment_id and m.status = 'vervallen'
                """).bind("groep", groep).bind("datum", datum).execute();
    }

    List<CoordinatorRij> coordinatoren(Handle handle) {
        return handle.createQuery("""
                select c.groep_id, c.persoon_id, a.naam from groepscoordinator c join account a on a.id = c.persoon_id
                where a.rol = 'groepscoordinator' and a.geblokkeerd_op is null order by a.naam, a.id
                """)
                .map(ConstructorMapper.of(CoordinatorRij.class))
                .list();
    }

    /** Accounts that may lead a group. */
    List<CoordinatorRij> mogelijkeCoordinatoren(Handle handle, UUID groep) {
        return handle.createQuery("""
                select :groep::uuid as groep_id, a.id as persoon_id, a.naam from account a
                where a.rol = 'groepscoordinator' and a.geblokkeerd_op is null
                  and not exists (select from groepscoordinator c where c.groep_id = :groep and c.persoon_id = a.id)
                order by a.naam, a.id
                """)
                .bind("groep", groep)
                .map(ConstructorMapper.of(CoordinatorRij.class))
                .list();
    }

    boolean leidt(Handle handle, UUID groep, UUID persoon) {
        return handle.createQuery("""
                select exists (select from groepscoordinator where groep_id = :groep and persoon_id = :persoon)
                """)
                .bind("groep", groep)
                .bind("persoon", persoon)
                .mapTo(Boolean.class)
                .one();
    }

    /** False when there is no account of that role, or it leads this group already. */
    boolean koppel(Handle handle, UUID groep, UUID persoon) {
        return handle.createUpdate("""
                        insert into groepscoordinator (groep_id, persoon_id)
                        select :groep, a.id from account a where a.id = :persoon and a.rol = 'groepscoordinator'
                        on conflict do nothing
                        """)
                        .bind("groep", groep)
                        .bind("persoon", persoon)
                        .execute()
                == 1;
    }

    void ontkoppel(Handle handle, UUID groep, UUID persoon) {
        handle.createUpdate("delete from groepscoordinator where groep_id = :groep and persoon_id = :persoon")
                .bind("groep", groep)
                .bind("persoon", persoon)
                .execute();
    }
}
