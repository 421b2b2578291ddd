package dev.nara.search.study;

import dev.nara.search.space.Space;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as it stands, for window and terminal. Immutable; equal events give an equal snapshot, but for what lies ahead in time.
 *
 * @param id from 1
 * @param created when, in UTC as ISO 8601 has it
 * @param seconds of its clock, without pauses
 * @param parts as they are now
 * @param steps what people asked, the first one first
 * @param best the best so far, over time
 * @param next what would be tried next
 * @param importance of dimensions, by algorithm; empty before there is something to say
 * @param doing what it does beside trying settings
 * @param path from the preset to the chosen setting
 * @param notices what is to be known of it, such as that all trials diverge
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
     * @param values that stand still, and where the search started
     * @param space what varies now
     * @param preferred the values preferred, by dimension
     */
    public record PartNow(String algorithm, Map<String, String> values, Space space, Map<String, String> preferred) {}

    /** The best trial from a moment on, and its mean then; the error is NaN where it is not known. */
    public record BestPoint(double seconds, int trial, double mean, double error) {}

    /** What would be tried next, and why. */
    public record Next(String algorithm, Map<String, String> settings, Origin origin, Text why) {}

    /**
     * What lies ahead.
     *
     * @param secondsLeft of the budget; NaN where that is one of trials and nothing is known yet
     * @param error of these
     * @param trials that may still be tried, NaN before something is known
     * @param gain the chance of a gain above noise in ten more minutes, 0 … 1, NaN before something is known
     */
    public record Ahead(double secondsLeft, double error, double trials, double gain) {
        /** Nothing is known yet. */
        public static final Ahead UNKNOWN = new Ahead(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * What a study does beside trying settings.
     *
     * @param waitsFor what all its runs wait for, "" for a training that is no run; empty where one of them trains
     * @param seeds that the best are confirmed from; 0 where they are not being confirmed
     * @param seed the first of these that not all are trained from, from 1
     * @param left how many trainings of the confirmation are still to end
     * @param path whether the steps from the preset to the chosen setting are trained
     */
    public record Doing(List<String> waitsFor, int seeds, int seed, int left, boolean path) {
        /** Neither. */
        public static final Doing NOTHING = new Doing(List.of(), 0, 0, 0, false);

        /** Whether the best are being confirmed. */
        public boolean confirms() {
            return seeds > 0;
        }
    }

    /** A dimension's share of the differences between settings, 0 … 1, with its interval. */
    public record Share(String name, double share, double low, double high) {}

    /**
     * A step from the preset to the chosen setting: the dimension that changes, the trial after the change, and the difference
     * that it makes.
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
     * What to train to have the chosen setting: on the whole training part for as long as its best epoch, told on the test part
     * once; empty where nothing is chosen.
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

    /** The same in another phase, such as where it is about to be run. */
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

    /** The trial of a number. */
    public Trial trial(int number) {
        return trials.get(number - 1);
    }

    /**
     * The best so far; empty before a trial has finished. Once some were confirmed it is the best of these: the figure of a trial that
     * was not is that of a lucky seed.
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
