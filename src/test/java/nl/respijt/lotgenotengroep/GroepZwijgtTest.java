package nl.respijt.lotgenotengroep;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import nl.respijt.agenda.AgendaSleutels;
import nl.respijt.agenda.AgendaSoort;
import nl.respijt.bericht.Belijst;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Plek;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.lotgenotengroep.Wijziging.Stop;
import nl.respijt.lotgenotengroep.Wijziging.Vervalt;
import nl.respijt.lotgenotengroep.Wijziging.Verzet;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Which group somebody is in says something about health, origin or age. So a walk through all that a group does to
 * people, and then a look whether its name or kind left the login: in mail, calendars, personal pages, addresses, logs.
 */
class GroepZwijgtTest {
    private static final Pattern VERRAADT = Pattern.compile(
            "AMWAHT|\\bNAH\\b|hersenletsel|migratie|Jonge mantelzorger|Lotgenoten|brain injury|migration|lotgenotengroep",
            Pattern.CASE_INSENSITIVE);

    private final Proefdienst dienst = Proefdienst.start();
    private final Klant klant = new Klant(dienst);
    private final Logboek logboek = new Logboek();
    private final GroepService groepen = dienst.bean(GroepService.class);
    private final GroepPlanning planning = dienst.bean(GroepPlanning.class);
    private final List<String> persoonlijk = new ArrayList<>();

    @AfterEach
    void stop() {
        logboek.sluit();
        dienst.close();
    }

    @Test
    void neither_name_nor_kind_of_a_group_leaves_the_login() {
        for (var naam : List.of("AMWAHT 07", "Lotgenoten NAH", "Jonge mantelzorgers")) {
            var groep = groepen.alle().stream()
                    .filter(een -> een.naam().equals(naam))
                    .findFirst()
                    .orElseThrow();
            leefMet(groep);
        }
        var klok = dienst.bean(Klok.class);
        for (var dag = 0; dag < 21; dag++) { // with a reminder the day before what still takes place
            dienst.bean(Verzender.class).verzendAlles();
            klok.verschuif(klok.verschuiving().plus(Duration.ofDays(1)));
        }

        var mails = dienst.bean(DemoPostvak.class).nieuwste(1_000);
        assertThat(mails).hasSizeGreaterThan(15).allSatisfy(mail -> {
            assertThat(mail.onderwerp()).doesNotContainPattern(VERRAADT);
            assertThat(mail.tekst()).doesNotContainPattern(VERRAADT);
            assertThat(mail.html()).doesNotContainPattern(VERRAADT);
            assertThat(mail.kopregels().toString()).doesNotContainPattern(VERRAADT);
            assertThat(mail.bijlagen())
                    .allSatisfy(bijlage -> assertThat(new String(
                                    java.util.Base64.getDecoder().decode(bijlage.inhoudBase64()),
                                    java.nio.charset.StandardCharsets.UTF_8))
                            .doesNotContainPattern(VERRAADT));
        });
        assertThat(mails).anySatisfy(mail -> assertThat(mail.tekst()).contains("Uw groep"));
        assertThat(mails).anySatisfy(mail -> assertThat(mail.onderwerp()).contains("veranderd in uw groep"));
        assertThat(dienst.bean(Belijst.class).open()).isNotEmpty();
        assertThat(dienst.bean(Belijst.class).open().toString()).doesNotContainPattern(VERRAADT);
        assertThat(persoonlijk)
                .hasSizeGreaterThan(10)
                .allSatisfy(tekst -> assertThat(tekst).doesNotContainPattern(VERRAADT));
        assertThat(klant.haal("/health").tekst()).doesNotContainPattern(VERRAADT);
        // The address of the finder is a word of the site, and says nothing of who looks.
        assertThat(logboek.regels)
                .hasSizeGreaterThan(20)
                .allSatisfy(regel ->
                        assertThat(regel.replace("/lotgenotengroepen", "")).doesNotContainPattern(VERRAADT));
    }

