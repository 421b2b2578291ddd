package dev.nara.search.study;

import dev.nara.search.race.Rungs;
import dev.nara.search.space.Dimension;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event of a study: actions of its loop, and requests of users, which any process may append. Immutable; stored as JSON. The state of a
 * study follows from its events alone, see {@link StudyState}. Trials are numbered from 1; figures are as the metric defines them, whether
 * higher or lower is better.
 */
public sealed interface StudyEvent {
    /** A user's request; the loop reads requests before each decision, and they can be undone. */
    sealed interface Steering extends StudyEvent {}

    /** A request that the loop carries out once. */
    sealed interface Request extends Steering {}

    /**
     * A trial was added: started, waiting, or taken from a stored run.
     *
     * @param run its run; 0 if it was not trained
     * @param settings that differ from the part's fixed values; for {@link Origin#STORED}, all of the space
     * @param seed of the training
     * @param rungs the epochs of its rungs, ascending
     * @param work of one epoch; NaN if unknown
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

    /** A trial was evaluated at a rung, counted from 1; the figure is of the search half of the users. */
    record Reached(int trial, int rung, int epoch, double figure, double secondsPerEpoch) implements StudyEvent {}

    /** A trial was stopped at a rung, 0 if between two; it can continue. */
    record Dropped(int trial, int rung, Text why) implements StudyEvent {}

    /** A stopped trial continues. */
    record Thawed(int trial, Text why) implements StudyEvent {}

    /** A trial is trained again, with another seed, or, if it had failed, with the same. */
    record Repeated(int trial, long run, long seed, boolean confirming) implements StudyEvent {}

    /**
     * A run of a trial has ended.
     *
     * @param state FINISHED, FAILED, DIVERGED, TOO_LARGE or STOPPED
     * @param bestEpoch 0 if no epoch was evaluated
     * @param epochs trained
     * @param figure of the goal in its best epoch, on the search half of the users; NaN if there is none
     * @param metrics of its best epoch, on the validation part
     * @param secondsPerEpoch the evaluation included
     * @param why it did not finish; null if it did
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

    /**
     * All runs of the study wait for these runs to release a GPU or place, "" for a training that is no run; if empty, they train again.
     */
    record Waits(List<String> ahead) implements StudyEvent {}

    /** The search is over; these trials and the preset's, 0 for none, are trained with these further seeds. */
    record Confirming(List<Integer> trials, int preset, List<Long> seeds, List<Integer> once) implements StudyEvent {
        /** {@code once} are the deterministic ones among them, which are not trained again; older events do not have it. */
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
        /** A step: the trial after it, and its gain, paired by user. */
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

    /** The stored runs of an algorithm were searched, and suitable ones added. */
    record StoredRead(String algorithm) implements StudyEvent {}

    /** A run evaluates a trial's setting on the test part. */
    record TestBegun(int trial, long run, long seed) implements StudyEvent {}

    /** A run on the test part has ended; figures are empty if it failed. */
    record TestEnded(
            int trial,
            long run,
            Map<String, Double> figures,
            @Nullable Text why) implements StudyEvent {}

    /** The chosen setting was evaluated on the test part. */
    record Tested(TestResult result) implements StudyEvent {}

    /** The sampler no longer follows a preference, because it was misleading. */
    record PreferenceGivenUp(String algorithm, String name, String value) implements StudyEvent {}

    /** A request, by its number, was carried out, or refused for a reason. */
    record CarriedOut(long asked, @Nullable Text refused) implements StudyEvent {}

    /** A notice, such as that all trials diverge; stored once. */
    record Noticed(Text what) implements StudyEvent {}

    /** A dimension is narrowed, or widened again: this one replaces the one with its name. */
    record Narrowed(String algorithm, Dimension dimension) implements Steering {}

    /** A fixed parameter becomes varied. */
    record Varied(String algorithm, Dimension dimension) implements Steering {}

    /** A dimension is fixed at a value. */
    record Fixed(String algorithm, String name, String value) implements Steering {}

    /** Values near this one are preferred, as long as that is not misleading. */
    record Preferred(String algorithm, String name, String value) implements Steering {}

    /** A trial is never stopped by a race, and always confirmed. */
    record Pinned(int trial) implements Steering {}

    /** A trial may be stopped again. */
    record Unpinned(int trial) implements Steering {}

    /** A trial in training is stopped. */
    record DropAsked(int trial) implements Request {}

    /** A stopped trial is to continue. */
    record ThawAsked(int trial) implements Request {}

    /** A failed trial is to be trained again. */
    record AgainAsked(int trial) implements Request {}

    /** The confirmed trials are to be trained with more seeds, and the choice repeated. */
    record ConfirmAsked(int seeds) implements Request {}

    /** The steps from the preset to the chosen setting are to be trained. */
    record PathAsked() implements Request {}

    /** Settings are to be tried next. */
    record Asked(String algorithm, Map<String, String> settings) implements Request {}

    /** The sampler's next proposal is skipped. */
    record Skipped(String algorithm, Map<String, String> settings) implements Steering {}

    /** The budget is extended. */
    record Extended(double minutes, int trials) implements Steering {}

    /** The study pauses. */
    record Paused() implements Steering {}

    /** The study continues. */
    record Continued() implements Steering {}

    /** The study is to finish now: to confirm and to choose. */
    record FinishAsked() implements Steering {}

    /** The study ends as it is, without a choice. */
    record Stopped() implements Steering {}

    /** Another trial is chosen than the rule's. */
    record ChosenByHand(int trial) implements Steering {}

    /** The chosen setting is to be evaluated on the test part, with this many seeds. */
    record TestAsked(int seeds) implements Request {}

    /** The requests from that event on, by its number, are undone. */
    record Undone(long from) implements Steering {}
}
