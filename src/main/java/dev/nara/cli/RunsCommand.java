package dev.nara.cli;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.interchange.RunExport;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.RunRequest;
import dev.nara.spec.RunSpec;
import dev.nara.split.SplitFile;
import dev.nara.store.RunArchive;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nara runs}: the stored runs, to be listed, shown, carried elsewhere and thrown away. */
@Command(name = "runs", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    private final Services services;
    private final Output output;

    @Parameters(
            arity = "0..1",
            paramLabel = "list|show|pause|continue|stop|at-a-time|export|import|move|delete|restore|trash|clean",
            descriptionKey = "cli.runs.deed")
    private String deed = "list";

    @Option(names = "--run", paramLabel = "ID[,ID...]|latest", descriptionKey = "cli.run")
    private @Nullable String run;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            descriptionKey = "cli.runs.as",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS)
    private String kind = "run";

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "cli.runs.file")
    private @Nullable Path file;

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.runs.data")
    private @Nullable Path data;

    @Option(names = "--number", paramLabel = "N", descriptionKey = "cli.runs.number")
    private @Nullable Integer number;

    @Option(names = "--yes", descriptionKey = "cli.runs.yes")
    private boolean yes;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    RunsCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        try (RunStore store = deed.equals("import") ? workspace.open(services) : workspace.existing(services)) {
            switch (deed) {
                case "list" -> list(store, store.list());
                case "trash" -> list(store, store.trash().list());
                case "show" -> show(store, one(store));
                case "pause" -> wish(store, RunRequest.PAUSE);
                case "continue" -> wish(store, RunRequest.GO_ON);
                case "stop" -> wish(store, RunRequest.STOP);
                case "at-a-time" -> parallelRuns(store);
                case "export" -> {
                    StoredRun exported = one(store);
                    new RunExport(services, store, output.locale()).write(kind, exported, file());
                    done("exported", exported.id(), Text.of("cli.runs.exported", exported.id(), file()));
                }
                case "move" -> {
                    if (data == null) {
                        throw new DataException(Text.of("cli.runs.no.data"), Text.of("cli.runs.no.data.remedy"));
                    }
                    StoredRun moved = one(store);
                    int runs = store.places().moved(moved, dataOf(moved.spec(), data));
                    done("moved", moved.id(), Text.of("cli.runs.moved", runs, data));
                }
                case "import" -> {
                    Path place = data;
                    long imported = place == null
                            ? RunArchive.read(store, file())
                            : RunArchive.read(store, file(), spec -> dataOf(spec, place));
                    done("imported", imported, Text.of("cli.runs.imported", imported));
                }
                case "delete" -> {
                    for (StoredRun deleted : named(store)) {
                        store.trash().put(deleted.id());
                        done("deleted", deleted.id(), Text.of("cli.runs.deleted", deleted.id(), workspace.hint()));
                    }
                }
                case "restore" -> {
                    Set<Long> trashed =
                            store.trash().list().stream().map(StoredRun::id).collect(Collectors.toSet());
                    List<Long> wanted = numbers();
                    for (long id : wanted) {
                        if (!trashed.contains(id)) {
                            throw new DataException(
                                    Text.of("cli.runs.not.trashed", id), Text.of("cli.runs.not.trashed.remedy"));
                        }
                    }
                    for (long id : wanted) {
                        store.trash().takeBack(id);
                        done("restored", id, Text.of("cli.runs.restored", id));
                    }
                }
                case "clean" -> {
                    if (!yes) {
                        long bytes = store.trash().cleanable();
                        done(
                                "cleanableBytes",
                                bytes,
                                Text.of("cli.runs.ask", Numbers.grouped(Math.round(bytes / 1e6)), workspace.hint()));
                        return NaraCommand.DONE;
                    }
                    long freed = store.trash().clean();
                    done("freedBytes", freed, Text.of("cli.runs.freed", Numbers.grouped(Math.round(freed / 1e6))));
                }
                default -> throw new DataException(Text.of("cli.runs.unknown", deed), Text.of("cli.runs.remedy"));
            }
        }
        return NaraCommand.DONE;
    }

    /** Asks the programs that train the runs; a run that nobody works on is stopped at once. */
    private void wish(RunStore store, RunRequest wish) throws DataException {
        for (StoredRun asked : named(store)) {
            if (wish == RunRequest.STOP && store.resumption().possible(asked)) {
                store.requests().stop(asked.id());
                done(deed, asked.id(), Text.of("cli.runs.stopped", asked.id()));
            } else {
                store.requests().send(asked.id(), wish);
                done(deed, asked.id(), Text.of("asked." + wish, asked.id(), workspace.hint()));
            }
        }
    }

    /** The run that is named, or the latest. */
    private StoredRun one(RunStore store) throws DataException {
        return store.find(run == null ? "latest" : run);
    }

    /** The runs that are named by their numbers, all of them before anything is done. */
    private List<StoredRun> named(RunStore store) throws DataException {
        List<StoredRun> all = new ArrayList<>();
        for (long id : numbers()) {
            all.add(store.find(Long.toString(id)));
        }
        return all;
    }

    private List<Long> numbers() throws DataException {
        List<Long> all = new ArrayList<>();
        for (String id : ids()) {
            all.add(number(id));
        }
        return all;
    }

    private List<String> ids() throws DataException {
        if (run == null) {
            throw new DataException(Text.of("cli.runs.which", deed), Text.of("cli.runs.which.remedy", deed));
        }
        return Arrays.stream(run.split(",", -1)).map(String::strip).toList();
    }

    /** How many runs train at a time; with a number, from now on. */
    private void parallelRuns(RunStore store) throws DataException {
        if (number != null) {
            TrainCommand.atLeast("--number", number, 1);
            store.parallelRuns(number);
        }
        done("atATime", store.parallelRuns(), Text.of("runs.at.a.time", store.parallelRuns()));
    }

    /** Says what was done: in words, and as one object to programs. */
    private void done(String what, long number, Text words) {
        output.say(words);
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty(what, number);
            output.json(object);
        }
    }

    private Path file() throws DataException {
        if (file == null) {
            throw new DataException(Text.of("cli.runs.no.file"), Text.of("cli.runs.no.file.remedy"));
        }
        return file;
    }

    private static long number(String id) throws DataException {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new DataException(Text.of("cli.runs.name", id), Text.of("run.unknown.remedy"));
        }
    }

    private void list(RunStore store, List<StoredRun> runs) throws DataException, IOException {
        JsonArray all = new JsonArray();
        if (!json && !runs.isEmpty()) {
            output.result(String.join(
                            "  ",
                            head("column.run", 12),
                            head("column.state", 12),
                            head("column.created.utc", 17),
                            head("column.algorithm", 18),
                            head("column.seed", 6),
                            head("column.best", 26),
                            Text.of("column.split").in(output.locale()))
                    .stripTrailing());
        }
        for (StoredRun stored : runs) {
            if (json) {
                all.add(header(store, stored));
            } else {
                output.result(String.join(
                        "  ",
                        TextTable.padded(stored.title(), 12),
                        TextTable.padded(Text.of("state." + stored.state()).in(output.locale()), 12),
                        TextTable.padded(stored.created().substring(0, 16).replace('T', ' '), 17),
                        TextTable.padded(stored.spec().algorithm(), 18),
                        TextTable.padded(seed(stored), 6),
                        TextTable.padded(best(stored), 26),
                        stored.spec().split(),
                        Path.of(stored.spec().data()).getFileName().toString()));
            }
        }
        if (json) {
            JsonObject object = new JsonObject();
            object.add("runs", all);
            output.json(object);
        }
    }

    private String head(String key, int columns) {
        return TextTable.padded(Text.of(key).in(output.locale()), columns);
    }

    /** With the seed of the split where something was drawn. */
    private static String seed(StoredRun run) {
        return run.spec().seed() + (run.spec().drawn() ? "/" + run.spec().splitSeed() : "");
    }

    /** The data in another place, read as the run read it. */
    private Dataset dataOf(RunSpec spec, Path to) throws DataException {
        Recipe recipe = spec.recipe();
        return services.open(to, recipe.read(spec.format(), recipe.encoding()), Progress.NONE)
                .dataset();
    }

    private static String best(StoredRun run) {
        return run.best()
                .flatMap(best -> best.metrics().entrySet().stream()
                        .findFirst()
                        .map(m -> m.getKey() + " " + run.words(m.getValue()) + " @" + best.epoch()))
                .orElse("");
    }

    private JsonObject header(RunStore store, StoredRun run) throws DataException, IOException {
        JsonObject json = new JsonObject();
        json.addProperty("run", run.id());
        json.addProperty("created", run.created());
        json.addProperty("state", run.state().name());
        json.add("label", new Gson().toJsonTree(run.label()));
        json.addProperty("series", run.series());
        json.add("settings", new Gson().toJsonTree(run.spec()));
        json.add("environment", new Gson().toJsonTree(run.environment()));
        run.best().ifPresent(best -> json.add("best", RunJson.event(best)));
        json.addProperty("command", services.command(run.spec()));
        json.addProperty("splitSha256", SplitFile.hash(store.files().split(run.id())));
        json.addProperty("bytes", store.files().size(run.id()));
        return json;
    }

    private void show(RunStore store, StoredRun stored) throws DataException, IOException {
        JsonObject header = header(store, stored);
        if (json) {
            JsonArray events = new JsonArray();
            store.events(stored.id()).forEach(event -> events.add(RunJson.event(event)));
            header.add("events", events);
            output.json(header);
            return;
        }
        output.result(stored.title() + "  " + Text.of("state." + stored.state()).in(output.locale()) + "  "
                + stored.created());
        output.result("  " + services.command(stored.spec()));
        new TreeMap<>(new Gson().toJsonTree(stored.spec()).getAsJsonObject().asMap())
                .forEach((name, value) -> output.result("  " + TextTable.padded(name, 14) + value));
        output.result("  " + TextTable.padded("splitSha256", 14)
                + header.get("splitSha256").getAsString());
        output.result("  " + TextTable.padded("environment", 14) + RunJson.of(stored.environment()));
        for (RunEvent event : store.events(stored.id())) {
            output.result("  " + RunJson.event(event));
        }
    }
}
