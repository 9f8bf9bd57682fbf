package nl.respijt.kortverblijf.doorlooptijd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.respijt.tijd.Tijdzone;
import org.junit.jupiter.api.Test;

class DoorlooptijdTest {
    private static final LocalDate DAG = LocalDate.of(2027, 3, 26);
    private static final Instant BEGIN = Tijdzone.beginVan(DAG).plus(Duration.ofHours(22));

    @Test
    void half_and_nine_of_ten_were_really_measured() {
        var uren = new ArrayList<>(
                IntStream.rangeClosed(1, 20).mapToObj(Duration::ofHours).toList());
        Collections.shuffle(uren, new Random(7));

        assertThat(Spreiding.van(uren)).contains(new Spreiding(20, Duration.ofHours(10), Duration.ofHours(18)));
        assertThat(Spreiding.van(uren.subList(0, 5)).map(Spreiding::mediaan))
                .contains(uren.subList(0, 5).stream().sorted().toList().get(2));
    }

    @Test
    void of_fewer_than_five_nothing_is_said() {
        var vier = Collections.nCopies(4, loop(1, Optional.of(2)));
        var vijfdeZonderBed = new ArrayList<>(vier);
        vijfdeZonderBed.add(loop(1, Optional.empty()));

        assertThat(Doorlooptijd.van("2027-03", vier).aantal()).isEmpty();
        assertThat(Doorlooptijd.van("2027-03", vier).stappen()).isEmpty();
        var vijf = Doorlooptijd.van("2027-03", vijfdeZonderBed);
        assertThat(vijf.aantal()).hasValue(5);
        assertThat(vijf.bij(Stap.VERZONDEN).map(Spreiding::mediaan)).contains(Duration.ofHours(1));
        assertThat(vijf.bij(Stap.AANBOD)).isEmpty();
    }

    @Test
    void a_night_counts_in_days_of_the_calendar_also_when_the_clock_changes() {
        var laat = loop(1, Optional.of(2));

        // Begun at ten in the evening, two nights before the short one; the first night begins after it.
        assertThat(laat.tot(Stap.NACHT)).contains(Duration.ofDays(3));
        assertThat(laat.tot(Stap.BESLUIT)).contains(Duration.ofDays(40));
        assertThat(laat.maand()).isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void what_is_hidden_does_not_follow_from_what_is_shown() {
        assertThat(Verhulling.van(Map.of("a", 9, "b", 12))).isEmpty();
        assertThat(Verhulling.van(Map.of("a", 9, "b", 12, "c", 3)))
                .as("one alone: the next smallest too")
                .containsExactlyInAnyOrder("a", "c");
        assertThat(Verhulling.van(Map.of("a", 9, "b", 2, "c", 4, "d", 20)))
                .as("two that can be divided in more than one way")
                .containsExactlyInAnyOrder("b", "c");
        assertThat(Verhulling.van(Map.of("a", 9, "b", 1, "c", 2, "d", 20)))
                .as("under five together")
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(Verhulling.van(Map.of("a", 9, "b", 4, "c", 4, "d", 20)))
                .as("eight of two is four of each")
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(Verhulling.van(Map.of("a", 7, "b", 7, "c", 0)))
                .as("nobody is few as well")
                .containsExactlyInAnyOrder("a", "c");
        assertThat(Verhulling.van(Map.of("a", 3))).containsExactly("a");
    }

    @Test
    void a_month_with_few_takes_another_with_it() {
        var maanden = Doorlooptijd.delen(new TreeMap<>(Map.of(
                "2027-01", Collections.nCopies(8, loop(1, Optional.of(2))),
                "2027-02", Collections.nCopies(3, loop(1, Optional.of(2))),
                "2027-03", Collections.nCopies(6, loop(1, Optional.of(2))))));

        assertThat(maanden).extracting(Doorlooptijd::wat).containsExactly("2027-01", "2027-02", "2027-03");
        assertThat(maanden.getFirst().aantal()).hasValue(8);
        assertThat(maanden.subList(1, 3)).allSatisfy(maand -> {
            assertThat(maand.aantal()).isEmpty();
            assertThat(maand.stappen()).isEmpty();
        });
    }

    @Test
    void a_step_that_few_came_to_in_one_month_is_hidden_in_another_too() {
        var weinig = new ArrayList<>(Collections.nCopies(4, loop(1, Optional.of(2))));
        weinig.addAll(Collections.nCopies(2, loop(1, Optional.empty())));
        var maanden = Doorlooptijd.delen(new TreeMap<>(Map.of(
                "2027-01", Collections.nCopies(8, loop(1, Optional.of(2))),
                "2027-02", weinig,
                "2027-03", Collections.nCopies(9, loop(1, Optional.of(2))))));

        assertThat(maanden).allSatisfy(maand -> assertThat(maand.aantal()).isPresent());
        assertThat(maanden.stream().map(maand -> maand.bij(Stap.AANBOD).isPresent()))
                .containsExactly(false, false, true);
        assertThat(maanden.stream().map(maand -> maand.bij(Stap.NACHT).isPresent()))
                .containsExactly(true, true, true);
    }

    private static Loop loop(int verzonden, Optional<Integer> aanbod) {
        return new Loop(
                "gepland",
                Optional.empty(),
                BEGIN,
                BEGIN.plus(Duration.ofHours(verzonden)),
                aanbod.map(uren -> BEGIN.plus(Duration.ofHours(uren))),
                Optional.empty(),
                Optional.of(DAG.plusDays(3)),
                Optional.of(DAG),
                Optional.of(DAG.plusDays(40)));
    }
}
