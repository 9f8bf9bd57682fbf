package nl.respijt.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentId;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Soort;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Dagdeel;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Tijdvak;
import nl.respijt.tijd.Tijdzone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as people have them: subscribed to by vdirsyncer and shown by khal, and read on the nights of the clock. */
@Timeout(120)
final class AgendaClientIT {
    private static final String NAAM = "Zwaantje Onvindbaar";
    private static final Set<String> GEPLAND = Set.of("gepland", "bevestigd");

    @TempDir
    private Path map;

    private final Proefdienst dienst = Proefdienst.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private String koek = "";

    @BeforeEach
    void als_makelaar() throws Exception {
        koek = post("/demo/inloggen", "application/x-www-form-urlencoded", "wie=makelaar")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
    }

    @AfterEach
    void sluit() {
        http.close();
        dienst.close();
    }

    @Test
    void a_subscriber_of_a_house_sees_all_then_nothing_new_then_what_moved() throws Exception {
        var huis = huizen().getFirst();
        var moment = moment(huis);
        var abonnement = new Abonnement(agenda(huis));

        assertThat(abonnement.haalOp()).contains("Copying");
        assertThat(abonnement.lijst()).contains(regel(moment.tijdvak()));
        assertThat(abonnement.haalOp()).doesNotContain("Copying", "Deleting");

        var later = new Tijdvak(
                moment.tijdvak().van().plus(Duration.ofMinutes(30)),
                moment.tijdvak().tot().plus(Duration.ofMinutes(30)));
        var antwoord =
                api("/api/v1/momenten/%s/verplaatsing".formatted(moment.id().waarde()), """
                {"begin":"%s","eind":"%s"}""".formatted(
                                later.van(), later.tot()));
        assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(200);

        assertThat(abonnement.haalOp()).contains("Copying");
        assertThat(abonnement.lijst()).contains(regel(later)).doesNotContain(regel(moment.tijdvak()));
    }

    @Test
    void a_subscriber_of_a_host_sees_a_dienst_lapse() throws Exception {
        var van = Tijdzone.datum(Instant.now()).plusDays(7);
        var diensten = lijst(json(haal("/api/v1/diensten?van=%s&tot=%s".formatted(van, van.plusDays(14)))
                .body()));
        var dienstJson = diensten.stream()
                .filter(dienst -> GEPLAND.contains(tekst(dienst, "status"))) // the demo's roster has a gap
                .findFirst()
                .orElseThrow();
        var tijdvak = new Tijdvak(tijdstip(dienstJson, "begin"), tijdstip(dienstJson, "eind"));
        var abonnement = new Abonnement(sleutel("gastheer", tekst(dienstJson, "gastheerId")));

        assertThat(abonnement.haalOp()).contains("Copying");
        assertThat(abonnement.regelVan(tijdvak)).isNotEmpty().doesNotContain("Vervallen");
        assertThat(abonnement.haalOp()).doesNotContain("Copying", "Deleting");

        var antwoord = api("/api/v1/diensten/%s/afmelding".formatted(tekst(dienstJson, "id")), "{}");
        assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(200);

        assertThat(abonnement.haalOp()).contains("Copying");
        assertThat(abonnement.regelVan(tijdvak)).contains("Vervallen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"})
    void every_calendar_is_right_around_the_night_of(LocalDate nacht) throws Exception {
        zetKlok(Tijdzone.beginVan(nacht).minus(Duration.ofDays(10)));
        var huis = huizen().getFirst();
        // From a quarter before the change to a quarter after the hour that comes twice or not at all.
        var tijdvak = new Tijdvak(
                Tijdzone.beginVan(nacht).plus(Duration.ofMinutes(105)),
                Tijdzone.beginVan(nacht).plus(Duration.ofMinutes(195)));
        var moment = publiceer(huis, tijdvak);
        var boeking = boek(moment);
        var gastheer = tekst(neemDienst(moment, huis), "gastheerId");

        var feeds = new ArrayList<String>();
        for (var adres : List.of(agenda(huis), sleutel("gastheer", gastheer), tekst(boeking, "agendaUrl"))) {
            feeds.add(lees(adres));
        }

        var gelezen = lijst(TweedeLezer.lees(
                feeds.stream().map(feed -> feed.getBytes(UTF_8)).toList()));
        assertThat(gelezen)
                .hasSize(3)
                .allSatisfy(agenda -> assertThat(lijst(veld(agenda, "items")))
                        .extracting(item -> epoch(item, "begin"), item -> epoch(item, "eind"))
                        .contains(tuple(
                                tijdvak.van().getEpochSecond(), tijdvak.tot().getEpochSecond())));
        assertThat(lijst(veld(gelezen.getFirst(), "items")))
                .filteredOn(item -> epoch(item, "begin") != tijdvak.van().getEpochSecond())
                .hasSizeGreaterThan(10)
                .allSatisfy(item -> assertThat(openingstijden())
                        .contains(Tijdzone.lokaal(Instant.ofEpochSecond(epoch(item, "begin")))
                                .toLocalTime()));
    }

