package dev.nara.search.study;

import dev.nara.search.race.Rungs;
import dev.nara.search.space.Dimension;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a study, in order: what its loop did, and what people asked of it, which any program may append. Immutable;
 * stored as JSON. A study is what follows from these, see {@link StudyState}. Trials are numbered from 1; figures are as the
 * metric has them, whichever direction is better.
 */
public sealed interface StudyEvent {
    /** What people ask of a study; the loop reads it before each decision, and it can be undone. */
    sealed interface Steering extends StudyEvent {}

    /** What is asked once, and carried out by the loop. */
    sealed interface Request extends Steering {}

    /**
     * A trial was begun, or waits, or is told from a stored run.
     *
     * @param run its run; 0 where it was not trained
     * @param settings what differs from the part's fixed values; of {@link Origin#STORED} all of the space
     * @param seed of the training
     * @param rungs at which it is looked at, ascending
     * @param work an epoch takes, NaN where it is not known
     */
    record Added(
            int trial,
            long run,
            String algorithm,
            Map<String, String> settings,
            Origin origin,
            Text why,
            long seed,
            List<Rungs.Rung> rungs,
            double work)
            implements StudyEvent {}

    /** A trial was evaluated at a rung, counted from 1; the figure is of the users that settings are looked for with. */
    record Reached(int trial, int rung, int epoch, double figure, double secondsPerEpoch) implements StudyEvent {}

    /** A trial was left at a rung, 0 for between two; it can go on. */
    record Dropped(int trial, int rung, Text why) implements StudyEvent {}

    /** A dropped trial goes on. */
    record Thawed(int trial, Text why) implements StudyEvent {}

    /** A trial is trained once more, from another seed, or, where it could not go on, from the same. */
    record Repeated(int trial, long run, long seed, boolean confirming) implements StudyEvent {}

    /**
     * A run of a trial has ended.
     *
     * @param state FINISHED, FAILED, DIVERGED, TOO_LARGE or STOPPED
     * @param bestEpoch 0 where no epoch was evaluated
     * @param epochs that were trained
     * @param figure of the goal in its best epoch, of the users that settings are looked for with; NaN where there is none
     * @param metrics of its best epoch, on the validation part
     * @param secondsPerEpoch the evaluation included
     * @param why it did not finish; null where it did
     */
    record Ended(
            int trial,
            long run,
            TrialState state,
            int bestEpoch,
            int epochs,
            double figure,
            Map<String, Double> metrics,
            double secondsPerEpoch,
            @Nullable Text why)
            implements StudyEvent {}

    /** All its runs wait for others to give their places back, "" for a training that is no run; none: it trains again. */
    record Waits(List<String> ahead) implements StudyEvent {}

    /** The search is over; these trials and the preset's, 0 for none, are trained from these further seeds. */
    record Confirming(List<Integer> trials, int preset, List<Long> seeds, List<Integer> once) implements StudyEvent {
        /** {@code once} are those of them that another seed would not change, which are not trained again; older ones do not say. */
        public Confirming(List<Integer> trials, int preset, List<Long> seeds, @Nullable List<Integer> once) {
            this.trials = trials;
            this.preset = preset;
            this.seeds = seeds;
            this.once = once == null ? List.of() : once;
        }

        /** All of them, the preset last. */
        public List<Integer> all() {
            return Stream.concat(trials.stream(), preset > 0 ? Stream.of(preset) : Stream.empty())
                    .toList();
        }
    }

    /** A setting is chosen. */
    record Chosen(StudyChoice choice) implements StudyEvent {}

    /** The steps from the preset to the chosen setting are trained; the last one is the chosen setting. */
    record PathBegun(List<PathBegun.Step> steps) implements StudyEvent {
        /** A step: the dimensions that change, and the settings after it. */
        public record Step(List<String> names, Map<String, String> settings) {}
    }

    /** The steps are trained. */
    record PathTrained(List<PathTrained.Gained> steps) implements StudyEvent {
        /** A step: the trial after it, and what it adds, paired by user. */
        public record Gained(
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
    }

    /** The stored runs of an algorithm were looked through: those that fit were added. */
    record StoredRead(String algorithm) implements StudyEvent {}

    /** A run tells a trial's setting on the test part. */
    record TestBegun(int trial, long run, long seed) implements StudyEvent {}

    /** A run that tells a setting on the test part has ended; figures are empty where it could not. */
    record TestEnded(
            int trial,
            long run,
            Map<String, Double> figures,
            @Nullable Text why) implements StudyEvent {}

    /** The chosen setting was told on the test part. */
    record Tested(TestResult result) implements StudyEvent {}

    /** The sampler follows a preference no longer, for it misled. */
    record PreferenceGivenUp(String algorithm, String name, String value) implements StudyEvent {}

    /** What somebody asked for, by its number, is carried out, or was refused for a reason. */
    record CarriedOut(long asked, @Nullable Text refused) implements StudyEvent {}

    /** Something to know, such as that all trials diverge; said once. */
    record Noticed(Text what) implements StudyEvent {}

    /** A dimension is narrowed, or widened again: this one stands for the one of its name. */
    record Narrowed(String algorithm, Dimension dimension) implements Steering {}

    /** A parameter that stood still varies. */
    record Varied(String algorithm, Dimension dimension) implements Steering {}

    /** A dimension stands still at a value. */
    record Fixed(String algorithm, String name, String value) implements Steering {}

    /** Values near this are preferred, as long as that does not mislead. */
    record Preferred(String algorithm, String name, String value) implements Steering {}

    /** A trial is never dropped, and confirmed in the end. */
    record Pinned(int trial) implements Steering {}

    /** It may be. */
    record Unpinned(int trial) implements Steering {}

    /** A trial that trains is left. */
    record DropAsked(int trial) implements Request {}

    /** A dropped trial is to go on. */
    record ThawAsked(int trial) implements Request {}

    /** A trial that could not go on is to be run again. */
    record AgainAsked(int trial) implements Request {}

    /** What was confirmed is to be trained from so many seeds more, and chosen again. */
    record ConfirmAsked(int seeds) implements Request {}

    /** The steps from the preset to the chosen setting are to be trained. */
    record PathAsked() implements Request {}

    /** Settings are to be tried next. */
    record Asked(String algorithm, Map<String, String> settings) implements Request {}

    /** What the sampler would try next is left out. */
    record Skipped(String algorithm, Map<String, String> settings) implements Steering {}

    /** There is more to the budget. */
    record Extended(double minutes, int trials) implements Steering {}

    /** It stands still. */
    record Paused() implements Steering {}

    /** It goes on. */
    record Continued() implements Steering {}

    /** It is to come to its end now: to confirm and to choose. */
    record FinishAsked() implements Steering {}

    /** It ends as it is, and nothing is chosen. */
    record Stopped() implements Steering {}

    /** Another trial is chosen than by rule. */
    record ChosenByHand(int trial) implements Steering {}

    /** The chosen setting is to be told on the test part, from so many seeds. */
    record TestAsked(int seeds) implements Request {}

    /** What was asked from that event on, by its number, counts no longer. */
    record Undone(long from) implements Steering {}
}
