package nl.respijt.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.respijt.bericht.DemoMail;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import org.jdbi.v3.core.Jdbi;

/** Somebody with a name that stands out, who books and signs in; and a look at everything that the database holds. */
final class Proefpersoon {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final Proefdienst dienst;
    final String achternaam = "Kanarie" + UUID.randomUUID().toString().substring(0, 8);
    final String naam = "Wilhelmina " + achternaam;
    final String email = "kanarie-%s@voorbeeld.example".formatted(UUID.randomUUID());
    final String nummer = Proefwens.nieuwNummer();
    private Optional<String> koek = Optional.empty();

    Proefpersoon(Proefdienst dienst) {
        this.dienst = dienst;
    }

    Geboekt boek(LocalDate dag) {
        return boek(Proefmoment.in(dienst).op(dag).publiceer());
    }

    Geboekt boek(Moment moment) {
        var uitkomst = dienst.bean(BoekingService.class)
                .boek(Proefwens.voor(moment)
                        .naam(naam)
                        .emailEnTelefoon(email, nummer)
                        .verzoek());
        assertThat(uitkomst).isInstanceOf(Geboekt.class);
        return (Geboekt) uitkomst;
    }

    MantelzorgerId id() {
        return new MantelzorgerId(dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select mantelzorger_id from contact where waarde = :email")
                        .bind("email", email)
                        .mapTo(UUID.class)
                        .one()));
    }

    /** The same person, signed in. */
    Proefpersoon logIn() {
        koek = Optional.of(
                dienst.bean(Sessies.class).open("kanarie", naam, Rol.MANTELZORGER, Optional.of(id().waarde())));
        return this;
    }

    HttpResponse<String> haal(String pad) {
        return stuur(HttpRequest.newBuilder(dienst.adres(pad)).GET());
    }

    /** Asks for a mail to sign in with, in a browser of its own. */
    void vraagInlogmail() {
        var pagina = stuur(HttpRequest.newBuilder(dienst.adres("/inloggen")).GET(), Optional.empty());
        var apparaat = pagina.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        var antwoord = stuur(
                HttpRequest.newBuilder(dienst.adres("/inloggen"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", apparaat)
                        .POST(HttpRequest.BodyPublishers.ofString("email=" + email + "&csrf=" + csrf(pagina))),
                Optional.empty());
        assertThat(antwoord.statusCode()).isEqualTo(303);
    }

    /** What somebody else sees there. */
    HttpResponse<String> metKoek(String waarde, String pad) {
        return stuur(HttpRequest.newBuilder(dienst.adres(pad)).GET(), Optional.of(waarde));
    }

    /** Sends a form with the token of its page. */
    HttpResponse<String> formulier(String pad, String velden) {
        return post(pad, velden + "&csrf=" + csrf(haal("/mijn/gegevens")));
    }

    private static String csrf(HttpResponse<String> pagina) {
        return pagina.body().replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }

    HttpResponse<String> post(String pad, String velden) {
        return stuur(HttpRequest.newBuilder(dienst.adres(pad))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(velden)));
    }

    private HttpResponse<String> stuur(HttpRequest.Builder verzoek) {
        return stuur(verzoek, koek);
    }

    private static HttpResponse<String> stuur(HttpRequest.Builder verzoek, Optional<String> koek) {
        koek.ifPresent(waarde -> verzoek.header("Cookie", "respijt=" + waarde));
        try {
            return HTTP.send(verzoek.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * Those of all rows of all tables, as text in lower case that begins with the table, with what is inside bytes readable as
     * well.
     */
    static List<String> rijen(Proefdienst dienst, Predicate<String> welke) {
        try (var verbinding = dienst.verbinding();
                var vraag = verbinding.createStatement()) {
            var tabellen = new ArrayList<String>();
            try (var rijen = vraag.executeQuery(
                    "select table_name from information_schema.tables where table_schema = 'public'")) {
                while (rijen.next()) {
                    tabellen.add(rijen.getString(1));
                }
            }
            var gevonden = new ArrayList<String>();
            for (var tabel : tabellen) {
                try (var rijen = vraag.executeQuery("select * from " + tabel)) {
                    var breedte = rijen.getMetaData().getColumnCount();
                    while (rijen.next()) {
                        var regel = new StringBuilder(tabel);
                        for (var kolom = 1; kolom <= breedte; kolom++) {
                            var waarde = rijen.getObject(kolom);
                            regel.append('|')
                                    .append(
                                            waarde instanceof byte[] bytes
                                                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                                                    : String.valueOf(waarde));
                        }
                        var rij = regel.toString().toLowerCase(Locale.ROOT);
                        if (welke.test(rij)) {
                            gevonden.add(rij);
                        }
                    }
                }
            }
            return gevonden;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static void metSpoor(Proefdienst dienst, List<String> sporen) {
        var gevonden = rijenMet(dienst, sporen);
        assertThat(sporen)
                .allMatch(spoor -> gevonden.stream().anyMatch(rij -> rij.contains(spoor.toLowerCase(Locale.ROOT))));
    }

    static void zonderSpoor(Proefdienst dienst, List<String> sporen) {
        assertThat(rijenMet(dienst, sporen)).as("with one of %s", sporen).isEmpty();
    }

    private static List<String> rijenMet(Proefdienst dienst, List<String> sporen) {
        var klein = sporen.stream().map(spoor -> spoor.toLowerCase(Locale.ROOT)).toList();
        return rijen(dienst, rij -> klein.stream().anyMatch(rij::contains));
    }

    /** What came by mail at an address, newest first. */
    static List<DemoMail> post(Proefdienst dienst, String adres) {
        dienst.bean(Verzender.class).verzendAlles();
        return dienst.bean(DemoPostvak.class).nieuwste(1_000).stream()
                .filter(mail -> mail.aan().equals(adres))
                .toList();
    }

    static void zetKlok(Proefdienst dienst, LocalDate dag, String tijd) {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(Duration.between(klok.echt().instant(), Tijdzone.instant(dag, LocalTime.parse(tijd))));
    }
}
