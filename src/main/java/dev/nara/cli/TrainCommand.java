package dev.nara.cli;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.Catalogue;
import dev.nara.run.Experiment;
import dev.nara.run.RunSpec;
import dev.nara.run.RunState;
import dev.nara.run.RunStore;
import dev.nara.run.StoredRun;
import dev.nara.run.Workbench;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara train}: trains one model, or several from one seed after the other, and stores each as a run. */
@Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final RunSpec USUAL =
            new RunSpec("", "", "", "", "", "neumf", Map.of(), 20, 0, 1, Engine.AUTO, Engine.AUTO, "", Recipe.USUAL, 1);

    private final Workbench workbench;
    private final Output output;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--from", paramLabel = "ID", descriptionKey = "cli.from")
    private @Nullable String from;

    @Option(names = "--split", paramLabel = "SPLIT", descriptionKey = "cli.split")
    private @Nullable String split;

    @Option(names = "--candidates", paramLabel = "C", descriptionKey = "cli.candidates")
    private @Nullable String candidates;

    @Option(names = "--algorithm", paramLabel = "A", descriptionKey = "cli.algorithm")
    private @Nullable String algorithm;

    @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "cli.preset")
    private String preset = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "cli.set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.epochs")
    private @Nullable Integer epochs;

    @Option(names = "--patience", paramLabel = "N", descriptionKey = "cli.patience")
    private @Nullable Integer patience;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.seed")
    private @Nullable Long seed;

    @Option(names = "--engine", paramLabel = "E", descriptionKey = "cli.engine")
    private @Nullable String engine;

    @Option(names = "--device", paramLabel = "D", descriptionKey = "cli.device")
    private @Nullable String device;

    @Option(names = "--metrics", paramLabel = "LIST", descriptionKey = "cli.metrics")
    private @Nullable String metrics;

    @Option(names = "--metrics-every", paramLabel = "N", descriptionKey = "cli.metrics-every")
    private @Nullable Integer metricsEvery;

    @Option(names = "--repeat", paramLabel = "N", descriptionKey = "cli.repeat")
    private int repeat = 1;

    @Option(names = "--pause-after", paramLabel = "EPOCHS", descriptionKey = "cli.pause-after")
    private int pauseAfter;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    TrainCommand(Workbench workbench, Output output) {
        this.workbench = workbench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        RunSpec base = USUAL;
        if (from != null) {
            try (RunStore store = workspace.open(workbench)) {
                base = store.find(from).spec();
            }
        }
        RunSpec wanted = settings(base);
        Algorithm chosen = workbench.catalogue().algorithm(wanted.algorithm());
        if (!chosen.engines().isEmpty()) {
            Engine.choose(chosen.engines(), wanted.engine()).check(wanted.device());
        }
        Prepared prepared = from != null && !data.given()
                ? workbench.open(Path.of(base.data()), base.recipe().read(base.format(), ""), Progress.NONE)
                : data.read(workbench);
        return train(onData(wanted, prepared), prepared.dataset());
    }

    /** The base with what was given on the command line. */
    private RunSpec settings(RunSpec base) throws DataException {
        String id = Objects.requireNonNullElse(algorithm, base.algorithm());
        Map<String, String> values = new HashMap<>(id.equals(base.algorithm()) ? base.values() : Map.of());
        values.putAll(Catalogue.settings(workbench.catalogue().algorithm(id), preset, settings));
        RunSpec spec = new RunSpec(
                base.data(),
                base.format(),
                base.fingerprint(),
                Objects.requireNonNullElse(split, base.split()),
                Objects.requireNonNullElse(candidates, split == null ? base.candidates() : ""),
                id,
                values,
                Objects.requireNonNullElse(epochs, base.epochs()),
                Objects.requireNonNullElse(patience, base.patience()),
                Objects.requireNonNullElse(seed, base.seed()),
                Objects.requireNonNullElse(engine, id.equals(base.algorithm()) ? base.engine() : Engine.AUTO),
                Objects.requireNonNullElse(device, base.device()),
                Objects.requireNonNullElse(metrics, base.metrics()),
                base.recipe(),
                Objects.requireNonNullElse(metricsEvery, base.metricsEvery()));
        if (spec.epochs() < 1 || spec.patience() < 0 || repeat < 1 || pauseAfter < 0) {
            throw new DataException(Text.of("cli.epochs.wrong"), Text.of("cli.epochs.wrong.remedy"));
        }
        return spec;
    }

    private static RunSpec onData(RunSpec spec, Prepared prepared) {
        Dataset dataset = prepared.dataset();
        return new RunSpec(
                dataset.path().toString(),
                dataset.format(),
                dataset.fingerprint(),
                spec.split(),
                spec.candidates(),
                spec.algorithm(),
                spec.values(),
                spec.epochs(),
                spec.patience(),
                spec.seed(),
                spec.engine(),
                spec.device(),
                spec.metrics(),
                prepared.recipe(),
                spec.metricsEvery());
    }

    private int train(RunSpec spec, Dataset dataset) throws DataException, IOException {
        Experiment first = workbench.prepare(spec, dataset);
        first.checkStart();
        first.warnings().forEach(output::say);
        try (RunStore store = workspace.open(workbench)) {
            RunOnTerminal terminal = new RunOnTerminal(store, output, json, pauseAfter);
            String series = StoredRun.newSeries(repeat);
            int code = NaraCommand.DONE;
            for (int n = 0; n < repeat && code == NaraCommand.DONE; n++) {
                Experiment experiment = n == 0 ? first : workbench.prepare(spec.withSeed(spec.seed() + n), dataset);
                long run = store.create(experiment.spec(), RunState.QUEUED, series);
                code = terminal.train(run, experiment);
            }
            return code;
        }
    }
}
