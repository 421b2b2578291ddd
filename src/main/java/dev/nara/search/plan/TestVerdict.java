package dev.nara.search.plan;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Against;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TestResult;
import dev.nara.search.study.TrialNow;
import dev.nara.search.trials.TrialExecutor;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the chosen setting with the preset on the test part. */
final class TestVerdict {
    private final StudyState state;
    private final Figures figures;
    private final TrialExecutor executor;

    TestVerdict(StudyState state, Figures figures, TrialExecutor executor) {
        this.state = state;
        this.figures = figures;
        this.executor = executor;
    }

    /** The verdict, once all runs of both have ended. */
    TestResult of(StudyChoice choice) throws DataException {
        List<StudyState.TestRun> own = tested(choice.trial());
        List<StudyState.TestRun> presets = choice.preset() == choice.trial() ? List.of() : tested(choice.preset());
        List<Double> its = values(own);
        double[] array = its.stream().mapToDouble(d -> d).toArray();
        Against against = new Against(choice.preset(), Double.NaN, Double.NaN, Double.NaN, Verdict.NONE);
        if (!presets.isEmpty() && !own.isEmpty()) {
            boolean random = executor.random(state.trial(choice.trial()).added().algorithm());
            Significance.Comparison c = Significance.compare(group(own, random), group(presets, random), 1);
            against = Against.of(state.spec(), choice.preset(), c.difference(), c.low(), c.high(), verdict(c));
        }
        return new TestResult(
                choice.trial(),
                Math.max(1, state.trial(choice.trial()).epoch()),
                its,
                Significance.mean(array),
                array.length < 2 ? Double.NaN : Significance.deviation(array) / Math.sqrt(array.length),
                means(own),
                values(presets),
                against,
                looks(choice),
                why(choice.trial()));
    }

    private @Nullable Text why(int trial) {
        return state.tests().stream()
                .filter(t -> t.begun.trial() == trial && t.end != null && t.end.why() != null)
                .map(t -> t.end == null ? null : t.end.why())
                .findFirst()
                .orElse(null);
    }

    private int looks(StudyChoice choice) throws DataException {
        TrialNow trial = state.trial(choice.trial());
        return executor.testLooks(state.spec()
                .run(
                        state.spec().part(trial.added().algorithm()),
                        trial.added().settings(),
                        state.spec().seed()));
    }

    private static Verdict verdict(Significance.Comparison c) {
        return switch (c.verdict(c.p())) {
            case REAL -> Verdict.REAL;
            case NOISE -> Verdict.NOISE;
            case MORE_SEEDS -> Verdict.NOT_SETTLED;
        };
    }

    private List<StudyState.TestRun> tested(int trial) {
        return state.tests().stream()
                .filter(t -> t.begun.trial() == trial
                        && t.end != null
                        && !t.end.figures().isEmpty())
                .toList();
    }

    private List<Double> values(List<StudyState.TestRun> runs) {
        List<Double> values = new ArrayList<>();
        for (StudyState.TestRun run : runs) {
            StudyEvent.TestEnded end = run.end;
            values.add(
                    end == null
                            ? Double.NaN
                            : end.figures().getOrDefault(state.spec().goal(), Double.NaN));
        }
        return values;
    }

    private Significance.Group group(List<StudyState.TestRun> runs, boolean random) throws DataException {
        double[][] users = new double[runs.size()][];
        for (int r = 0; r < users.length; r++) {
            users[r] = figures.test(runs.get(r).begun.run());
            if (users[r].length == 0) {
                users[r] = new double[] {state.spec().worth(values(runs).get(r))};
            }
        }
        return new Significance.Group(users, random);
    }

    private static Map<String, Double> means(List<StudyState.TestRun> runs) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (StudyState.TestRun run : runs) {
            StudyEvent.TestEnded end = run.end;
            if (end != null) {
                end.figures().forEach((name, figure) -> sums.merge(name, figure / runs.size(), Double::sum));
            }
        }
        return sums;
    }
}
