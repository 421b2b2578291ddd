package dev.nara.cli;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.ParameterValues;
import dev.nara.analysis.SettingsComparison;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunControl;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.search.Tuning;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.store.queue.TrainingPlace;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara baselines}: every baseline on one split, each a stored run, as a table. */
@Command(name = "baselines", mixinStandardHelpOptions = true, showDefaultValues = true)
final class BaselinesCommand implements Callable<Integer> {
    private final Services services;
    private final Output output;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--split", paramLabel = "SPLIT", descriptionKey = "cli.split")
    private String split = "";

    @Option(names = "--candidates", paramLabel = "C", descriptionKey = "cli.candidates")
    private String candidates = "";

    @Option(names = "--metrics", paramLabel = "LIST", descriptionKey = "cli.metrics")
    private String metrics = "";

    @Option(names = "--algorithms", paramLabel = "LIST", split = ",", descriptionKey = "cli.baselines.algorithms")
    private List<String> algorithms = List.of();

    @Option(names = "--set", paramLabel = "ALGORITHM.NAME=VALUE", descriptionKey = "cli.baselines.set")
    private Map<String, String> settings = Map.of();

    @Option(names = "--tune", descriptionKey = "cli.baselines.tune")
    private boolean tune;

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.epochs")
    private int epochs = 20;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.seed")
    private long seed = 1;

    @Option(names = "--split-seed", paramLabel = "N", descriptionKey = "cli.split-seed")
    private long splitSeed = 1;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    BaselinesCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    /** A baseline that was trained. */
    private record Row(StoredRun run, RunEvent.EpochDone best, double trainSeconds, Optional<Tuning.Choice> tuned) {
        double first() {
            return best.metrics().values().iterator().next();
        }
    }

    /** What all of them are trained with: where to, on what, how they are stopped, and what came of those before. */
    private record Work(RunStore store, Prepared prepared, RunControl control, Interrupt interrupt, List<Row> rows) {}

    @Override
    public Integer call() throws DataException, IOException {
        TrainCommand.atLeast("--epochs", epochs, 1);
        List<Algorithm> chosen = chosen();
        checkSettings(chosen);
        Prepared prepared = data.read(services, output);
        List<Row> rows = new ArrayList<>();
        try (RunStore store = workspace.open(services)) {
            RunControl control = new RunControl();
            Interrupt interrupt = new Interrupt(control);
            try {
                Work work = new Work(store, prepared, control, interrupt, rows);
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
                return NaraCommand.INTERRUPTED;
            }
            if (!json && !rows.isEmpty()) {
                table(store, rows);
            }
        }
        return rows.size() == chosen.size() ? NaraCommand.DONE : NaraCommand.FAILED;
    }

    /** Those named, or all that need no engine. */
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

    /** Before the first is trained: every setting belongs to one of them, and is accepted. */
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

    @SuppressWarnings("try")
    private void train(Work work, Algorithm algorithm) throws DataException, IOException {
        try (TrainingPlace place =
                TrainingPlace.take(work.store, work.control, () -> output.say(Text.of("cli.baselines.waits")))) {
            trainNow(work, algorithm);
        }
    }

    private void trainNow(Work work, Algorithm algorithm) throws DataException {
        Dataset dataset = work.prepared.dataset();
        RunSpec spec = RunSpec.draft()
                .on(work.prepared)
                .split(split)
                .candidates(candidates)
                .algorithm(algorithm.id())
                .values(settings(algorithm))
                .epochs(epochs)
                .seed(seed)
                .splitSeed(splitSeed)
                .metrics(metrics)
                .spec();
        PreparedRun asked = services.prepare(spec, dataset);
        asked.checkStart();
        if (work.rows.isEmpty()) {
            asked.warnings().forEach(output::say);
        }
        Optional<Tuning.Choice> tuned;
        try {
            tuned = tune ? Optional.of(tuned(spec, dataset, work.control)) : Optional.empty();
        } catch (DataException e) {
            // The others can be tuned all the same.
            output.say(e.message(output.locale()));
            return;
        }
        PreparedRun preparedRun =
                tuned.isPresent() ? services.prepare(tuned.get().spec(), dataset) : asked;
        output.say(Text.of("cli.baselines.trains", algorithm.id()));
        long run = work.store.create(preparedRun.spec(), RunState.QUEUED, "");
        RunControl own = work.store.requests().control(run);
        work.interrupt.also(own);
        double[] seconds = new double[1];
        RunEvent end = work.store
                .runner(
                        run,
                        preparedRun,
                        event -> {
                            if (event instanceof RunEvent.EpochDone epoch) {
                                seconds[0] += epoch.seconds();
                            }
                        },
                        own)
                .run();
        StoredRun stored = work.store.find(Long.toString(run));
        if (end instanceof RunEvent.Finished && stored.best().isPresent()) {
            Row row = new Row(stored, stored.best().get(), seconds[0], tuned);
            work.rows.add(row);
            if (json) {
                json(row);
            }
        } else if (end instanceof RunEvent.Failed failed) {
            output.say(failed.message());
        }
    }