    @Test
    void no_calendar_names_a_carer() throws Exception {
        for (var huis : huizen()) {
            boek(moment(huis));
        }

        var feeds = new ArrayList<String>();
        for (var huis : huizen()) {
            feeds.add(lees(agenda(huis)));
        }
        for (var gastheer : lijst(veld(json(haal("/api/v1/gastheren").body()), "gastheren"))) {
            feeds.add(lees(sleutel("gastheer", tekst(gastheer, "id"))));
        }
        feeds.add(lees(sleutel("makelaar", "")));

        assertThat(feeds)
                .hasSizeGreaterThan(6)
                .allSatisfy(feed -> assertThat(feed.replace("\r\n ", ""))
                        .contains("BEGIN:VCALENDAR")
                        .doesNotContain("Zwaantje", "Onvindbaar", "zwaantje", "voorbeeld.example"));
    }

    /** One calendar in a client: a subscription that is fetched, and a screen that shows it. */
    private final class Abonnement {
        private final Path gelezen;

        private Abonnement(String adres) throws Exception {
            gelezen = Files.createDirectories(map.resolve("gelezen"));
            Files.writeString(map.resolve("vdirsyncer.conf"), """
                    [general]
                    status_path = "%1$s/stand/"
                    [pair agenda]
                    a = "ver"
                    b = "hier"
                    collections = null
                    conflict_resolution = "a wins"
                    [storage ver]
                    type = "http"
                    url = "%2$s"
                    [storage hier]
                    type = "filesystem"
                    path = "%3$s"
                    fileext = ".ics"
                    """.formatted(map, adres, gelezen));
            Files.writeString(map.resolve("khal.conf"), """
                    [calendars]
                    [[agenda]]
                    path = %s
                    readonly = True
                    [locale]
                    local_timezone = Europe/Amsterdam
                    default_timezone = Europe/Amsterdam
                    timeformat = %%H:%%M
                    dateformat = %%Y-%%m-%%d
                    longdateformat = %%Y-%%m-%%d
                    datetimeformat = %%Y-%%m-%%d %%H:%%M
                    longdatetimeformat = %%Y-%%m-%%d %%H:%%M
                    [sqlite]
                    path = %s/khal.db
                    """.formatted(gelezen, map));
            voerUit("vdirsyncer", "-c", map.resolve("vdirsyncer.conf").toString(), "discover");
        }

        /** What the client says it did. */
        private String haalOp() throws Exception {
            return voerUit("vdirsyncer", "-c", map.resolve("vdirsyncer.conf").toString(), "sync");
        }

        private String lijst() throws Exception {
            return voerUit(
                    "khal",
                    "-c",
                    map.resolve("khal.conf").toString(),
                    "list",
                    "--day-format",
                    "",
                    "--format",
                    "{start-date} {start-time} {end-time} {title}",
                    Tijdzone.datum(Instant.now()).toString(),
                    "90d");
        }

