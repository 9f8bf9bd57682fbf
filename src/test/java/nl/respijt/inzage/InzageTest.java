package nl.respijt.inzage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import nl.respijt.boeking.BoekResultaat.Geboekt;
import nl.respijt.boeking.Boeking;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.boeking.BoekingService;
import nl.respijt.boeking.BoekingSleutels;
import nl.respijt.boeking.Moment;
import nl.respijt.boeking.Proefmoment;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.inzage.Inzagecontrole.Uitkomst;
import nl.respijt.recht.Handeling;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import org.junit.jupiter.api.Test;

/** Who saw whose data: a line for each read, before the answer; read by the mantelzorger, checked by others. */
final class InzageTest {
    private static final String NAAM = "Zeldzame Mantelzorger";

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Klant klant = new Klant(dienst);

    private static Moment over(Proefdienst dienst, int dagen) {
        return Proefmoment.in(dienst)
                .inHuis(UUID.randomUUID())
                .op(dienst.bean(Klok.class).vandaag().plusDays(dagen))
                .met(20)
                .publiceer();
    }

    private static Boeking geboekt(Proefdienst dienst, Moment moment, UnaryOperator<Proefwens> wens) {
        var verzoek = wens.apply(Proefwens.voor(moment).naam(NAAM)).verzoek();
        return switch (dienst.bean(BoekingService.class).boek(verzoek)) {
            case Geboekt(var id, var _) ->
                dienst.bean(BoekingBeheer.class).find(id).orElseThrow();
            case Object anders -> throw new AssertionError(anders);
        };
    }

    /** Of somebody that no makelaar has to do with now. */
    private Boeking geboekt() {
        return geboekt(dienst, over(dienst, 20), UnaryOperator.identity());
    }

    private List<Inzage> over(Boeking boeking) {
        return dienst.bean(Inzageboek.class)
                .over(boeking.mantelzorger().waarde(), Instant.EPOCH, Instant.parse("2200-01-01T00:00:00Z"));
    }

    private Klant makelaar(String slug) {
        return klant.met(dienst.bean(Sessies.class).open(slug, "Proef " + slug, Rol.MAKELAAR, Optional.empty()));
    }

    private Klant zelf(Boeking boeking) {
        return klant.met(dienst.bean(Sessies.class)
                .open(
                        "mantelzorger",
                        NAAM,
                        Rol.MANTELZORGER,
                        Optional.of(boeking.mantelzorger().waarde())));
    }

    private static String pad(Boeking boeking) {
        return "/makelaar/mantelzorgers/" + boeking.mantelzorger().waarde();
    }

    private String sleutel(Boeking boeking) {
        return dienst.bean(BoekingSleutels.class).beheersleutel(boeking.id());
    }

