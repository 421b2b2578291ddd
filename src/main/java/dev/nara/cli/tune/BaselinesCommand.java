package dev.nara.cli.tune;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.ParameterValues;
import dev.nara.analysis.RunFigures;
import dev.nara.cli.data.DataOptions;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Interrupt;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.RunSettingOptions;
import dev.nara.cli.terminal.WorkspaceOption;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.search.space.Spaces;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.queue.GpuPlace;
import dev.nara.store.queue.TrainingPlace;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara baselines}: trains every baseline on one split, stores each as a run, and prints a table. */
@Command(name = "baselines", mixinStandardHelpOptions = true)
public final class BaselinesCommand implements Callable<Integer> {
    /** Settings that apply to all baselines; others have their defaults. */
    private static final Set<String> SETTINGS =
            Set.of("split", "validation", "candidates", "cold_users", "metrics", "epochs", "seed", "split_seed");

    private final Services services;
    private final Output output;

    private final RunSettingOptions run = new RunSettingOptions(RunSettings.ALL.stream()
            .filter(setting -> SETTINGS.contains(setting.name()))
            .toList());

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--algorithms", paramLabel = "LIST", split = ",", descriptionKey = "cli.baselines.algorithms")
    private List<String> algorithms = List.of();

    @Option(names = "--set", paramLabel = "ALGORITHM.NAME=VALUE", descriptionKey = "cli.baselines.set")
    private Map<String, String> settings = Map.of();

    @Option(names = "--tune", descriptionKey = "cli.baselines.tune")
    private boolean tune;

    @Option(names = "--minutes", paramLabel = "N", descriptionKey = "cli.baselines.minutes")
    private double minutes = 2;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    public BaselinesCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    /** What the training of all baselines shares: services, store, data, control, interrupt, and the results so far. */
    private record Work(
            Services there,
            RunStore store,
            Prepared prepared,
            RunControl control,
            Interrupt interrupt,
            List<BaselineTable.Row> rows) {}

    /** The command with an option for each setting that applies to all baselines. */
    public CommandLine line() {
        return run.addTo(this);
    }

