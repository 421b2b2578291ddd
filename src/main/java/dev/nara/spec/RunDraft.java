package dev.nara.spec;

import dev.nara.algorithm.NeuMfIds;
import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import java.util.HashMap;
import java.util.Map;

/** Builds the settings of a run from those of another run, or from the defaults, by replacing some. */
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

    public RunSpec spec() {
        return new RunSpec(source, algorithm, values, new RunSettings(run));
    }

    /** Uses prepared data: its source, format, fingerprint and recipe. */
    public RunDraft on(Prepared prepared) {
        source = DataSource.of(prepared.dataset(), prepared.recipe());
        return this;
    }

    /** Uses a dataset; the recipe is kept. */
    RunDraft on(Dataset dataset) {
        source = DataSource.of(dataset, source.recipe());
        return this;
    }

    /** The path of the dataset. */
    public RunDraft data(String other) {
        source = new DataSource(other, source.format(), source.fingerprint(), source.recipe());
        return this;
    }

    /** The reader's name. */
    public RunDraft format(String other) {
        source = new DataSource(source.path(), other, source.fingerprint(), source.recipe());
        return this;
    }

    /** The dataset's fingerprint. */
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

    /** Parameters of the algorithm; those left out take their defaults. */
    public RunDraft values(Map<String, String> others) {
        values = others;
        return this;
    }

    /** Replaces some of the run's own settings, by parameter name. */
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

    /** The maximum number of epochs. */
    public RunDraft epochs(int other) {
        return run("epochs", other);
    }

    /** Epochs without improvement after which training stops; 0 for never. */
    public RunDraft patience(int other) {
        return run("patience", other);
    }

    /** The seed of the training. */
    public RunDraft seed(long other) {
        return run("seed", other);
    }

    /** The seed of the split and the candidates. */
    public RunDraft splitSeed(long other) {
        return run("split_seed", other);
    }

    /** The number of epochs from one evaluation to the next. */
    public RunDraft metricsEvery(int other) {
        return run("metrics_every", other);
    }

    /** The id of the engine. */
    public RunDraft engine(String other) {
        return run("engine", other);
    }

    /** The device that the engine uses. */
    public RunDraft device(String other) {
        return run("device", other);
    }
}
