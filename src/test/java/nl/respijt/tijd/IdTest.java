package nl.respijt.tijd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdTest {
    private static final Instant NU = Instant.parse("2026-11-23T08:00:00.123Z");

    @Test
    void is_a_version_7_uuid_that_tells_when() {
        var id = Id.nieuw(NU.plusSeconds(86_400));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16)).isEqualTo(NU.plusSeconds(86_400));
    }

    @Test
    void ids_of_one_instant_sort_in_the_order_in_which_they_were_made() {
        var ids = Stream.generate(() -> Id.nieuw(NU))
                .limit(20_000)
                .map(UUID::toString)
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void no_two_are_the_same_on_many_threads_and_with_a_clock_that_is_moved_back() {
        var ids = IntStream.range(0, 100_000)
                .parallel()
                .mapToObj(i -> Id.nieuw(NU.minusSeconds(i % 5 * 3600L)))
                .toList();

        assertThat(new HashSet<>(ids)).hasSize(100_000);
    }
}
