package dev.nara.spec;

import dev.nara.algorithm.Engine;
import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import java.util.Map;

/** The settings of a run while they are put together: those of another, or the usual ones, with some replaced. */
public final class RunDraft {
    private String data = "";
    private String format = "";
    private String fingerprint = "";
    private String split = "";
    private String candidates = "";
    private String algorithm = "neumf";
    private Map<String, String> values = Map.of();
    private int epochs = 20;
    private int patience;
    private long seed = 1;
    private long splitSeed = 1;
    private String engine = Engine.AUTO;
    private String device = Engine.AUTO;
    private String metrics = "";
    private Recipe recipe = Recipe.USUAL;
    private int metricsEvery = 1;

    RunDraft() {}

    RunDraft(RunSpec spec) {
        data = spec.data();
        format = spec.format();
        fingerprint = spec.fingerprint();
        split = spec.split();
        candidates = spec.candidates();
        algorithm = spec.algorithm();
        values = spec.values();
        epochs = spec.epochs();
        patience = spec.patience();
        seed = spec.seed();
        splitSeed = spec.splitSeed();
        engine = spec.engine();
        device = spec.device();
        metrics = spec.metrics();
        recipe = spec.recipe();
        metricsEvery = spec.metricsEvery();
    }

    /** The settings. */
    public RunSpec spec() {
        return new RunSpec(
                data,
                format,
                fingerprint,
                split,
                candidates,
                algorithm,
                values,
                epochs,
                patience,
                seed,
                splitSeed,
                engine,
                device,
                metrics,
                recipe,
                metricsEvery);
    }

    /** On prepared data. */
    public RunDraft on(Prepared prepared) {
        return on(prepared.dataset()).recipe(prepared.recipe());
    }

    /** On a dataset; its recipe stays as it is. */
    RunDraft on(Dataset dataset) {
        return data(dataset.path().toString()).format(dataset.format()).fingerprint(dataset.fingerprint());
    }

    /** Where the dataset lies. */
    public RunDraft data(String other) {
        data = other;
        return this;
    }

    /** The reader's name. */
    public RunDraft format(String other) {
        format = other;
        return this;
    }

    /** What tells the dataset from others. */
    public RunDraft fingerprint(String other) {
        fingerprint = other;
        return this;
    }

    /** As in {@code --split}. */
    public RunDraft split(String other) {
        split = other;
        return this;
    }

    /** As in {@code --candidates}. */
    public RunDraft candidates(String other) {
        candidates = other;
        return this;
    }

    /** The algorithm's id. */
    public RunDraft algorithm(String other) {
        algorithm = other;
        return this;
    }

    /** Parameters of the algorithm; those left out are as usual. */
    public RunDraft values(Map<String, String> others) {
        values = others;
        return this;
    }

    /** How many epochs at most. */
    public RunDraft epochs(int other) {
        epochs = other;
        return this;
    }

    /** Epochs without a better figure after which training stops, 0 for never. */
    public RunDraft patience(int other) {
        patience = other;
        return this;
    }

    /** Of the training. */
    public RunDraft seed(long other) {
        seed = other;
        return this;
    }

    /** Of the split and the candidates. */
    public RunDraft splitSeed(long other) {
        splitSeed = other;
        return this;
    }

    /** What computes. */
    public RunDraft engine(String other) {
        engine = other;
        return this;
    }

    /** On what it computes. */
    public RunDraft device(String other) {
        device = other;
        return this;
    }

    /** As in {@code --metrics}. */
    public RunDraft metrics(String other) {
        metrics = other;
        return this;
    }

    /** How the data is read and prepared. */
    public RunDraft recipe(Recipe other) {
        recipe = other;
        return this;
    }

    /** Epochs from one evaluation to the next. */
    public RunDraft metricsEvery(int other) {
        metricsEvery = other;
        return this;
    }
}
