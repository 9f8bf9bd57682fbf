package nl.respijt.bericht;

import static nl.respijt.bericht.Proefpost.ding;
import static nl.respijt.bericht.Proefpost.nieuw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import nl.respijt.tijd.Taak;
import nl.respijt.tijd.Tijdzone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PlanningTest {
    private static final Duration VLUG = Duration.ofMillis(100);

    private final Proefpost post = new Proefpost();
    private final Queue<String> gedaan = new ConcurrentLinkedQueue<>();

    @AfterEach
    void sluit() {
        post.close();
    }

    private record ProefTaak(String naam, LocalTime tijdstip, Runnable werk) implements Taak {
        @Override
        public void voerUit() {
            werk.run();
        }
    }

    private Taak taak(String naam, int uur) {
        return new ProefTaak(naam, LocalTime.of(uur, 0), () -> gedaan.add(naam));
    }

    private static Taak kapot(int uur) {
        return new ProefTaak("kapot", LocalTime.of(uur, 0), () -> {
            throw new IllegalStateException("kapot");
        });
    }

    private Planning planning(Taak... taken) {
        var postbus = new Postbus(
                Proefpost.instelling(Optional.empty()), new PostbusRepository(post.jdbi), List.of(), post.klok);
        return new Planning(
                List.of(taken),
                post.bron,
                postbus,
                post.demoVerzender(),
                new Doorgever(post.berichten, List.of(), post.klok));
    }

    private void maakAllesOpTijd() {
        post.jdbi.useHandle(
                handle -> handle.execute("update scheduled_tasks set execution_time = now() - interval '1 minute'"));
    }

    private String kolom(String naam, String kolom) {
        return post.jdbi.withHandle(
                handle -> handle.createQuery("select (<kolom>)::text from scheduled_tasks where task_name = :naam")
                        .define("kolom", kolom)
                        .bind("naam", naam)
                        .mapTo(String.class)
                        .one());
    }

    private static void wachtTot(BooleanSupplier klaar) throws InterruptedException {
        for (var i = 0; i < 200 && !klaar.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(klaar.getAsBoolean()).isTrue();
    }

    @Test
    void does_all_work_in_the_order_of_the_day_and_then_sends_what_came_of_it() {
        var ding = ding();
        var herinner = new ProefTaak("herinner", LocalTime.of(7, 0), () -> {
            gedaan.add("herinner");
            post.plaats(nieuw(ding));
        });

        planning(taak("laat", 22), kapot(3), herinner).voerAllesUit();

        assertThat(gedaan).containsExactly("herinner", "laat");
        assertThat(post.demoPostvak.nieuwste(10)).extracting(DemoMail::id).containsExactly(post.id(ding));
    }

    @Test
    void work_is_planned_at_its_local_time_and_not_done_before() {
        var planning = planning(taak("ochtend", 7));
        planning.start(VLUG);
        try {
            var volgende = Instant.ofEpochSecond(
                    Long.parseLong(kolom("ochtend", "extract(epoch from execution_time)::bigint")));
            assertThat(Tijdzone.lokaal(volgende).toLocalTime()).isEqualTo(LocalTime.of(7, 0));
            assertThat(volgende).isAfter(Instant.now());
        } finally {
            planning.stop();
        }
        assertThat(gedaan).isEmpty();
    }

    @Test
    void missed_work_is_done_once_by_two_instances_and_planned_again() throws Exception {
        var vorige = planning(taak("een", 7), taak("twee", 8));
        vorige.start(VLUG);
        vorige.stop();
        maakAllesOpTijd();
        var eerste = planning(taak("een", 7), taak("twee", 8));
        var tweede = planning(taak("een", 7), taak("twee", 8));

        eerste.start(VLUG);
        tweede.start(VLUG);
        try {
            wachtTot(() -> kolom("een", "last_success") != null && kolom("twee", "last_success") != null);
            Thread.sleep(500);
        } finally {
            eerste.stop();
            tweede.stop();
        }

        assertThat(gedaan).containsExactlyInAnyOrder("een", "twee");
        assertThat(kolom("een", "execution_time > now()")).isEqualTo("true");
    }

    @Test
    void work_that_fails_is_tried_again_within_minutes_and_stops_no_other() throws Exception {
        var planning = planning(kapot(3), taak("ander", 4));
        planning.start(VLUG);
        try {
            maakAllesOpTijd();
            wachtTot(() -> kolom("kapot", "last_failure") != null && gedaan.contains("ander"));

            assertThat(kolom("kapot", "execution_time between now() and now() + interval '11 minutes'"))
                    .isEqualTo("true");
        } finally {
            planning.stop();
        }
    }

    @Test
    void two_kinds_of_work_never_share_a_name() {
        assertThatThrownBy(() -> planning(taak("een", 7), taak("een", 8))).hasMessageContaining("[een, een]");
    }
}
