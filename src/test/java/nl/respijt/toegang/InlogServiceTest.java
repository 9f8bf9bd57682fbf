package nl.respijt.toegang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When it is too late and how often is too often, by a clock that stands where the test puts it. */
class InlogServiceTest {
    private static final Instant NU = Instant.parse("2027-10-31T00:55:00Z"); // the night has its hour twice

    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Transacties transacties = dienst.bean(Transacties.class);
    private final InlogVerzoekRepository verzoeken = dienst.bean(InlogVerzoekRepository.class);
    private final InlogSleutels sleutels = dienst.bean(InlogSleutels.class);
    private final Klok klok = new Klok(Clock.fixed(NU, ZoneOffset.UTC));
    private final InlogLimiet limiet = new InlogLimiet(transacties, dienst.bean(Sleutels.class), klok);
    private final Sessies sessies = new Sessies(transacties, klok);
    private final InlogService inlog = new InlogService(
            transacties,
            verzoeken,
            sleutels,
            limiet,
            dienst.bean(Personen.class),
            sessies,
            dienst.bean(Postvak.class),
            klok);
    private final Apparaat apparaat = new Apparaat(Koeken.nieuweWaarde());
    private final String netwerk = UUID.randomUUID().toString();

    private String bekendAdres() {
        var adres = Proefwens.nieuwAdres();
        dienst.bean(Accounts.class).maak(Accounts.Nieuw.van(Rol.VERWIJZER, "Dokter Bos", adres));
        return adres;
    }

    private UUID vraag(String adres) {
        inlog.vraag(adres, Taal.NL, apparaat, netwerk);
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery("select id from inlogverzoek where email = :email")
                        .bind("email", adres)
                        .mapTo(UUID.class)
                        .one());
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT9M59S, true", "PT10M, true", "PT10M1S, false", "PT10M0.001S, false", "PT1H, false"})
    void link_and_code_work_for_ten_minutes(Duration later, boolean opTijd) {
        var metLink = vraag(bekendAdres());
        klok.verschuif(later);
        assertThat(inlog.isBruikbaar(sleutels.link(metLink), apparaat)).isEqualTo(opTijd);
        assertThat(inlog.metLink(sleutels.link(metLink), apparaat) instanceof InlogResultaat.Ingelogd)
                .isEqualTo(opTijd);

        klok.verschuif(Duration.ZERO);
        var metCode = vraag(bekendAdres());
        klok.verschuif(later);
        assertThat(inlog.metCode(sleutels.code(metCode), apparaat, netwerk) instanceof InlogResultaat.Ingelogd)
                .isEqualTo(opTijd);
    }

    @Test
    void what_is_too_late_is_removed() {
        var verzoek = vraag(bekendAdres());
        klok.verschuif(Duration.ofMinutes(11));

        transacties.schrijf(handle -> verzoeken.wisVerlopen(handle, klok.instant()));

        assertThat(tel(dienst, "select count(*) from inlogverzoek where id = '%s'".formatted(verzoek)))
                .isZero();
    }

    private static int tel(Proefdienst waar, String vraag) {
        return waar.bean(Jdbi.class)
                .<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery(vraag).mapTo(Integer.class).one());
    }

    /** The limit's clock is the machine's, which the demo cannot move. */
    private InlogLimiet limiet(Proefdienst instantie, Instant nu) {
        return new InlogLimiet(
                instantie.bean(Transacties.class),
                instantie.bean(Sleutels.class),
                new Klok(Clock.fixed(nu, ZoneOffset.UTC)));
    }

    @Test
    void limits_hold_over_two_instances_and_a_quarter_of_an_hour() {
        try (var een = Proefdienst.start();
                var ander = een.ernaast()) {
            var limieten = java.util.List.of(limiet(een, NU), limiet(ander, NU));

            var adres = IntStream.range(0, 8)
                    .filter(n -> limieten.get(n % 2).magVragen("huis-" + n, "ans@voorbeeld.example"))
                    .count();
            var codes = IntStream.range(0, 250)
                    .filter(n -> limieten.get(n % 2).magProberen("kantoor"))
                    .count();
            assertThat(adres).isEqualTo(InlogLimiet.PER_ADRES);
            assertThat(codes).isEqualTo(InlogLimiet.CODES_PER_NETWERK);

            var later = limiet(ander, NU.plus(Duration.ofMinutes(15)));
            assertThat(later.magVragen("huis", "ans@voorbeeld.example")).isTrue();
            assertThat(later.magProberen("kantoor")).isTrue();
        }
    }

    @Test
    void a_flood_from_one_network_neither_stops_the_city_nor_closes_the_house() {
        try (var een = Proefdienst.start()) {
            var nu = limiet(een, NU);
            var gelukt = IntStream.range(0, 1000)
                    .filter(n -> nu.magVragen("flat", "vreemde-%d@voorbeeld.example".formatted(n)))
                    .count();
            assertThat(gelukt).isEqualTo(InlogLimiet.PER_NETWERK + InlogLimiet.DRUK_SAMEN);

            var elders = IntStream.range(0, 400)
                    .filter(n -> nu.magVragen("huis-" + n, "buur-%d@voorbeeld.example".formatted(n)))
                    .count();
            assertThat(elders).as("all together, less the sixty of the flat").isEqualTo(InlogLimiet.SAMEN - 60);

            assertThat(limiet(een, NU.plus(Duration.ofMinutes(1))).magVragen("flat", "bewoner@voorbeeld.example"))
                    .as("a minute later in the same house")
                    .isTrue();
        }
    }

    @Test
    void no_count_outlives_the_hour() {
        try (var een = Proefdienst.start()) {
            limiet(een, NU).magVragen("huis", "ans@voorbeeld.example");

            een.bean(Transacties.class).schrijf(handle -> {
                limiet(een, NU.plus(Duration.ofMinutes(50))).wisOude(handle);
                return handle;
            });

            assertThat(tel(een, "select count(*) from inloglimiet")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAKELAAR, PT29M, PT31M",
        "VERWIJZER, PT29M, PT31M",
        "GASTHEER, PT23H, PT25H",
        "MANTELZORGER, PT23H, PT25H"
    })
    void a_session_that_stands_still_ends(Rol rol, Duration nogWel, Duration nietMeer) {
        var koek = sessies.open("wie", "Wie", rol, Optional.of(UUID.randomUUID()));

        assertThat(op(NU.plus(nogWel)).find(koek)).isPresent();
        assertThat(op(NU.plus(nogWel).plus(nietMeer)).find(koek)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MAKELAAR, PT20M, PT12H", "MANTELZORGER, PT20H, P30D"})
    void a_session_ends_however_busy_somebody_is(Rol rol, Duration stap, Duration einde) {
        var koek = sessies.open("wie", "Wie", rol, Optional.of(UUID.randomUUID()));

        var nu = NU;
        for (; nu.isBefore(NU.plus(einde)); nu = nu.plus(stap)) {
            assertThat(op(nu).find(koek)).as("%s", nu).isPresent();
        }
        assertThat(op(nu).find(koek)).isEmpty();
    }

    private Sessies op(Instant nu) {
        return new Sessies(transacties, new Klok(Clock.fixed(nu, ZoneOffset.UTC)));
    }
}
