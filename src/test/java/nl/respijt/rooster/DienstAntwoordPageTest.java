package nl.respijt.rooster;

import static nl.respijt.rooster.Proefrooster.DOOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.respijt.bericht.DemoPostvak;
import nl.respijt.bericht.Verzender;
import nl.respijt.database.Proefdienst;
import nl.respijt.tijd.Tijdvak;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Ik kom" and "Ik kan niet", by the link in a mail. */
@Timeout(120)
class DienstAntwoordPageTest {
    private static final Pattern LINK = Pattern.compile("(/dienst/[A-Za-z0-9_-]+)#(kom|kan-niet)");

    private final Proefrooster proef = new Proefrooster(Proefdienst.gedeeld());
    private final Gastheer gastheer;
    private final Dienst dienst;
    private final String pad;

    DienstAntwoordPageTest() {
        var huis = proef.huis();
        gastheer = proef.gastheer(huis);
        dienst = proef.gepland(proef.ochtend(huis, proef.dag(3)), gastheer);
        proef.dienst.bean(Verzender.class).verzendAlles();
        var mail = proef.dienst.bean(DemoPostvak.class).nieuwste(5_000).stream()
                .filter(een -> Optional.of(een.aan()).equals(gastheer.email()))
                .findFirst()
                .orElseThrow();
        var links = LINK.matcher(mail.tekst()).results().toList();
        assertThat(links).extracting(link -> link.group(2)).containsExactly("kom", "kan-niet");
        pad = links.getFirst().group(1);
    }

    private HttpResponse<String> stuur(String methode, String adres, String formulier) throws Exception {
        return Proefrooster.stuur(HttpRequest.newBuilder(proef.dienst.adres(adres))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(methode, HttpRequest.BodyPublishers.ofString(formulier))
                .build());
    }

    private HttpResponse<String> toon() throws Exception {
        return stuur("GET", pad, "");
    }

    private HttpResponse<String> kom() throws Exception {
        return stuur("POST", pad + "/kom", "versie=0");
    }

    private HttpResponse<String> kanNiet() throws Exception {
        return stuur("POST", pad + "/kan-niet", "");
    }

    private Dienst nu() {
        return proef.rooster.find(dienst.id()).orElseThrow();
    }

