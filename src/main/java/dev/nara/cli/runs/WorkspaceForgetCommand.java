package dev.nara.cli.runs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.competition.Ledger;
import dev.nara.competition.LedgerEntry;
import dev.nara.data.DataException;
import dev.nara.settings.Settings;
import dev.nara.settings.SettingsFile;
import dev.nara.store.RunStore;
import dev.nara.store.forget.Forgetting;
import dev.nara.store.forget.Trace;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara workspace forget}: erases one user from everything stored, or prints what would be erased. */
@Command(name = "forget", mixinStandardHelpOptions = true)
final class WorkspaceForgetCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceForgetCommand.class);

    private final RunsOptions options;

    @Option(names = "--user", paramLabel = "ID", required = true, descriptionKey = "cli.forget.user")
    private String user = "";

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.forget.data")
    private @Nullable Path data;

    @Option(names = "--yes", descriptionKey = "cli.forget.yes")
    private boolean yes;

    WorkspaceForgetCommand(RunsOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws DataException, IOException {
        try (RunStore store = options.existing()) {
            Forgetting runs = Forgetting.of(store, options.services(), data, user);
            Ledger ledger = Ledger.in(store.workspace());
            List<Trace> traces = new ArrayList<>(runs.traces());
            for (LedgerEntry entry : ledger.naming(user)) {
                traces.add(new Trace(Text.of("forget.submission", entry.file()), () -> ledger.forget(entry, user)));
            }
            for (Path stray : ledger.strays(user)) {
                traces.add(
                        new Trace(Text.of("forget.submission", stray.getFileName()), () -> ledger.forget(stray, user)));
            }
            SettingsFile settings =
                    new SettingsFile(options.services().workspace().resolveSibling("settings.json"));
            left(settings).ifPresent(traces::add);
            Set<String> elsewhere = new LinkedHashSet<>(runs.elsewhere());
            settings.unreadable().forEach(file -> elsewhere.add(file.toString()));
            ledger.entries().forEach(entry -> elsewhere.add(entry.file()));
            List<DataException> failed = yes ? erased(traces) : List.of();
            boolean all = runs.unreached().isEmpty() && settings.unreadable().isEmpty();
            tell(
                    traces,
                    Stream.concat(runs.unreached().stream(), failed.stream()).toList(),
                    elsewhere,
                    all,
                    failed.size());
            return failed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Erases the traces; returns the errors of those that could not be erased. */
    private static List<DataException> erased(List<Trace> traces) {
        List<DataException> failed = new ArrayList<>();
        for (Trace trace : traces) {
            try {
                trace.erasure().erase();
            } catch (DataException e) {
                failed.add(e);
            } catch (IOException e) {
                LOG.warn("not erased", e);
                failed.add(DataException.of(e)
                        .orElseGet(() -> new DataException(
                                Text.of("forget.stays", trace.what()), Text.of("forget.stays.remedy"))));
            }
        }
        return failed;
    }

    /** The trace of the user in the window's preferences, as the child selected at its start. */
    private Optional<Trace> left(SettingsFile file) {
        Settings settings = file.glance();
        Settings other = settings.without(user);
        return settings.equals(other)
                ? Optional.empty()
                : Optional.of(new Trace(Text.of("forget.left"), () -> file.replace(other)));
    }

    private void tell(
            List<Trace> traces, List<DataException> unreached, Set<String> elsewhere, boolean all, int failed) {
        Output output = options.output();
        if (options.json()) {
            JsonObject object = new JsonObject();
            object.addProperty("erased", yes && failed == 0);
            object.add("traces", array(traces.stream().map(trace -> trace.what().in(output.locale()))));
            object.add("unreached", array(unreached.stream().map(each -> each.message(output.locale()))));
            object.add("elsewhere", array(elsewhere.stream()));
            output.json(object);
            return;
        }
        traces.forEach(trace -> output.result(trace.what().in(output.locale())));
        unreached.forEach(each -> output.say(each.message(output.locale())));
        if (failed > 0) {
            output.say(Text.of("forget.failed", failed));
        } else if (traces.isEmpty()) {
            output.say(Text.of(all ? "forget.nothing" : "forget.nothing.readable"));
        } else {
            output.say(Text.of(yes ? "forget.done" : "forget.ask"));
        }
        output.say(Text.of("forget.elsewhere"));
        elsewhere.forEach(place -> output.say("  " + place));
    }

    private static JsonArray array(Stream<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
