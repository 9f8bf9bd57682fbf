package nl.respijt.boeking;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Opdracht;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Tijdvak;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

@Singleton
final class MomentRepository {
    /** Decides who gets the last place: never counted first, always this one statement. */
    static final String NEEM_PLAATSEN = """
            update moment set bezet = bezet + :personen, gewijzigd_op = :nu
            where id = :id and status = 'open' and begin > :nu and bezet + :personen <= plaatsen
              and not voorbehoud and (not besloten or :eigen) and (soort <> 'thuis' or :thuis)
            returning *
            """;

    private static final Opdracht NEEM = Opdracht.van(NEEM_PLAATSEN);

    /** A house, as its moments name it. */
    public record Bron(UUID id, String titel) {}

    Optional<Moment> find(Handle handle, MomentId id) {
        return een(handle.createQuery("select * from moment where id = :id").bind("id", id.waarde()));
    }

    /** What anybody may find and book; empty for the meeting of a closed group. */
    Optional<Moment> findOpenbaar(Handle handle, MomentId id) {
        return een(handle.createQuery("select * from moment where id = :id and not besloten")
                .bind("id", id.waarde()));
    }

    void besluit(Handle handle, List<UUID> ids, boolean besloten) {
        handle.createUpdate("update moment set besloten = :besloten where id = any (:ids)")
                .bind("besloten", besloten)
                .bindArray("ids", UUID.class, ids)
                .execute();
    }

    Optional<Moment> findVoorWijziging(Handle handle, MomentId id) {
        return een(handle.createQuery("select * from moment where id = :id for update")
                .bind("id", id.waarde()));
    }

    /** For who belongs there, or has somebody on the line who does. */
    Optional<Moment> neemPlaatsen(Handle handle, MomentId id, int personen, Instant nu) {
        return neemPlaatsen(handle, id, personen, true, true, nu);
    }

    /**
     * @param eigen also at the meeting of a closed group, which for strangers is not there
     * @param thuis also of care at home, of which we have to know where
     */
    Optional<Moment> neemPlaatsen(Handle handle, MomentId id, int personen, boolean eigen, boolean thuis, Instant nu) {
        return NEEM
                .vraag(
                        handle,
                        Map.of("id", id.waarde(), "personen", personen, "eigen", eigen, "thuis", thuis, "nu", nu),
                        MomentRij::lees)
                .stream()
                .map(MomentRij::moment)
                .findFirst();
    }

    void geefPlaatsenTerug(Handle handle, MomentId id, int personen, Instant nu) {
        verschuifBezet(handle, id, -personen, nu);
    }

    /** Without asking whether there is room: the moment is held, or over. */
    void verschuifBezet(Handle handle, MomentId id, int personen, Instant nu) {
        handle.createUpdate("update moment set bezet = bezet + :personen, gewijzigd_op = :nu where id = :id")
                .bind("id", id.waarde())
                .bind("personen", personen)
                .bind("nu", nu)
                .execute();
    }

    private static final String VRIJ = "plaatsen - bezet >= :personen";

    private static final String WACHTLIJST = "(soort <> 'thuis' and bezet = plaatsen and plaatsen >= :personen)";

    MomentVraag.Momenten zoek(Handle handle, MomentVraag vraag, MomentVraag.Stuk stuk) {
        var momenten = stuk(handle, vraag, stuk);
        if (stuk.overslaan() == 0 && momenten.size() < stuk.aantal()) {
            return new MomentVraag.Momenten(momenten, momenten.size());
        }
        var totaal = vraag(handle.createQuery("select count(*) " + waaruit(vraag)), vraag)
                .mapTo(Integer.class)
                .one();
        return new MomentVraag.Momenten(momenten, totaal);
    }

    /** What is found first, if anything; of visits at one time the first is also the first of all, so none has to wait. */
    Optional<Moment> eerste(Handle handle, MomentVraag vraag) {
        return alle(vraag(
                        handle.createQuery("select * " + voorwaarden(vraag) + Zoekvolgorde.VOLGORDE + " limit 1"),
                        vraag))
                .stream()
                .findFirst();
    }

