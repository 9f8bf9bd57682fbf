package nl.respijt.kluis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.instellingen.StartFout;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Sleutels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was hidden stays hidden, opens in its own place only, and goes with its key. Its own service: keys change. */
final class KluisTest {
    private static final String TEKST = "Ik slaap slecht en mijn moeder dwaalt 's nachts";
    private static final byte[] OUD = "oude regel van minstens tweeëndertig tekens".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NIEUW =
            "nieuwe regel van minstens tweeëndertig tekens".getBytes(StandardCharsets.UTF_8);

    private static Optional<Proefdienst> gestart = Optional.empty();

    private final Proefdienst dienst = gestart.orElseThrow();
    private final Transacties transacties = dienst.bean(Transacties.class);
    private final UUID persoon = UUID.randomUUID();
    private final UUID rij = UUID.randomUUID();

    @BeforeAll
    static void start() {
        gestart = Optional.of(Proefdienst.start());
    }

    @AfterAll
    static void stop() {
        gestart.ifPresent(Proefdienst::close);
    }

    @BeforeEach
    void niemand_heeft_een_sleutel() {
        transacties.schrijf(handle -> handle.execute("delete from persoonssleutel"));
    }

    @Test
    void what_was_hidden_opens_again_and_is_not_to_be_seen_in_between() {
        var kluis = met(OUD);

        var verborgen = verberg(kluis);

        assertThat(toon(kluis, persoon, rij, "inhoud", verborgen)).contains(TEKST);
        assertThat(new String(verborgen, StandardCharsets.ISO_8859_1)).doesNotContain("moeder");
        assertThat(verberg(kluis)).as("the same text twice").isNotEqualTo(verborgen);
    }

    @Test
    void it_opens_in_its_own_place_only() {
        var kluis = met(OUD);
        var ander = UUID.randomUUID();
        var verborgen = verberg(kluis);
        transacties.schrijf(handle -> kluis.verberg(handle, ander, rij, "inhoud", "iets anders"));

        assertThatThrownBy(() -> toon(kluis, persoon, UUID.randomUUID(), "inhoud", verborgen))
                .as("another row")
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> toon(kluis, persoon, rij, "opmerking", verborgen))
                .as("another column")
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> toon(kluis, ander, rij, "inhoud", verborgen))
                .as("another person")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_byte_is_noticed() {
        var kluis = met(OUD);
        var verborgen = verberg(kluis);
        for (var plek :
                IntStream.of(0, 5, verborgen.length / 2, verborgen.length - 1).toArray()) {
            var veranderd = verborgen.clone();
            veranderd[plek] ^= 1;

            assertThatThrownBy(() -> toon(kluis, persoon, rij, "inhoud", veranderd))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void without_the_persons_key_nothing_is_left() {
        var kluis = met(OUD);
        var verborgen = verberg(kluis);

        transacties.schrijf(handle -> handle.execute("delete from persoonssleutel where persoon_id = ?", persoon));

        assertThat(toon(kluis, persoon, rij, "inhoud", verborgen)).isEmpty();
        verberg(kluis);
        assertThatThrownBy(() -> toon(kluis, persoon, rij, "inhoud", verborgen))
                .as("a new key for the same person")
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_of_one_person_is_no_key_of_another() {
        var kluis = met(OUD);
        var ander = UUID.randomUUID();
        verberg(kluis);
        transacties.schrijf(handle -> handle.execute("""
                insert into persoonssleutel (persoon_id, hoofdsleutel, versleuteld, aangemaakt_op)
                select ?, hoofdsleutel, versleuteld, aangemaakt_op from persoonssleutel where persoon_id = ?
                """, ander, persoon));

        assertThatThrownBy(() -> transacties.lees(handle -> kluis.toon(handle, ander, rij, "inhoud", new byte[40])))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("key");
    }

    @Test
    void a_new_line_reads_what_the_old_one_wrote_and_replaces_it() {
        var verborgen = verberg(met(OUD));
        var beide = met(NIEUW, OUD);

        assertThat(toon(beide, persoon, rij, "inhoud", verborgen)).contains(TEKST);
        assertThat(beide.herverpak()).isEqualTo(1);
        assertThat(beide.herverpak()).as("done is done").isZero();
        assertThat(toon(met(NIEUW), persoon, rij, "inhoud", verborgen)).contains(TEKST);
        assertThatThrownBy(() -> met(OUD)).isInstanceOf(StartFout.class);
    }

    @Test
    void another_key_file_does_not_start() {
        verberg(met(OUD));

        assertThatThrownBy(() -> met(NIEUW))
                .isInstanceOf(StartFout.class)
                .hasMessageContaining("sleutelbestand")
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n\n", "te kort", "0123456789012345678901234567890123456789\nte kort"})
    void a_key_file_without_a_good_key_does_not_start(String inhoud, @TempDir Path map) throws IOException {
        var bestand = Files.writeString(map.resolve("sleutels"), inhoud);

        assertThatThrownBy(() -> Proefdienst.start(Map.of("RESPIJT_KEYS_FILE", bestand.toString()), Map.of())
                        .close())
                .hasStackTraceContaining("het sleutelbestand %s is te kort".formatted(bestand));
    }

    /** A link in a mail of last week must not die because a new line came on top. */
    @Test
    void an_address_made_under_an_older_line_stays_good(@TempDir Path map) throws IOException {
        var regels = Stream.of(NIEUW, OUD)
                .map(regel -> new String(regel, StandardCharsets.UTF_8))
                .toList();
        var id = UUID.randomUUID();
        var vroeger = sleutels(map, List.of(regels.get(1)));
        var nu = sleutels(map, regels);
        var later = sleutels(map, List.of(regels.get(0)));

        var oud = vroeger.maak(Sleutels.Doel.BEHEER, id);
        assertThat(nu.lees(Sleutels.Doel.BEHEER, oud)).contains(id);
        assertThat(later.lees(Sleutels.Doel.BEHEER, oud)).isEmpty();
        assertThat(later.lees(Sleutels.Doel.BEHEER, nu.maak(Sleutels.Doel.BEHEER, id)))
                .contains(id);
    }

    private static Sleutels sleutels(Path map, List<String> regels) throws IOException {
        var bestand = Files.write(map.resolve("sleutels"), regels);
        try (var ander = Proefdienst.start(Map.of("RESPIJT_KEYS_FILE", bestand.toString()), Map.of())) {
            return ander.bean(Sleutels.class);
        }
    }

    @Test
    void two_who_hide_something_at_once_use_one_key() throws SQLException {
        var kluis = met(OUD);

        var verborgen = IntStream.range(0, 8)
                .parallel()
                .mapToObj(nummer -> verberg(kluis))
                .toList();

        assertThat(verborgen)
                .allSatisfy(een ->
                        assertThat(toon(kluis, persoon, rij, "inhoud", een)).contains(TEKST));
    }

    private Kluis met(byte[]... regels) {
        return new Kluis(List.of(regels), transacties, dienst.bean(Klok.class));
    }

    private byte[] verberg(Kluis kluis) {
        return transacties.schrijf(handle -> kluis.verberg(handle, persoon, rij, "inhoud", TEKST));
    }

    private Optional<String> toon(Kluis kluis, UUID wie, UUID waar, String kolom, byte[] verborgen) {
        return transacties.lees(handle -> kluis.toon(handle, wie, waar, kolom, verborgen));
    }
}
