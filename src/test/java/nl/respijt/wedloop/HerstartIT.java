package nl.respijt.wedloop;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.json.tree.JsonNode;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import nl.respijt.database.Respijtproces;
import nl.respijt.database.TestDatabase;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.wedloop.Boeker.Wens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was promised before the service stopped or was killed is kept after it starts again. */
@Timeout(180)
final class HerstartIT {
    private static final int DRADEN = 8;
    private static final int GENOEG = 200;

    /** Longer than a mail under way is kept from others. */
    private static final Duration PACHT_VOORBIJ = Duration.ofMinutes(10);

    @TempDir
    private Path data;

    private final GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int poort;
    private Boeker boeker = new Boeker(URI.create("http://localhost"));

    @BeforeEach
    void begin() throws IOException {
        TestDatabase.deelProgrammas(data);
        try (var socket = new ServerSocket(0)) {
            poort = socket.getLocalPort();
        }
        boeker = new Boeker(URI.create("http://localhost:" + poort));
        post.start();
    }

    @AfterEach
    void einde() {
        boeker.close();
        post.stop();
    }

    @Test
    void a_key_and_a_calendar_give_the_same_after_a_restart() throws Exception {
        Wens wens;
        String antwoord;
        String feed;
        String etag;
        String feedpad;
        try (var eerste = start()) {
            feedpad = "/agenda/%s.ics".formatted(huis(eerste));
            wens = Wens.van("herstart", momenten().getFirst());
            antwoord = boeker.boek(wens).body();
            var gelezen = boeker.haal(feedpad);
            feed = gelezen.body();
            etag = gelezen.headers().firstValue("ETag").orElseThrow();
        }

        try (var tweede = start()) {
            assertThat(boeker.haal(feedpad, "If-None-Match", etag).statusCode()).isEqualTo(304);
            assertThat(boeker.haal(feedpad).body()).isEqualTo(feed).contains("BEGIN:VEVENT");
            var opnieuw = boeker.boek(wens);
            assertThat(opnieuw.statusCode()).isEqualTo(201);
            assertThat(opnieuw.body()).isEqualTo(antwoord);
            assertThat(geboekt(tweede, wens)).isEqualTo(1);
        }
    }

    @Test
    void after_a_kill_amid_bookings_every_acknowledged_one_is_there_and_told_once() throws Exception {
        var beloofd = new ConcurrentHashMap<Wens, String>();
        var gevraagd = new ConcurrentHashMap<Wens, Boolean>();
        var eerste = start();
        boekTotHetStopt(eerste, beloofd, gevraagd);

        try (var tweede = start()) {
            assertThat(beloofd).hasSizeGreaterThanOrEqualTo(GENOEG);
            for (var belofte : beloofd.entrySet()) {
                var gezien = boeker.bekijk(belofte.getValue());
                assertThat(gezien.statusCode()).isEqualTo(200);
                assertThat(Boeker.tekst(gezien.body(), "status")).isEqualTo("bevestigd");
                assertThat(boeker.boek(belofte.getKey()).body()).isEqualTo(belofte.getValue());
            }
            assertBezetIsGeboekt(tweede);

            var onbeantwoord = gevraagd.keySet().stream()
                    .filter(wens -> !beloofd.containsKey(wens))
                    .toList();
            for (var wens : onbeantwoord) {
                var nogEens = boeker.boek(wens);
                assertThat(nogEens.statusCode()).isEqualTo(201);
                assertThat(geboekt(tweede, wens)).isEqualTo(1);
                beloofd.put(wens, nogEens.body());
            }
            assertBezetIsGeboekt(tweede);

            bezorgAlles();
            assertVerteldOnderEenNaam(beloofd.keySet());
        }
    }

