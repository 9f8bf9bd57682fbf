package nl.respijt.wedloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.wedloop.Boeker.Wens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everybody at once, over HTTP. */
@Timeout(180)
class WedloopIT {
    private static final int RONDEN = 100;
    private static final int LOPERS = 64;

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Boeker boeker = new Boeker(dienst.adres());
    private final UUID huis = UUID.randomUUID();

    @AfterEach
    void every_place_taken_is_a_booking() throws SQLException {
        boeker.close();
        try (var verbinding = dienst.verbinding();
                var vraag = verbinding.createStatement();
                var rijen = vraag.executeQuery("""
                        select m.id, m.bezet, coalesce(sum(b.personen), 0) as geboekt
                        from moment m
                        left join boeking b on b.moment_id = m.id and b.status in ('aangevraagd', 'bevestigd')
                        group by m.id having m.bezet <> coalesce(sum(b.personen), 0)
                        """)) {
            assertThat(rijen.next())
                    .as("a moment whose places are not its bookings")
                    .isFalse();
        }
    }

    @Test
    void the_last_place_goes_to_exactly_one_of_64_and_the_others_hear_where_there_is_room() throws Exception {
        var momenten = IntStream.range(0, RONDEN).mapToObj(i -> moment(i, 1)).toList();
        var ruim = moment(RONDEN, 1000).id();

        for (var moment : momenten) {
            var antwoorden = tegelijk(IntStream.range(0, LOPERS)
                    .mapToObj(i -> Wens.van("loper" + i, moment.id().waarde()))
                    .toList());

            assertThat(antwoorden).filteredOn(a -> a.statusCode() == 201).hasSize(1);
            assertThat(antwoorden)
                    .filteredOn(a -> a.statusCode() != 201)
                    .hasSize(LOPERS - 1)
                    .allSatisfy(antwoord -> {
                        assertThat(antwoord.statusCode()).isEqualTo(409);
                        assertThat(Boeker.tekst(antwoord.body(), "type")).endsWith("/moment-vol");
                        assertThat(Boeker.lijst(antwoord.body(), "alternatieven"))
                                .isNotEmpty()
                                .allSatisfy(ander ->
                                        assertThat(Boeker.getal(ander, "vrij")).isPositive());
                    });
            assertThat(bezet(moment.id())).isEqualTo(1);
        }
        assertThat(bezet(ruim)).isZero();
    }

    @Test
    void the_same_key_twenty_times_at_once_is_one_booking_with_one_answer() throws Exception {
        for (var ronde = 0; ronde < 10; ronde++) {
            var moment = moment(200 + ronde, 40);
            var wens = Wens.van("haast", moment.id().waarde());

            var antwoorden = tegelijk(Collections.nCopies(20, wens));

            assertThat(antwoorden).extracting(HttpResponse::statusCode).containsOnly(201);
            assertThat(antwoorden)
                    .extracting(HttpResponse::body)
                    .containsOnly(boeker.boek(wens).body());
            assertThat(bezet(moment.id())).isEqualTo(1);
        }
    }

    @Test
    void one_person_twenty_times_at_once_with_other_keys_gets_one_place() throws Exception {
        var moment = moment(300, 40);
        var email = "zelfde-" + UUID.randomUUID() + "@voorbeeld.example";

        var antwoorden = tegelijk(IntStream.range(0, 20)
                .mapToObj(
                        i -> new Wens(UUID.randomUUID().toString(), moment.id().waarde(), email))
                .toList());

        assertThat(antwoorden).filteredOn(a -> a.statusCode() == 201).hasSize(1);
        assertThat(antwoorden)
                .filteredOn(a -> a.statusCode() != 201)
                .hasSize(19)
                .allSatisfy(antwoord -> {
                    assertThat(antwoord.statusCode()).isEqualTo(409);
                    assertThat(Boeker.tekst(antwoord.body(), "type")).endsWith("/al-geboekt");
                });
        assertThat(bezet(moment.id())).isEqualTo(1);
    }

    /** All are ready before the first may go. */
    private List<HttpResponse<String>> tegelijk(List<Wens> wensen) throws InterruptedException, ExecutionException {
        var klaar = new CountDownLatch(wensen.size());
        try (var lopers = Executors.newVirtualThreadPerTaskExecutor()) {
            var onderweg = new ArrayList<Future<HttpResponse<String>>>();
            for (var wens : wensen) {
                onderweg.add(lopers.submit(() -> {
                    klaar.countDown();
                    klaar.await();
                    return boeker.boek(wens);
                }));
            }
            var antwoorden = new ArrayList<HttpResponse<String>>();
            for (var antwoord : onderweg) {
                antwoorden.add(antwoord.get());
            }
            return antwoorden;
        }
    }

    /** In a house of this test alone, which nobody else looks for. */
    private Moment moment(int nummer, int plaatsen) {
        var nu = dienst.bean(Klok.class).instant();
        var dag = Tijdzone.datum(nu).plusDays(30);
        var begin = Tijdzone.beginVan(dag).plus(Duration.ofHours(nummer));
        var moment = new Moment(
                new MomentId(Id.nieuw(nu)),
                Soort.HUIS,
                huis,
                "Huis van de wedloop",
                "Elders",
                List.of(),
                "Ver weg 1",
                Tijdzone.datum(begin),
                Dagdeel.bij(Tijdzone.lokaal(begin).toLocalTime()),
                new Tijdvak(begin, begin.plus(Duration.ofHours(1))),
                plaatsen,
                0,
                List.of("nl"),
                true,
                false,
                false,
                false,
                0,
                Instant.EPOCH,
                Instant.EPOCH);
        dienst.bean(Transacties.class).schrijf(handle -> {
            dienst.bean(MomentService.class).publiceer(handle, moment);
            return moment.id();
        });
        return moment;
    }

    private int bezet(MomentId id) {
        return dienst.bean(MomentService.class).find(id).orElseThrow().bezet();
    }
}
