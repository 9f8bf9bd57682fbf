package nl.respijt.aanbieder;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.respijt.gemeente.Feestdagen;
import nl.respijt.tijd.Tijdzone;

/**
 * Until when a provider answers a request: the end of the second working day after it was made, and never later than what
 * is asked for begins (domain.md, "Respijtzorg Thuis"). Working days are Monday to Friday but for public holidays.
 */
@Singleton
public final class Bevestigtermijn {
    private static final LocalTime EINDE_VAN_DE_DAG = LocalTime.of(17, 0);

    private final Feestdagen feestdagen;

    Bevestigtermijn(Feestdagen feestdagen) {
        this.feestdagen = feestdagen;
    }

    public Instant van(Instant gevraagd, int werkdagen, Instant begin) {
        var dag = Tijdzone.datum(gevraagd);
        for (var over = werkdagen; over > 0; ) {
            dag = dag.plusDays(1);
            if (isWerkdag(dag)) {
                over--;
            }
        }
        var einde = Tijdzone.instant(dag, EINDE_VAN_DE_DAG);
        return einde.isBefore(begin) ? einde : begin;
    }

    private boolean isWerkdag(LocalDate dag) {
        return dag.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !feestdagen.isFeestdag(dag);
    }
}
