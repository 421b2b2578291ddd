package dev.nara.spec;

import dev.nara.algorithm.NeuMfIds;
import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import java.util.HashMap;
import java.util.Map;

/** The settings of a run while they are put together: those of another, or the usual ones, with some replaced. */
public final class RunDraft {
    private DataSource source = DataSource.NONE;
    private String algorithm = NeuMfIds.NEUMF;
    private Map<String, String> values = Map.of();
    private final Map<String, String> run = new HashMap<>();

    RunDraft() {}

    RunDraft(RunSpec spec) {
        source = spec.source();
        algorithm = spec.algorithm();
        values = spec.values();
        run.putAll(spec.run().values());
    }

    /** The settings. */
    public RunSpec spec() {
        return new RunSpec(source, algorithm, values, new RunSettings(run));
    }

    /** On prepared data. */
    public RunDraft on(Prepared prepared) {
        source = DataSource.of(prepared.dataset(), prepared.recipe());
        return this;
    }

    /** On a dataset; its recipe stays as it is. */
    RunDraft on(Dataset dataset) {
        source = DataSource.of(dataset, source.recipe());
        return this;
    }

    /** Where the dataset lies. */
    public RunDraft data(String other) {
        source = new DataSource(other, source.format(), source.fingerprint(), source.recipe());
        return this;
    }

    /** The reader's name. */
    public RunDraft format(String other) {
        source = new DataSource(source.path(), other, source.fingerprint(), source.recipe());
        return this;
    }

    /** What tells the dataset from others. */
    public RunDraft fingerprint(String other) {
        source = new DataSource(source.path(), source.format(), other, source.recipe());
        return this;
    }

    /** How the data is read and prepared. */
    public RunDraft recipe(Recipe other) {
        source = new DataSource(source.path(), source.format(), source.fingerprint(), other);
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

    /** Some of the run's own settings, by the name of their parameter. */
    public RunDraft run(Map<String, String> some) {
        run.putAll(some);
        return this;
    }

    private RunDraft run(String name, Object value) {
        run.put(name, value.toString());
        return this;
    }

    /** As in {@code --split}. */
    public RunDraft split(String other) {
        return run("split", other);
    }

    /** As in {@code --validation}. */
    public RunDraft validation(String other) {
        return run("validation", other);
    }

    /** As in {@code --candidates}. */
    public RunDraft candidates(String other) {
        return run("candidates", other);
    }

    /** As in {@code --metrics}. */
    public RunDraft metrics(String other) {
        return run("metrics", other);
    }

    /** How many epochs at most. */
    public RunDraft epochs(int other) {
        return run("epochs", other);
    }

    /** Epochs without a better figure after which training stops, 0 for never. */
    public RunDraft patience(int other) {
        return run("patience", other);
    }

    /** Of the training. */
    public RunDraft seed(long other) {
        return run("seed", other);
    }

    /** Of the split and the candidates. */
    public RunDraft splitSeed(long other) {
        return run("split_seed", other);
    }

    /** Epochs from one evaluation to the next. */
    public RunDraft metricsEvery(int other) {
        return run("metrics_every", other);
    }

    /** What computes. */
    public RunDraft engine(String other) {
        return run("engine", other);
    }

    /** On what it computes. */
    public RunDraft device(String other) {
        return run("device", other);
    }
}
