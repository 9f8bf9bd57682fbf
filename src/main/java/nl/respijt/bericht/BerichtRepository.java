package nl.respijt.bericht;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.respijt.tijd.Id;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

@Singleton
final class BerichtRepository {
    /** The facts come as two arrays in one order, and go in so, which asks for no JSON here. */
    private static final String KOLOMMEN = """
            id, soort, kanaal, ding_id, ding_versie, ontvanger, niet_voor, pogingen, laatste_fout, aangemaakt_op,
            array(select key from jsonb_each_text(gegevens) order by key) as sleutels,
            array(select value from jsonb_each_text(gegevens) order by key) as waarden
            """;

    /** By road, with its word in the text: the planner counts with how many wait there. */
    private static final Map<Kanaal, String> NEEM =
            Stream.of(Kanaal.values()).collect(Collectors.toUnmodifiableMap(kanaal -> kanaal, BerichtRepository::neem));

    private final Jdbi jdbi;

    BerichtRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Handle handle, List<NieuwBericht> nieuwe, Instant nu) {
        try (var batch = handle.prepareBatch("""
                insert into bericht
                    (id, soort, kanaal, ding_id, ding_versie, ontvanger, gegevens, niet_voor, aangemaakt_op)
                values
                    (:id, :soort, :kanaal, :dingId, :dingVersie, :ontvanger,
                     jsonb_object(:sleutels, :waarden), :nietVoor, :nu)
                on conflict on constraint bericht_een_keer do nothing
                """)) {
            for (var nieuw : nieuwe) {
                var sleutels = List.copyOf(nieuw.gegevens().keySet());
                var waarden = sleutels.stream().map(nieuw.gegevens()::get).toList();
                batch.bind("id", Id.nieuw(nu))
                        .bind("soort", nieuw.soort())
                        .bind("kanaal", nieuw.kanaal().woord())
                        .bind("dingId", nieuw.dingId())
                        .bind("dingVersie", nieuw.dingVersie())
                        .bind("ontvanger", nieuw.ontvanger())
                        .bindArray("sleutels", String.class, sleutels)
                        .bindArray("waarden", String.class, waarden)
                        .bind("nietVoor", nieuw.nietVoor())
                        .bind("nu", nu)
                        .add();
            }
            batch.execute();
        }
    }

    /**
     * Takes the next message of a road that is due and keeps it from all others until {@code pachtTot}: one statement, so
     * that no transaction is open while a relay is talked to. Who dies holding it, loses it then.
     *
     * <p>A message waits while an earlier version of the same thing to the same person is being tried. One that only
     * waits for its day, a reminder, holds nothing up. That the earlier one waits is asked by what was not dealt with:
     * by status, the planner would walk the whole queue for it (V22).
     */
    Optional<Bericht> neem(Kanaal kanaal, Instant nu, Instant pachtTot) {
        return jdbi.withHandle(handle -> handle.createQuery(Objects.requireNonNull(NEEM.get(kanaal)))
                .bind("nu", nu)
                .bind("pachtTot", pachtTot)
                .map(this::bericht)
                .findOne());
    }

    private static String neem(Kanaal kanaal) {
        return """
                with aan_de_beurt as materialized (
                    select id
                      from bericht b
                     where status = 'wacht' and kanaal = '%1$s' and niet_voor <= :nu
                       and not exists (
                           select from bericht eerder
                            where eerder.ding_id = b.ding_id
                              and eerder.ding_versie < b.ding_versie
                              and eerder.ontvanger = b.ontvanger
                              and eerder.kanaal = '%1$s'
                              and eerder.afgehandeld_op is null
                              and (eerder.pogingen > 0 or eerder.niet_voor <= :nu))
                     order by niet_voor, id
                     limit 1
                       for update skip locked)
                update bericht
                   set niet_voor = :pachtTot, pogingen = pogingen + 1
                 where id = (select id from aan_de_beurt)
                returning
                """.formatted(kanaal.woord()) + KOLOMMEN;
    }

    void wisAfgehandelde(Handle handle, String soort, Instant voor) {
        handle.createUpdate("delete from bericht where soort = :soort and afgehandeld_op < :voor")
                .bind("soort", soort)
                .bind("voor", voor)
                .execute();
    }

    /** What was delivered or has lapsed is so, whoever holds the row by now. */
    void rondAf(UUID id, String status, Instant nu) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update bericht
                           set status = :status, laatste_fout = null, afgehandeld_op = :nu
                         where id = :id and status = 'wacht'
                        """)
                .bind("id", id)
                .bind("status", status)
                .bind("nu", nu)
                .execute());
    }

    /** Only while the row is still ours: after the lease another attempt may be under way. */
    void stelUit(Bericht bericht, String fout, Instant nietVoor) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update bericht
                           set niet_voor = :nietVoor, laatste_fout = :fout
                         where id = :id and status = 'wacht' and pogingen = :pogingen
                        """)
                .bind("id", bericht.id())
                .bind("pogingen", bericht.pogingen())
                .bind("fout", fout)
                .bind("nietVoor", nietVoor)
                .execute());
    }

    void geefOp(Bericht bericht, String fout, Instant nu) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update bericht
                           set status = 'mislukt', laatste_fout = :fout, afgehandeld_op = :nu
                         where id = :id and status = 'wacht' and pogingen = :pogingen
                        """)
                .bind("id", bericht.id())
                .bind("pogingen", bericht.pogingen())
                .bind("fout", fout)
                .bind("nu", nu)
                .execute());
    }

    boolean zetTerug(UUID id, Instant nu) {
        return jdbi.withHandle(handle ->
                        handle.createUpdate("""
                        update bericht
                           set status = 'wacht', niet_voor = :nu, pogingen = 0, laatste_fout = null,
                               afgehandeld_op = null
                         where id = :id and status = 'mislukt'
                        """).bind("id", id).bind("nu", nu).execute())
                == 1;
    }

    boolean rondTelefoontjeAf(UUID id, String wie, Instant nu) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update bericht
                           set status = 'klaar', afgehandeld_op = :nu, afgehandeld_wie = :wie
                         where id = :id and kanaal = 'bellen' and status = 'wacht'
                        """)
                        .bind("id", id)
                        .bind("wie", wie)
                        .bind("nu", nu)
                        .execute())
                == 1;
    }

    List<Bericht> findTelefoontjes(Instant nu) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + KOLOMMEN + """
                          from bericht
                         where status = 'wacht' and kanaal = 'bellen' and niet_voor <= :nu
                         order by niet_voor, id
                        """)
                .bind("nu", nu)
                .map(this::bericht)
                .list());
    }

    List<Bericht> findMislukt() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + KOLOMMEN + "from bericht where status = 'mislukt' order by aangemaakt_op, id")
                .map(this::bericht)
                .list());
    }

    Optional<Afhandeling> findAfhandeling(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select kanaal, status, afgehandeld_op, afgehandeld_wie from bericht where id = :id")
                .bind("id", id)
                .map((rij, context) -> new Afhandeling(
                        Kanaal.van(rij.getString("kanaal")),
                        rij.getString("status"),
                        Optional.ofNullable(rij.getObject("afgehandeld_op", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(rij.getString("afgehandeld_wie"))))
                .findOne());
    }

    /** How a message ended, as far as it has. */
    record Afhandeling(Kanaal kanaal, String status, Optional<Instant> op, Optional<String> wie) {}

    private Bericht bericht(ResultSet rij, StatementContext context) throws SQLException {
        return new Bericht(
                rij.getObject("id", UUID.class),
                rij.getString("soort"),
                Kanaal.van(rij.getString("kanaal")),
                rij.getObject("ding_id", UUID.class),
                rij.getInt("ding_versie"),
                rij.getString("ontvanger"),
                gegevens(rij),
                rij.getObject("niet_voor", OffsetDateTime.class).toInstant(),
                rij.getInt("pogingen"),
                Optional.ofNullable(rij.getString("laatste_fout")),
                rij.getObject("aangemaakt_op", OffsetDateTime.class).toInstant());
    }

    private static Map<String, String> gegevens(ResultSet rij) throws SQLException {
        var sleutels = (String[]) rij.getArray("sleutels").getArray();
        var waarden = (String[]) rij.getArray("waarden").getArray();
        var gegevens = new HashMap<String, String>();
        for (var i = 0; i < sleutels.length; i++) {
            gegevens.put(sleutels[i], waarden[i]);
        }
        return gegevens;
    }
}
