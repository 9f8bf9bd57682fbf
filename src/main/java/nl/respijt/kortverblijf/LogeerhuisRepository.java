package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.kortverblijf.Huisregelbeheer.Versie;
import nl.respijt.kortverblijf.Logeerhuis.Bed;
import nl.respijt.kortverblijf.Logeerhuis.Huisregels;
import org.jdbi.v3.core.Handle;

/** Houses with the rules that hold on a day and their beds, and the nights on which those are not free. */
@Singleton
final class LogeerhuisRepository {
    /** A bed on a night on which it is not free. */
    record Nacht(UUID bed, LocalDate nacht, String status) {}

    /** The same, with for whom and why. */
    record Bednacht(UUID bed, LocalDate nacht, String status, Optional<UUID> aanmelding, Optional<String> reden) {}

    /** False when the provider has a house of that name. */
    boolean insert(Handle handle, Logeerhuis huis, boolean voorbeeld, LocalDate vanaf) {
        var nieuw = handle.createUpdate("""
                        insert into logeerhuis (id, aanbieder_id, naam, wijk, voorbeeld)
                        values (:id, :aanbieder, :naam, :wijk, :voorbeeld)
                        on conflict on constraint logeerhuis_naam_uniek do nothing
                        """)
                        .bind("id", huis.id())
                        .bind("aanbieder", huis.aanbieder())
                        .bind("naam", huis.naam())
                        .bind("wijk", huis.wijk())
                        .bind("voorbeeld", voorbeeld)
                        .execute()
                > 0;
        if (nieuw) {
            insert(handle, huis.id(), huis.regels(), vanaf);
            huis.bedden().forEach(bed -> insert(handle, huis.id(), bed));
        }
        return nieuw;
    }

    void insert(Handle handle, UUID huis, Huisregels regels, LocalDate vanaf) {
        var opdracht = handle.createUpdate("""
                insert into huisregels (logeerhuis_id, versie, vanaf, leeftijd, mobiliteit, nachtzorg, medicatie, onrust,
                                        dementie, spoed, aankomstdagen, minimaal_nachten, maximaal_nachten,
                                        mantelzorger_mee, proefnacht)
                values (:huis, :versie, :vanaf, :leeftijd, :mobiliteit, :nachtzorg, :medicatie, :onrust,
                        :dementie, :spoed, :aankomstdagen, :minimaal, :maximaal, :mee, :proefnacht)
                """);
        for (var vraag : Regel.vragen()) {
            opdracht.bindArray(
                    vraag.woord(),
                    String.class,
                    vraag.antwoorden().stream()
                            .filter(antwoord -> regels.neemt(vraag, antwoord))
                            .toList());
        }
        opdracht.bind("huis", huis)
                .bind("versie", regels.versie())
                .bind("vanaf", vanaf)
                .bind("spoed", regels.spoed())
                .bindArray(
                        "aankomstdagen",
                        Integer.class,
                        regels.aankomstdagen().stream()
                                .map(DayOfWeek::getValue)
                                .sorted()
                                .toList())
                .bind("minimaal", regels.minimaalNachten())
                .bind("maximaal", regels.maximaalNachten())
                .bind("mee", regels.mantelzorgerMee())
                .bind("proefnacht", regels.proefnacht())
                .execute();
    }

    private static void insert(Handle handle, UUID huis, Bed bed) {
        handle.createUpdate(
                        "insert into bed (id, logeerhuis_id, naam, kenmerken) values (:id, :huis, :naam, :kenmerken)")
                .bind("id", bed.id())
                .bind("huis", huis)
                .bind("naam", bed.naam())
                .bindArray("kenmerken", String.class, bed.kenmerken())
                .execute();
    }

    /** Every house that has rules on this day, by name. */
    List<Logeerhuis> alle(Handle handle, LocalDate dag) {
        var bedden = new HashMap<UUID, List<Bed>>();
        handle.createQuery("select id, logeerhuis_id, naam, kenmerken from bed order by logeerhuis_id, naam")
                .map((rij, _) -> {
                    bedden.computeIfAbsent(rij.getObject("logeerhuis_id", UUID.class), _ -> new ArrayList<>())
                            .add(new Bed(
                                    rij.getObject("id", UUID.class), rij.getString("naam"), woorden(rij, "kenmerken")));
                    return rij.getString("naam");
                })
                .list();
        return handle.createQuery("""
                select h.id, h.aanbieder_id, h.naam, h.wijk, r.*
                from logeerhuis h join huisregels r on r.logeerhuis_id = h.id
                where daterange(r.vanaf, r.tot) @> :dag
                order by h.naam, h.id
                """)
                .bind("dag", dag)
                .map((rij, _) -> huis(rij, bedden))
                .list();
    }

    Optional<Logeerhuis> find(Handle handle, UUID id, LocalDate dag) {
        return alle(handle, dag).stream().filter(huis -> huis.id().equals(id)).findFirst();
    }

    /** Every version there was, the last one first. */
    List<Versie> regels(Handle handle, UUID huis) {
        return handle.createQuery("select * from huisregels where logeerhuis_id = :huis order by vanaf desc")
                .bind("huis", huis)
                .map((rij, _) -> new Versie(
                        regels(rij),
                        rij.getObject("vanaf", LocalDate.class),
                        Optional.ofNullable(rij.getObject("tot", LocalDate.class))))
                .list();
    }

    /** Nobody else changes its rules until the end of the transaction. */
    void houd(Handle handle, UUID huis) {
        handle.createQuery("select id from logeerhuis where id = :huis for update")
                .bind("huis", huis)
                .mapTo(UUID.class)
                .one();
    }

