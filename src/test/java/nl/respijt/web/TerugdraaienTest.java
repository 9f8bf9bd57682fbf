package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.MomentService;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.boeking.Reeksen;
import nl.respijt.database.Proefdienst;
import nl.respijt.lotgenotengroep.Proefgroep;
import nl.respijt.lotgenotengroep.Ritme;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The makelaar sees that houses fill unusually fast, and gives places back in one go. */
final class TerugdraaienTest {
    private static final String NIEUW = "/makelaar/nieuw";

    private final Proefdienst dienst = Proefdienst.start();
    private final Klant makelaar = new Klant(dienst).als("makelaar");
    private Moment moment;

    @BeforeEach
    void een_moment() {
        moment = Proefmoment.in(dienst).met(60).publiceer();
    }

    @AfterEach
    void stop() {
        try (dienst) {
            Proefmoment.controleerBezetting(dienst);
        }
    }

    @Test
    void a_group_goes_in_one_press_with_its_reason_and_without_mail_and_twice_is_once() {
        for (var n = 0; n < 21; n++) {
            boek("kwaad-%d@veel.example".formatted(n));
        }
        var eerlijk = boek(Proefwens.nieuwAdres());
        var pagina = makelaar.haal(NIEUW).tekst();
        assertThat(pagina).contains("Ongewoon veel nieuwe afspraken voor Huis Proef: 22", "veel.example", "Alle 21");
        var groep = pagina.replaceAll("(?s).*?name=\"(groep-[^\"]+)\" value=\"([^\"]+)\".*", "$1=$2");
        var velden = groep + "&reden=nagebeld&csrf=" + csrf(pagina);

        var uitkomst = makelaar.formulier(NIEUW + "/terug", velden);

        assertThat(uitkomst.kop("Location")).hasValue(NIEUW + "?terug=21&niet=0");
        assertThat(vrij()).isEqualTo(59);
        assertThat(tel("select count(*) from boeking where status = 'bevestigd' and id = '" + eerlijk + "'"))
                .isEqualTo(1);
        assertThat(tel("select count(*) from gebeurtenis where wat = 'geannuleerd' and waarom = 'nagebeld'"
                        + " and wie = 'makelaar'"))
                .isEqualTo(21);
        assertThat(tel("select count(*) from bericht where soort = 'boeking-annulering' and ding_id in " + hier()))
                .isZero();
        assertThat(makelaar.formulier(NIEUW + "/terug", velden).kop("Location")).hasValue(NIEUW + "?terug=0&niet=21");
        assertThat(vrij()).isEqualTo(59);
        assertThat(makelaar.haal(NIEUW + "?terug=0&niet=21").tekst())
                .contains("Er is niets teruggedraaid. 21 afspraken waren al weg of begonnen.");
    }

    @Test
    void one_of_them_can_go_with_a_mail() {
        var id = boek(Proefwens.nieuwAdres());
        var ander = boek(Proefwens.nieuwAdres());
        var csrf = csrf(makelaar.haal(NIEUW).tekst());

        makelaar.formulier(NIEUW + "/terug", "boeking-%s=ja&mail=ja&reden=vergissing&csrf=%s".formatted(id, csrf));

        assertThat(tel("select count(*) from boeking where status = 'geannuleerd' and id in " + hier()))
                .isEqualTo(1);
        assertThat(tel("select count(*) from bericht where soort = 'boeking-annulering' and ding_id = '" + id + "'"))
                .isEqualTo(1);
        assertThat(tel("select count(*) from boeking where status = 'bevestigd' and id = '" + ander + "'"))
                .isEqualTo(1);
    }

    @Test
    void nothing_chosen_or_no_reason_comes_back_as_it_was() {
        var id = boek(Proefwens.nieuwAdres());
        var csrf = csrf(makelaar.haal(NIEUW).tekst());

        var zonderReden = makelaar.formulier(NIEUW + "/terug", "boeking-%s=ja&csrf=%s".formatted(id, csrf));
        var zonderKeuze = makelaar.formulier(NIEUW + "/terug", "reden=zomaar&csrf=" + csrf);

        assertThat(zonderReden.status()).isEqualTo(422);
        assertThat(zonderReden.tekst())
                .contains("href=\"#reden\"")
                .containsPattern("boeking-" + id + "\"[^>]* checked");
        assertThat(zonderKeuze.status()).isEqualTo(422);
        assertThat(zonderKeuze.tekst()).contains("href=\"#keuze\"", "value=\"zomaar\"");
        assertThat(vrij()).isEqualTo(59);
    }

    @Test
    void who_joins_a_group_has_a_place_at_each_of_its_meetings_and_nothing_is_unusual() {
        var groepen = new Proefgroep(dienst);
        var dag = dienst.bean(Klok.class).vandaag().plusDays(2);
        var groep = groepen.groep(
                new Ritme.Weken(1, dag.getDayOfWeek().getValue(), dag, Optional.empty()), "19:00", "21:00", false);

        var keren = Stream.generate(() -> groepen.deelnemer(groep))
                .limit(2)
                .flatMap(wie -> dienst.bean(Reeksen.class).van(wie).stream())
                .map(boeking -> boeking.id().waarde().toString())
                .toList();

        assertThat(keren).hasSizeGreaterThan(20);
        assertThat(makelaar.haal(NIEUW).tekst())
                .doesNotContain("Ongewoon veel nieuwe afspraken")
                .doesNotContain(keren);
    }

    @Test
    void it_is_the_makelaars_alone() {
        var buiten = new Klant(dienst);

        assertThat(buiten.haal(NIEUW).kop("Location").orElseThrow()).startsWith("/inloggen");
        assertThat(buiten.als("gemeente").haal(NIEUW).status()).isEqualTo(404);
        assertThat(buiten.als("gemeente").formulier(NIEUW + "/terug", "reden=x").status())
                .isEqualTo(404);
        assertThat(makelaar.formulier(NIEUW + "/terug", "reden=x").status()).isEqualTo(403);
    }

    private String boek(String adres) {
        return new Klant(dienst)
                .stuur(
                        "/api/v1/boekingen",
                        Proefwens.voor(moment).email(adres).json(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json()
                .get("id")
                .toString();
    }

    /** The demo has bookings of its own. */
    private String hier() {
        return "(select id from boeking where moment_id = '%s')"
                .formatted(moment.id().waarde());
    }

    private int vrij() {
        return dienst.bean(MomentService.class).find(moment.id()).orElseThrow().vrij();
    }

    private int tel(String vraag) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.select(vraag).mapTo(Integer.class).one());
    }

    private static String csrf(String pagina) {
        return pagina.replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }
}
