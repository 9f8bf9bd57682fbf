package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.database.Proefdienst;
import nl.respijt.kortverblijf.intake.Proefintake;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/**
 * A word of its own in everything that people can write, then a walk through all of it, and then a look where these
 * words have come: in the places that are for them, and in no log, address, header, calendar or other column.
 */
@Timeout(300)
final class KanarieIT {
    private static final Pattern KANARIE = Pattern.compile("(?i)kanarie\\d+[a-z]*");

    /**
     * Where what people wrote may be kept. A new field for words needs its column here, and that column a good reason:
     * who may read it, and when it goes.
     */
    private static final List<String> MAG = List.of(
            "account.naam", // invited by the beheerder
            "account.email",
            "account.organisatie",
            "gastheer.naam", // kept by the makelaar
            "gastheer.email",
            "gastheer.slug", // the name as the history writes it: who did what; it goes with the gastheer
            "lotgenotengroep.naam", // kept by the makelaar, as all that is said of a group
            "lotgenotengroep.doelgroep",
            "lotgenotengroep.uitleg",
            "lotgenotengroep.plaats",
            "lotgenotengroep.afspraken",
            "lotgenotengroep.hulp_naam",
            "medewerker.naam", // kept by the provider
            "bednacht.reden", // why a house keeps a bed to itself
            "contract.bron", // kept by the makelaar: which letter it stands in
            "moment.plaats", // where a group meets, for who comes
            "boeking.naam",
            "boeking.email", // where its mail goes
            "wachtplek.naam",
            "wachtplek.email",
            "wachtplek.samen_met", // with whom they come, as they said
            "deelname.naam",
            "deelname.email",
            "deelname.samen_met",
            "deelname.trefpunt", // where somebody waits for who comes for the first time
            "verslag.opmerking", // of a coordinator, for the makelaar
            "logeerhuis.adres", // where a house is, kept by the house
            "adreswijziging.oud", // until the mail to the new address is read
            "adreswijziging.nieuw",
            "aanmelding.naam",
            "aanmelding.email",
            "groepsbericht.tekst", // for the group to read, behind the key
            "contact.waarde", // how we know somebody again
            "gebeurtenis.waarom", // why the makelaar did it
            "sluiting.reden", // told to who had booked
            "bericht.gegevens", // that same reason, on its way
            "inzage.reden", // why a makelaar opened somebody, for that person to read
            "idempotentie.sleutel", // chosen by a program, not by a person
            "demo_mail.aan", // what left the house, in a demo
            "demo_mail.ruw");

    private final Proefdienst dienst = Proefdienst.start();
    private final Klant buiten = new Klant(dienst);
    private final Logboek logboek = new Logboek();
    private final Map<String, String> woorden = new TreeMap<>();

    @AfterEach
    void stop() {
        logboek.sluit();
        dienst.close();
    }

    @Test
    void what_people_write_stays_where_it_is_for() {
        var robots = new ArrayList<Robot>();
        geefDeKanariesEenBoeking(robots);
        geefDeKanariesEenAanvraag(robots);
        for (var wie : Robot.eenPerRol(buiten)) {
            var robot = new Robot(buiten.als(wie)).loop(List.of("/", "/momenten", Robot.begin(buiten, wie)));
            robots.add(robot);
            robot.formulieren().forEach(formulier -> robot.vulIn(formulier, this::kanarie));
        }
        buiten.formulier("/demo/taken", "");
        robots.add(new Robot(buiten).loop(List.of("/", "/momenten", "/mantelzorghuizen")));
        robots.add(new Robot(buiten.als("makelaar")).loop(List.of("/makelaar/week", "/makelaar/belijst")));

        assertThat(woorden.values()).as("fields that were filled").hasSizeGreaterThan(10);
        adressenEnKopregelsZwijgen(robots);
        mailsNoemenHetAlleenBinnenin();
        agendasZwijgen(robots);
        assertThat(kanaries(buiten.haal("/health").tekst())).isEmpty();
        assertThat(logboek.regels).as("the access log was on").anyMatch(regel -> regel.contains("POST /boekingen 303"));
        assertThat(logboek.regels)
                .as("logs")
                .allSatisfy(regel -> assertThat(kanaries(regel)).isEmpty());
        databankHoudtHetWaarHetMag();
    }

