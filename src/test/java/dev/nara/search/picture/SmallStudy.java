package dev.nara.search.picture;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Limit;
import dev.nara.search.study.Origin;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.StudyStep;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A study of ten minutes with six trials over a rate and three sizes, five minutes after its start. */
final class SmallStudy {
    static final Dimension RATE = Dimension.Range.of("learning_rate", 1e-4, .1, false, true);
    static final Dimension LAYERS = new Dimension.Ordered("layers", List.of("", "32", "64,32"), Optional.empty());

    private SmallStudy() {}

    static StudySpec spec(String goal) {
        return new StudySpec(
                "",
                RunSpec.draft()
                        .algorithm("neumf")
                        .metrics(goal + ",HR@10")
                        .epochs(20)
                        .spec(),
                "fast",
                List.of(new StudyPart("neumf", Map.of(), new Space(List.of(RATE, LAYERS)))),
                goal,
                List.of(new Limit("Coverage@10", true, .2)),
                Budget.ofMinutes(10),
                "auto",
                StudySpec.RACE,
                3,
                1);
    }

    static Trial trial(int number, Origin origin, TrialState state, double mean, String rate, String layers) {
        boolean finished = state == TrialState.FINISHED;
        return new Trial(
                number,
                List.of(10L + number),
                "neumf",
                Map.of("learning_rate", rate, "layers", layers),
                origin,
                state,
                Text.of("study.measuring"),
                null,
                finished ? List.of(mean) : List.of(),
                mean,
                number == 2 ? .001 : Double.NaN,
                number == 2 ? 2 : 1,
                number == 2 ? 2 : 1,
                finished ? 10 : 4,
                20,
                1,
                List.of(4, 8),
                false,
                false,
                number == 2 || number == 3,
                number != 4,
                Map.of("Coverage@10", number == 4 ? .1 : .3),
                10 * number,
                state.alive() ? Double.NaN : 30 * number);
    }

    private static List<Trial> trials() {
        return List.of(
                trial(1, Origin.PRESET, TrialState.FINISHED, .26, "0.001", "32"),
                trial(2, Origin.SAMPLER, TrialState.FINISHED, .272, "0.01", "64,32"),
                trial(3, Origin.PERSON, TrialState.FINISHED, .271, "0.005", ""),
                trial(4, Origin.SAMPLER, TrialState.FINISHED, .273, "0.02", "32"),
                trial(5, Origin.SAMPLER, TrialState.DROPPED, .2, "0.0001", "32"),
                trial(6, Origin.SAMPLER, TrialState.DIVERGED, Double.NaN, "0.1", "32"),
                trial(7, Origin.SAMPLER, TrialState.RUNNING, .27, "0.003", "64,32"));
    }

    static StudySnapshot running() {
        return snapshot("NDCG@10", Phase.SEARCHING, Optional.empty());
    }

    /** The third is chosen: level with the second and twice as fast. */
    static StudyChoice choice(Verdict verdict) {
        return new StudyChoice(
                3,
                2,
                1,
                List.of(2, 3),
                .268,
                .263,
                .273,
                verdict,
                List.of(
                        new StudyChoice.Against(1, .011, .004, .018, verdict),
                        new StudyChoice.Against(2, -.001, -.003, .001, Verdict.NOISE)),
                3,
                verdict == Verdict.NOT_SETTLED ? 2 : 0);
    }

    static StudySnapshot ended(StudyChoice choice) {
        return snapshot("NDCG@10", Phase.CHOSEN, Optional.of(choice));
    }

    static StudySnapshot snapshot(String goal, Phase phase, Optional<StudyChoice> choice) {
        return snapshot(goal, phase, choice, trials());
    }

    /** The same before the first trial. */
    static StudySnapshot begun() {
        return snapshot("NDCG@10", Phase.SEARCHING, Optional.empty(), List.of());
    }

    private static StudySnapshot snapshot(String goal, Phase phase, Optional<StudyChoice> choice, List<Trial> trials) {
        StudySpec spec = spec(goal);
        return new StudySnapshot(
                1,
                "2026-11-29T14:12:00Z",
                spec,
                phase,
                300,
                spec.budget(),
                List.of(new StudySnapshot.PartNow(
                        "neumf",
                        Map.of(),
                        new Space(List.of(Dimension.Range.of("learning_rate", 5e-4, .03, false, true), LAYERS)),
                        Map.of())),
                trials,
                List.of(
                        new StudyStep(4, 120, "2026-11-29T14:14:00Z", new StudyEvent.Narrowed("neumf", RATE), false),
                        new StudyStep(5, 150, "2026-11-29T14:14:30Z", new StudyEvent.Pinned(2), true)),
                List.of(
                        new StudySnapshot.BestPoint(30, 1, .26, Double.NaN),
                        new StudySnapshot.BestPoint(60, 2, .272, .001)),
                Optional.empty(),
                new StudySnapshot.Ahead(300, 20, 9.4, .61),
                Map.of(
                        "neumf",
                        List.of(
                                new StudySnapshot.Share("layers", .1, 0, .3),
                                new StudySnapshot.Share("learning_rate", .9, .7, 1))),
                StudySnapshot.Doing.NOTHING,
                choice.isEmpty()
                        ? List.of()
                        : List.of(new StudySnapshot.PathStep(
                                "learning_rate", "0.001", "0.005", 8, .2705, .001, .0105, .004, .017, Verdict.REAL)),
                choice,
                Optional.empty(),
                List.of());
    }
}