    /** Tries settings on a validation part, and says each. */
    private Tuning.Choice tuned(RunSpec spec, Dataset dataset, RunControl control) throws DataException {
        Tuning.Choice choice =
                Tuning.of(services, spec, dataset, control, trial -> output.say("  " + words(spec, trial)));
        output.say(Text.of("cli.baselines.tuned", choice.trials(), choice.split(), words(spec, choice.best())));
        return choice;
    }

    /** A trial in a line: settings as in {@code --set}, then what came of them. */
    private static String words(RunSpec spec, Tuning.Trial trial) {
        String settings = new TreeMap<>(trial.settings())
                .entrySet().stream()
                        .map(each -> " --set " + spec.algorithm() + "." + each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining());
        String outcome =
                trial.problem().isEmpty() ? trial.metric() + " " + Numbers.figure(trial.figure()) : trial.problem();
        return spec.algorithm() + settings + " --epochs " + trial.epochs() + "  " + outcome;
    }

    private void json(Row row) {
        JsonObject object = new JsonObject();
        object.addProperty("run", row.run.id());
        object.addProperty("algorithm", row.run.spec().algorithm());
        object.addProperty("epoch", row.best.epoch());
        object.addProperty("trainSeconds", row.trainSeconds);
        object.addProperty("evaluationSeconds", row.best.evaluationSeconds());
        JsonObject figures = new JsonObject();
        row.best.metrics().forEach(figures::addProperty);
        object.add("metrics", figures);
        row.tuned.ifPresent(choice -> object.add("tuned", json(choice)));
        output.json(object);
    }

    private static JsonObject json(Tuning.Choice choice) {
        JsonObject object = new JsonObject();
        object.addProperty("split", choice.split());
        object.addProperty("trials", choice.trials());
        object.addProperty(choice.best().metric(), choice.best().figure());
        object.add("settings", new Gson().toJsonTree(choice.best().settings()));
        return object;
    }

    private void table(RunStore store, List<Row> rows) {
        rows.sort(Comparator.comparingDouble(Row::first).reversed());
        Map<Long, String> verdicts = verdicts(store, rows);
        StringBuilder head = new StringBuilder("  " + TextTable.padded("", 6) + TextTable.padded("", 18));
        rows.get(0).best.metrics().keySet().forEach(name -> head.append(TextTable.padded(name, 11)));
        head.append(Text.of("cli.baselines.head").in(output.locale()));
        output.result(head.toString());
        for (Row row : rows) {
            String figures = row.best.metrics().values().stream()
                    .map(figure -> TextTable.padded(Numbers.figure(figure), 11))
                    .collect(Collectors.joining());
            output.result("  " + TextTable.padded(Long.toString(row.run.id()), 6)
                    + TextTable.padded(row.run.spec().algorithm(), 18)
                    + figures
                    + String.format(
                            Locale.ROOT,
                            "%8.1f s %6d %8.2f s  ",
                            row.trainSeconds,
                            row.best.epoch(),
                            row.best.evaluationSeconds())
                    + verdicts.getOrDefault(row.run.id(), ""));
        }
    }

    /** What to think of each one's distance from the best; nothing where the first metric has no figure a user. */
    private Map<Long, String> verdicts(RunStore store, List<Row> rows) {
        List<StoredRun> runs = rows.stream().map(Row::run).toList();
        Map<Long, String> verdicts = new HashMap<>();
        List<SettingsComparison.Gap> gaps;
        SettingsComparison comparison;
        try {
            comparison = SettingsComparison.of(store, services.algorithms(), runs, "");
            gaps = comparison.gaps();
        } catch (DataException e) {
            // A metric of all lists together has no figure a user to compare by.
            return verdicts;
        }
        for (int n = 0; n < gaps.size(); n++) {
            verdicts.put(
                    comparison.contenders().get(n + 1).runs().get(0).id(),
                    gaps.get(n).words().in(output.locale()));
        }
        return verdicts;
    }
}
