package dev.nara.cli.runs;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.data.DataException;
import dev.nara.interchange.RunFormat;
import dev.nara.interchange.RunSource;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara runs export}: writes runs for another workspace or another tool. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class RunsExportCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Mixin
    private final NamedRuns named = new NamedRuns();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            descriptionKey = "cli.runs.as",
            showDefaultValue = CommandLine.Help.Visibility.ALWAYS)
    private String kind = "run";

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "cli.runs.to")
    private @Nullable Path file;

    RunsExportCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException, IOException {
        try (RunStore store = runs.existing()) {
            RunFormat format = RunFormat.of(kind);
            List<StoredRun> chosen = chosen(format, store);
            Path to = given(file);
            RunSource from = new RunSource(runs.services(), store, runs.output().locale());
            format.export(from, chosen, to);
            if (format.ofNoRun()) {
                runs.output().say(Text.of("cli.written", to));
            }
            if (format.namesUsers()) {
                runs.output().say(Text.of("export.ids"));
            }
            for (StoredRun run : chosen) {
                runs.done("exported", run.id(), Text.of("cli.runs.exported", run.id(), to));
            }
        }
        return ExitCode.DONE;
    }

    private List<StoredRun> chosen(RunFormat format, RunStore store) throws DataException {
        if (format.ofNoRun()) {
            return List.of();
        }
        return format.together() && !named.given() ? store.list() : named.some(store);
    }

    /** The given file; throws if there is none. */
    static Path given(@Nullable Path file) throws DataException {
        if (file == null) {
            throw new DataException(Text.of("cli.runs.no.file"), Text.of("cli.runs.no.file.remedy"));
        }
        return file;
    }
}