    private static String csrf(String pagina) {
        return "csrf=" + pagina.replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    void every_place_where_the_desk_sees_a_person_leaves_a_line() {
        var boeking = geboekt(dienst, over(dienst, 3), Proefwens::iemandMee);
        var makelaar = makelaar("makelaar-overal");
        var code = boeking.code();
        var datum = boeking.moment().datum();

        makelaar.haal("/makelaar/momenten/" + boeking.moment().id().waarde());
        makelaar.haal("/makelaar/belijst");
        makelaar.haal("/makelaar/nieuw");
        makelaar.haal("/api/v1/boekingen?van=%s&tot=%s&grootte=200".formatted(datum, datum));
        makelaar.haal("/api/v1/mantelzorgers?zoek=" + code);
        makelaar.haal(dienst.bean(BoekingSleutels.class).beheerPad(boeking.id()));
        makelaar.haal(dienst.bean(BoekingSleutels.class).beheerPad(boeking.id()) + "/brief");
        makelaar.haal("/api/v1/boekingen/" + boeking.id().waarde(), "Authorization", "Bearer " + sleutel(boeking));
        makelaar.formulier(
                "/makelaar/mantelzorgers",
                "zoek=" + code + "&" + csrf(makelaar.haal("/makelaar/week").tekst()));
        makelaar.haal(pad(boeking));

        assertThat(over(boeking).reversed())
                .extracting(inzage -> inzage.gebeurtenis() + " " + inzage.object() + " " + inzage.grond())
                .containsExactly(
                        "gelezen afspraak eigen-werk",
                        "gelezen beltaak bellen",
                        "gelezen afspraak nakijken",
                        "gelezen afspraak eigen-werk",
                        "gevonden gegevens zoeken",
                        "gelezen afspraak afspraak",
                        "gelezen afspraak afspraak",
                        "gelezen afspraak afspraak",
                        "gevonden gegevens zoeken",
                        "gelezen gegevens eigen-werk",
                        "gelezen afspraak eigen-werk");
        assertThat(over(boeking)).allSatisfy(inzage -> {
            assertThat(inzage.actor()).isEqualTo("makelaar-overal");
            assertThat(inzage.rol()).isEqualTo("makelaar");
            assertThat(inzage.organisatie()).isEqualTo("Kenniscentrum Mantelzorg");
        });
    }

    @Test
    void who_looks_at_the_own_appointment_leaves_none() {
        var boeking = geboekt();
        var pad = dienst.bean(BoekingSleutels.class).beheerPad(boeking.id());

        assertThat(klant.haal(pad).status()).isEqualTo(200);
        assertThat(zelf(boeking).haal(pad).status()).isEqualTo(200);
        assertThat(zelf(boeking).haal("/mijn/inzage").status()).isEqualTo(200);

        assertThat(over(boeking)).isEmpty();
    }

    @Test
    void who_is_signed_in_as_somebody_else_and_has_the_key_leaves_one() {
        var boeking = geboekt();
        var gastheer = klant.met(dienst.bean(Sessies.class)
                .open("gastheer-met-sleutel", "Proef", Rol.GASTHEER, Optional.of(UUID.randomUUID())));

        gastheer.haal(dienst.bean(BoekingSleutels.class).beheerPad(boeking.id()));
        zelf(geboekt()).haal(dienst.bean(BoekingSleutels.class).beheerPad(boeking.id()));

        assertThat(over(boeking))
                .extracting(inzage -> inzage.rol() + " " + inzage.grond())
                .containsExactly("mantelzorger sleutel", "gastheer sleutel");
    }

    @Test
    void what_cannot_be_written_down_is_not_shown() throws SQLException {
        try (var eigen = Proefdienst.start()) {
            var boeking =
                    geboekt(eigen, over(eigen, 3), wens -> wens.door("makelaar").iemandMee());
            geboekt(eigen, over(eigen, 3), UnaryOperator.identity());
            var makelaar = new Klant(eigen).als("makelaar");
            var zoek = "zoek=Zeldzame&" + csrf(makelaar.haal("/makelaar/week").tekst());
            var paden = List.of(
                    "/makelaar/momenten/" + boeking.moment().id().waarde(),
                    "/makelaar/belijst",
                    "/makelaar/nieuw",
                    "/api/v1/boekingen?grootte=200",
                    "/api/v1/mantelzorgers?zoek=Zeldzame",
                    eigen.bean(BoekingSleutels.class).beheerPad(boeking.id()),
                    pad(boeking));
            assertThat(paden)
                    .allSatisfy(pad -> assertThat(makelaar.haal(pad).tekst()).contains(NAAM));
            try (var eigenaar = eigen.verbinding()) {
                voerUit(eigenaar, "revoke insert on inzage from respijt_dienst");
            }

            for (var pad : paden) {
                var antwoord = makelaar.haal(pad);

                assertThat(antwoord.status()).as(pad).isEqualTo(500);
                assertThat(antwoord.tekst()).as(pad).doesNotContain(NAAM, boeking.code());
            }
            assertThat(makelaar.formulier("/makelaar/mantelzorgers", zoek).status())
                    .isEqualTo(500);
        }
    }

    @Test
    void outside_the_own_work_a_reason_comes_first_and_a_second_person_sees_it() {
        var boeking = geboekt();
        var makelaar = makelaar("makelaar-nieuwsgierig");
        var reden = "Vraag van de huisarts " + UUID.randomUUID();

        var vraag = makelaar.haal(pad(boeking));

        assertThat(vraag.tekst()).contains("Waarom opent u deze gegevens?").doesNotContain(NAAM, boeking.code());
        assertThat(over(boeking)).isEmpty();
        var leeg = makelaar.formulier(pad(boeking), "reden=+&" + csrf(vraag.tekst()));
        assertThat(leeg.status()).isEqualTo(422);
        assertThat(leeg.tekst()).contains("href=\"#reden\"").doesNotContain(NAAM);

        var open = makelaar.formulier(pad(boeking), "reden=" + Klant.gecodeerd(reden) + "&" + csrf(vraag.tekst()));

        assertThat(open.status()).isEqualTo(303);
        assertThat(makelaar.haal(pad(boeking)).tekst()).contains(NAAM, boeking.code(), reden);
        assertThat(makelaar("makelaar-tweede").haal(pad(boeking)).tekst())
                .as("a reason is one person's")
                .doesNotContain(NAAM);
        assertThat(makelaar("makelaar-tweede").haal("/makelaar/inzage").tekst())
                .contains(reden, "makelaar-nieuwsgierig");
        assertThat(over(boeking).getFirst())
                .satisfies(inzage -> assertThat(inzage.actor()).isEqualTo("makelaar-tweede"))
                .satisfies(inzage -> assertThat(inzage.grond()).isEqualTo("controle"));
    }

    @Test
    void the_own_work_needs_no_reason() {
        var makelaar = makelaar("makelaar-bezig");

        assertThat(List.of(
                        geboekt(dienst, over(dienst, 3), UnaryOperator.identity()),
                        geboekt(dienst, over(dienst, 20), Proefwens::iemandMee),
                        geboekt(dienst, over(dienst, 20), wens -> wens.door("makelaar-bezig"))))
                .allSatisfy(boeking ->
                        assertThat(makelaar.haal(pad(boeking)).tekst()).contains(boeking.code()));
        assertThat(makelaar.haal(pad(geboekt(dienst, over(dienst, 20), wens -> wens.door("makelaar-ander"))))
                        .tekst())
                .doesNotContain(NAAM);
    }

    @Test
    void a_search_shows_who_it_is_and_not_how_to_reach_them() {
        var boeking = geboekt();
        var makelaar = makelaar("makelaar-zoekt");
        var csrf = csrf(makelaar.haal("/makelaar/mantelzorgers").tekst());

        var gevonden = makelaar.formulier("/makelaar/mantelzorgers", "zoek=" + boeking.code() + "&" + csrf);

        assertThat(gevonden.tekst())
                .contains(NAAM, pad(boeking), "p…@voorbeeld.example")
                .doesNotContain(boeking.email().orElseThrow());
        var tekort = makelaar.formulier("/makelaar/mantelzorgers", "zoek=x&" + csrf);
        assertThat(tekort.status()).isEqualTo(422);
        assertThat(tekort.tekst()).contains("href=\"#zoek\"", "value=\"x\"");
    }

    @Test
    void a_mantelzorger_reads_in_plain_words_who_looked_and_why() {
        var boeking = geboekt();
        var zelf = zelf(boeking);
        assertThat(zelf.haal("/mijn/inzage").tekst()).contains("Nog niemand heeft naar uw gegevens gekeken.");
        var makelaar = makelaar("makelaar-leest");
        makelaar.haal("/makelaar/momenten/" + boeking.moment().id().waarde());
        makelaar.haal("/makelaar/momenten/" + boeking.moment().id().waarde());
        var vandaag = dienst.bean(Klok.class).vandaag();

        var pagina = zelf.haal("/mijn/inzage").tekst();

        assertThat(pagina)
                .containsPattern(
                        "Op \\d+ [a-z]+ \\d{4} keek een mantelzorgmakelaar naar uw afspraak, om u te kunnen helpen\\.")
                .contains("Dat was 2 keer.");
        assertThat(zelf.haal("/mijn/inzage?van=" + vandaag).tekst()).contains("om u te kunnen helpen");
        assertThat(zelf.haal("/mijn/inzage?tot=" + vandaag.minusDays(1)).tekst())
                .contains("In deze periode keek niemand naar uw gegevens.");
        assertThat(zelf.haal("/mijn/inzage?taal=en").tekst()).contains("to be able to help you");
        var fout = zelf.haal("/mijn/inzage?van=2027-02-30&tot=gisteren");
        assertThat(fout.status()).isEqualTo(422);
        assertThat(fout.tekst()).contains("href=\"#van\"", "href=\"#tot\"", "value=\"2027-02-30\"");
        assertThat(zelf(geboekt()).haal("/mijn/inzage").tekst())
                .as("somebody else's lines are not theirs")
                .doesNotContain("om u te kunnen helpen");
    }

    @Test
    void the_chain_stays_whole_when_all_look_at_once() throws Exception {
        try (var eigen = Proefdienst.start();
                var werkers = Executors.newFixedThreadPool(12)) {
            var boek = eigen.bean(Inzageboek.class);
            var werk = Collections.<Callable<Boolean>>nCopies(120, () -> {
                boek.noteer(
                        new Kijker("m", "M", Rol.MAKELAAR, "K", UUID.randomUUID()),
                        Handeling.BOEKINGEN_ZIEN,
                        Waarom.om(Grond.EIGEN_WERK),
                        List.of(gezien(), gezien(), gezien()));
                return true;
            });

            for (var klaar : werkers.invokeAll(werk)) {
                assertThat(klaar.get()).isTrue();
            }

            assertThat(controleer(eigen))
                    .isInstanceOfSatisfying(
                            Uitkomst.Heel.class,
                            heel -> assertThat(heel.regels()).isEqualTo(360));
        }
    }

    private static Gezien gezien() {
        return new Gezien(UUID.randomUUID(), Ding.AFSPRAAK, Optional.of(UUID.randomUUID()));
    }

    @Test
    void whatever_somebody_changes_behind_our_back_is_found() throws Exception {
        var ingrepen = Map.of(
                "update inzage set naam = 'Ander' where nummer = 2", 2L,
                "update inzage set reden = 'verzonnen' where nummer = 3", 3L,
                "update inzage set namens = '' where nummer = 1", 1L,
                "update inzage set hash = vorige where nummer = 4", 4L,
                "delete from inzage where nummer = 1", 1L,
                "delete from inzage where nummer = 3", 3L,
                "delete from inzage where nummer = 5", 5L,
                "delete from inzage", 1L,
                "delete from inzage_dag", 0L);
        try (var eigen = Proefdienst.start();
                var eigenaar = eigen.verbinding()) {
            voerUit(eigenaar, "set session_replication_role = replica"); // as no trigger sees it
            for (var ingreep : ingrepen.entrySet()) {
                voerUit(eigenaar, "delete from inzage; delete from inzage_dag");
                kijk(eigen);
                assertThat(controleer(eigen)).isInstanceOf(Uitkomst.Heel.class);

                voerUit(eigenaar, ingreep.getKey());

                assertThat(controleer(eigen))
                        .as(ingreep.getKey())
                        .isInstanceOfSatisfying(
                                Uitkomst.Gebroken.class,
                                gebroken -> assertThat(gebroken.nummer()).isEqualTo(ingreep.getValue()));
            }
        }
    }

    @Test
    void a_day_that_is_gone_as_a_whole_is_missed() throws Exception {
        try (var eigen = Proefdienst.start();
                var eigenaar = eigen.verbinding()) {
            var klok = eigen.bean(Klok.class);
            var eerste = LocalDate.ofInstant(klok.instant(), ZoneOffset.UTC);
            for (var dag = 0; dag < 3; dag++) {
                kijk(eigen);
                klok.verschuif(klok.verschuiving().plusDays(1));
            }
            klok.verschuif(klok.verschuiving().minusDays(2)); // late for the second day, after the third began
            kijk(eigen);
            assertThat(controleer(eigen))
                    .isInstanceOfSatisfying(
                            Uitkomst.Heel.class,
                            heel -> assertThat(heel.dagen()).isEqualTo(3));

            voerUit(eigenaar, "set session_replication_role = replica");
            voerUit(
                    eigenaar,
                    "delete from inzage where dag = '%1$s'; delete from inzage_dag where dag = '%1$s'"
                            .formatted(eerste.plusDays(1)));

            assertThat(controleer(eigen)).isEqualTo(new Uitkomst.Gebroken(eerste.plusDays(1), 0, "ontbreekt"));
            assertThat(controleer(eigen).zin())
                    .isEqualTo("inzage: NIET heel, de hele dag van %s ontbreekt".formatted(eerste.plusDays(1)));
        }
    }

    private static void kijk(Proefdienst dienst) {
        dienst.bean(Inzageboek.class)
                .noteer(
                        new Kijker("m", "M", Rol.MAKELAAR, "K", UUID.randomUUID()),
                        Handeling.BOEKINGEN_ZIEN,
                        Waarom.om(Grond.EIGEN_WERK),
                        List.of(gezien(), gezien(), gezien(), gezien(), gezien()));
    }

    @Test
    void a_typed_reason_holds_for_an_hour() {
        var boeking = geboekt();
        var boek = dienst.bean(Inzageboek.class);
        var kijker = new Kijker("makelaar-uur", "M", Rol.MAKELAAR, "K", UUID.randomUUID());
        var klok = dienst.bean(Klok.class);
        boek.noteer(kijker, Handeling.MANTELZORGER_ZIEN, Waarom.geopend("omdat"), List.of(boeking.gezien()));
        assertThat(boek.reden(kijker, boeking.mantelzorger().waarde())).hasValue("omdat");

        var was = klok.verschuiving();
        try {
            klok.verschuif(was.plus(Duration.ofMinutes(61)));
            assertThat(boek.reden(kijker, boeking.mantelzorger().waarde())).isEmpty();
        } finally {
            klok.verschuif(was);
        }
    }

    private static Uitkomst controleer(Proefdienst dienst) throws SQLException {
        try (var verbinding = dienst.verbinding()) {
            return Inzagecontrole.controleer(verbinding);
        }
    }

    private static void voerUit(Connection verbinding, String opdracht) throws SQLException {
        try (var statement = verbinding.createStatement()) {
            statement.execute(opdracht);
        }
    }
}
