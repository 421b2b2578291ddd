package dev.nara.cli.train;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.WorkspaceOption;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.prepare.Prepared;
import dev.nara.run.RunState;
import dev.nara.spec.DataSource;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara fit}: trains stored runs again on all rows, for a submission. */
@Command(name = "fit", mixinStandardHelpOptions = true)
public final class FitCommand implements Callable<Integer> {
    private final Services services;
    private final Output output;

    @Option(names = "--run", paramLabel = "ID|SERIES", split = ",", required = true, descriptionKey = "cli.fit.run")
    private List<String> named = List.of();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    public FitCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        try (RunStore store = workspace.existing(services)) {
            FitsOnTerminal fits = new FitsOnTerminal(services, store, output, json, workspace.hint());
            @Nullable DataSource read = null;
            @Nullable Prepared data = null;
            for (StoredRun run : runs(store)) {
                if (data == null || !run.spec().source().equals(read)) {
                    data = services.data(run, Progress.NONE);
                    read = run.spec().source();
                }
                int code = fits.fit(run, data);
                if (code != ExitCode.DONE) {
                    return code;
                }
            }
            return ExitCode.DONE;
        }
    }

    /** The given runs: by number, or all finished ones of a series, ordered by number. */
    private List<StoredRun> runs(RunStore store) throws DataException {
        Set<StoredRun> all = new LinkedHashSet<>();
        for (String name : named) {
            String id = name.strip();
            List<StoredRun> series = store.list().stream()
                    .filter(run -> !id.isEmpty() && run.series().equals(id))
                    .filter(run -> run.state() == RunState.FINISHED)
                    .sorted(Comparator.comparingLong(StoredRun::id))
                    .toList();
            if (series.isEmpty()) {
                all.add(store.find(id));
            }
            all.addAll(series);
        }
        return new ArrayList<>(all);
    }
}
