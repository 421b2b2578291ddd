package dev.nara.cli.runs;

import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The runs that a command of {@code nara runs} is about, by their numbers. */
final class NamedRuns {
    @Option(names = "--run", paramLabel = "ID[,ID...]|latest", descriptionKey = "cli.run")
    private @Nullable String run;

    /** Whether any is named. */
    boolean given() {
        return run != null;
    }

    /** The runs that are named, or the latest; all of them before anything is done. */
    List<StoredRun> some(RunStore store) throws DataException {
        List<StoredRun> some = new ArrayList<>();
        for (String id : run == null ? new String[] {"latest"} : run.split(",", -1)) {
            some.add(store.find(id.strip()));
        }
        return some;
    }

    /** The run that is named, or the latest. */
    StoredRun one(RunStore store) throws DataException {
        return store.find(run == null ? "latest" : run);
    }

    /** The runs that are named, all of them before anything is done; {@code command} is for the message where none is. */
    List<StoredRun> all(RunStore store, String command) throws DataException {
        List<StoredRun> all = new ArrayList<>();
        for (long id : numbers(command)) {
            all.add(store.find(Long.toString(id)));
        }
        return all;
    }

    /** The numbers that are named, whether there are such runs or not. */
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