    /** Over the API and on the page; then found, and cancelled, by its key. */
    private void geefDeKanariesEenBoeking(List<Robot> robots) {
        var moment = Proefmoment.in(dienst).met(20).publiceer();
        var robot = new Robot(buiten).loop(List.of("/momenten/" + moment.id().waarde()));
        robots.add(robot);
        for (var formulier : robot.formulieren()) {
            var gemaakt = robot.vulIn(formulier, this::kanarie);
            gemaakt.kop("Location").ifPresent(pad -> robots.add(new Robot(buiten).loop(List.of(pad))));
        }
        var antwoord = buiten.stuur(
                "/api/v1/boekingen",
                """
                {"momentId": "%s", "naam": "%s", "email": "%s", "iemandMee": true}
                """.formatted(moment.id().waarde(), kanarie("apiNaam"), kanarie("apiEmail")),
                "Idempotency-Key",
                kanarie("sleutel") + UUID.randomUUID());
        assertThat(antwoord.status()).isEqualTo(201);
        buiten.stuur(
                "/api/v1/boekingen",
                "{\"naam\": \"%s\", \"%s\": \"\"}".formatted(kanarie("fouteNaam"), kanarie("fouteVeldnaam")),
                "Idempotency-Key",
                "x");
        var terug = buiten.als("makelaar")
                .stuur(
                        "/api/v1/momenten/" + moment.id().waarde() + "/afgelasting",
                        "{\"reden\": \"%s\"}".formatted(kanarie("apiReden")));
        assertThat(terug.status()).isEqualTo(200);
    }

    /** Stopped, mailed, and sent: of what is told of the naaste nothing may come outside the vault. */
    private void geefDeKanariesEenAanvraag(List<Robot> robots) {
        var van = dienst.bean(Klok.class).vandaag().plusDays(30);
        var antwoorden = Proefintake.gewoon(van, van.plusDays(3));
        antwoorden.put("wie", "naam=" + kanarie("aanvraagNaam") + "&leeftijd=65%2B");
        antwoorden.put("bereiken", "email=" + kanarie("aanvraagEmail") + "&telefoon=");
        antwoorden.put("wensen", "wijk=&gesproken=&opmerking=" + kanarie("aanvraagOpmerking"));
        var verstuur = antwoorden.remove("controle");
        var wie = new Proefintake(buiten).begin().antwoord(antwoorden);
        assertThat(buiten.formulier(wie.pad() + "/later", "").status()).isEqualTo(303);
        robots.add(new Robot(buiten).loop(List.of(wie.hier(), wie.pad() + "/later")));
        robots.add(new Robot(buiten.als("makelaar")).loop(List.of(wie.hier())));
        robots.add(new Robot(buiten).loop(List.of(wie.stuur(verstuur).hier())));
    }

    /** An address where one is asked, a number for a phone, a word of its own for all else. */
    private String kanarie(String veld) {
        var woord = "Kanarie" + woorden.size() + veld.replaceAll("[^a-zA-Z]", "");
        woorden.put(woord.toLowerCase(Locale.ROOT), veld);
        if (veld.toLowerCase(Locale.ROOT).contains("mail")) {
            return woord + "@voorbeeld.example";
        }
        return veld.toLowerCase(Locale.ROOT).contains("telefoon") ? "06123456" + (10 + woorden.size() % 90) : woord;
    }

    private static void adressenEnKopregelsZwijgen(List<Robot> robots) {
        for (var robot : robots) {
            assertThat(robot.gezien()).allSatisfy(gezien -> {
                assertThat(kanaries(gezien.vraag())).as("address").isEmpty();
                assertThat(kanaries(gezien.antwoord().http().headers().map().toString()))
                        .as("headers of " + gezien.vraag())
                        .isEmpty();
            });
        }
    }

