package dev.nara.cli.runs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.analysis.AmongReferences;
import dev.nara.analysis.RunFigures;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.cli.train.TerminalReferences;
import dev.nara.data.DataException;
import dev.nara.data.OwnPlaces;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.spec.SpecJson;
import dev.nara.split.SplitFile;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.reference.Reference;
import dev.nara.store.reference.References;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code nara runs show}: prints everything stored about a run. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class RunsShowCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Mixin
    private final NamedRuns named = new NamedRuns();

    RunsShowCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException, IOException {
        try (RunStore store = runs.existing()) {
            StoredRun run = named.one(store);
            JsonObject header = RunHeader.json(runs.services(), store, run);
            tellDamagedSplit(store.files().split(run.id()));
            List<Reference> references = new References(runs.services().algorithms(), store).of(run);
            if (runs.json()) {
                JsonArray events = new JsonArray();
                store.events(run.id()).forEach(event -> events.add(RunJson.event(event)));
                header.add("events", events);
                header.add("references", TerminalReferences.json(references));
                runs.output().json(header);
            } else {
                show(store, run, references, header);
            }
        }
        return ExitCode.DONE;
    }

    /** Warns of a damaged split, which is needed to compare the run with others and to find its references. */
    private void tellDamagedSplit(Path split) throws IOException {
        if (Files.exists(split) && SplitFile.hash(split).isEmpty()) {
            DataException problem = OwnPlaces.link(split)
                    .orElseGet(() -> new DataException(
                            split, Text.of("split.file.broken"), Text.of("split.file.broken.remedy")));
            runs.output().say(problem.message(runs.output().locale()));
        }
    }

    private void show(RunStore store, StoredRun run, List<Reference> references, JsonObject header)
            throws DataException {
        Output output = runs.output();
        output.result(
                run.title() + "  " + Text.of("state." + run.state()).in(output.locale()) + "  " + run.when() + " UTC");
        run.fitOf().ifPresent(of -> output.result("  " + of.words().in(output.locale())));
        RunFigures.known(run)
                .ifPresent(known -> output.result("  " + known.part().in(output.locale()) + " " + known.metric() + " "
                        + run.words(known.figure()) + " @" + known.epoch()));
        int looks = store.looks().count(run.spec());
        if (looks > 0) {
            output.result("  " + Text.of("part.looks", looks).in(output.locale()));
        }
        output.result("  " + header.get("command").getAsString());
        AmongReferences.of(run, references).ifPresent(among -> output.result("  " + among.in(output.locale())));
        new TreeMap<>(SpecJson.of(run.spec()).asMap())
                .forEach((name, value) -> output.result("  " + TextTable.padded(name, 14) + value));
        output.result("  " + TextTable.padded("splitSha256", 14)
                + header.get("splitSha256").getAsString());
        output.result("  " + TextTable.padded("environment", 14) + RunJson.of(run.environment()));
        for (RunEvent event : store.events(run.id())) {
            output.result("  " + RunJson.event(event));
        }
    }
}