    private static List<Moment> stuk(Handle handle, MomentVraag vraag, MomentVraag.Stuk stuk) {
        return alle(vraag(
                        handle.createQuery("select * " + waaruit(vraag) + Zoekvolgorde.VOLGORDE
                                + " limit :aantal offset :overslaan"),
                        vraag)
                .bind("aantal", stuk.aantal())
                .bind("overslaan", stuk.overslaan()));
    }

    private static String waaruit(MomentVraag vraag) {
        return vraag.bezoekenSamen()
                ? "from (select *, row_number() over (partition by begin, eind, case soort when 'thuis' then '' else id::text end"
                        + " order by " + Zoekvolgorde.TEGELIJK + ") as zoveelste " + voorwaarden(vraag)
                        + ") as keuze where zoveelste = 1"
                : voorwaarden(vraag);
    }

    /** Only what is asked: what does not matter would be looked at for each of a year's moments. */
    private static String voorwaarden(MomentVraag vraag) {
        var sql = new StringBuilder("from moment where begin >= :van and begin < :tot");
        if (!vraag.ookVervallen()) {
            sql.append(" and status = 'open'");
        }
        if (!vraag.ookBesloten()) {
            sql.append(" and not besloten");
        }
        switch (vraag.ruimte()) {
            case MAAKT_NIET_UIT -> {}
            case VRIJ -> sql.append(" and not voorbehoud and ").append(VRIJ);
            case WACHTLIJST -> sql.append(" and not voorbehoud and ").append(WACHTLIJST);
            case VRIJ_OF_WACHTLIJST ->
                sql.append(" and not voorbehoud and (")
                        .append(VRIJ)
                        .append(" or ")
                        .append(WACHTLIJST)
                        .append(")");
        }
        if (!vraag.soorten().isEmpty()) {
            sql.append(" and soort = any (:soorten)");
        }
        vraag.bron().ifPresent(_ -> sql.append(" and bron_id = :bron"));
        vraag.dagdeel().ifPresent(_ -> sql.append(" and dagdeel = :dagdeel"));
        vraag.taal().ifPresent(_ -> sql.append(" and :taal = any (talen)"));
        if (vraag.alleenRolstoel()) {
            sql.append(" and rolstoeltoegankelijk");
        }
        vraag.wijk().ifPresent(_ -> sql.append(" and ").append(Zoekvolgorde.WAAR));
        return sql.toString();
    }

    /** Binds every part, also what this question does not ask for. */
    private static <S extends SqlStatement<S>> S vraag(S statement, MomentVraag vraag) {
        statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return statement
                .bind("van", vraag.van())
                .bind("tot", vraag.tot())
                .bindArray(
                        "soorten",
                        String.class,
                        vraag.soorten().stream().map(Soort::woord).toList())
                .bind("bron", vraag.bron())
                .bind("wijk", vraag.wijk())
                .bindArray("buurt", String.class, vraag.buurt())
                .bind("dagdeel", vraag.dagdeel().map(Dagdeel::woord))
                .bind("taal", vraag.taal())
                .bind("personen", vraag.personen());
    }

    /**
     * What comes nearest to a moment that cannot be had, by how far it is off in time; another house counts as two days
     * further, and each next house at one and the same time as two days more: three ways to one afternoon are one choice.
     * Another group is no alternative to a group: it is for other people.
     */
    List<Moment> alternatieven(Handle handle, Moment moment, int personen, Instant nu) {
        return alle(handle.createQuery("""
                select * from (
                    select *, row_number() over (partition by begin order by bron_id <> :bron, titel, id) as zoveelste
                    from moment
                    where status = 'open' and soort = :soort and id <> :id and begin > :nu
                      and begin < greatest(:begin::timestamptz, :nu::timestamptz) + interval '8 weeks'
                      and plaatsen - bezet >= :personen and not voorbehoud
                      and case when soort = 'groep' then bron_id = :bron else not besloten end) as keuze
                order by abs(extract(epoch from begin - :begin::timestamptz))
                         + 172800 * (case when bron_id = :bron then 0 else 1 end + zoveelste - 1), begin, id
                limit 3
                """)
                .bind("id", moment.id().waarde())
                .bind("soort", moment.soort().woord())
                .bind("bron", moment.bronId())
                .bind("begin", moment.tijdvak().van())
                .bind("personen", personen)
                .bind("nu", nu));
    }