    /** The version that had no end holds until this day. */
    void eindig(Handle handle, UUID huis, LocalDate tot) {
        handle.createUpdate("update huisregels set tot = :tot where logeerhuis_id = :huis and tot is null")
                .bind("huis", huis)
                .bind("tot", tot)
                .execute();
    }

    /** A version that nothing was offered under; the one before it goes on. */
    void vergeet(Handle handle, UUID huis, int versie) {
        var vanaf = handle.createQuery("""
                delete from huisregels where logeerhuis_id = :huis and versie = :versie returning vanaf
                """)
                .bind("huis", huis)
                .bind("versie", versie)
                .mapTo(LocalDate.class)
                .one();
        handle.createUpdate("update huisregels set tot = null where logeerhuis_id = :huis and tot = :vanaf")
                .bind("huis", huis)
                .bind("vanaf", vanaf)
                .execute();
    }

    private static Logeerhuis huis(ResultSet rij, Map<UUID, List<Bed>> bedden) throws SQLException {
        var id = rij.getObject("id", UUID.class);
        return new Logeerhuis(
                id,
                rij.getObject("aanbieder_id", UUID.class),
                rij.getString("naam"),
                rij.getString("wijk"),
                regels(rij),
                bedden.getOrDefault(id, List.of()));
    }

    private static Huisregels regels(ResultSet rij) throws SQLException {
        var neemt = new HashMap<Regel, Set<String>>();
        for (var vraag : Regel.vragen()) {
            neemt.put(vraag, woorden(rij, vraag.woord()));
        }
        return new Huisregels(
                rij.getInt("versie"),
                neemt,
                rij.getBoolean("spoed"),
                Arrays.stream((Integer[]) rij.getArray("aankomstdagen").getArray())
                        .map(DayOfWeek::of)
                        .collect(Collectors.toSet()),
                rij.getInt("minimaal_nachten"),
                rij.getInt("maximaal_nachten"),
                rij.getBoolean("mantelzorger_mee"),
                rij.getBoolean("proefnacht"));
    }

    private static Set<String> woorden(ResultSet rij, String kolom) throws SQLException {
        return Set.of((String[]) rij.getArray(kolom).getArray());
    }

    /** What is not free from {@code van} on and before {@code tot}, in order. */
    List<Nacht> nachten(Handle handle, LocalDate van, LocalDate tot) {
        return handle.createQuery(
                        "select bed_id, nacht, status from bednacht where nacht >= :van and nacht < :tot order by bed_id, nacht")
                .bind("van", van)
                .bind("tot", tot)
                .map((rij, _) -> new Nacht(
                        rij.getObject("bed_id", UUID.class),
                        rij.getObject("nacht", LocalDate.class),
                        rij.getString("status")))
                .list();
    }

    /** The same with for whom, and why the house keeps it. */
    List<Bednacht> bednachten(Handle handle, LocalDate van, LocalDate tot) {
        return handle.createQuery("""
                select n.bed_id, n.nacht, n.status, b.aanmelding_id, n.reden
                from bednacht n left join aanbieding b on b.id = n.aanbieding_id
                where n.nacht >= :van and n.nacht < :tot order by n.bed_id, n.nacht
                """)
                .bind("van", van)
                .bind("tot", tot)
                .map((rij, _) -> new Bednacht(
                        rij.getObject("bed_id", UUID.class),
                        rij.getObject("nacht", LocalDate.class),
                        rij.getString("status"),
                        Optional.ofNullable(rij.getObject("aanmelding_id", UUID.class)),
                        Optional.ofNullable(rij.getString("reden"))))
                .list();
    }

    /** Nights that somebody has stay as they are. */
    void blokkeer(Handle handle, UUID bed, Verblijf nachten, Optional<String> reden) {
        handle.createUpdate("""
                insert into bednacht (bed_id, nacht, status, reden)
                select :bed, cast(:van as date) + n, 'geblokkeerd', :reden from generate_series(0, :nachten - 1) n
                on conflict on constraint bednacht_pkey do update set reden = excluded.reden
                where bednacht.status = 'geblokkeerd'
                """)
                .bind("bed", bed)
                .bind("van", nachten.van())
                .bind("nachten", nachten.aantal())
                .bind("reden", reden)
                .execute();
    }

    int deblokkeer(Handle handle, UUID bed, Verblijf nachten) {
        return handle.createUpdate("""
                delete from bednacht
                where bed_id = :bed and nacht >= :van and nacht < :tot and status = 'geblokkeerd'
                """)
                .bind("bed", bed)
                .bind("van", nachten.van())
                .bind("tot", nachten.tot())
                .execute();
    }

    /** Beds that somebody has or a house keeps. */
    Bezetting bezetting(Handle handle, LocalDate van, LocalDate tot) {
        return new Bezetting(nachten(handle, van, tot).stream()
                .collect(Collectors.groupingBy(Nacht::bed, Collectors.mapping(Nacht::nacht, Collectors.toSet()))));
    }

    /** Beds that others have; what is held for this one is no obstacle to them. */
    Bezetting bezettingVoor(Handle handle, UUID aanmelding, LocalDate van, LocalDate tot) {
        var nachten = new HashMap<UUID, Set<LocalDate>>();
        handle.createQuery("""
                select n.bed_id, n.nacht from bednacht n left join aanbieding b on b.id = n.aanbieding_id
                where n.nacht >= :van and n.nacht < :tot and b.aanmelding_id is distinct from :aanmelding
                """)
                .bind("van", van)
                .bind("tot", tot)
                .bind("aanmelding", aanmelding)
                .map((rij, _) -> nachten.computeIfAbsent(rij.getObject("bed_id", UUID.class), _ -> new HashSet<>())
                        .add(rij.getObject("nacht", LocalDate.class)))
                .list();
        return new Bezetting(nachten);
    }
}
