package dev.nara.cli.runs;

import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The runs given to a command of {@code nara runs} by their numbers. */
final class NamedRuns {
    @Option(names = "--run", paramLabel = "ID[,ID...]|latest", descriptionKey = "cli.run")
    private @Nullable String run;

    /** Whether any run is given. */
    boolean given() {
        return run != null;
    }

    /** The given runs, or the latest one; throws before anything is done if one does not exist. */
    List<StoredRun> some(RunStore store) throws DataException {
        List<StoredRun> some = new ArrayList<>();
        for (String id : run == null ? new String[] {"latest"} : run.split(",", -1)) {
            some.add(store.find(id.strip()));
        }
        return some;
    }

    /** The given run, or the latest one. */
    StoredRun one(RunStore store) throws DataException {
        return store.find(run == null ? "latest" : run);
    }

    /** The given runs; throws before anything is done if one does not exist. {@code command} is for the message if none is given. */
    List<StoredRun> all(RunStore store, String command) throws DataException {
        List<StoredRun> all = new ArrayList<>();
        for (long id : numbers(command)) {
            all.add(store.find(Long.toString(id)));
        }
        return all;
    }

    /** The given numbers, whether or not there are such runs. */
    List<Long> numbers(String command) throws DataException {
        if (run == null) {
            throw new DataException(Text.of("cli.runs.which", command), Text.of("cli.runs.which.remedy", command));
        }
        List<Long> all = new ArrayList<>();
        for (String id : run.split(",", -1)) {
            all.add(number(id.strip()));
        }
        return all;
    }

    private static long number(String id) throws DataException {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new DataException(Text.of("cli.runs.name", id), Text.of("run.unknown.remedy"));
        }
    }
}
