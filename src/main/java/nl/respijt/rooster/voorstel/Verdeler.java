package nl.respijt.rooster.voorstel;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.respijt.rooster.voorstel.Regel.Zwaarte;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the best roster with Timefold, of which nothing else knows. Each place has as its choice only who is trained, of
 * the house and available; the rest is counted by {@link Stand}. The search ends after a number of looks and starts from
 * a fixed seed, so that the same question gives the same answer on any machine that is fast enough.
 */
final class Verdeler {
    private static final long ZAAD = 20_252_027L;
    private static final long STAPPEN_PER_PLAATS = 1_200;
    private static final long MINSTENS = 20_000;
    private static final int MELD_PER_PROCENT = 2;

    /** A guard for a machine that hardly gets on. */
    private static final Duration HOOGSTENS = Duration.ofSeconds(60);

    private Verdeler() {}

    /**
     * The places with who would take them.
     *
     * @param voortgang is told how far it is, in percents, on the same thread; when it says no, what is found so far is the
     *     answer
     */
    static List<Toewijzing> verdeel(Verdeelvraag vraag, IntPredicate voortgang) {
        var plaatsen = vraag.plaatsen();
        if (plaatsen.isEmpty()) {
            return List.of();
        }
        var stappen = Math.max(MINSTENS, plaatsen.size() * STAPPEN_PER_PLAATS);
        var zoeker = SolverFactory.<Plan>create(instelling(stappen)).buildSolver();
        var stand = new Stand(vraag.beeld());
        var plan = new Plan(plaatsen(plaatsen, stand), new Opdracht(vraag, new Meting(stappen, voortgang, zoeker)));
        var gevonden = zoeker.solve(plan).plaatsen;
        return opEigenPlaats(IntStream.range(0, plaatsen.size())
                .mapToObj(i -> new Toewijzing(
                        plaatsen.get(i).moment(),
                        plaatsen.get(i).dienst(),
                        plaatsen.get(i).was(),
                        Optional.ofNullable(gevonden.get(i).gastheer)
                                .map(g -> stand.gastheren.get(g).id())))
                .toList());
    }

    /** To the search the places of one openstelling are alike; whoever stays there keeps the own dienst. */
    private static List<Toewijzing> opEigenPlaats(List<Toewijzing> gevonden) {
        return gevonden.stream()
                .collect(Collectors.groupingBy(Toewijzing::moment, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(Verdeler::verdeeld)
                .toList();
    }

    private static Stream<Toewijzing> verdeeld(List<Toewijzing> hier) {
        var blijven = hier.stream()
                .flatMap(plaats -> plaats.was().stream())
                .filter(wie -> hier.stream()
                        .anyMatch(
                                plaats -> plaats.gastheer().filter(wie::equals).isPresent()))
                .collect(Collectors.toSet());
        var nieuwen = hier.stream()
                .flatMap(plaats -> plaats.gastheer().stream())
                .filter(wie -> !blijven.contains(wie))
                .iterator();
        return hier.stream()
                .map(plaats -> plaats.metGastheer(plaats.was()
                        .filter(blijven::contains)
                        .or(() -> nieuwen.hasNext() ? Optional.of(nieuwen.next()) : Optional.empty())));
    }

    private static SolverConfig instelling(long stappen) {
        return new SolverConfig()
                .withSolutionClass(Plan.class)
                .withEntityClasses(Plaats.class)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Teller.class))
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(ZAAD)
                .withTerminationConfig(new TerminationConfig()
                        .withScoreCalculationCountLimit(stappen)
                        .withSpentLimit(HOOGSTENS));
    }

    private static List<Plaats> plaatsen(List<Toewijzing> toewijzingen, Stand stand) {
        var plaatsen = new ArrayList<Plaats>();
        for (var toewijzing : toewijzingen) {
            var m = stand.moment(toewijzing.moment());
            var kunnen = IntStream.range(0, stand.gastheren.size())
                    .filter(g ->
                            stand.vast(g, m).isEmpty() && stand.gastheren.get(g).maxPerMaand() > 0)
                    .boxed()
                    .toList();
            plaatsen.add(
                    new Plaats(m, toewijzing.gastheer().map(stand::gastheer).filter(kunnen::contains), kunnen));
        }
        return plaatsen;
    }

    /** What the search is given beside the places, the same for each try. */
    private record Opdracht(Verdeelvraag vraag, Meting meting) {
        Stand begin() {
            var stand = new Stand(vraag.beeld());
            vraag.vast().forEach(stand::zet);
            return stand;
        }
    }

