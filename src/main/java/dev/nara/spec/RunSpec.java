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
import java.util.Map;

/**
 * Everything that decides a run's result, as it is stored; equal settings are equal however they were spelt.
 *
 * @param source the data
 * @param algorithm the algorithm's id
 * @param values parameters of the algorithm; all of them where the run is prepared
 * @param run all else, see {@link RunSettings#ALL}
 */
public record RunSpec(DataSource source, String algorithm, Map<String, String> values, RunSettings run) {
    /** Every value in one spelling; a name stays as it is, even one such as 007. */
    public RunSpec {
        Map<String, String> spelt = new LinkedHashMap<>(values);
        spelt.replaceAll((name, value) -> name.equals(Fitting.GROUP) ? value.strip() : Spelling.of(value));
        values = Collections.unmodifiableMap(spelt);
    }

    /** The usual settings, to be changed: NeuMF for 20 epochs. */
    public static RunDraft draft() {
        return new RunDraft();
    }

    /** These settings, to be changed. */
    public RunDraft change() {
        return new RunDraft(this);
    }

    /** Where the dataset lies. */
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

    /** Of the dataset, so that a changed one is noticed. */
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

    /** As in {@code --validation}, "" for a cut of the training part like that of the split. */
    public String validation() {
        return run.text("validation");
    }

    /** Whether the best epoch is chosen on the very part that the run is told on, as in the literature: no validation part. */
    public boolean chosenOnTest() {
        return validation().equals(RunSettings.ON_TEST);
    }

    /** Whether nothing is chosen: exactly the given epochs are trained, on the whole training part. */
    public boolean fixed() {
        return validation().equals(RunSettings.FIXED);
    }

    /** The part that figures of epochs are of. */
    public Part epochPart() {
        return chosenOnTest() ? Part.TEST : Part.VALIDATION;
    }

    /** As in {@code --candidates}, "" for the split's default. */
    public String candidates() {
        return run.text("candidates");
    }

    /** Whether users without rows to train on are evaluated with all others, and not apart. */
    public boolean coldCounted() {
        return run.text(RunSettings.COLD_USERS).equals(RunSettings.COLD_COUNTED);
    }

    /** As in {@code --metrics}; the first decides the best epoch. */
    public String metrics() {
        return run.text("metrics");
    }

    /** What a figure of such a run is called today that was stored under a name of an earlier version. */
    public String metric(String stored) {
        return EarlierSpecs.metric(stored, metrics());
    }

    /** How many epochs at most. */
    public int epochs() {
        return (int) run.number("epochs");
    }

    /** Epochs without a better figure after which training stops, 0 for never. */
    public int patience() {
        return (int) run.number("patience");
    }

    /** Of the training: initial weights, negatives, order, dropout; one seed, one result. */
    public long seed() {
        return run.number("seed");
    }

    /** Of the split and of the candidates, where they are drawn; runs of several seeds so look for the same. */
    public long splitSeed() {
        return run.number("split_seed");
    }

    /** Epochs from one evaluation to the next; the last epoch is always evaluated. */
    public int metricsEvery() {
        return (int) run.number("metrics_every");
    }

    /** Whether an epoch, from 1, is evaluated where it is not the last, which always is. */
    public boolean evaluates(int epoch) {
        return epoch > 0 && !fixed() && epoch % metricsEvery() == 0;
    }

    /** What computes, "auto" for the usual. */
    public String engine() {
        return run.text("engine");
    }

    /** "auto", "cpu", "gpu0", … */
    public String device() {
        return run.text("device");
    }

    /** Whether another {@link #splitSeed} cuts the data otherwise, so that runs of two look for different items. */
    public boolean drawnSplit() {
        return Splits.draws(split());
    }

    /** Whether another {@link #splitSeed} cuts the data or the training part otherwise, so that runs of two learn from other rows. */
    private boolean drawnRows() {
        return drawnSplit() || Splits.draws(validation());
    }

    /** Of the fingerprint what tells rows apart. */
    public String rows() {
        return fingerprint().substring(0, Math.min(fingerprint().length(), Dataset.ROWS_DIGITS));
    }

    /** The zone whose days are cut, as it was asked for: of the same rows, another cuts other days. */
    private String zone() {
        return recipe().timeSettings().zone();
    }

    /** What tells the test part from any other: the rows, and how they are split. */
    public String testPart() {
        return String.join(
                " | ",
                rows(),
                split(),
                coldCounted() ? RunSettings.COLD_COUNTED : RunSettings.COLD_APART,
                zone(),
                drawnSplit() ? Long.toString(splitSeed()) : "");
    }

    /** Whether another run is told on the same test part: the same users and items to find, after the same known rows. */
    public boolean sameTest(RunSpec other) {
        return testPart().equals(other.testPart());
    }

    /** Whether another run trained on the very same rows and looks for the same. */
    public boolean sameRows(RunSpec other) {
        return sameTest(other)
                && validation().equals(other.validation())
                && (!drawnRows() || splitSeed() == other.splitSeed());
    }

    /** Examples a step of the optimiser takes; 1 where the algorithm knows no batches. */
    public int batchSize() {
        return Spelling.whole(values.getOrDefault(Fitting.BATCH_SIZE, "1"), 1, Integer.MAX_VALUE)
                .map(Integer::parseInt)
                .orElse(1);
    }

    /** Whether figures are among samples and not in the whole catalogue, which makes them higher. */
    public boolean amongSamples() {
        return CandidateRules.amongSamples(candidates());
    }

    /** Whether another {@link #splitSeed} ranks the items to find among others. */
    public boolean drawnCandidates() {
        return CandidateRules.draws(candidates());
    }

    /** Whether {@link #splitSeed} decides anything. */
    public boolean drawn() {
        return drawnRows()
                || drawnCandidates()
                || (RunSettings.cuts(validation()) && CandidateRules.draws(CandidateRules.validation(candidates())));
    }

    /** The same from another seed. */
    public RunSpec withSeed(long other) {
        return change().seed(other).spec();
    }

    /**
     * What runs of one setting have in common: all but the seed, and but the seed of the candidates where the split is not
     * drawn.
     */
    public RunSpec setting() {
        return change().seed(0).splitSeed(drawnRows() ? splitSeed() : 1).spec();
    }

    /**
     * Whether the settings are the same, seed included. A fingerprint of an earlier version covers the rows alone, and equals
     * that of any data with the same rows.
     */
    public boolean sameAs(RunSpec other) {
        boolean sameData = fingerprint().startsWith(other.fingerprint())
                || other.fingerprint().startsWith(fingerprint());
        return sameData && change().fingerprint(other.fingerprint()).spec().equals(other);
    }

    /** The same on the same data in another place. */
    public RunSpec at(Path path) {
        return change().data(path.toAbsolutePath().normalize().toString()).spec();
    }
}
