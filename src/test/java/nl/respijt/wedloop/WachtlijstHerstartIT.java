package nl.respijt.wedloop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import nl.respijt.database.Respijtproces;
import nl.respijt.database.TestDatabase;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.wedloop.Boeker.Wens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The waiting list over HTTP while the service is killed in between: no hold is lost and nobody is overtaken. */
@Timeout(240)
final class WachtlijstHerstartIT {
    private static final int DRADEN = 6;
    private static final int PER_LEVEN = 60;
    private static final int LEVENS = 3;

    @TempDir
    private Path data;

    /** Answers with an id and a key: of bookings, and of places in line. */
    private final ConcurrentLinkedQueue<String> geboekt = new ConcurrentLinkedQueue<>();

    private final ConcurrentLinkedQueue<String> wachtend = new ConcurrentLinkedQueue<>();
    private int poort;
    private Boeker boeker = new Boeker(URI.create("http://localhost"));

    @BeforeEach
    void begin() throws IOException {
        TestDatabase.deelProgrammas(data);
        try (var socket = new ServerSocket(0)) {
            poort = socket.getLocalPort();
        }
        boeker = new Boeker(URI.create("http://localhost:" + poort));
    }

    @AfterEach
    void einde() {
        boeker.close();
    }

    @Test
    void after_every_kill_the_line_is_as_it_would_be_on_paper() throws Exception {
        List<UUID> momenten = List.of();
        for (var leven = 1; leven <= LEVENS; leven++) {
            var dienst = start();
            if (momenten.isEmpty()) {
                momenten = momenten();
            }
            leef(dienst, momenten, leven);
        }

        try (var laatste = start()) {
            sprong();
            var aangeboden = 0;
            try (var verbinding = laatste.verbinding()) {
                for (var moment : momenten) {
                    aangeboden += Wachtmodel.speelNa(verbinding, moment).aangeboden();
                }
            }
            assertThat(aangeboden).isGreaterThan(30);
        }
    }

    /** Everybody does something until enough was cancelled; then the service is killed under their hands. */
    private void leef(Respijtproces dienst, List<UUID> momenten, int leven) throws InterruptedException {
        var nogTeAnnuleren = new CountDownLatch(PER_LEVEN);
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var draad = 0; draad < DRADEN; draad++) {
                var toeval = new Random(100L * leven + draad);
                draden.submit(() -> {
                    while (true) {
                        stap(
                                momenten.get(toeval.nextInt(momenten.size())),
                                toeval,
                                nogTeAnnuleren); // fails once it is dead, which ends this
                    }
                });
            }
            nogTeAnnuleren.await();
            dienst.dood();
        }
    }

    private void stap(UUID moment, Random toeval, CountDownLatch nogTeAnnuleren)
            throws IOException, InterruptedException {
        var wat = toeval.nextInt(100);
        if (wat < 18) {
            var boeking = geboekt.poll();
            if (boeking != null && boeker.post("/api/v1/boekingen/%s/annulering", boeking) == 200) {
                nogTeAnnuleren.countDown();
            }
        } else if (wat < 62) {
            var antwoord = boeker.boek(Wens.van("rij", moment));
            if (antwoord.statusCode() == 201) {
                geboekt.add(antwoord.body());
            } else {
                var wacht = boeker.wacht(Wens.van("wacht", moment));
                if (wacht.statusCode() == 201) {
                    wachtend.add(wacht.body());
                }
            }
        } else {
            antwoord(toeval);
        }
    }

    private void antwoord(Random toeval) throws IOException, InterruptedException {
        var plek = wachtend.poll();
        if (plek == null) {
            return;
        }
        if (toeval.nextInt(6) == 0) {
            boeker.post("/api/v1/wachtplekken/%s/afwijzing", plek);
        } else if (boeker.post("/api/v1/wachtplekken/%s/aanvaarding", plek) == 200) {
            geboekt.add(plek); // the same id and key open the booking
        } else {
            wachtend.add(plek);
        }
    }

    /** Past every hold, and then all that is due. */
    private void sprong() throws IOException, InterruptedException {
        var nu = OffsetDateTime.parse(Boeker.tekst(boeker.haal("/demo/klok").body(), "nu"));
        boeker.formulier(
                "/demo/klok", "nu=" + nu.plus(Duration.ofHours(40)).toString().replace("+", "%2B"));
        assertThat(boeker.formulier("/demo/taken", "").statusCode()).isEqualTo(200);
    }

    private Respijtproces start() throws IOException, InterruptedException {
        return Respijtproces.start(data, poort).wachtTotHetDraait();
    }

    /** Three of the smallest houses, far enough away. */
    private List<UUID> momenten() throws IOException, InterruptedException {
        var van = LocalDate.now(Tijdzone.AMSTERDAM).plusDays(60);
        return Boeker.lijst(
                        boeker.haal("/api/v1/momenten?soort=huis&alleenVrij=true&wijk=Leidsche%20Rijn&grootte=3&van="
                                        + van)
                                .body(),
                        "momenten")
                .stream()
                .map(WachtlijstHerstartIT::id)
                .toList();
    }

    private static UUID id(JsonNode moment) {
        var id = moment.get("id");
        assertThat(id).isNotNull();
        return UUID.fromString(id.getStringValue());
    }
}
