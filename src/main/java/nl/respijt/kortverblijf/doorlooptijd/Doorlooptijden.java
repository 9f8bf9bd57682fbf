package nl.respijt.kortverblijf.doorlooptijd;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads from every intake that began in a period how far it came and when, and nothing of whose it is. */
@Singleton
public final class Doorlooptijden {
    /** What an intake did, with the moments at which houses did their part ({@code %s} names whose part). */
    private static final String LOPEN = """
            select a.urgentie, %s as aanbieder, a.begonnen_op, a.aangemaakt_op as verzonden, min(b.aangemaakt_op) as aanbod,
                   min(b.aanvaard_op) as keuze,
                   min(b.van) filter (where b.status = 'aanvaard' and not b.niet_gekomen
                                                  and a.status in ('bevestigd', 'verblijft', 'afgerond')) as nacht,
                   a.wmo_melding_op as melding, a.wmo_besluit_op as besluit
            from aanmelding a
            %s
            where a.begonnen_op >= :van and a.begonnen_op < :tot
            group by a.id %s
            """;

    private static final String ALLE = LOPEN.formatted("null", "left join aanbieding b on b.aanmelding_id = a.id", "");

    private static final String PER_AANBIEDER = LOPEN.formatted("p.naam", """
            join uitzetting u on u.aanmelding_id = a.id
            join logeerhuis h on h.id = u.logeerhuis_id
            join aanbieder p on p.id = h.aanbieder_id
            left join aanbieding b on b.aanmelding_id = a.id and b.logeerhuis_id = u.logeerhuis_id
            """, ", p.id");

    /** The whole, and the same by what it can be looked at by; each in the order in which one reads it. */
    public record Rapport(
            Doorlooptijd alle,
            List<Doorlooptijd> perMaand,
            List<Doorlooptijd> perAanbieder,
            List<Doorlooptijd> perUrgentie) {
        public Rapport {
            perMaand = List.copyOf(perMaand);
            perAanbieder = List.copyOf(perAanbieder);
            perUrgentie = List.copyOf(perUrgentie);
        }
    }

    private final Transacties transacties;

    Doorlooptijden(Transacties transacties) {
        this.transacties = transacties;
    }

    /** Of intakes whose first question was answered from {@code van} on and not after {@code totEnMet}, local days. */
    public Rapport van(LocalDate van, LocalDate totEnMet) {
        var begin = Tijdzone.beginVan(van);
        var einde = Tijdzone.beginVan(totEnMet.plusDays(1));
        return transacties.lees(handle -> {
            var lopen = lopen(handle, ALLE, begin, einde);
            return new Rapport(
                    Doorlooptijd.van("", lopen),
                    Doorlooptijd.delen(
                            per(lopen, loop -> YearMonth.from(loop.maand()).toString())),
                    perAanbieder(lopen(handle, PER_AANBIEDER, begin, einde)),
                    Doorlooptijd.delen(per(lopen, Loop::urgentie)));
        });
    }

    private static SortedMap<String, List<Loop>> per(List<Loop> lopen, Function<Loop, String> waarvan) {
        return lopen.stream().collect(Collectors.groupingBy(waarvan, TreeMap::new, Collectors.toList()));
    }

    /** One intake is with many of them, so that they have no sum. */
    private static List<Doorlooptijd> perAanbieder(List<Loop> lopen) {
        return per(lopen, loop -> loop.aanbieder().orElseThrow()).entrySet().stream()
                .map(groep -> Doorlooptijd.van(groep.getKey(), groep.getValue()))
                .toList();
    }

    private static List<Loop> lopen(Handle handle, String vraag, Instant van, Instant tot) {
        return handle.createQuery(vraag)
                .bind("van", van)
                .bind("tot", tot)
                .map(Doorlooptijden::loop)
                .list();
    }

    private static Loop loop(ResultSet rij, StatementContext context) throws SQLException {
        return new Loop(
                rij.getString("urgentie"),
                Optional.ofNullable(rij.getString("aanbieder")),
                rij.getObject("begonnen_op", OffsetDateTime.class).toInstant(),
                rij.getObject("verzonden", OffsetDateTime.class).toInstant(),
                instant(rij, "aanbod"),
                instant(rij, "keuze"),
                dag(rij, "nacht"),
                dag(rij, "melding"),
                dag(rij, "besluit"));
    }

    private static Optional<Instant> instant(ResultSet rij, String kolom) throws SQLException {
        return Optional.ofNullable(rij.getObject(kolom, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<LocalDate> dag(ResultSet rij, String kolom) throws SQLException {
        return Optional.ofNullable(rij.getObject(kolom, LocalDate.class));
    }
}
