package dev.nara.search.study;

import dev.nara.search.space.Space;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a study for window and terminal. Immutable; equal events give equal snapshots, apart from predictions in time.
 *
 * @param id from 1
 * @param created the moment, in UTC, ISO 8601
 * @param seconds of its clock, without pauses
 * @param parts the algorithms as they are searched now
 * @param steps the user's requests, in order
 * @param best the best so far, over time
 * @param next what would be tried next
 * @param importance of dimensions, by algorithm; empty until computed
 * @param doing activities other than trying settings
 * @param path from the preset to the chosen setting
 * @param notices such as that all trials diverge
 */
public record StudySnapshot(
        long id,
        String created,
        StudySpec spec,
        Phase phase,
        double seconds,
        Budget budget,
        List<PartNow> parts,
        List<Trial> trials,
        List<StudyStep> steps,
        List<BestPoint> best,
        Optional<Next> next,
        Ahead ahead,
        Map<String, List<Share>> importance,
        Doing doing,
        List<PathStep> path,
        Optional<StudyChoice> choice,
        Optional<TestResult> test,
        List<Text> notices) {

    /**
     * An algorithm as it is searched now.
     *
     * @param values fixed ones, and the start of the search
     * @param space what varies now
     * @param preferred the preferred values, by dimension
     */
    public record PartNow(String algorithm, Map<String, String> values, Space space, Map<String, String> preferred) {}

    /** The best trial from a moment on, and its mean then; the error is NaN if unknown. */
    public record BestPoint(double seconds, int trial, double mean, double error) {}

    /** What would be tried next, and why. */
    public record Next(String algorithm, Map<String, String> settings, Origin origin, Text why) {}

    /**
     * The prediction.
     *
     * @param secondsLeft of the budget; NaN for a budget of trials until it can be estimated
     * @param error of these
     * @param trials expected to fit in, NaN until it can be estimated
     * @param gain the probability of a gain above noise in ten more minutes, 0 … 1, NaN until it can be estimated
     */
    public record Ahead(double secondsLeft, double error, double trials, double gain) {
        /** No prediction yet. */
        public static final Ahead UNKNOWN = new Ahead(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * Activities other than trying settings.
     *
     * @param waitsFor what all its runs wait for, "" for a training that is no run; empty if one of them trains
     * @param seeds of the confirmation; 0 if there is none in progress
     * @param seed the first of these that is not completed for all, from 1
     * @param left trainings of the confirmation still to end
     * @param path whether the steps from the preset to the chosen setting are being trained
     */
    public record Doing(List<String> waitsFor, int seeds, int seed, int left, boolean path) {
        /** No such activity. */
        public static final Doing NOTHING = new Doing(List.of(), 0, 0, 0, false);

        /** Whether the best are being confirmed. */
        public boolean confirms() {
            return seeds > 0;
        }
    }

    /** A dimension's share of the differences between settings, 0 … 1, with its interval. */
    public record Share(String name, double share, double low, double high) {}

    /**
     * A step from the preset to the chosen setting: the dimensions that change, the trial after the change, and the resulting difference.
     */
    public record PathStep(
            String name,
            String from,
            String to,
            int trial,
            double mean,
            double error,
            double difference,
            double low,
            double high,
            StudyChoice.Verdict verdict) {}

    /**
     * The spec to train the chosen setting for use: on the whole training part up to its best epoch, evaluated on the test part once; empty
     * if nothing is chosen.
     */
    public Optional<RunSpec> chosenRun() {
        return choice.filter(made -> made.trial() > 0).map(made -> {
            Trial its = trial(made.trial());
            return spec.run(spec.part(its.algorithm()), its.settings(), spec.seed())
                    .change()
                    .validation(RunSettings.FIXED)
                    .epochs(Math.max(1, its.epoch()))
                    .metricsEvery(Math.max(1, its.epoch()))
                    .patience(0)
                    .spec();
        });
    }

    /** A copy in another phase, for instance when it is about to run. */
    public StudySnapshot in(Phase other) {
        return new StudySnapshot(
                id,
                created,
                spec,
                other,
                seconds,
                budget,
                parts,
                trials,
                steps,
                best,
                next,
                ahead,
                importance,
                doing,
                path,
                choice,
                test,
                notices);
    }

    /** The trial with a number. */
    public Trial trial(int number) {
        return trials.get(number - 1);
    }

    /**
     * The best so far; empty before a trial has finished. Once some are confirmed, it is the best of these, because the figure of an
     * unconfirmed trial is likely to be a lucky seed's.
     */
    public Optional<BestPoint> bestNow() {
        Optional<StudyChoice> made = choice.filter(StudyChoice::isConfirmed);
        if (made.isPresent()) {
            Trial its = trial(made.get().best());
            return Optional.of(new BestPoint(seconds, its.number(), its.mean(), its.error()));
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best.get(best.size() - 1));
    }
}