    @Override
    public Integer call() throws DataException, IOException {
        run.given();
        List<Algorithm> chosen = chosen();
        checkSettings(chosen);
        Services there = workspace.in(services);
        Prepared prepared = data.read(there, output);
        List<BaselineTable.Row> rows = new ArrayList<>();
        try (RunStore store = workspace.open(there)) {
            RunControl control = new RunControl();
            Interrupt interrupt = new Interrupt(control::leave);
            try {
                Work work = new Work(there, store, prepared, control, interrupt, rows);
                for (Algorithm algorithm : chosen) {
                    if (!interrupt.happened()) {
                        train(work, algorithm);
                    }
                }
            } catch (CancellationException e) {
                output.say(Text.of("cli.baselines.stopped"));
            } finally {
                interrupt.ended();
            }
            if (interrupt.happened()) {
                return ExitCode.INTERRUPTED;
            }
            if (!json && !rows.isEmpty()) {
                new BaselineTable(services, output).print(store, rows);
            }
        }
        return rows.size() == chosen.size() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** The given algorithms, or all that need no engine. */
    private List<Algorithm> chosen() throws DataException {
        List<Algorithm> chosen = new ArrayList<>();
        for (String id : algorithms) {
            chosen.add(services.algorithms().algorithm(id.strip()));
        }
        return chosen.isEmpty()
                ? services.algorithms().all().stream()
                        .filter(a -> a.engines().isEmpty())
                        .toList()
                : chosen;
    }

    /** Checks that every setting belongs to one of the algorithms and is valid, before the first is trained. */
    private void checkSettings(List<Algorithm> chosen) throws DataException {
        for (String name : settings.keySet()) {
            if (chosen.stream().noneMatch(a -> name.startsWith(a.id() + "."))) {
                String ids = chosen.stream().map(Algorithm::id).collect(Collectors.joining(", "));
                throw new DataException(
                        Text.of("cli.baselines.set.unknown", name), Text.of("cli.baselines.set.unknown.remedy", ids));
            }
        }
        for (Algorithm algorithm : chosen) {
            ParameterValues.of(algorithm.parameters(), settings(algorithm));
        }
    }

    private Map<String, String> settings(Algorithm algorithm) {
        Map<String, String> own = new HashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(algorithm.id() + ".")) {
                own.put(name.substring(algorithm.id().length() + 1), value);
            }
        });
        return own;
    }

    private void train(Work work, Algorithm algorithm) throws DataException, IOException {
        Dataset dataset = work.prepared.dataset();
        RunSpec spec = RunSpec.draft()
                .on(work.prepared)
                .algorithm(algorithm.id())
                .values(settings(algorithm))
                .run(run.given())
                .spec();
        PreparedRun asked = work.there.prepare(spec, dataset);
        asked.checkStart();
        if (work.rows.isEmpty()) {
            asked.warnings().forEach(output::say);
        }
        if (tune && searchable(algorithm, spec, dataset)) {
            tuned(work, spec, dataset);
        } else {
            trainAlone(work, asked);
        }
    }

    /** Whether any setting of the algorithm is left to search. */
    private boolean searchable(Algorithm algorithm, RunSpec spec, Dataset dataset) {
        Set<String> set = settings(algorithm).keySet();
        return !Spaces.of(algorithm, spec.values(), dataset)
                .usual(set)
                .dimensions()
                .isEmpty();
    }

    /** Searches the settings of a baseline; its row is the run with the chosen settings. */
    private void tuned(Work work, RunSpec spec, Dataset dataset) throws DataException {
        BaselineSearch search = new BaselineSearch(work.there, work.store, output, work.interrupt, minutes);
        Map<String, String> set = settings(services.algorithms().algorithm(spec.algorithm()));
        Optional<BaselineSearch.Found> found = search.of(spec, set, dataset);
        if (found.isEmpty()) {
            output.say(Text.of("cli.baselines.nothing", spec.algorithm()));
            return;
        }
        BaselineSearch.Found tuned = found.get();
        output.say(Text.of(
                "cli.baselines.tuned",
                tuned.study().trials().size(),
                tuned.study().spec().base().validation(),
                spec.algorithm() + " " + BaselineSearch.words(tuned.study())));
        add(work, tuned.run(), seconds(work.store, tuned.run()), found);
    }

    /** The training time of a run. */
    private static double seconds(RunStore store, StoredRun run) throws DataException {
        return RunEvent.epochs(store.events(run.id())).stream()
                .mapToDouble(RunEvent.EpochDone::seconds)
                .sum();
    }

    @SuppressWarnings("try")
    private void trainAlone(Work work, PreparedRun preparedRun) throws DataException, IOException {
        try (GpuPlace gpu = GpuPlace.take(
                        work.store, "", preparedRun.gpus(), work.control, waits("cli.baselines.waits.gpu"));
                TrainingPlace place = TrainingPlace.take(work.store, "", work.control, waits("cli.baselines.waits"))) {
            output.say(Text.of("cli.baselines.trains", preparedRun.spec().algorithm()));
            trainNow(work, preparedRun.spec(), gpu.of(preparedRun));
        }
    }

    private Consumer<List<String>> waits(String key) {
        return ahead -> output.say(Text.of(key, TrainingPlace.words(ahead)));
    }

    /** {@code preparedRun} may use a GPU that {@code spec} does not name. */
    private void trainNow(Work work, RunSpec spec, PreparedRun preparedRun) throws DataException {
        long id = work.store.create(spec, RunState.QUEUED, "");
        RunControl own = work.store.requests().control(id);
        work.interrupt.also(own::leave);
        RunEvent end = work.store.runner(id, preparedRun, event -> {}, own).run();
        if (end instanceof RunEvent.Finished) {
            StoredRun stored = work.store.find(Long.toString(id));
            add(work, stored, seconds(work.store, stored), Optional.empty());
        } else if (end instanceof RunEvent.Failed failed) {
            output.say(failed.message());
        }
    }

    private void add(Work work, StoredRun stored, double seconds, Optional<BaselineSearch.Found> tuned) {
        if (stored.best().isPresent() && !RunFigures.reported(stored).isEmpty()) {
            BaselineTable.Row row = new BaselineTable.Row(stored, stored.best().get(), seconds, tuned);
            work.rows.add(row);
            if (json) {
                output.json(row.json());
            }
        }
    }
}
