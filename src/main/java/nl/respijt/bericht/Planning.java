package nl.respijt.bericht;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import nl.respijt.tijd.Taak;
import nl.respijt.tijd.Tijdzone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every {@link Taak} once a day at its local time, or as often as it says, on one instance; one that was missed runs at the next start.
 * It keeps the machine's time, also where the clock of the demo was moved: there {@link #voerAllesUit} follows.
 */
@Singleton
public final class Planning {
    private static final Logger LOG = LoggerFactory.getLogger(Planning.class);
    private static final Duration PEILING = Duration.ofSeconds(10);
    private static final Duration NA_EEN_FOUT = Duration.ofMinutes(10);
    private static final Duration AFSCHEID = Duration.ofSeconds(20);

    private final List<Taak> taken;
    private final DataSource bron;
    private final Postbus postbus;
    private final Verzender verzender;
    private final Doorgever doorgever;

    private volatile @Nullable Scheduler planner;

    Planning(List<Taak> taken, DataSource bron, Postbus postbus, Verzender verzender, Doorgever doorgever) {
        this.taken = taken.stream()
                .sorted(Comparator.comparing(Taak::tijdstip).thenComparing(Taak::naam))
                .toList();
        this.bron = bron;
        this.postbus = postbus;
        this.verzender = verzender;
        this.doorgever = doorgever;
        if (taken.stream().map(Taak::naam).distinct().count() < taken.size()) {
            throw new IllegalStateException("two taken share a name: "
                    + this.taken.stream().map(Taak::naam).toList());
        }
    }

    @EventListener
    void start(ServerStartupEvent gebeurtenis) {
        start(PEILING);
    }

    void start(Duration peiling) {
        var nieuwe = Scheduler.create(bron)
                .startTasks(taken.stream().map(Planning::herhaald).toList())
                .threads(1)
                .pollingInterval(peiling)
                .shutdownMaxWait(AFSCHEID)
                .build();
        nieuwe.start();
        planner = nieuwe;
    }

    @PreDestroy
    void stop() {
        var lopende = planner;
        if (lopende != null) {
            lopende.stop();
        }
    }

    /** All work at once, then all mail, first what came in, then what other systems hear; answers when that is done. */
    public void voerAllesUit() {
        for (var taak : taken) {
            try {
                taak.voerUit();
            } catch (RuntimeException fout) {
                LOG.error("taak {} failed", taak.naam(), fout);
            }
        }
        postbus.leeg();
        verzender.verzendAlles();
        doorgever.geefAllesDoor();
    }

    /** A failure is logged by the scheduler, and tried again long before the next day. */
    private static RecurringTask<Void> herhaald(Taak taak) {
        var ritme = taak.elke()
                .<Schedule>map(FixedDelay::of)
                .orElseGet(() -> Schedules.daily(Tijdzone.AMSTERDAM, taak.tijdstip()));
        return Tasks.recurring(taak.naam(), ritme)
                .onFailure((afloop, planning) ->
                        planning.reschedule(afloop, afloop.getTimeDone().plus(NA_EEN_FOUT)))
                .execute((exemplaar, context) -> taak.voerUit());
    }
}
