package nl.respijt.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.respijt.bericht.Verzender;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.database.Proefdienst;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a carer can see, tell and put right. Its own service: the clock stands. */
final class GegevensTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2027-02-01");
    private static final LocalDate DAG = LocalDate.parse("2027-02-09");
    private static final String TEKST = "Mijn vader dwaalt en ik slaap niet";

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Jdbi jdbi = dienst.bean(Jdbi.class);
    private final Proefpersoon kanarie = new Proefpersoon(dienst);

    @BeforeAll
    static void start() {
        gestart = Optional.of(Proefdienst.start());
    }

    @AfterAll
    static void stop() {
        gestart.ifPresent(Proefdienst::close);
    }

    @BeforeEach
    void op_de_eerste_dag() {
        zetKlok(VANDAAG, "09:00");
    }

    @Test
    void an_export_holds_all_that_we_have() {
        var geboekt = kanarie.boek(op(DAG));
        verzend();
        kanarie.logIn();
        overMij("hulpwens=" + TEKST.replace(' ', '+') + "&akkoord=ja&leeftijdsgroep=18-plus");

        var bestand = kanarie.haal("/mijn/gegevens.json");
        var pagina = kanarie.haal("/mijn/gegevens");

        assertThat(bestand.statusCode()).isEqualTo(200);
        assertThat(bestand.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(kop -> assertThat(kop).startsWith("attachment"));
        assertThat(bestand.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kop -> assertThat(kop).contains("no-store"));
        for (var tekst :
                List.of(kanarie.naam, kanarie.email, geboekt.antwoord().code(), TEKST, "Huis Proef", "18-plus")) {
            assertThat(bestand.body()).contains(tekst);
            assertThat(pagina.body()).contains(tekst);
        }
        assertThat(bestand.body()).contains("waarvoor", "grond", "bewaren", "13 maanden", "wieZietHet");
        assertThat(kanarie.haal("/mijn/gegevens?taal=en").body()).contains("My data");
    }

    @Test
    void what_somebody_tells_is_kept_with_consent_and_encrypted() {
        kanarie.boek(op(DAG));
        kanarie.logIn();
        var velden = "hulpwens=" + TEKST.replace(' ', '+') + "%0D%0Aen+meer";

        var zonder = overMij(velden);
        assertThat(zonder.statusCode()).isEqualTo(422);
        assertThat(zonder.body()).contains(TEKST, "href=\"#akkoord\"");
        assertThat(dienst.bean(Hulpwensen.class).lees(kanarie.id())).isEmpty();

        assertThat(overMij(velden + "&akkoord=ja").statusCode()).isEqualTo(303);
        assertThat(dienst.bean(Hulpwensen.class).lees(kanarie.id())).contains(TEKST + " en meer");
        Proefpersoon.zonderSpoor(dienst, List.of("dwaalt"));
        assertThat(toestemming("hulpwens")).as("in which words, since when").isEqualTo("1 t f");

        assertThat(overMij("hulpwens=").statusCode()).isEqualTo(303);
        assertThat(dienst.bean(Hulpwensen.class).lees(kanarie.id())).isEmpty();
        assertThat(toestemming("hulpwens")).isEqualTo("1 t t");
    }

    /** Two rows that swap their bytes show nothing of each other. */
    @Test
    void what_one_told_does_not_open_in_the_row_of_another() {
        var ander = new Proefpersoon(dienst);
        for (var een : List.of(kanarie, ander)) {
            een.boek(op(DAG));
            dienst.bean(Hulpwensen.class).bewaar(een.id(), TEKST);
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update hulpwens set versleuteld = (select versleuteld from hulpwens where mantelzorger_id = :ander)
                        where mantelzorger_id = :wie
                        """)
                .bind("wie", kanarie.id().waarde())
                .bind("ander", ander.id().waarde())
                .execute());

        assertThatThrownBy(() -> dienst.bean(Hulpwensen.class).lees(kanarie.id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_name_and_a_number_can_be_put_right() {
        var geboekt = kanarie.boek(op(DAG));
        kanarie.logIn();

        assertThat(correctie("naam=Wil&telefoon=06+12+00+00+01&taal=en").statusCode())
                .isEqualTo(303);

        var boeking = dienst.bean(BoekingBeheer.class).find(geboekt.id()).orElseThrow();
        assertThat(boeking.naam()).isEqualTo("Wil");
        assertThat(boeking.telefoon()).contains("+31612000001");
        assertThat(boeking.taal()).isEqualTo(Taal.EN);
        assertThat(correctie("naam=Wil&telefoon=&taal=nl").statusCode()).isEqualTo(303);
        assertThat(dienst.bean(BoekingBeheer.class)
                        .find(geboekt.id())
                        .orElseThrow()
                        .telefoon())
                .isEmpty();
    }

    @Test
    void a_number_of_somebody_else_is_refused_without_telling_whose() {
        var ander = new Proefpersoon(dienst);
        ander.boek(op(DAG));
        kanarie.boek(op(DAG));
        kanarie.logIn();

        var antwoord = correctie("naam=Wil&telefoon=" + ander.nummer + "&taal=nl");

        assertThat(antwoord.statusCode()).isEqualTo(409);
        assertThat(antwoord.body()).contains("href=\"#telefoon\"").doesNotContain(ander.email);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correctie|naam=123456782&taal=nl",
                "correctie|naam=&taal=nl",
                "correctie|naam=A&telefoon=12&taal=nl",
                "correctie|naam=A&taal=xx",
                "over-mij|hulpwens=bsn+123456782&akkoord=ja",
                "over-mij|leeftijdsgroep=12",
                "herinneringen|herinneringen=misschien",
                "email|email=",
                "email|email=geen-adres",
                "email/code|code=1234"
            })
    void a_form_that_is_not_right_changes_nothing_and_comes_back(String geval) {
        kanarie.boek(op(DAG));
        kanarie.logIn();
        var delen = geval.split("\\|");

        var antwoord = kanarie.formulier("/mijn/gegevens/" + delen[0], delen[1]);

        assertThat(antwoord.statusCode()).isEqualTo(422);
        assertThat(antwoord.body()).contains("r-foutlijst");
        assertThat(dienst.bean(Correctie.class).find(kanarie.id()).orElseThrow().naam())
                .isEqualTo(kanarie.naam);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correctie", "email", "email/code", "herinneringen", "over-mij", "wissen"})
    void every_form_asks_for_its_token(String formulier) {
        kanarie.boek(op(DAG));
        kanarie.logIn();

        assertThat(kanarie.post("/mijn/gegevens/" + formulier, "naam=A&csrf=x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void only_the_carer_themselves_comes_here() {
        for (var pad : List.of("/mijn/gegevens", "/mijn/gegevens.json", "/mijn/gegevens/wissen")) {
            assertThat(kanarie.haal(pad).statusCode()).as(pad).isEqualTo(303);
        }
        kanarie.boek(op(DAG));
        var ander = new Proefpersoon(dienst);
        ander.boek(op(DAG));
        ander.logIn();
        assertThat(ander.haal("/mijn/gegevens.json").body())
                .contains(ander.email)
                .doesNotContain(kanarie.email);
    }

    @Test
    void to_the_house_of_a_young_carer_goes_no_letter_unless_they_ask() {
        var geboekt = kanarie.boek(op(DAG));
        var brief = dienst.bean(BoekingSleutels.class).beheerPad(geboekt.id());
        kanarie.logIn();
        assertThat(alsMakelaar(brief)).contains("/brief\"");

        overMij("leeftijdsgroep=jonger-dan-18");
        assertThat(alsMakelaar(brief)).doesNotContain("/brief\"");
        assertThat(alsMakelaar(brief + "/brief")).as("sent back").isEmpty();

        overMij("leeftijdsgroep=jonger-dan-18&postThuis=ja");
        assertThat(alsMakelaar(brief)).contains("/brief\"");
    }

    private String alsMakelaar(String pad) {
        var koek = dienst.bean(Sessies.class).open("makelaar", "Makelaar", Rol.MAKELAAR, Optional.empty());
        return kanarie.metKoek(koek, pad).body();
    }

    private HttpResponse<String> overMij(String velden) {
        return kanarie.formulier("/mijn/gegevens/over-mij", velden);
    }

    private HttpResponse<String> correctie(String velden) {
        return kanarie.formulier("/mijn/gegevens/correctie", velden);
    }

    private String toestemming(String doel) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tekstversie || ' ' || left((gegeven_op is not null)::text, 1) || ' '
                               || left((ingetrokken_op is not null)::text, 1)
                        from toestemming where mantelzorger_id = :wie and doel = :doel
                        """)
                .bind("wie", kanarie.id().waarde())
                .bind("doel", doel)
                .mapTo(String.class)
                .one());
    }

    private Moment op(LocalDate dag) {
        return Proefmoment.in(dienst).op(dag).publiceer();
    }

    private void verzend() {
        dienst.bean(Verzender.class).verzendAlles();
    }

    private void zetKlok(LocalDate dag, String tijd) {
        Proefpersoon.zetKlok(dienst, dag, tijd);
    }
}
