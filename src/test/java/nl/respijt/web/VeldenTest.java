package nl.respijt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a time is read from an address, a form and JSON. */
class VeldenTest {
    private static final Teksten T = Teksten.in(Taal.NL);
    private static final OffsetDateTime NEGEN_UUR = OffsetDateTime.parse("2027-03-28T09:00:00+02:00");

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-28T09:00:00+02:00", "2027-03-28T09:00:00 02:00", "2027-03-28T07:00:00Z"})
    void a_plus_that_arrives_as_a_space_is_a_plus(String getypt) {
        var velden = Velden.tekst(Map.of("nu", List.of(getypt)), T);

        assertThat(velden.tijdstip("nu").orElseThrow()).isEqualTo(NEGEN_UUR);
        assertThat(velden.tijdstipOfLokaal("nu").orElseThrow()).isEqualTo(NEGEN_UUR);
        assertThat(velden.fouten()).isEmpty();
    }

    @Test
    void a_period_takes_it_too() {
        var velden = Velden.tekst(
                Map.of("van", List.of("2027-03-28T09:00:00 02:00"), "tot", List.of("2027-03-28T10:00 02:00")), T);

        var periode = velden.periode(Instant.EPOCH, Duration.ofDays(1));

        assertThat(periode.van()).isEqualTo(NEGEN_UUR.toInstant());
        assertThat(periode.tot()).isEqualTo(NEGEN_UUR.plusHours(1).toInstant());
        assertThat(velden.fouten()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2027-03-28 09:00", "2027-03-28T09:00:00  02:00", "2027-03-28T09:00:00 02", "2027-03-28T 02:00"})
    void any_other_space_is_a_fault(String getypt) {
        var velden = Velden.tekst(Map.of("nu", List.of(getypt)), T);

        assertThat(velden.tijdstip("nu")).isEmpty();
        assertThat(velden.fouten()).hasSize(1);
    }

    @Test
    void nothing_turns_a_plus_into_a_space_in_json() {
        var velden = Velden.json(Map.of("nu", "2027-03-28T09:00:00 02:00"), T);

        assertThat(velden.tijdstip("nu")).isEmpty();
        assertThat(velden.fouten()).hasSize(1);
    }

    @Test
    void what_a_field_of_a_browser_sends_is_local_time() {
        var velden = Velden.tekst(Map.of("nu", List.of("2027-03-28T09:00")), T);

        assertThat(velden.tijdstipOfLokaal("nu").orElseThrow()).isEqualTo(NEGEN_UUR);
    }
}