    void insert(Handle handle, Moment moment) {
        handle.createUpdate("""
                insert into moment (id, soort, bron_id, titel, wijk, ook_wijken, plaats, datum, dagdeel, begin, eind,
                                    plaatsen, voorbehoud, talen, rolstoeltoegankelijk, voorbeeld, versie_op, gewijzigd_op)
                values (:id, :soort, :bron, :titel, :wijk, :ookWijken, :plaats, :datum, :dagdeel, :begin, :eind,
                        :plaatsen, :voorbehoud, :talen, :rolstoel, :voorbeeld, :nu, :nu)
                """)
                .bind("id", moment.id().waarde())
                .bind("soort", moment.soort().woord())
                .bind("bron", moment.bronId())
                .bind("titel", moment.titel())
                .bind("wijk", moment.wijk())
                .bindArray("ookWijken", String.class, moment.ookWijken())
                .bind("plaats", moment.plaats())
                .bind("datum", moment.datum())
                .bind("dagdeel", moment.dagdeel().woord())
                .bind("begin", moment.tijdvak().van())
                .bind("eind", moment.tijdvak().tot())
                .bind("plaatsen", moment.plaatsen())
                .bind("voorbehoud", moment.voorbehoud())
                .bindArray("talen", String.class, moment.talen())
                .bind("rolstoel", moment.rolstoeltoegankelijk())
                .bind("voorbeeld", moment.voorbeeld())
                .bind("nu", moment.gewijzigdOp())
                .execute();
    }

    void laatVervallen(Handle handle, MomentId id, Instant nu) {
        handle.createUpdate("""
                update moment set status = 'vervallen', bezet = 0, versie = versie + 1, versie_op = :nu, gewijzigd_op = :nu
                where id = :id
                """).bind("id", id.waarde()).bind("nu", nu).execute();
    }

    Moment verplaats(
            Handle handle, MomentId id, LocalDate datum, Dagdeel dagdeel, Tijdvak tijdvak, Plek plek, Instant nu) {
        return een(handle.createQuery("""
                        update moment set datum = :datum, dagdeel = :dagdeel, begin = :begin, eind = :eind,
                               wijk = :wijk, plaats = :plaats, rolstoeltoegankelijk = :rolstoel, versie = versie + 1, versie_op = :nu, gewijzigd_op = :nu
                        where id = :id returning *
                        """)
                        .bind("id", id.waarde())
                        .bind("datum", datum)
                        .bind("dagdeel", dagdeel.woord())
                        .bind("begin", tijdvak.van())
                        .bind("eind", tijdvak.tot())
                        .bind("wijk", plek.wijk())
                        .bind("plaats", plek.plaats())
                        .bind("rolstoel", plek.rolstoeltoegankelijk())
                        .bind("nu", nu))
                .orElseThrow(() -> new IllegalStateException("no moment " + id));
    }

    /** The houses that have moments to come. */
    List<Bron> huizen(Handle handle, Instant nu) {
        return handle.createQuery("""
                select distinct on (titel, bron_id) bron_id as id, titel from moment
                where soort = 'huis' and not besloten and status = 'open' and begin > :nu
                order by titel, bron_id, begin
                """)
                .bind("nu", nu)
                .map(ConstructorMapper.of(Bron.class))
                .list();
    }

    /** Whether a source has nothing else at that time, but for these. */
    boolean isVrij(Handle handle, UUID bron, Tijdvak tijdvak, List<MomentId> behalve) {
        return handle.createQuery("""
                select not exists (select from moment
                                   where bron_id = :bron and status = 'open' and id <> all (:behalve)
                                     and tstzrange(begin, eind) && tstzrange(:begin, :eind))
                """)
                .bind("bron", bron)
                .bindArray("behalve", UUID.class, ids(behalve))
                .bind("begin", tijdvak.van())
                .bind("eind", tijdvak.tot())
                .mapTo(Boolean.class)
                .one();
    }

