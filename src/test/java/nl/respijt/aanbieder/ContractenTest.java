package nl.respijt.aanbieder;

import static nl.respijt.aanbieder.Contractdienst.THUIS;
import static nl.respijt.aanbieder.Contractdienst.VERBLIJF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.respijt.aanbieder.ContractResultaat.AlVastgelegd;
import nl.respijt.aanbieder.ContractResultaat.NaDeOptie;
import nl.respijt.aanbieder.ContractResultaat.Onbekend;
import nl.respijt.aanbieder.ContractResultaat.Vastgelegd;
import nl.respijt.aanbieder.Contractwacht.Alarm;
import nl.respijt.aanbieder.Contractwacht.Einde;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import nl.respijt.tijd.Tijdzone;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is planned beyond a contract, until somebody records that it goes on. */
@Timeout(120)
final class ContractenTest {
    private static final LocalDate EIND = LocalDate.parse("2026-12-31");
    private static final LocalDate OPTIE = LocalDate.parse("2028-12-31");

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Proefaanbieder proef = new Proefaanbieder(dienst);
    private final Contracten contracten = dienst.bean(Contracten.class);
    private final Transacties transacties = dienst.bean(Transacties.class);
    private final Aanbieder hups = proef.met(THUIS, EIND.toString(), OPTIE.toString());

    @BeforeAll
    static void start() {
        gestart = Optional.of(Proefdienst.start(java.util.Map.of(), Proefgevolg.EIGENSCHAP));
    }

    @AfterAll
    static void stop() {
        gestart.ifPresent(Proefdienst::close);
    }

    @BeforeEach
    void op_de_dag() {
        zetKlok(LocalDate.parse("2026-11-26"));
    }

    @Test
    void the_last_day_is_covered_and_the_day_after_is_not() {
        assertThat(contracten.isGedekt(hups.id(), THUIS, EIND)).isTrue();
        assertThat(contracten.isGedekt(hups.id(), THUIS, EIND.plusDays(1))).isFalse();
        assertThat(contracten.isGedekt(hups.id(), VERBLIJF, EIND)).isFalse();
    }

    @Test
    void what_was_recorded_last_holds_forth_and_back() {
        legVast(OPTIE, "Brief 1");
        assertThat(contracten.isGedekt(hups.id(), THUIS, OPTIE)).isTrue();
        assertThat(geldt().optie()).isEmpty();

        zetKlok(LocalDate.parse("2026-11-20")); // a clock that was moved back does not bring an older line back
        legVast(EIND.minusDays(5), "Brief 2");
        assertThat(contracten.isGedekt(hups.id(), THUIS, EIND)).isFalse();

        legVast(EIND.plusYears(1), "Brief 3");
        assertThat(geldt())
                .extracting(Aanbiedercontract::tot, Aanbiedercontract::optie, Aanbiedercontract::bron)
                .containsExactly(EIND.plusYears(1), Optional.of(OPTIE), "Brief 3");
        assertThat(contracten.geschiedenis(hups.id()))
                .extracting(Aanbiedercontract::tot)
                .containsExactly(EIND.plusYears(1), EIND.minusDays(5), OPTIE, EIND);
    }

    @Test
    void no_extension_reaches_beyond_the_option() {
        assertThat(contracten.legVast(hups.id(), THUIS, OPTIE.plusDays(1), "Brief", "makelaar"))
                .isEqualTo(new NaDeOptie(OPTIE));
        assertThat(geldt().tot()).isEqualTo(EIND);
    }

    @Test
    void a_contract_without_an_option_gets_a_new_end_all_the_same() {
        var logeerhuis = proef.zonderOptie(VERBLIJF, EIND.toString());

        assertThat(contracten.legVast(logeerhuis.id(), VERBLIJF, OPTIE, "Nieuwe inkoop", "makelaar"))
                .isInstanceOf(Vastgelegd.class);
        assertThat(contracten.isGedekt(logeerhuis.id(), VERBLIJF, OPTIE)).isTrue();
    }

    @Test
    void who_presses_twice_records_once() {
        legVast(OPTIE, "Brief");

        assertThat(contracten.legVast(hups.id(), THUIS, OPTIE, "Brief", "makelaar"))
                .isEqualTo(new AlVastgelegd(geldt()));
        assertThat(contracten.geschiedenis(hups.id())).hasSize(2);
    }

