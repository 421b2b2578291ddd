package dev.nara.spec;

import dev.nara.algorithm.Fitting;
import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.eval.CandidateRules;
import dev.nara.split.Splits;
import dev.nara.text.Spelling;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides a run's result, as it is stored. Values are normalised, so that equal settings are equal however they were
 * written.
 *
 * @param source the data
 * @param algorithm the algorithm's id
 * @param values parameters of the algorithm; all of them where the run is prepared
 * @param run all other settings, see {@link RunSettings#ALL}
 */
public record RunSpec(DataSource source, String algorithm, Map<String, String> values, RunSettings run) {
    /** Normalises every value; names stay as they are, even one such as 007. */
    public RunSpec {
        Map<String, String> spelt = new LinkedHashMap<>(values);
        spelt.replaceAll((name, value) -> name.equals(Fitting.GROUP) ? value.strip() : Spelling.of(value));
        values = Collections.unmodifiableMap(spelt);
    }

    /** A draft of the default settings: NeuMF for 20 epochs. */
    public static RunDraft draft() {
        return new RunDraft();
    }

    /** A draft of these settings. */
    public RunDraft change() {
        return new RunDraft(this);
    }

    /** The path of the dataset. */
    public String data() {
        return source.path();
    }

    /** The name of the file or folder of the dataset, for people. */
    public String dataName() {
        String path = data().replaceAll("(?<![/\\\\])[/\\\\]++$", "");
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** The reader's name. */
    public String format() {
        return source.format();
    }

    /** The dataset's fingerprint, by which a change is noticed. */
    public String fingerprint() {
        return source.fingerprint();
    }

    /** How the data is read and prepared, with every default filled in. */
    public Recipe recipe() {
        return source.recipe();
    }

    /** As in {@code --split}, "" for the dataset's default. */
    public String split() {
        return run.text("split");
    }

    /** As in {@code --validation}, "" to split the training part the way the whole was split. */
    public String validation() {
        return run.text("validation");
    }

    /** Whether the best epoch is chosen on the test part itself, as is common in the literature, because there is no validation part. */
    public boolean chosenOnTest() {
        return validation().equals(RunSettings.ON_TEST);
    }

    /** Whether no epoch is chosen: exactly the given epochs are trained, on the whole training part. */
    public boolean fixed() {
        return validation().equals(RunSettings.FIXED);
    }

    /** The part on which the figures of epochs are computed. */
    public Part epochPart() {
        return chosenOnTest() ? Part.TEST : Part.VALIDATION;
    }

    /** As in {@code --candidates}, "" for the split's default. */
    public String candidates() {
        return run.text("candidates");
    }

    /** Whether users without training rows count in the main figures instead of being evaluated apart. */
    public boolean coldCounted() {
        return run.text(RunSettings.COLD_USERS).equals(RunSettings.COLD_COUNTED);
    }

    /** As in {@code --metrics}; the first decides the best epoch. */
    public String metrics() {
        return run.text("metrics");
    }

    /** Today's name of a metric that this run stored under a name of an earlier version. */
    public String metric(String stored) {
        return EarlierSpecs.metric(stored, metrics());
    }

    /** The maximum number of epochs. */
    public int epochs() {
        return (int) run.number("epochs");
    }

    /** Epochs without improvement after which training stops; 0 for never. */
    public int patience() {
        return (int) run.number("patience");
    }

    /** The seed of the training: initial weights, negatives, order, dropout. The same seed gives the same result. */
    public long seed() {
        return run.number("seed");
    }

    /** The seed of split and candidates where they are random, so that runs with different training seeds share held-out items. */
    public long splitSeed() {
        return run.number("split_seed");
    }

    /** Epochs from one evaluation to the next; the last epoch is always evaluated. */
    public int metricsEvery() {
        return (int) run.number("metrics_every");
    }

    /** Whether an epoch, counted from 1, is evaluated even if it is not the last; the last always is. */
    public boolean evaluates(int epoch) {
        return epoch > 0 && !fixed() && epoch % metricsEvery() == 0;
    }

    /** The id of the engine, "auto" for the default. */
    public String engine() {
        return run.text("engine");
    }

    /** "auto", "cpu", "gpu0", … */
    public String device() {
        return run.text("device");
    }

    /** Whether another {@link #splitSeed} changes the split and therefore the held-out items. */
    public boolean drawnSplit() {
        return Splits.draws(split());
    }

    /** Whether another {@link #splitSeed} changes the training rows, through the split or through the validation part. */
    private boolean drawnRows() {
        return drawnSplit() || Splits.draws(validation());
    }

    /** The part of the fingerprint that covers the rows alone. */
    public String rows() {
        return fingerprint().substring(0, Math.min(fingerprint().length(), Dataset.ROWS_DIGITS));
    }

    /** The time zone asked for, in which days begin: in another zone, the same rows split at other moments. */
    private String zone() {
        return recipe().timeSettings().zone();
    }

    /** Identifies the test part: the rows and how they are split. */
    public String testPart() {
        return String.join(
                " | ",
                rows(),
                split(),
                coldCounted() ? RunSettings.COLD_COUNTED : RunSettings.COLD_APART,
                zone(),
                drawnSplit() ? Long.toString(splitSeed()) : "");
    }

    /** Whether another run has the same test part: the same users and held-out items, after the same known rows. */
    public boolean sameTest(RunSpec other) {
        return testPart().equals(other.testPart());
    }

    /** Whether another run trained on the same rows and has the same held-out items. */
    public boolean sameRows(RunSpec other) {
        return sameTest(other)
                && validation().equals(other.validation())
                && (!drawnRows() || splitSeed() == other.splitSeed());
    }

    /** The ids of the runs whose weights it starts from; empty for most runs. */
    public List<String> startsFrom() {
        String runs = values.getOrDefault(Fitting.START_FROM, "");
        return runs.isEmpty() ? List.of() : List.of(runs.split(",", -1));
    }

    /** Examples in one step of the optimiser; 1 where the algorithm has no batches. */
    public int batchSize() {
        return Spelling.whole(values.getOrDefault(Fitting.BATCH_SIZE, "1"), 1, Integer.MAX_VALUE)
                .map(Integer::parseInt)
                .orElse(1);
    }

    /** Whether held-out items are ranked among sampled negatives, which gives higher figures than the whole catalogue. */
    public boolean amongSamples() {
        return CandidateRules.amongSamples(candidates());
    }

    /** Whether another {@link #splitSeed} draws other candidates. */
    public boolean drawnCandidates() {
        return CandidateRules.draws(candidates());
    }

    /** Whether {@link #splitSeed} has any effect. */
    public boolean drawn() {
        return drawnRows()
                || drawnCandidates()
                || (RunSettings.cuts(validation()) && CandidateRules.draws(CandidateRules.validation(candidates())));
    }

    /** The same settings with another training seed. */
    public RunSpec withSeed(long other) {
        return change().seed(other).spec();
    }

    /** What runs of one setting share: everything but the seed, and, unless the split is random, but the split seed. */
    public RunSpec setting() {
        return change().seed(0).splitSeed(drawnRows() ? splitSeed() : 1).spec();
    }

    /**
     * Whether the settings are equal, the seed included. A fingerprint of an earlier version covers only the rows, and equals that of any
     * dataset with the same rows.
     */
    public boolean sameAs(RunSpec other) {
        boolean sameData = fingerprint().startsWith(other.fingerprint())
                || other.fingerprint().startsWith(fingerprint());
        return sameData && change().fingerprint(other.fingerprint()).spec().equals(other);
    }

    /** The same settings with the dataset at another path. */
    public RunSpec at(Path path) {
        return change().data(path.toAbsolutePath().normalize().toString()).spec();
    }
}
