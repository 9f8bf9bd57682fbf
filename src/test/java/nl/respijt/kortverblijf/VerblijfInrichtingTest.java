package nl.respijt.kortverblijf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Schending;
import nl.respijt.database.Transacties;
import nl.respijt.tijd.Klok;
import org.junit.jupiter.api.Test;

/** The houses of the gemeente's file, as the service keeps them. */
final class VerblijfInrichtingTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final Transacties transacties = dienst.bean(Transacties.class);

    @Test
    void the_houses_of_the_file_are_there_once_with_their_rules_and_beds() {
        dienst.bean(VerblijfInrichting.class).richtIn();

        var huizen = huizen().stream()
                .filter(huis -> huis.naam().startsWith("Voorbeeld Logeerhuis"))
                .toList();

        var verwacht = Proefhuizen.vanUtrecht();
        assertThat(huizen).extracting(Logeerhuis::naam).containsExactlyElementsOf(namen(verwacht));
        assertThat(huizen)
                .extracting(Logeerhuis::regels)
                .containsExactlyElementsOf(
                        verwacht.stream().map(Logeerhuis::regels).toList());
        assertThat(huizen.stream().flatMap(huis -> huis.bedden().stream())).hasSize(26);
        assertThat(huizen.getFirst().bedden())
                .extracting(Logeerhuis.Bed::naam)
                .containsExactly("A1", "A2", "A3", "A4", "A5", "A6");
    }

    @Test
    void a_house_never_has_two_sets_of_rules_on_one_day() {
        var huis = huizen().getFirst().id();

        assertThatThrownBy(() -> transacties.schrijf(
                        handle -> handle.createUpdate("""
                        insert into huisregels select logeerhuis_id, 2, vanaf + 10, null, leeftijd, mobiliteit, nachtzorg,
                            medicatie, onrust, dementie, spoed, aankomstdagen, minimaal_nachten, maximaal_nachten,
                            mantelzorger_mee, proefnacht
                        from huisregels where logeerhuis_id = :huis
                        """).bind("huis", huis).execute()))
                .satisfies(fout -> assertThat(Schending.van(fout).orElseThrow().schendt("huisregels_een_tegelijk"))
                        .isTrue());
    }

    @Test
    void a_bed_has_one_guest_a_night() {
        var bed = huizen().getFirst().bedden().getFirst().id();
        var nacht = LocalDate.parse("2040-01-01");

        assertThatThrownBy(() -> transacties.schrijf(handle -> {
                    blokkeer(handle, bed, nacht);
                    return blokkeer(handle, bed, nacht);
                }))
                .satisfies(fout -> assertThat(Schending.van(fout).orElseThrow().schendt("bednacht_pkey"))
                        .isTrue());
    }

    private static int blokkeer(org.jdbi.v3.core.Handle handle, UUID bed, LocalDate nacht) {
        return handle.createUpdate("insert into bednacht (bed_id, nacht, status) values (:bed, :nacht, 'geblokkeerd')")
                .bind("bed", bed)
                .bind("nacht", nacht)
                .execute();
    }

    private static List<String> namen(List<Logeerhuis> huizen) {
        return huizen.stream().map(Logeerhuis::naam).toList();
    }

    private List<Logeerhuis> huizen() {
        return transacties.lees(handle -> dienst.bean(LogeerhuisRepository.class)
                .alle(handle, dienst.bean(Klok.class).vandaag()));
    }
}