    @Test
    void nobody_else_gets_a_contract() {
        var niemand = UUID.randomUUID();

        assertThat(contracten.legVast(niemand, THUIS, OPTIE, "Brief", "makelaar"))
                .isEqualTo(new Onbekend(niemand));
        assertThat(contracten.legVast(hups.id(), VERBLIJF, OPTIE, "Brief", "makelaar"))
                .isEqualTo(new Onbekend(hups.id()));
        assertThat(contracten.geldt(hups.id(), VERBLIJF)).isEmpty();
    }

    @Test
    void what_follows_happens_with_it_or_not_at_all() {
        legVast(OPTIE, "Brief");
        assertThat(dienst.bean(Proefgevolg.class).gehoord()).contains(OPTIE);

        var logeerhuis = proef.zonderOptie(VERBLIJF, EIND.toString());
        assertThatThrownBy(() -> contracten.legVast(
                        logeerhuis.id(), VERBLIJF, LocalDate.parse("2099-01-01"), "Brief", "makelaar"))
                .hasMessageContaining("could not be kept");
        assertThat(contracten.geschiedenis(logeerhuis.id())).hasSize(1);
        assertThat(gebeurtenissen(logeerhuis)).isEmpty();
        assertThat(gebeurtenissen(hups))
                .containsExactly("contract-vastgelegd makelaar thuis: 2026-12-31 → 2028-12-31 (Brief)");
    }

    private List<String> gebeurtenissen(Aanbieder van) {
        return dienst.bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "select wat || ' ' || wie || ' ' || waarom from gebeurtenis where ding_id = :id")
                        .bind("id", van.id())
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void another_end_waits_for_who_is_publishing() throws Exception {
        var gepakt = new CountDownLatch(1);
        var klaar = new CountDownLatch(1);
        try (var draden = Executors.newVirtualThreadPerTaskExecutor()) {
            var uitgever = CompletableFuture.supplyAsync(
                    () -> transacties.schrijf(handle -> {
                        var geldt = contracten.metSlot(handle, hups.id(), THUIS);
                        gepakt.countDown();
                        wacht(klaar);
                        return geldt;
                    }),
                    draden);
            assertThat(gepakt.await(10, TimeUnit.SECONDS)).isTrue();
            // Others may publish meanwhile.
            assertThat(onderSlot())
                    .hasValueSatisfying(
                            contract -> assertThat(contract.dekt(EIND)).isTrue());
            var makelaar = CompletableFuture.supplyAsync(
                    () -> contracten.legVast(hups.id(), THUIS, EIND.minusDays(9), "Brief", "makelaar"), draden);

            assertThat(makelaar.copy()
                            .completeOnTimeout(new Onbekend(hups.id()), 400, TimeUnit.MILLISECONDS)
                            .get())
                    .as("not while the publisher holds what it was told")
                    .isInstanceOf(Onbekend.class);
            klaar.countDown();
            assertThat(makelaar.get(10, TimeUnit.SECONDS)).isInstanceOf(Vastgelegd.class);
            assertThat(uitgever.get(10, TimeUnit.SECONDS))
                    .hasValueSatisfying(contract -> assertThat(contract.tot()).isEqualTo(EIND));
        }
        assertThat(onderSlot())
                .hasValueSatisfying(contract -> assertThat(contract.dekt(EIND)).isFalse());
    }

    private Optional<Aanbiedercontract> onderSlot() {
        return transacties.schrijf(handle -> contracten.metSlot(handle, hups.id(), THUIS));
    }