    /** A subject is on a lock screen; a header is read by every relay on the way. Only To knows who it is for. */
    private void mailsNoemenHetAlleenBinnenin() {
        var ruw = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("select encode(ruw, 'base64') from demo_mail")
                        .mapTo(String.class)
                        .map(tekst -> new String(Base64.getMimeDecoder().decode(tekst), StandardCharsets.UTF_8))
                        .list());
        assertThat(ruw)
                .isNotEmpty()
                .anySatisfy(mail -> assertThat(kanaries(mail)).isNotEmpty());
        assertThat(ruw).allSatisfy(mail -> {
            var koppen = mail.substring(0, mail.indexOf("\r\n\r\n")).replaceAll("\r\n\\s+", " ");
            var zonderAan =
                    koppen.lines().filter(regel -> !regel.startsWith("To: ")).toList();
            assertThat(kanaries(String.join("\n", zonderAan))).as(koppen).isEmpty();
        });
        var onderwerpen = dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select("select onderwerp from demo_mail")
                        .mapTo(String.class)
                        .list());
        assertThat(onderwerpen)
                .allSatisfy(onderwerp -> assertThat(kanaries(onderwerp)).isEmpty());
    }

    /** Every address of a calendar that any page showed. */
    private void agendasZwijgen(List<Robot> robots) {
        var adressen = new TreeSet<String>();
        for (var robot : robots) {
            robot.gezien()
                    .forEach(gezien -> Pattern.compile("/agenda/[\\w-]+\\.ics")
                            .matcher(gezien.antwoord().tekst())
                            .results()
                            .forEach(adres -> adressen.add(adres.group())));
        }
        assertThat(adressen).isNotEmpty();
        assertThat(adressen)
                .allSatisfy(
                        adres -> assertThat(kanaries(buiten.haal(adres).tekst().replace("\r\n ", "")))
                                .as(adres)
                                .isEmpty());
    }

    /** What a dump of the database would hold, column by column. */
    private void databankHoudtHetWaarHetMag() {
        var waar = dienst.bean(Jdbi.class).withHandle(handle -> {
            var gevonden = new TreeSet<String>();
            handle.select("""
                            select table_name || '.' || column_name from information_schema.columns
                            where table_schema = 'public' and data_type not in ('boolean', 'integer', 'uuid')
                            """).mapTo(String.class).list().forEach(kolom -> {
                var delen = kolom.split("\\.");
                var treffers = handle.select("select count(*) from \"%s\" where \"%s\"::text ~* 'kanarie[0-9]|%s'"
                                .formatted(delen[0], delen[1], hex("anarie")))
                        .mapTo(Integer.class)
                        .one();
                if (treffers > 0) {
                    gevonden.add(kolom);
                }
            });
            return gevonden;
        });
        assertThat(MAG).as("columns where words may be").containsAll(waar);
        assertThat(waar).as("the walk reached").contains("boeking.naam", "contact.waarde", "gebeurtenis.waarom");
    }

    /** As bytea prints it. */
    private static String hex(String woord) {
        return java.util.HexFormat.of().formatHex(woord.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> kanaries(String tekst) {
        return KANARIE.matcher(tekst)
                .results()
                .map(java.util.regex.MatchResult::group)
                .distinct()
                .toList();
    }

    /** Everything that is logged, from the level that an operator sees. */
    private static final class Logboek extends AppenderBase<ILoggingEvent> {
        private final Queue<String> regels = new ConcurrentLinkedQueue<>();
        private final Logger wortel = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        private final Logger eigen = (Logger) LoggerFactory.getLogger("nl.respijt");
        private final Logger toegang = (Logger) LoggerFactory.getLogger("toegangslog");

        Logboek() {
            setContext(wortel.getLoggerContext());
            start();
            wortel.addAppender(this);
            eigen.setLevel(Level.INFO);
            toegang.setLevel(Level.INFO);
        }

        @Override
        protected void append(ILoggingEvent regel) {
            regels.add(regel.getFormattedMessage()
                    + (regel.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(regel.getThrowableProxy())));
        }

        void sluit() {
            wortel.detachAppender(this);
            eigen.setLevel(null);
            toegang.setLevel(null);
        }
    }
}