    /** Kills the service as soon as enough was promised, while all go on asking. */
    private void boekTotHetStopt(Respijtproces dienst, Map<Wens, String> beloofd, Map<Wens, Boolean> gevraagd)
            throws IOException, InterruptedException {
        var momenten = momenten();
        var volgende = new AtomicInteger();
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var draad = 0; draad < DRADEN; draad++) {
                draden.submit(() -> {
                    while (true) {
                        var nummer = volgende.getAndIncrement();
                        var wens = Wens.van("ramp" + nummer, momenten.get(nummer % momenten.size()));
                        gevraagd.put(wens, true);
                        var antwoord = boeker.boek(wens); // fails once the service is dead, which ends this
                        if (antwoord.statusCode() == 201) {
                            beloofd.put(wens, antwoord.body());
                        } else {
                            gevraagd.remove(wens);
                        }
                    }
                });
            }
            while (beloofd.size() < GENOEG) {
                Thread.sleep(1);
            }
            dienst.dood();
        }
    }

    private void bezorgAlles() throws IOException, InterruptedException {
        var nu = OffsetDateTime.parse(Boeker.tekst(boeker.haal("/demo/klok").body(), "nu"));
        boeker.formulier("/demo/klok", "nu=" + nu.plus(PACHT_VOORBIJ).toString().replace("+", "%2B"));
        assertThat(boeker.formulier("/demo/taken", "").statusCode()).isEqualTo(200);
    }

    /** These moments are too far away for any other mail than the confirmation. */
    private void assertVerteldOnderEenNaam(Iterable<Wens> wensen) throws MessagingException {
        var namen = new HashMap<String, Set<String>>();
        for (var mail : post.getReceivedMessages()) {
            var aan = (InternetAddress) mail.getRecipients(RecipientType.TO)[0];
            namen.computeIfAbsent(aan.getAddress(), adres -> new HashSet<>()).add(mail.getMessageID());
        }
        for (var wens : wensen) {
            assertThat(namen.getOrDefault(wens.email(), Set.of()))
                    .as("Message-IDs of what %s was told", wens.email())
                    .hasSize(1);
        }
    }

    private Respijtproces start() throws IOException, InterruptedException {
        return Respijtproces.start(
                        data,
                        poort,
                        Map.of(
                                "RESPIJT_SMTP_HOST",
                                "127.0.0.1",
                                "RESPIJT_SMTP_PORT",
                                String.valueOf(post.getSmtp().getPort())))
                .wachtTotHetDraait();
    }

    private List<UUID> momenten() throws IOException, InterruptedException {
        var van = LocalDate.now(Tijdzone.AMSTERDAM).plusDays(8);
        var momenten = Boeker.lijst(
                        boeker.haal("/api/v1/momenten?soort=huis&alleenVrij=true&grootte=200&van=" + van)
                                .body(),
                        "momenten")
                .stream()
                .map(HerstartIT::id)
                .toList();
        assertThat(momenten).hasSizeGreaterThan(50);
        return momenten;
    }

    private static UUID id(JsonNode moment) {
        var id = moment.get("id");
        assertThat(id).isNotNull();
        return UUID.fromString(id.getStringValue());
    }

    private static String huis(Respijtproces dienst) throws IOException, SQLException {
        return vraag(dienst, "select slug from mantelzorghuis order by slug limit 1", "");
    }

    private static int geboekt(Respijtproces dienst, Wens wens) throws IOException, SQLException {
        return Integer.parseInt(vraag(dienst, "select count(*) from boeking where email = ?", wens.email()));
    }

    private static void assertBezetIsGeboekt(Respijtproces dienst) throws IOException, SQLException {
        assertThat(vraag(dienst, """
                        select count(*) from moment m where bezet <>
                            (select coalesce(sum(personen), 0) from boeking b
                             where b.moment_id = m.id and status in ('aangevraagd', 'bevestigd'))
                        """, ""))
                .as("moments whose places are not their bookings")
                .isEqualTo("0");
    }

    private static String vraag(Respijtproces dienst, String sql, String waarde) throws IOException, SQLException {
        try (var verbinding = dienst.verbinding();
                var vraag = verbinding.prepareStatement(sql)) {
            if (!waarde.isEmpty()) {
                vraag.setString(1, waarde);
            }
            try (var rijen = vraag.executeQuery()) {
                rijen.next();
                return rijen.getString(1);
            }
        }
    }
}
