package dev.nara.cli.runs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.analysis.RunFigures;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.TextTable;
import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.entry.DamagedRun;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code nara runs list} and {@code nara runs trash}: lists the runs, or the deleted ones. */
@Command(mixinStandardHelpOptions = true)
final class RunsListCommand implements Callable<Integer> {
    private static final int FIGURE = 36;

    private final RunsOptions runs;
    private final boolean trash;

    private RunsListCommand(RunsOptions runs, boolean trash) {
        this.runs = runs;
        this.trash = trash;
    }

    static RunsListCommand ofAll(RunsOptions runs) {
        return new RunsListCommand(runs, false);
    }

    static RunsListCommand ofTrash(RunsOptions runs) {
        return new RunsListCommand(runs, true);
    }

    @Override
    public Integer call() throws DataException, IOException {
        try (RunStore store = runs.existing()) {
            List<DamagedRun> damaged = new ArrayList<>();
            List<StoredRun> listed = trash ? store.trash().list(damaged::add) : store.list(damaged::add);
            if (runs.json()) {
                json(store, listed);
            } else {
                table(listed);
            }
            int orphans = trash ? 0 : store.orphans().count();
            if (orphans > 0) {
                runs.output().say(Text.of("orphans.found", orphans, runs.hint()));
            }
            // Damaged runs do not affect the others.
            for (DamagedRun each : damaged) {
                runs.output().say(each.problem().message(runs.output().locale()));
            }
        }
        return ExitCode.DONE;
    }

    private void json(RunStore store, List<StoredRun> listed) throws DataException, IOException {
        JsonArray all = new JsonArray();
        for (StoredRun run : listed) {
            all.add(RunHeader.json(runs.services(), store, run));
        }
        JsonObject object = new JsonObject();
        object.add("runs", all);
        runs.output().json(object);
    }

    private void table(List<StoredRun> listed) {
        if (!listed.isEmpty()) {
            runs.output()
                    .result(String.join(
                                    "  ",
                                    head("column.run", 12),
                                    head("column.state", 12),
                                    head("column.created.utc", 17),
                                    head("column.algorithm", 18),
                                    head("column.seed", 6),
                                    head("column.best", FIGURE),
                                    words(Text.of("column.split")))
                            .stripTrailing());
        }
        for (StoredRun run : listed) {
            runs.output()
                    .result(String.join(
                            "  ",
                            TextTable.padded(run.title(), 12),
                            TextTable.padded(words(Text.of("state." + run.state())), 12),
                            TextTable.padded(run.when(), 17),
                            TextTable.padded(run.spec().algorithm(), 18),
                            TextTable.padded(seed(run), 6),
                            TextTable.padded(figure(run), FIGURE),
                            run.spec().split(),
                            run.spec().dataName()));
        }
    }

    private String words(Text text) {
        return text.in(runs.output().locale());
    }

    private String head(String key, int columns) {
        return TextTable.padded(words(Text.of(key)), columns);
    }

    /** The seed, with the seed of the split if that is random. */
    private static String seed(StoredRun run) {
        return run.spec().seed() + (run.spec().drawn() ? "/" + run.spec().splitSeed() : "");
    }

    /** The deciding figure of the run as far as known; for a fit, which has none, that of its run. */
    private String figure(StoredRun run) {
        return run.fitOf().map(of -> words(of.shortly())).orElseGet(() -> best(run));
    }

    private String best(StoredRun run) {
        return RunFigures.known(run)
                .map(known -> known.metric() + " " + run.words(known.figure()) + " @" + known.epoch() + " "
                        + words(known.part()))
                .orElse("");
    }
}