    boolean isPlekBezet(Handle handle, UUID bron, Plek plek, Tijdvak tijdvak) {
        return handle.createQuery("""
                select exists (select from moment
                               where soort = 'groep' and bron_id <> :bron and status = 'open' and lower(plaats) = lower(:plaats)
                                 and begin < :eind and eind > :begin)
                """)
                .bind("bron", bron)
                .bind("plaats", plek.plaats())
                .bind("begin", tijdvak.van())
                .bind("eind", tijdvak.tot())
                .mapTo(Boolean.class)
                .one();
    }

    List<String> mensenElders(Handle handle, MomentId id, Tijdvak naar, List<MomentId> behalve) {
        return handle.createQuery("""
                select distinct b.naam from boeking b
                join boeking ander on ander.mantelzorger_id = b.mantelzorger_id and ander.moment_id <> b.moment_id
                where b.moment_id = :id and b.status in ('aangevraagd', 'bevestigd') and b.aanwezig
                  and ander.status in ('aangevraagd', 'bevestigd') and ander.aanwezig
                  and ander.moment_id <> all (:behalve) and ander.tijdvak && tstzrange(:begin, :eind)
                order by b.naam
                """)
                .bind("id", id.waarde())
                .bindArray("behalve", UUID.class, ids(behalve))
                .bind("begin", naar.van())
                .bind("eind", naar.tot())
                .mapTo(String.class)
                .list();
    }

    private static List<UUID> ids(List<MomentId> momenten) {
        return momenten.stream().map(MomentId::waarde).toList();
    }

    /** Who has a place keeps it, also where there would be fewer now. */
    void pasAan(Handle handle, UUID bron, int plaatsen, List<String> talen, boolean besloten, Instant nu) {
        handle.createUpdate("""
                update moment set plaatsen = greatest(:plaatsen, bezet), talen = :talen, besloten = :besloten,
                       gewijzigd_op = :nu
                where bron_id = :bron and begin > :nu
                """)
                .bind("plaatsen", plaatsen)
                .bindArray("talen", String.class, talen)
                .bind("besloten", besloten)
                .bind("bron", bron)
                .bind("nu", nu)
                .execute();
    }

    void pasAan(Handle handle, UUID bron, List<String> wijken, List<String> talen, Instant nu) {
        handle.createUpdate("""
                update moment set wijk = :wijk, ook_wijken = :ookWijken, talen = :talen, gewijzigd_op = :nu
                where bron_id = :bron and begin > :nu
                """)
                .bind("wijk", wijken.getFirst())
                .bindArray("ookWijken", String.class, wijken.subList(1, wijken.size()))
                .bindArray("talen", String.class, talen)
                .bind("bron", bron)
                .bind("nu", nu)
                .execute();
    }

    void onderVoorbehoudNa(Handle handle, List<UUID> bronnen, LocalDate tot, Instant nu) {
        handle.createUpdate("""
                update moment set voorbehoud = datum > :tot, gewijzigd_op = :nu
                where bron_id = any (:bronnen) and begin > :nu and voorbehoud <> (datum > :tot)
                """)
                .bindArray("bronnen", UUID.class, bronnen)
                .bind("tot", tot)
                .bind("nu", nu)
                .execute();
    }

    void heropen(Handle handle, MomentId id, Instant nu) {
        handle.createUpdate("""
                update moment set status = 'open', versie = versie + 1, versie_op = :nu, gewijzigd_op = :nu
                where id = :id and status = 'vervallen'
                """).bind("id", id.waarde()).bind("nu", nu).execute();
    }

    /** What the calendar of a source shows from a time on, each moment with its version; cheap to ask. */
    String stand(Handle handle, UUID bron, Instant van) {
        return handle.createQuery("""
                select count(*) || '.' || coalesce(sum(hashtextextended(id || ' ' || versie || status, 0)), 0)
                from moment where bron_id = :bron and begin >= :van
                """)
                .bind("bron", bron)
                .bind("van", van)
                .mapTo(String.class)
                .one();
    }

    private static Optional<Moment> een(Query query) {
        return query.map(MomentRij.LEES).findOne().map(MomentRij::moment);
    }

    private static List<Moment> alle(Query query) {
        return query.map(MomentRij.LEES).stream().map(MomentRij::moment).toList();
    }
}