    /** How far the search is, and whether it may go on. */
    private static final class Meting {
        private final long stappen;
        private final IntPredicate voortgang;
        private final Solver<Plan> zoeker;
        private long gezet;
        private int gemeld = -1;

        Meting(long stappen, IntPredicate voortgang, Solver<Plan> zoeker) {
            this.stappen = stappen;
            this.voortgang = voortgang;
            this.zoeker = zoeker;
        }

        void stap() {
            var procent = (int) Math.min(99, ++gezet * 100 / stappen);
            if (procent >= gemeld + MELD_PER_PROCENT || gemeld < 0) {
                gemeld = procent;
                if (!voortgang.test(procent)) {
                    zoeker.terminateEarly();
                }
            }
        }
    }

    /** A place that somebody can have, or nobody. Timefold makes one, and fills it, by itself. */
    @PlanningEntity
    static final class Plaats {
        private int moment;
        private @Nullable Integer oude;

        @ValueRangeProvider
        @SuppressWarnings("unused") // Timefold reads it
        private List<Integer> kunnen = List.of();

        @PlanningVariable(allowsUnassigned = true)
        private @Nullable Integer gastheer;

        @SuppressWarnings("unused") // Timefold copies with it
        Plaats() {}

        Plaats(int moment, Optional<Integer> oude, List<Integer> kunnen) {
            this.moment = moment;
            this.oude = oude.orElse(null);
            this.kunnen = kunnen;
            this.gastheer = this.oude;
        }
    }

    /** All places together. */
    @PlanningSolution
    static final class Plan {
        @PlanningEntityCollectionProperty
        private List<Plaats> plaatsen = List.of();

        @PlanningScore
        @SuppressWarnings("unused") // Timefold's own
        private @Nullable HardMediumSoftLongScore score;

        private @Nullable Opdracht opdracht;

        @SuppressWarnings("unused") // Timefold copies with it
        Plan() {}

        Plan(List<Plaats> plaatsen, Opdracht opdracht) {
            this.plaatsen = plaatsen;
            this.opdracht = opdracht;
        }

        Opdracht opdracht() {
            if (opdracht == null) {
                throw new IllegalStateException("a plan without its question");
            }
            return opdracht;
        }
    }

    /** Keeps a {@link Stand} beside the plan that Timefold changes. */
    public static final class Teller implements IncrementalScoreCalculator<Plan, HardMediumSoftLongScore> {
        private @Nullable Stand stand;
        private @Nullable Meting meting;
        private long veranderd;

        @Override
        public void resetWorkingSolution(Plan plan) {
            var opdracht = plan.opdracht();
            stand = opdracht.begin();
            meting = opdracht.meting();
            veranderd = 0;
            plan.plaatsen.forEach(plaats -> afterVariableChanged(plaats, "gastheer"));
        }

        @Override
        public void beforeVariableChanged(Object ding, String variabele) {
            var plaats = (Plaats) ding;
            if (plaats.gastheer != null) {
                stand().haal(plaats.gastheer, plaats.moment);
            }
            veranderd -= anders(plaats);
        }

        @Override
        public void afterVariableChanged(Object ding, String variabele) {
            var plaats = (Plaats) ding;
            if (plaats.gastheer != null) {
                stand().zet(plaats.gastheer, plaats.moment);
            }
            veranderd += anders(plaats);
        }

        private static long anders(Plaats plaats) {
            return plaats.oude != null && !plaats.oude.equals(plaats.gastheer) ? Regel.VERANDERD.gewicht : 0;
        }

        @Override
        public HardMediumSoftLongScore calculateScore() {
            if (meting != null) {
                meting.stap();
            }
            return HardMediumSoftLongScore.of(
                    -stand().telt(Zwaarte.NOOIT),
                    -stand().telt(Zwaarte.EERST),
                    -stand().telt(Zwaarte.LIEVER) - veranderd);
        }

        private Stand stand() {
            if (stand == null) {
                throw new IllegalStateException("counting before there is a plan");
            }
            return stand;
        }

        @Override
        public void beforeEntityAdded(Object ding) {
            throw new UnsupportedOperationException("places do not come and go");
        }

        @Override
        public void afterEntityAdded(Object ding) {
            throw new UnsupportedOperationException("places do not come and go");
        }

        @Override
        public void beforeEntityRemoved(Object ding) {
            throw new UnsupportedOperationException("places do not come and go");
        }

        @Override
        public void afterEntityRemoved(Object ding) {
            throw new UnsupportedOperationException("places do not come and go");
        }
    }
}
