package dev.nara.spec;

import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Parameter;
import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.eval.CandidateRules;
import dev.nara.eval.CutoffMetric;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that decides a run's result, as it is stored.
 *
 * @param data the dataset's path
 * @param format the reader's name
 * @param fingerprint of the dataset, so that a changed one is noticed
 * @param split as in {@code --split}, "" for the dataset's default
 * @param candidates as in {@code --candidates}, "" for the split's default
 * @param algorithm the algorithm's id
 * @param values every parameter of the algorithm
 * @param epochs how many epochs at most
 * @param patience epochs without a better figure after which training stops, 0 for never
 * @param seed of the training: initial weights, negatives, order, dropout; one seed, one result
 * @param splitSeed of the split and of the candidates, where they are drawn; runs of several seeds so look for the same
 * @param engine what computes, "auto" for the usual
 * @param device "auto", "cpu", "gpu0", …
 * @param metrics as in {@code --metrics}; the first decides the best epoch
 * @param recipe how the data is read and prepared, with every default filled in
 * @param metricsEvery epochs from one evaluation to the next; the last epoch is always evaluated
 */
public record RunSpec(
        String data,
        String format,
        String fingerprint,
        String split,
        String candidates,
        String algorithm,
        Map<String, String> values,
        int epochs,
        int patience,
        long seed,
        long splitSeed,
        String engine,
        String device,
        String metrics,
        Recipe recipe,
        int metricsEvery) {

    /**
     * Runs of before there was a choice of engines, a recipe, or a rhythm of evaluations, have none. Where nothing is drawn,
     * the seed for that is 1.
     */
    public RunSpec {
        splitSeed = Splits.draws(split) || CandidateRules.draws(candidates) ? splitSeed : 1;
        engine = Objects.requireNonNullElse(engine, Engine.AUTO);
        recipe = Objects.requireNonNullElse(recipe, Recipe.USUAL);
        metricsEvery = Math.max(1, metricsEvery);
    }

    /** The usual settings, to be changed: NeuMF for 20 epochs. */
    public static RunDraft draft() {
        return new RunDraft();
    }

    /** These settings, to be changed. */
    public RunDraft change() {
        return new RunDraft(this);
    }

    /** Whether another {@link #splitSeed} cuts the data otherwise, so that runs of two look for different items. */
    public boolean drawnSplit() {
        return Splits.draws(split);
    }

    /** Of the fingerprint what tells rows apart. */
    public String rows() {
        return fingerprint.substring(0, Math.min(fingerprint.length(), Dataset.ROWS_DIGITS));
    }

    /** Whether another run trained on the very same rows and looks for the same. */
    public boolean sameRows(RunSpec other) {
        return rows().equals(other.rows())
                && split.equals(other.split)
                && (!drawnSplit() || splitSeed == other.splitSeed);
    }

    /** Examples a step of the optimiser takes; 1 where the algorithm knows no batches. */
    public int batchSize() {
        String size = values.getOrDefault("batch_size", "1");
        return size.matches("[1-9]\\d{0,8}") ? Integer.parseInt(size) : 1;
    }

    /** Whether figures are among samples and not in the whole catalogue, which makes them higher. */
    public boolean amongSamples() {
        return CandidateRules.amongSamples(candidates);
    }

    /** Whether another {@link #splitSeed} ranks the items to find among others. */
    public boolean drawnCandidates() {
        return CandidateRules.draws(candidates);
    }

    /** Whether {@link #splitSeed} decides anything. */
    public boolean drawn() {
        return drawnSplit() || drawnCandidates();
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
        return change().seed(0).splitSeed(drawnSplit() ? splitSeed : 1).spec();
    }

    /**
     * Whether the settings are the same, seed included; a fingerprint of before attributes were in it is that of any with the
     * same rows.
     */
    public boolean sameAs(RunSpec other) {
        boolean sameData = fingerprint.startsWith(other.fingerprint) || other.fingerprint.startsWith(fingerprint);
        return sameData && change().fingerprint(other.fingerprint).spec().equals(other);
    }

    /** The same on the same data in another place. */
    public RunSpec at(Path path) {
        return change().data(path.toAbsolutePath().normalize().toString()).spec();
    }

    private static final List<String> METRICS = List.of("Score,Recall@25,NDCG@25,HR@25,Coverage", "HR@10,NDCG@10");

    /** What can be set of a run beside its data, its algorithm and its device; for forms. */
    public static List<Parameter> parameters() {
        return List.of(
                new Parameter.Suggested(
                        "split",
                        "",
                        Splits.register().examples(),
                        Text.of("parameter.range.forms", Splits.register().forms()),
                        Splits.register()::normal),
                new Parameter.Suggested(
                        "candidates",
                        "",
                        CandidateRules.examples(),
                        Text.of("parameter.range.forms", CandidateRules.forms()),
                        CandidateRules::normal),
                new Parameter.Suggested(
                        "metrics",
                        "",
                        METRICS,
                        Text.of("parameter.range.several", CutoffMetric.forms()),
                        CutoffMetric::normal),
                new Parameter.Whole("epochs", "20", 1, Integer.MAX_VALUE),
                new Parameter.Whole("patience", "0", 0, Integer.MAX_VALUE),
                new Parameter.Whole("seed", "1", Long.MIN_VALUE, Long.MAX_VALUE),
                new Parameter.Whole("split_seed", "1", 0, Long.MAX_VALUE),
                new Parameter.Whole("metrics_every", "1", 1, Integer.MAX_VALUE));
    }

    /** The metrics that suit a split: the paper's where one item is held out, else the competition's. */
    static String defaultMetrics(Split split) {
        return METRICS.get(Splits.holdsOutOne(split) ? 1 : 0);
    }
}