    /** Somebody with mail and somebody with a phone come; then what is planned moves, goes elsewhere, lapses and ends. */
    private void leefMet(Lotgenotengroep groep) {
        klant.haal("/lotgenotengroepen");
        klant.haal(groep.pad());
        var komende = groepen.komende(groep.id(), 5);
        for (var moment : komende) {
            boek(moment, Proefwens.voor(moment).email(Proefwens.nieuwAdres()).json());
            boek(
                    moment,
                    Proefwens.voor(moment)
                            .telefoon(Proefwens.nieuwNummer())
                            .iemandMee()
                            .json());
        }
        doeMee(groep, "\"email\": \"%s\", \"samenMet\": \"Ali\"".formatted(Proefwens.nieuwAdres()));
        doeMee(groep, "\"telefoon\": \"%s\", \"iemandMee\": true".formatted(Proefwens.nieuwNummer()));
        dienst.bean(Groepsberichten.class)
                .stuur(
                        UUID.randomUUID(),
                        groep.id(),
                        "Tot ziens bij de NAH-groep",
                        new Aanmelding("coordinator", "Proef", Rol.GROEPSCOORDINATOR, Optional.empty(), ""));
        var uren = groepen.ritmes(groep.id()).getFirst().uren();
        var plek = groep.plek();
        doe(groep, new Verzet(komende.get(0).id(), komende.get(0).datum().plusDays(1), uren, plek, false));
        doe(
                groep,
                new Verzet(
                        komende.get(1).id(), komende.get(1).datum(), uren, new Plek("Oost", "De Zaal", true), false));
        doe(groep, new Vervalt(komende.get(2).id(), Optional.empty(), "de zaal is dicht"));
        doe(groep, new Stop(komende.get(4).datum(), "wij stoppen"));
        var agenda = dienst.bean(AgendaSleutels.class)
                .maak(AgendaSoort.GROEP, Optional.of(groep.id()))
                .url();
        persoonlijk.add(klant.haal(agenda.getPath()).tekst().replace("\r\n ", ""));
        persoonlijk.add(klant.haal(agenda.getPath()).http().headers().map().toString());
    }

    /** Joins all meetings to come; what is behind the key of the deelname says no more than a mail does. */
    private void doeMee(Lotgenotengroep groep, String contact) {
        var antwoord = klant.stuur(
                "/api/v1/lotgenotengroepen/" + groep.id() + "/deelnames",
                "{\"naam\": \"Ans\", %s}".formatted(contact),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(antwoord.status()).isEqualTo(201);
        var beheer = uit(antwoord.tekst(), "beheerUrl");
        persoonlijk.add(antwoord.tekst());
        persoonlijk.add(beheer);
        var pad = java.net.URI.create(beheer).getPath();
        var pagina = klant.haal(pad).tekst();
        persoonlijk.add(zonderKader(pagina));
        persoonlijk.add(zonderKader(klant.haal(pad + "/stoppen").tekst()));
        var agenda = Pattern.compile("/agenda/[\\w-]+\\.ics").matcher(pagina);
        if (agenda.find()) { // who is called first has no meetings yet
            persoonlijk.add(klant.haal(agenda.group()).tekst());
        }
    }

    private void boek(Moment moment, String wens) {
        var antwoord = klant.stuur(
                "/api/v1/boekingen", wens, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(antwoord.status()).isEqualTo(201);
        var beheer = uit(antwoord.tekst(), "beheerUrl");
        persoonlijk.add(beheer);
        for (var pad : List.of("", "/brief", "/verzetten", "/afzeggen", "?taal=en")) {
            persoonlijk.add(zonderKader(
                    klant.haal(java.net.URI.create(beheer).getPath() + pad).tekst()));
        }
        persoonlijk.add(klant.haal(
                        java.net.URI.create(uit(antwoord.tekst(), "agendaUrl")).getPath())
                .tekst());
    }

    /** The foot of every page leads to the groups, for everybody alike. */
    private static String zonderKader(String pagina) {
        return pagina.replaceAll("(?s)<footer.*</footer>", "");
    }

    private static String uit(String json, String veld) {
        var gevonden = Pattern.compile("\"" + veld + "\":\"([^\"]+)\"").matcher(json);
        assertThat(gevonden.find()).isTrue();
        return gevonden.group(1);
    }

    private void doe(Lotgenotengroep groep, Wijziging wijziging) {
        var proef = ((ProefResultaat.Gezien) planning.proef(groep.id(), wijziging)).proef();
        assertThat(planning.voerUit(groep.id(), wijziging, proef.stempel(), "makelaar", Optional.empty()))
                .isInstanceOf(WijzigResultaat.Gedaan.class);
    }

    /** Everything that is logged, from the level that an operator sees. */
    private static final class Logboek extends AppenderBase<ILoggingEvent> {
        private final Queue<String> regels = new ConcurrentLinkedQueue<>();
        private final List<Logger> wie = List.of(
                (Logger) LoggerFactory.getLogger("nl.respijt"), (Logger) LoggerFactory.getLogger("toegangslog"));
        private final Logger wortel = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

        Logboek() {
            setContext(wortel.getLoggerContext());
            start();
            wortel.addAppender(this);
            wie.forEach(een -> een.setLevel(Level.INFO));
        }

        @Override
        protected void append(ILoggingEvent regel) {
            regels.add(regel.getFormattedMessage());
        }

        void sluit() {
            wortel.detachAppender(this);
            wie.forEach(een -> een.setLevel(null));
        }
    }
}
