package nl.respijt.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.respijt.boeking.BoekingBeheer;
import nl.respijt.database.Proefdienst;
import nl.respijt.privacy.Adreswijzigingen.BewijsResultaat;
import nl.respijt.toegang.Personen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another e-mail address, for who can read its mail. Its own service: the clock moves. */
final class AdreswijzigingenTest {
    private static final LocalDate VANDAAG = LocalDate.parse("2027-02-01");
    private static final LocalDate DAG = LocalDate.parse("2027-02-09");
    private static final Pattern CODE = Pattern.compile("\\d{4} \\d{4}");

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Personen personen = dienst.bean(Personen.class);
    private final String nieuw = nieuwAdres();
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
    void who_types_the_code_that_came_at_the_new_address_is_known_by_it() {
        var geboekt = kanarie.boek(DAG);
        kanarie.logIn();

        assertThat(vraag(nieuw).statusCode()).isEqualTo(303);
        assertThat(kanarie.haal("/mijn/gegevens").body()).contains(nieuw, kanarie.email);
        assertThat(personen.metEmail(nieuw)).as("asking is not enough").isEmpty();
        assertThat(Proefpersoon.post(dienst, kanarie.email))
                .as("who reads the old address hears of it")
                .anyMatch(mail -> mail.onderwerp().equals("Uw e-mailadres verandert"));
        assertThat(typ(code(nieuw)).statusCode()).isEqualTo(303);

        assertThat(personen.metEmail(nieuw)).hasSize(1);
        assertThat(personen.metEmail(kanarie.email)).isEmpty();
        assertThat(dienst.bean(BoekingBeheer.class)
                        .find(geboekt.id())
                        .orElseThrow()
                        .email())
                .contains(nieuw);
        assertThat(kanarie.haal("/mijn/gegevens").body()).contains(nieuw);
        assertThat(typ(code(nieuw)).statusCode()).as("once").isEqualTo(422);
    }

    @Test
    void a_code_is_good_for_five_tries_and_ten_minutes() {
        kanarie.boek(DAG);
        kanarie.logIn();

        vraag(nieuw);
        var code = code(nieuw);
        for (var poging = 0; poging < 5; poging++) {
            assertThat(typ("0000 0000").statusCode()).isEqualTo(422);
        }
        assertThat(typ(code).statusCode()).as("the sixth").isEqualTo(422);
        vraag(nieuw);
        var tweede = code(nieuw);
        zetKlok(VANDAAG, "09:11");
        assertThat(typ(tweede).statusCode()).as("too late").isEqualTo(422);
        assertThat(personen.metEmail(nieuw)).isEmpty();
    }

    @Test
    void asking_again_takes_the_place_of_what_was_asked_before() {
        kanarie.boek(DAG);
        kanarie.logIn();
        var ander = nieuwAdres();

        vraag(nieuw);
        // Read before the second is asked: a code that is no longer good is not mailed at all.
        var eerste = code(nieuw);
        vraag(ander);

        assertThat(typ(eerste).statusCode()).isEqualTo(422);
        assertThat(typ(code(ander)).statusCode()).isEqualTo(303);
        assertThat(personen.metEmail(ander)).hasSize(1);
    }

    @Test
    void nobody_is_mailed_more_than_three_times_a_quarter() {
        kanarie.boek(DAG);
        kanarie.logIn();
        for (var keer = 0; keer < 3; keer++) {
            assertThat(vraag(nieuwAdres()).statusCode()).isEqualTo(303);
        }

        assertThat(vraag(nieuw).statusCode()).isEqualTo(429);
        assertThat(Proefpersoon.post(dienst, nieuw)).isEmpty();
    }

    /** Only who reads the address gets to know that somebody is known by it. */
    @Test
    void the_address_of_somebody_else_stays_theirs() {
        var ander = new Proefpersoon(dienst);
        ander.boek(DAG);
        kanarie.boek(DAG);
        kanarie.logIn();

        assertThat(vraag(ander.email).statusCode()).isEqualTo(303);
        var antwoord = typ(code(ander.email));

        assertThat(antwoord.statusCode()).isEqualTo(409);
        assertThat(antwoord.body()).contains("href=\"#email\"").doesNotContain(ander.naam);
        assertThat(personen.metEmail(ander.email)).hasSize(1);
        assertThat(personen.metEmail(kanarie.email)).hasSize(1);
    }

    @Test
    void the_code_of_one_is_nothing_for_another() {
        var ander = new Proefpersoon(dienst);
        for (var een : List.of(kanarie, ander)) {
            een.boek(DAG);
            een.logIn();
        }
        vraag(nieuw);
        ander.formulier("/mijn/gegevens/email", "email=" + nieuwAdres());

        var antwoord = ander.formulier("/mijn/gegevens/email/code", "code=" + code(nieuw));

        assertThat(antwoord.statusCode()).isEqualTo(422);
    }

    @Test
    void of_twenty_at_once_one_changes_it() {
        kanarie.boek(DAG);
        var wie = kanarie.id();
        var wijzigingen = dienst.bean(Adreswijzigingen.class);
        wijzigingen.vraag(wie, nieuw);
        var code = code(nieuw).replace(" ", "");

        var uitkomsten = IntStream.range(0, 20)
                .parallel()
                .mapToObj(nummer -> wijzigingen.bewijs(wie, code, "mantelzorger"))
                .toList();

        assertThat(uitkomsten)
                .filteredOn(BewijsResultaat.Gewijzigd.class::isInstance)
                .hasSize(1);
        assertThat(personen.metEmail(nieuw)).hasSize(1);
    }

    private HttpResponse<String> vraag(String adres) {
        return kanarie.formulier("/mijn/gegevens/email", "email=" + adres);
    }

    private HttpResponse<String> typ(String code) {
        return kanarie.formulier("/mijn/gegevens/email/code", "code=" + code.replace(' ', '+'));
    }

    /** As it stands in the newest mail there. */
    private String code(String adres) {
        var gevonden = CODE.matcher(Proefpersoon.post(dienst, adres).getFirst().tekst());
        assertThat(gevonden.find()).isTrue();
        return gevonden.group();
    }

    private static String nieuwAdres() {
        return "nieuw-%s@voorbeeld.example".formatted(UUID.randomUUID());
    }

    private void zetKlok(LocalDate dag, String tijd) {
        Proefpersoon.zetKlok(dienst, dag, tijd);
    }
}
