package nl.respijt.wedloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.respijt.database.Respijtproces;
import nl.respijt.database.TestDatabase;
import nl.respijt.gemeente.GemeenteBestand;
import nl.respijt.tijd.Tijdzone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Beds over HTTP while the service is killed in between: what somebody was told stands, and nobody shares a bed. */
@Timeout(240)
final class BeddenHerstartIT {
    private static final int DRADEN = 6;
    private static final int PER_LEVEN = 40;
    private static final int LEVENS = 3;
    private static final List<String> BEDDEN = List.of("B1", "B2", "B3", "B4");
    private static final int VENSTER = 40;

    /** An offer, and the key of whom it was made to. */
    private record Bod(String id, String sleutel) {}

    @TempDir
    private Path data;

    private final LocalDate begin = LocalDate.now(Tijdzone.AMSTERDAM).plusDays(30);
    private final ConcurrentLinkedQueue<String> gasten = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Bod> boden = new ConcurrentLinkedQueue<>();
    private final Map<UUID, Set<LocalDate>> geboden = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<UUID> gekozen = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> storingen = new ConcurrentLinkedQueue<>();
    private int poort;
    private String huis = "";
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
    void after_every_kill_the_beds_are_as_everybody_was_told() throws Exception {
        for (var leven = 1; leven <= LEVENS; leven++) {
            var dienst = start();
            if (leven == 1) {
                try (var verbinding = dienst.verbinding()) {
                    Bedmodel.luister(verbinding);
                }
            }
            leef(dienst, leven);
        }

        try (var laatste = start()) {
            sprong();
            try (var verbinding = laatste.verbinding()) {
                var model = Bedmodel.speelNa(verbinding);
                model.gehouden(geboden);
                model.genomen(gekozen);
                assertThat(geboden).hasSizeGreaterThanOrEqualTo(PER_LEVEN);
                assertThat(gekozen).hasSizeGreaterThan(5);
                assertThat(model.aantal("aangeboden")).isZero();
            }
        }
    }

    /** Everybody does something until enough was tried; then the service is killed under their hands. */
    private void leef(Respijtproces dienst, int leven) throws Exception {
        var antwoord = boeker.formulier("/demo/inloggen", "wie=aanbieder-voorbeeld-logeerhuis-b");
        var koek = antwoord.headers().firstValue("Set-Cookie").orElseThrow();
        huis = koek.substring(0, koek.indexOf(';'));
        var nog = new CountDownLatch(PER_LEVEN);
        var werk = new ArrayList<Future<?>>();
        List<String> storingenTotNu;
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var draad = 0; draad < DRADEN; draad++) {
                var toeval = new Random(300L * leven + draad);
                werk.add(draden.submit(() -> {
                    while (true) {
                        stap(toeval, nog); // fails once it is dead, which ends this
                    }
                }));
            }
            nog.await();
            storingenTotNu = List.copyOf(storingen);
            dienst.dood();
        }
        assertThat(storingenTotNu).as("while it lived").isEmpty();
        assertThat(werk)
                .allSatisfy(een ->
                        assertThatThrownBy(een::get).as("what ended a thread").hasCauseInstanceOf(IOException.class));
    }

    private void stap(Random toeval, CountDownLatch nog) throws IOException, InterruptedException {
        var wat = toeval.nextInt(100);
        if (wat < 25 || gasten.isEmpty()) {
            meldAan();
        } else if (wat < 75) {
            bied(toeval);
            nog.countDown();
        } else {
            kies(toeval);
        }
    }

    private void meldAan() throws IOException, InterruptedException {
        var gast = boeker.stuurJson(
                "/api/v1/aanmeldingen",
                """
                {"wie": {"naam": "Ans", "email": "ans-%s@voorbeeld.example"}, "leeftijd": "65+", "urgentie": "gepland",
                 "van": "%s", "tot": "%s", "flexibeleDagen": 0, "wlz": "nee", "wmo": "toegekend", "wmoNachten": 10,
                 "mobiliteit": "zelf", "nachtzorg": "geen", "medicatie": "zelf", "onrust": "geen", "dementie": "nee"}""".formatted(UUID.randomUUID(), begin, begin.plusDays(3)),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        noteer(gast);
        if (gast.statusCode() == 201) {
            gasten.add(gast.body());
        }
    }

    private void bied(Random toeval) throws IOException, InterruptedException {
        var alle = List.copyOf(gasten);
        var gast = alle.get(toeval.nextInt(alle.size()));
        var van = begin.plusDays(toeval.nextInt(VENSTER));
        var tot = van.plusDays(1L + toeval.nextInt(3));
        var bod = boeker.stuurJson(
                "/api/v1/aanmeldingen/%s/aanbiedingen".formatted(Boeker.tekst(gast, "id")),
                """
                {"bed": "%s", "van": "%s", "tot": "%s"}""".formatted(BEDDEN.get(toeval.nextInt(BEDDEN.size())), van, tot),
                "Cookie",
                huis,
                "Origin",
                "http://localhost:" + poort);
        noteer(bod);
        if (bod.statusCode() == 201) {
            var id = Boeker.tekst(bod.body(), "id");
            geboden.put(UUID.fromString(id), van.datesUntil(tot).collect(Collectors.toSet()));
            boden.add(new Bod(id, Boeker.tekst(gast, "beheersleutel")));
        }
    }

    private void kies(Random toeval) throws IOException, InterruptedException {
        var bod = boden.poll();
        if (bod == null) {
            return;
        }
        var ja = toeval.nextInt(3) > 0;
        var antwoord = boeker.stuurJson(
                "/api/v1/aanbiedingen/%s/%s".formatted(bod.id(), ja ? "aanvaarding" : "afwijzing"),
                "",
                "Authorization",
                "Bearer " + bod.sleutel());
        noteer(antwoord);
        if (ja && antwoord.statusCode() == 200) {
            gekozen.add(UUID.fromString(bod.id()));
        }
    }

    /** A bed that another has is an answer; this is none. */
    private void noteer(HttpResponse<String> antwoord) {
        if (antwoord.statusCode() >= 500) {
            storingen.add(
                    "%d for %s".formatted(antwoord.statusCode(), antwoord.uri().getPath()));
        }
    }

    /** Past every hold, and then all that is due. */
    private void sprong() throws IOException, InterruptedException {
        var nu = OffsetDateTime.parse(Boeker.tekst(boeker.haal("/demo/klok").body(), "nu"));
        boeker.formulier(
                "/demo/klok", "nu=" + nu.plus(Duration.ofHours(50)).toString().replace("+", "%2B"));
        assertThat(boeker.formulier("/demo/taken", "").statusCode()).isEqualTo(200);
    }

    private Respijtproces start() throws IOException, InterruptedException {
        return Respijtproces.start(
                        data,
                        poort,
                        Map.of(
                                "RESPIJT_GEMEENTE_BESTAND",
                                GemeenteBestand.metVerblijven(data).toString()))
                .wachtTotHetDraait();
    }
}
