package dev.nara.ui.tune;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import dev.nara.search.study.Budget;
import dev.nara.search.study.Limit;
import dev.nara.search.study.Origin;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.StudyStep;
import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A made-up study of NeuMF over five dimensions, as it runs and as it ends; the figures follow a smooth function of the settings. */
public final class TuneSnapshots {
    static final String GOAL = "NDCG@10";

    private TuneSnapshots() {}

    static Space space() {
        return new Space(List.of(
                Dimension.Range.of("learning_rate", 1e-4, .1, false, true),
                new Dimension.Range("weight_decay", 1e-7, 1e-3, false, true, 0, true, Optional.empty()),
                Dimension.Range.of("negatives", 2, 32, true, true),
                new Dimension.Ordered("gmf_dimension", List.of("8", "16", "32", "64"), Optional.empty()),
                new Dimension.Ordered("layers", List.of("", "32", "32,16", "64,32", "128,64"), Optional.empty())));
    }

    static Space narrowed() {
        List<Dimension> all = new ArrayList<>(space().dimensions());
        all.set(0, Dimension.Range.of("learning_rate", 5e-4, .03, false, true));
        return new Space(all);
    }

    public static StudySpec spec() {
        return new StudySpec(
                "",
                RunSpec.draft()
                        .algorithm("neumf")
                        .metrics(GOAL + ",HR@10,Coverage@10")
                        .epochs(20)
                        .spec(),
                "fast",
                List.of(new StudyPart("neumf", Map.of("dropout", "0", "learning_rate", "0.001"), space())),
                GOAL,
                List.of(new Limit("Coverage@10", true, .2)),
                Budget.ofMinutes(30),
                "auto",
                StudySpec.RACE,
                3,
                1);
    }

    /** As it stands after so many trials. */
    public static StudySnapshot running(int trials) {
        return snapshot(Phase.SEARCHING, trials, 730, Optional.empty());
    }

    /** While it confirms, or waits. */
    static StudySnapshot doing(Phase phase, StudySnapshot.Doing doing) {
        StudySnapshot all = running(41);
        return new StudySnapshot(
                all.id(),
                all.created(),
                all.spec(),
                phase,
                all.seconds(),
                all.budget(),
                all.parts(),
                all.trials(),
                all.steps(),
                all.best(),
                all.next(),
                all.ahead(),
                all.importance(),
                doing,
                all.path(),
                all.choice(),
                all.test(),
                all.notices());
    }

    /** One whose only finished trial, the 27th, is out of the limit. */
    static StudySnapshot outOfLimit() {
        StudySnapshot all = running(41);
        return new StudySnapshot(
                all.id(),
                all.created(),
                all.spec(),
                all.phase(),
                all.seconds(),
                all.budget(),
                all.parts(),
                all.trials().stream()
                        .filter(t -> !t.finished() || t.number() == 27)
                        .toList(),
                all.steps(),
                List.of(),
                all.next(),
                all.ahead(),
                all.importance(),
                all.doing(),
                all.path(),
                all.choice(),
                all.test(),
                all.notices());
    }

    /** As it stands at its end: trial 31 is chosen. */
    public static StudySnapshot ended() {
        return snapshot(
                Phase.CHOSEN,
                98,
                1800,
                Optional.of(new StudyChoice(
                        31,
                        34,
                        1,
                        List.of(34, 31, 22),
                        .268,
                        .263,
                        .273,
                        StudyChoice.Verdict.REAL,
                        List.of(
                                new StudyChoice.Against(1, .0090, .0040, .0140, StudyChoice.Verdict.REAL),
                                new StudyChoice.Against(34, -.0005, -.0030, .0020, StudyChoice.Verdict.NOISE)),
                        3,
                        0)));
    }

    private static StudySnapshot snapshot(Phase phase, int count, double seconds, Optional<StudyChoice> choice) {
        List<Trial> trials = trials(phase, count, seconds);
        return new StudySnapshot(
                4,
                "2026-11-29T14:12:00Z",
                spec(),
                phase,
                seconds,
                Budget.ofMinutes(30),
                List.of(new StudySnapshot.PartNow(
                        "neumf",
                        Map.of("dropout", "0", "learning_rate", "0.001"),
                        narrowed(),
                        Map.of("negatives", "12"))),
                trials,
                List.of(
                        new StudyStep(
                                40,
                                480,
                                "2026-11-29T14:20:00Z",
                                new StudyEvent.Narrowed(
                                        "neumf", narrowed().dimensions().get(0)),
                                false),
                        new StudyStep(
                                52,
                                550,
                                "2026-11-29T14:21:00Z",
                                new StudyEvent.Preferred("neumf", "negatives", "12"),
                                false)),
                best(trials),
                choice.isPresent()
                        ? Optional.empty()
                        : Optional.of(new StudySnapshot.Next(
                                "neumf",
                                Map.of(
                                        "learning_rate", "0.0034",
                                        "weight_decay", "0.000001",
                                        "negatives", "11",
                                        "gmf_dimension", "32",
                                        "layers", "32"),
                                Origin.SAMPLER,
                                Text.of("study.unknown", "7"))),
                new StudySnapshot.Ahead(1800 - seconds, 120, 58, choice.isPresent() ? .22 : .61),
                Map.of(
                        "neumf",
                        List.of(
                                new StudySnapshot.Share("learning_rate", .46, .38, .54),
                                new StudySnapshot.Share("weight_decay", .11, .05, .17),
                                new StudySnapshot.Share("negatives", .23, .16, .30),
                                new StudySnapshot.Share("gmf_dimension", .04, 0, .08),
                                new StudySnapshot.Share("layers", .09, .04, .14))),
                StudySnapshot.Doing.NOTHING,
                choice.isPresent() ? path() : List.of(),
                choice,
                Optional.empty(),
                List.of());
    }

