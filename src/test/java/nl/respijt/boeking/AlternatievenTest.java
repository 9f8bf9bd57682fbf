package nl.respijt.boeking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.respijt.database.Proefdienst;
import org.junit.jupiter.api.Test;

/** What is offered for a moment that cannot be had. Each test has a season of its own, years ahead. */
class AlternatievenTest {
    private final Proefdienst dienst = Proefdienst.gedeeld();
    private final MomentService momenten = dienst.bean(MomentService.class);
    private final UUID huis = UUID.randomUUID();

    @Test
    void three_houses_at_one_time_are_one_choice_when_there_are_others_nearby() {
        var dag = LocalDate.parse("2041-05-07");
        var vol = op(huis, dag);
        var elders = List.of(elders(dag), elders(dag), elders(dag));
        var morgen = op(huis, dag.plusDays(1));
        var overDrieDagen = op(huis, dag.plusDays(3));

        var anders = momenten.alternatieven(vol, 1);

        assertThat(anders).hasSize(3).startsWith(morgen).endsWith(overDrieDagen);
        assertThat(elders).contains(anders.get(1));
    }

    @Test
    void the_own_house_comes_before_another_that_is_less_than_two_days_nearer() {
        var dag = LocalDate.parse("2042-05-07");
        var vol = op(huis, dag);
        var elders = elders(dag.plusDays(2));
        var eigen = op(huis, dag.plusDays(3));
        var laterEigen = op(huis, dag.plusDays(5));

        assertThat(momenten.alternatieven(vol, 1)).containsExactly(eigen, elders, laterEigen);
    }

    @Test
    void one_time_is_offered_more_than_once_when_there_is_nothing_else() {
        var dag = LocalDate.parse("2043-05-07");
        var vol = op(huis, dag);
        var elders = List.of(elders(dag), elders(dag), elders(dag));

        assertThat(momenten.alternatieven(vol, 1)).containsExactlyInAnyOrderElementsOf(elders);
    }

    private Moment elders(LocalDate dag) {
        return op(UUID.randomUUID(), dag);
    }

    private Moment op(UUID inHuis, LocalDate dag) {
        return Proefmoment.in(dienst).inHuis(inHuis).op(dag).publiceer();
    }
}
