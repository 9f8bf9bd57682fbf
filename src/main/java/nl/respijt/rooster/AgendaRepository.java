package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** What stands in the calendars of gastheren and of the makelaar, with a stamp over exactly the same rows. */
@Singleton
final class AgendaRepository {
    private static final int DAGEN_TERUG = 60;

    /**
     * One that is over stays, as cancelled, up to and including the day after. Who gets invitations instead has nothing
     * here: a calendar program would show each dienst twice.
     */
    private static final String EIGEN = """
            from dienst d join moment m on m.id = d.moment_id
            join gastheer g on g.id = d.gastheer_id and not g.uitnodigingen
            where d.gastheer_id = :gastheer and d.datum >= :vanaf
              and (d.status in ('gepland', 'bevestigd') or d.datum >= :gisteren)
            """;

    private static final String OPENSTELLINGEN = """
            from moment m
            left join lateral (
                select count(*)::int as aantal, coalesce(sum(d.versie), 0)::int as versies, max(d.gewijzigd_op) as gewijzigd_op,
                       coalesce(bool_or(%s and d.status in ('gepland', 'bevestigd')), false) as geregeld
                from dienst d join gastheer g on g.id = d.gastheer_id where d.moment_id = m.id
            ) r on true
            where m.soort = 'huis' and m.datum >= :vanaf and (m.status = 'open' or m.datum >= :gisteren)
            """.formatted(Scholing.GELDIG.formatted("m"));

    String standVan(Handle handle, GastheerId gastheer, LocalDate vandaag) {
        return dagen(handle.createQuery("""
                select count(*) || '.' || coalesce(sum(hashtextextended(
                           d.id::text || ' ' || d.gewijzigd_op || ' ' || m.gewijzigd_op || ' ' || g.taal, 0)), 0)
                """ + EIGEN), vandaag)
                .bind("gastheer", gastheer.waarde())
                .mapTo(String.class)
                .one();
    }

    List<DienstAgendaRij> diensten(Handle handle, GastheerId gastheer, LocalDate vandaag) {
        return dagen(handle.createQuery("""
                select d.id, d.versie, lower(d.tijdvak) as begin, upper(d.tijdvak) as eind,
                       d.status in ('gepland', 'bevestigd') as actief, m.titel, m.plaats, m.bezet, m.plaatsen,
                       greatest(d.gewijzigd_op, m.gewijzigd_op) as gewijzigd_op
                """ + EIGEN), vandaag)
                .bind("gastheer", gastheer.waarde())
                .map(ConstructorMapper.of(DienstAgendaRij.class))
                .list();
    }

    String standVanOpenstellingen(Handle handle, LocalDate vandaag) {
        return dagen(handle.createQuery("""
                select count(*) || '.' || coalesce(sum(hashtextextended(
                           m.id::text || ' ' || m.gewijzigd_op || ' ' || coalesce(r.gewijzigd_op::text, '') || ' '
                           || r.aantal || ' ' || r.versies || ' ' || r.geregeld, 0)), 0)
                """ + OPENSTELLINGEN), vandaag)
                .mapTo(String.class)
                .one();
    }

    List<OpenstellingAgendaRij> openstellingen(Handle handle, LocalDate vandaag) {
        return dagen(handle.createQuery("""
                select m.id, m.versie + r.aantal + r.versies as versie, m.begin, m.eind, m.status = 'open' as open,
                       m.titel, m.plaats, m.bezet, m.plaatsen, r.geregeld,
                       greatest(m.gewijzigd_op, r.gewijzigd_op) as gewijzigd_op
                """ + OPENSTELLINGEN), vandaag)
                .map(ConstructorMapper.of(OpenstellingAgendaRij.class))
                .list();
    }

    private static <S extends SqlStatement<S>> S dagen(S statement, LocalDate vandaag) {
        return statement.bind("vanaf", vandaag.minusDays(DAGEN_TERUG)).bind("gisteren", vandaag.minusDays(1));
    }
}