    @Test
    void looking_changes_nothing_and_tells_when_and_where() throws Exception {
        var antwoord = toon();

        assertThat(antwoord.statusCode()).isEqualTo(200);
        assertThat(antwoord.body())
                .contains(
                        "Komt u?",
                        "9.00 tot 12.30 uur",
                        Proefrooster.naam(dienst.moment().bronId()),
                        "Proefstraat 1")
                .contains("Ik kom", "Ik kan niet")
                .doesNotContain("plekken", gastheer.naam());
        assertThat(antwoord.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(stuur("HEAD", pad, "").statusCode()).isEqualTo(200);
        assertThat(stuur("GET", pad + "/kom", "").statusCode()).isIn(404, 405);
        assertThat(stuur("GET", pad + "/kan-niet", "").statusCode()).isIn(404, 405);
        assertThat(nu()).isEqualTo(dienst);
        assertThat(proef.geschiedenis(dienst)).containsExactly("gepland");
    }

    @Test
    void it_speaks_english_too() throws Exception {
        assertThat(stuur("GET", pad + "?taal=en", "").body()).contains("Are you coming?", "I cannot make it");
    }

    @Test
    void who_comes_says_so_once_or_twice_and_nothing_is_mailed() throws Exception {
        assertThat(kom().statusCode()).isEqualTo(303);
        assertThat(kom().statusCode()).isEqualTo(303);

        assertThat(nu().status()).isEqualTo(Dienst.Status.BEVESTIGD);
        assertThat(nu().versie()).isEqualTo(dienst.versie());
        assertThat(proef.geschiedenis(dienst)).containsExactly("gepland", "bevestigd");
        assertThat(proef.berichten(dienst)).containsExactly("dienst-nieuw");
        assertThat(toon().body())
                .contains("Dank u wel, u komt", "Ik kan toch niet")
                .doesNotContain(">Ik kom<");
    }

    @Test
    void who_cannot_says_so_once_or_twice_also_after_having_said_to_come() throws Exception {
        kom();

        assertThat(kanNiet().statusCode()).isEqualTo(303);
        assertThat(kanNiet().statusCode()).isEqualTo(303);

        assertThat(nu().status()).isEqualTo(Dienst.Status.AFGEMELD);
        assertThat(proef.geschiedenis(dienst)).containsExactly("gepland", "bevestigd", "afgemeld");
        assertThat(toon().body())
                .contains("U bent van deze dienst af")
                .doesNotContain("<form method=\"post\" action=\"/dienst");
        assertThat(kom().statusCode()).isEqualTo(409);
        assertThat(nu().status()).isEqualTo(Dienst.Status.AFGEMELD);
    }

    @Test
    void what_moved_since_the_page_was_read_is_asked_again() throws Exception {
        kom();
        var tijdvak = dienst.tijdvak();
        proef.momenten.verplaats(
                dienst.moment().id(),
                new Tijdvak(
                        tijdvak.van().plus(Duration.ofDays(1)), tijdvak.tot().plus(Duration.ofDays(1))),
                DOOR);
        assertThat(nu().status()).as("said of another day").isEqualTo(Dienst.Status.GEPLAND);

        var antwoord = kom();

        assertThat(antwoord.statusCode()).isEqualTo(409);
        assertThat(antwoord.body()).contains("Deze dienst is intussen veranderd", "Komt u?");
        assertThat(nu().status()).isEqualTo(Dienst.Status.GEPLAND);
        assertThat(stuur("POST", pad + "/kom", "versie=1").statusCode()).isEqualTo(303);
        assertThat(nu().status()).isEqualTo(Dienst.Status.BEVESTIGD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iets=anders", "versie=", "versie=x", "versie=-1", "versie=99999999999999"})
    void without_what_was_on_the_page_it_is_asked_again(String formulier) throws Exception {
        assertThat(stuur("POST", pad + "/kom", formulier).statusCode()).isEqualTo(409);
        assertThat(nu().status()).isEqualTo(Dienst.Status.GEPLAND);
    }

    @Test
    void what_lapsed_says_that_the_house_is_closed() throws Exception {
        proef.momenten.gelastAf(dienst.moment().id(), "storm", DOOR);

        assertThat(toon().body()).contains("Deze dienst gaat niet door");
        assertThat(kom().statusCode()).isEqualTo(409);
        assertThat(nu().status()).isEqualTo(Dienst.Status.VERVALLEN);
    }

    @Test
    void what_was_handed_over_says_that_somebody_else_does_it() throws Exception {
        var ander = proef.gastheer(dienst.moment().bronId());
        proef.rooster.draagOver(dienst.id(), ander.id(), DOOR);

        assertThat(toon().body()).contains("Deze dienst is niet meer van u").doesNotContain(ander.naam());
        assertThat(kom().statusCode()).isEqualTo(409);
        kanNiet();
        assertThat(proef.rooster.komende(ander.id())).hasSize(1);
    }

    @Test
    void what_has_begun_is_for_the_telephone_and_what_is_over_has_no_key() throws Exception {
        zet(Duration.ofHours(-1), Duration.ofHours(1));

        assertThat(toon().body()).contains("Deze dienst is al begonnen", "tel:");
        assertThat(kom().statusCode()).isEqualTo(409);
        assertThat(kanNiet().statusCode()).isEqualTo(409);
        assertThat(nu().status()).isEqualTo(Dienst.Status.GEPLAND);

        zet(Duration.ofHours(-2), Duration.ofMinutes(-1));
        assertThat(toon().statusCode()).isEqualTo(404);
        assertThat(kom().statusCode()).isEqualTo(404);
        assertThat(kanNiet().statusCode()).isEqualTo(404);
    }

    private void zet(Duration van, Duration tot) {
        proef.jdbi.useHandle(
                handle -> handle.createUpdate("update dienst set tijdvak = tstzrange(:van, :tot) where id = :id")
                        .bind("id", dienst.id().waarde())
                        .bind("van", proef.nu().plus(van))
                        .bind("tot", proef.nu().plus(tot))
                        .execute());
    }

    @Test
    void no_other_text_is_a_key() throws Exception {
        var ander = new DienstAntwoordPageTest();
        var sleutel = pad.substring("/dienst/".length());
        var vanAnder = ander.pad.substring("/dienst/".length());
        for (var fout : new String[] {
            "x",
            dienst.id().waarde().toString(),
            sleutel.substring(1),
            sleutel + "A",
            sleutel.substring(0, 30) + (sleutel.charAt(30) == 'A' ? 'B' : 'A') + sleutel.substring(31),
            vanAnder.substring(0, 22) + sleutel.substring(22)
        }) {
            assertThat(stuur("GET", "/dienst/" + fout, "").statusCode())
                    .as(fout)
                    .isEqualTo(404);
            assertThat(stuur("POST", "/dienst/" + fout + "/kan-niet", "").statusCode())
                    .as(fout)
                    .isEqualTo(404);
        }
        assertThat(nu().status()).isEqualTo(Dienst.Status.GEPLAND);
        assertThat(ander.nu().status()).isEqualTo(Dienst.Status.GEPLAND);
    }
}