    private static List<StudySnapshot.PathStep> path() {
        StudyChoice.Verdict real = StudyChoice.Verdict.REAL;
        StudyChoice.Verdict noise = StudyChoice.Verdict.NOISE;
        return List.of(
                new StudySnapshot.PathStep(
                        "learning_rate", "0.001", "0.0031", 95, .2666, .001, .0052, .0020, .0080, real),
                new StudySnapshot.PathStep("negatives", "4", "8", 96, .2692, .001, .0026, .0006, .0046, real),
                new StudySnapshot.PathStep("weight_decay", "0", "0.000001", 97, .27, .001, .0008, -.0012, .0024, noise),
                new StudySnapshot.PathStep("layers", "32,16", "32", 98, .2704, .001, .0004, -.0016, .0024, noise));
    }

    private static List<StudySnapshot.BestPoint> best(List<Trial> trials) {
        List<StudySnapshot.BestPoint> best = new ArrayList<>();
        double top = Double.NEGATIVE_INFINITY;
        for (Trial trial : trials) {
            if (trial.finished() && trial.withinLimits() && trial.mean() > top) {
                top = trial.mean();
                best.add(new StudySnapshot.BestPoint(trial.ended(), trial.number(), trial.mean(), .0015));
            }
        }
        return best;
    }

    private static List<Trial> trials(Phase phase, int count, double seconds) {
        Random random = new Random(4);
        List<Trial> trials = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            double[] places = random.doubles(5).toArray();
            if (n > 15) {
                places[0] = Math.max(0, Math.min(1, .5 + .1 * random.nextGaussian()));
                places[2] = Math.max(0, Math.min(1, .6 + .15 * random.nextGaussian()));
            }
            Map<String, String> settings = new LinkedHashMap<>(space().at(places));
            double figure = .271
                    - .12 * Math.pow(places[0] - .5, 2)
                    - .03 * Math.pow(places[2] - .6, 2)
                    - .01 * Math.pow(places[4] - .6, 2)
                    + .0012 * random.nextGaussian();
            trials.add(trial(phase, n, count, seconds, settings, figure, random.nextDouble()));
        }
        return trials;
    }

    private static TrialState state(Phase phase, int n, int count, double figure) {
        if (n == 19) {
            return TrialState.DIVERGED;
        }
        if (phase == Phase.SEARCHING && n > count - 4) {
            return TrialState.RUNNING;
        }
        return figure < .262 && n > 1 ? TrialState.DROPPED : TrialState.FINISHED;
    }

    private static Trial trial(
            Phase phase, int n, int count, double seconds, Map<String, String> settings, double figure, double chance) {
        TrialState state = state(phase, n, count, figure);
        boolean broken = state.broken();
        double begun = seconds * (n - 1) / count;
        boolean level = n == 22 || n == 31 || n == 34;
        double mean = broken ? Double.NaN : level ? .2712 - .0004 * Math.abs(n - 34) / 3 : Math.min(figure, .2697);
        boolean finished = state == TrialState.FINISHED;
        return new Trial(
                n,
                List.of(100L + n),
                "neumf",
                settings,
                n == 1 ? Origin.PRESET : n == 36 ? Origin.PERSON : Origin.SAMPLER,
                state,
                Text.of("study.unknown", n),
                finished || state == TrialState.RUNNING ? null : Text.of("study.unknown", n),
                !finished ? List.of() : level ? List.of(mean - .0012, mean, mean + .0012) : List.of(mean),
                mean,
                level ? .0015 : Double.NaN,
                1 + chance,
                1,
                finished ? 12 : 6,
                20,
                finished ? 3 : 2,
                List.of(2, 6, 12),
                n == 17,
                n == 38,
                level,
                n != 27,
                broken
                        ? Map.of()
                        : Map.of(GOAL, mean, "HR@10", 1.7 * mean, "Coverage@10", n == 27 ? .16 : .2 + .1 * chance),
                begun,
                state == TrialState.RUNNING ? Double.NaN : Math.min(seconds, begun + seconds / count));
    }
}