        private String regelVan(Tijdvak tijdvak) throws Exception {
            return lijst().lines()
                    .filter(regel -> regel.startsWith(regel(tijdvak)))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String regel(Tijdvak tijdvak) {
        var begin = Tijdzone.lokaal(tijdvak.van());
        return "%s %s %s "
                .formatted(
                        begin.toLocalDate(),
                        begin.toLocalTime(),
                        Tijdzone.lokaal(tijdvak.tot()).toLocalTime());
    }

    private String voerUit(String... opdracht) throws Exception {
        var bouwer = new ProcessBuilder(opdracht).redirectErrorStream(true);
        bouwer.environment().put("LC_ALL", "C.UTF-8");
        Process proces;
        try {
            proces = bouwer.start();
        } catch (IOException e) {
            throw new AssertionError(
                    "%s ontbreekt. Op Debian: apt-get install vdirsyncer khal".formatted(opdracht[0]), e);
        }
        var uitvoer = new String(proces.getInputStream().readAllBytes(), UTF_8);
        assertThat(proces.waitFor()).as(uitvoer).isZero();
        return uitvoer;
    }

    /** In a house that is really there, two weeks from now, at an hour it is never open. */
    private Moment moment(JsonNode huis) {
        var begin = Tijdzone.instant(Tijdzone.datum(Instant.now()).plusDays(14), LocalTime.of(6, 0));
        return publiceer(huis, new Tijdvak(begin, begin.plus(Duration.ofHours(1))));
    }

    private Moment publiceer(JsonNode huis, Tijdvak tijdvak) {
        var begin = Tijdzone.lokaal(tijdvak.van());
        var moment = new Moment(
                new MomentId(Id.nieuw(tijdvak.van())),
                Soort.HUIS,
                UUID.fromString(tekst(huis, "id")),
                tekst(huis, "naam"),
                tekst(huis, "wijk"),
                List.of(),
                tekst(huis, "adres"),
                begin.toLocalDate(),
                Dagdeel.bij(begin.toLocalTime()),
                tijdvak,
                8,
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
        dienst.bean(AgendaStand.class).gewijzigd();
        return moment;
    }

    private JsonNode boek(Moment moment) throws Exception {
        var antwoord = http.send(
                HttpRequest.newBuilder(dienst.adres("/api/v1/boekingen"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString("""
                                {"momentId":"%s","naam":"%s","email":"zwaantje-%s@voorbeeld.example"}""".formatted(moment.id().waarde(), NAAM, UUID.randomUUID())))
                        .build(),
                BodyHandlers.ofString());
        assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(201);
        return json(antwoord.body());
    }

    /** The first host who may. */
    private JsonNode neemDienst(Moment moment, JsonNode huis) throws Exception {
        for (var gastheer : lijst(veld(json(haal("/api/v1/gastheren").body()), "gastheren"))) {
            var antwoord = api("/api/v1/diensten", """
                    {"momentId":"%s","gastheerId":"%s"}""".formatted(moment.id().waarde(), tekst(gastheer, "id")));
            if (antwoord.statusCode() == 201) {
                return json(antwoord.body());
            }
        }
        throw new AssertionError("no host may open " + tekst(huis, "naam"));
    }

    private String sleutel(String soort, String id) throws Exception {
        var inhoud = id.isEmpty()
                ? "{\"soort\":\"%s\"}".formatted(soort)
                : "{\"soort\":\"%s\",\"id\":\"%s\"}".formatted(soort, id);
        var antwoord = api("/api/v1/agendasleutels", inhoud);
        assertThat(antwoord.statusCode()).as(antwoord.body()).isEqualTo(201);
        return tekst(json(antwoord.body()), "url");
    }

    private String agenda(JsonNode huis) throws SQLException {
        try (var verbinding = dienst.verbinding();
                var vraag = verbinding.prepareStatement("select slug from mantelzorghuis where id = ?")) {
            vraag.setObject(1, UUID.fromString(tekst(huis, "id")));
            try (var rijen = vraag.executeQuery()) {
                rijen.next();
                return dienst.adres("/agenda/%s.ics".formatted(rijen.getString(1)))
                        .toString();
            }
        }
    }

    private void zetKlok(Instant nu) throws Exception {
        var tijd = URLEncoder.encode(
                OffsetDateTime.ofInstant(nu, Tijdzone.AMSTERDAM).toString(), UTF_8);
        assertThat(post("/demo/klok", "application/x-www-form-urlencoded", "nu=" + tijd)
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/demo/taken", "application/x-www-form-urlencoded", "").statusCode())
                .isEqualTo(200);
        als_makelaar();
    }

    private Set<LocalTime> openingstijden() {
        return huizen().stream()
                .flatMap(huis -> lijst(veld(huis, "openingstijden")).stream())
                .map(tijd -> LocalTime.parse(tekst(tijd, "begin")))
                .collect(Collectors.toSet());
    }

    private List<JsonNode> huizen() {
        try {
            return lijst(json(haal("/api/v1/mantelzorghuizen").body()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String lees(String adres) throws Exception {
        var antwoord = http.send(
                HttpRequest.newBuilder(dienst.adres(URI.create(adres).getPath()))
                        .build(),
                BodyHandlers.ofString(UTF_8));
        assertThat(antwoord.statusCode()).as(adres).isEqualTo(200);
        return antwoord.body();
    }

    private HttpResponse<String> haal(String pad) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(dienst.adres(pad)).header("Cookie", koek).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> api(String pad, String inhoud) throws IOException, InterruptedException {
        return post(pad, "application/json", inhoud);
    }

    private HttpResponse<String> post(String pad, String soort, String inhoud)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(dienst.adres(pad))
                        .header("Content-Type", soort)
                        .header("Cookie", koek)
                        .POST(BodyPublishers.ofString(inhoud))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(String tekst) throws IOException {
        return JsonMapper.createDefault().readValue(tekst, JsonNode.class);
    }

    private static JsonNode veld(JsonNode knoop, String naam) {
        var veld = knoop.get(naam);
        assertThat(veld).as(naam).isNotNull();
        return veld;
    }

    private static String tekst(JsonNode knoop, String naam) {
        return veld(knoop, naam).getStringValue();
    }

    private static Instant tijdstip(JsonNode knoop, String naam) {
        return OffsetDateTime.parse(tekst(knoop, naam)).toInstant();
    }

    private static long epoch(JsonNode item, String naam) {
        return veld(veld(item, naam), "epoch").getLongValue();
    }

    private static List<JsonNode> lijst(JsonNode knoop) {
        return StreamSupport.stream(knoop.values().spliterator(), false).toList();
    }
}
