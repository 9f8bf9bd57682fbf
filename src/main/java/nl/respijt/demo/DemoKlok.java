package nl.respijt.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clock that can be moved; how far is kept in the database, so that it survives a start and all instances agree. */
@Singleton
@Requires(property = "respijt.demo", value = "true")
class DemoKlok implements ApplicationEventListener<StartupEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(DemoKlok.class);

    private final Transacties transacties;
    private final Klok klok;

    DemoKlok(Transacties transacties, Klok klok) {
        this.transacties = transacties;
        this.klok = klok;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        neemOver();
    }

    void zet(Instant nu) {
        var verschuiving = Duration.between(klok.echt().instant(), nu);
        transacties.schrijf(handle -> handle.createUpdate("""
                insert into demo_klok (verschuiving) values (:verschuiving)
                on conflict (enige) do update set verschuiving = excluded.verschuiving
                """)
                .bind("verschuiving", verschuiving.toMillis())
                .execute());
        klok.verschuif(verschuiving);
    }

    @Scheduled(fixedDelay = "2s", initialDelay = "5s")
    void volgAndereInstanties() {
        try {
            neemOver();
        } catch (RuntimeException e) {
            LOG.warn("the demo clock could not be read; it runs on as it was: {}", e.getMessage());
        }
    }

    private void neemOver() {
        transacties
                .lees(handle -> handle.createQuery("select verschuiving from demo_klok")
                        .mapTo(Long.class)
                        .findOne())
                .map(Duration::ofMillis)
                .filter(verschuiving -> !verschuiving.equals(klok.verschuiving()))
                .ifPresent(klok::verschuif);
    }
}