    private static void wacht(CountDownLatch op) {
        try {
            assertThat(op.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void a_line_is_never_changed() {
        for (var opdracht : List.of("update contract set tot = current_date", "delete from contract")) {
            assertThatThrownBy(() -> dienst.bean(Jdbi.class).useHandle(handle -> handle.execute(opdracht)))
                    .isInstanceOfSatisfying(
                            JdbiException.class,
                            fout -> assertThat(Schending.van(fout))
                                    .map(Schending::toestand)
                                    .hasValue("23001"));
        }
    }

    @Test
    void loading_the_file_again_keeps_what_was_recorded() {
        var uitBestand = dienst.bean(Aanbieders.class).alle().stream()
                .filter(een -> een.naam().equals("Hups"))
                .findFirst()
                .orElseThrow();
        assertThat(contracten.geldt(uitBestand.id(), THUIS))
                .hasValueSatisfying(contract -> assertThat(contract)
                        .extracting(Aanbiedercontract::tot, Aanbiedercontract::verlengbaarTot)
                        .containsExactly(EIND, Optional.of(OPTIE)));
        contracten.legVast(uitBestand.id(), THUIS, EIND.plusDays(31), "Brief", "makelaar");

        dienst.bean(AanbiederInrichting.class).richtIn();

        assertThat(contracten.geschiedenis(uitBestand.id())).hasSize(2);
        assertThat(contracten.isGedekt(uitBestand.id(), THUIS, EIND.plusDays(31)))
                .isTrue();
        assertThat(dienst.bean(Aanbieders.class).alle().stream()
                        .filter(een -> een.diensten().equals(List.of(VERBLIJF)) && een.voorbeeld()))
                .hasSize(5);
    }

    @Test
    void an_account_acts_for_the_aanbieder_that_it_names() {
        var aanbieders = dienst.bean(Aanbieders.class);
        var wie = proef.medewerker(hups);

        assertThat(aanbieders.vanMedewerker(wie)).containsExactly(hups);
        assertThat(aanbieders.werktVoor(wie, hups.id())).isTrue();
        assertThat(aanbieders.werktVoor(UUID.randomUUID(), hups.id())).isFalse();

        var ander = proef.zonderOptie(VERBLIJF, EIND.toString());
        dienst.bean(Jdbi.class)
                .useHandle(handle -> handle.createUpdate("update account set organisatie = :naam where id = :id")
                        .bind("naam", ander.naam())
                        .bind("id", wie)
                        .execute());
        aanbieders.koppelAccount(wie);
        assertThat(aanbieders.vanMedewerker(wie)).containsExactly(ander);
    }

    @ParameterizedTest
    @CsvSource({
        "121, GEEN",
        "120, BINNEN_120",
        "91, BINNEN_120",
        "90, BINNEN_90",
        "31, BINNEN_90",
        "30, BINNEN_30",
        "0, BINNEN_30",
        "-1, AFGELOPEN",
        "-400, AFGELOPEN"
    })
    void an_end_warns_in_time_until_an_extension_is_recorded(int dagenVooraf, Alarm alarm) {
        zetKlok(EIND.minusDays(dagenVooraf));
        assertThat(alarm(hups)).isEqualTo(alarm);

        legVast(OPTIE, "Brief");
        assertThat(alarm(hups)).isEqualTo(Alarm.GEEN);
    }

    @Test
    void what_ends_alike_is_one_line() {
        var eind = LocalDate.parse("2027-01-07");
        var een = proef.zonderOptie(VERBLIJF, eind.toString());
        var twee = proef.zonderOptie(VERBLIJF, eind.toString());
        var met = proef.met(VERBLIJF, eind.toString(), OPTIE.toString());

        assertThat(dienst.bean(Contractwacht.class).alarmen().stream()
                        .filter(einde -> einde.tot().equals(eind))
                        .map(Einde::aanbieders))
                .hasSize(2)
                .contains(List.of(met))
                .anySatisfy(samen -> assertThat(samen).containsExactlyInAnyOrder(een, twee));
    }

    private Alarm alarm(Aanbieder van) {
        return dienst.bean(Contractwacht.class).alarmen().stream()
                .filter(einde -> einde.aanbieders().contains(van))
                .map(Einde::alarm)
                .findFirst()
                .orElse(Alarm.GEEN);
    }

    private Aanbiedercontract geldt() {
        return contracten.geldt(hups.id(), THUIS).orElseThrow();
    }

    private void legVast(LocalDate tot, String bron) {
        assertThat(contracten.legVast(hups.id(), THUIS, tot, bron, "makelaar")).isInstanceOf(Vastgelegd.class);
    }

    private void zetKlok(LocalDate dag) {
        var klok = dienst.bean(Klok.class);
        klok.verschuif(Duration.between(klok.echt().instant(), Tijdzone.instant(dag, LocalTime.of(9, 0))));
    }
}
