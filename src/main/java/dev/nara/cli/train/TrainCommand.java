package dev.nara.cli.train;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.cli.data.DataOptions;
import dev.nara.cli.terminal.ClusterOption;
import dev.nara.cli.terminal.Distributed;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.RunSettingOptions;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.WrittenPath;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunState;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara train}: trains one model, or several with successive seeds, and stores each as a run. */
@Command(name = "train", mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer>, Distributed {
    private static final RunSpec USUAL = RunSpec.draft().spec();

    private final Services services;
    private final Output output;

    private final RunSettingOptions run = new RunSettingOptions(RunSettings.ALL);

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--from", paramLabel = "ID", descriptionKey = "cli.from")
    private @Nullable String from;

    @Option(names = "--algorithm", paramLabel = "A", descriptionKey = "cli.algorithm")
    private @Nullable String algorithm;

    @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "cli.preset")
    private String preset = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "cli.set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--repeat", paramLabel = "N", descriptionKey = "cli.repeat")
    private int repeat = 1;

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    @Mixin
    private final ClusterOption cluster = new ClusterOption();

    public TrainCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    /** The command with an option for each setting of a run. */
    public CommandLine line() {
        return run.addTo(this);
    }

    @Override
    public Integer call() throws DataException, IOException {
        checkNumbers();
        // The workspace shares the GPUs between processes, and has the snapshots.
        Services there = training.workspace().in(services);
        RunSpec base = USUAL;
        if (from != null) {
            try (RunStore store = training.workspace().existing(there)) {
                base = store.find(from).spec();
            }
        }
        RunSpec wanted = settings(base);
        Algorithm chosen = services.algorithms().algorithm(wanted.algorithm());
        if (!chosen.engines().isEmpty()) {
            Engine.choose(chosen.engines(), wanted.engine()).check(wanted.device());
        }
        Prepared prepared = from != null && !data.given()
                ? there.open(WrittenPath.needed(base.data()), base.recipe().read(base.format(), ""), Progress.NONE)
                : data.read(there, output);
        return train(there, wanted.change().on(prepared).spec(), prepared.dataset());
    }

    /** The base settings, changed by those on the command line. */
    private RunSpec settings(RunSpec base) throws DataException {
        Map<String, String> given = new HashMap<>(run.given());
        if (given.containsKey("split")) {
            // The candidates of the base may not suit another split.
            given.putIfAbsent("candidates", "");
        }
        String id = Objects.requireNonNullElse(algorithm, base.algorithm());
        Map<String, String> values =
                new HashMap<>(id.equals(base.algorithm()) && preset.isEmpty() ? base.values() : Map.of());
        values.putAll(Algorithms.settings(services.algorithms().algorithm(id), preset, settings));
        if (!id.equals(base.algorithm())) {
            given.putIfAbsent("engine", Engine.AUTO);
        }
        return base.change().algorithm(id).values(values).run(given).spec();
    }

    @Override
    public ClusterOption cluster() {
        return cluster;
    }

    private void checkNumbers() throws DataException {
        TrainingOptions.atLeast("--repeat", repeat, 1);
        training.pauseAfter();
    }

    /** The chosen engine, and the reason for it. */
    private static Text engine(PreparedRun preparedRun) throws DataException {
        String speeds = preparedRun.engineSpeeds().entrySet().stream()
                .map(speed -> speed.getKey() + " " + Numbers.rounded(speed.getValue()))
                .collect(Collectors.joining(", "));
        return Text.of("cli.train.engine", preparedRun.spec().engine(), speeds);
    }

    private int train(Services there, RunSpec spec, Dataset dataset) throws DataException, IOException {
        PreparedRun first = there.prepare(spec, dataset);
        first.checkStart();
        first.warnings().forEach(output::say);
        if (spec.engine().equals(Engine.AUTO) && !first.engineSpeeds().isEmpty()) {
            output.say(engine(first));
        }
        try (RunStore store = training.workspace().open(there)) {
            Optional<StoredRun> same = store.list().stream()
                    .filter(known -> known.spec().sameAs(first.spec()) && known.state() == RunState.FINISHED)
                    .findFirst();
            same.ifPresent(known -> output.say(Text.of("cli.train.again", known.id())));
            RunOnTerminal terminal = training.terminal(there, store, output);
            String series = StoredRun.newSeries(repeat);
            // All runs are stored before the first begins, so that an interrupted series can be continued.
            List<Long> runs = new ArrayList<>();
            for (int n = 0; n < repeat; n++) {
                runs.add(store.create(first.spec().withSeed(spec.seed() + n), RunState.QUEUED, series));
            }
            int code = ExitCode.DONE;
            // If one seed fails, the others still train.
            for (int n = 0; n < repeat && code != ExitCode.INTERRUPTED; n++) {
                if (!terminal.waits(runs.get(n))) {
                    continue;
                }
                // With the chosen engine, as stored.
                RunSpec next = first.spec().withSeed(spec.seed() + n);
                PreparedRun preparedRun = n == 0 ? first : there.prepare(next, dataset);
                code = Math.max(code, terminal.train(runs.get(n), preparedRun));
                if (code == ExitCode.INTERRUPTED) {
                    terminal.sayLeft(runs.subList(n, repeat), runs.get(n));
                }
            }
            if (repeat > 1) {
                terminal.summarise(series);
            }
            return code;
        }
    }
}
