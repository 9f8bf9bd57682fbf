package nl.respijt.rooster;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentRij;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads a whole roster at once, for whoever thinks about all of it. */
@Singleton
public final class Roosterlezer {
    private final Transacties transacties;
    private final GastheerRepository gastheren;
    private final InzetRepository inzet;
    private final DienstRepository diensten;
    private final Klok klok;

    Roosterlezer(
            Transacties transacties,
            GastheerRepository gastheren,
            InzetRepository inzet,
            DienstRepository diensten,
            Klok klok) {
        this.transacties = transacties;
        this.gastheren = gastheren;
        this.inzet = inzet;
        this.diensten = diensten;
        this.klok = klok;
    }

    /** From {@code van}, up to but not on {@code tot}. */
    public Roosterbeeld lees(LocalDate van, LocalDate tot) {
        return transacties.lees(handle -> new Roosterbeeld(
                gastheren.alle(handle),
                inzet.alle(handle),
                openstellingen(handle, van, tot, klok.instant()),
                diensten.actief(
                        handle,
                        YearMonth.from(van).atDay(1),
                        YearMonth.from(tot.minusDays(1)).plusMonths(1).atDay(1))));
    }

    private static List<Moment> openstellingen(Handle handle, LocalDate van, LocalDate tot, Instant nu) {
        return handle
                .createQuery("""
                select * from moment
                where soort = 'huis' and status = 'open' and begin > :nu and datum >= :van and datum < :tot
                order by begin, id
                """)
                .bind("van", van)
                .bind("tot", tot)
                .bind("nu", nu)
                .map(ConstructorMapper.of(MomentRij.class))
                .stream()
                .map(MomentRij::moment)
                .toList();
    }
}
