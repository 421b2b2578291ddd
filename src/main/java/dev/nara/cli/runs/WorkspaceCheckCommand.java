package dev.nara.cli.runs;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.competition.LedgerCheck;
import dev.nara.data.DataException;
import dev.nara.search.running.Studies;
import dev.nara.store.check.WorkspaceCheck;
import dev.nara.store.check.WorkspaceFinding;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara workspace check}: checks a workspace, and repairs what can be repaired. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class WorkspaceCheckCommand implements Callable<Integer> {
    private final RunsOptions runs;

    @Option(names = "--repair", descriptionKey = "cli.workspace.repair")
    private boolean repair;

    WorkspaceCheckCommand(RunsOptions runs) {
        this.runs = runs;
    }

    @Override
    public Integer call() throws DataException {
        Path place = runs.existingPlace();
        WorkspaceCheck.Report stored = WorkspaceCheck.of(
                place, repair, store -> new Studies(store).list().damaged());
        WorkspaceCheck.Report report = new WorkspaceCheck.Report(
                stored.runs(),
                Stream.of(stored.findings(), LedgerCheck.of(place))
                        .flatMap(List::stream)
                        .toList());
        if (runs.json()) {
            json(place, report);
        } else {
            Locale locale = runs.output().locale();
            for (WorkspaceFinding found : report.findings()) {
                runs.output()
                        .result(found.what() + ": " + found.problem().in(locale) + " "
                                + found.remedy().in(locale));
            }
        }
        int found = report.findings().size();
        runs.output()
                .say(
                        found == 0
                                ? Text.of("cli.workspace.whole", report.runs())
                                : Text.of("cli.workspace.found", report.runs(), found, report.left()));
        return report.left() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void json(Path place, WorkspaceCheck.Report report) {
        JsonObject object = new JsonObject();
        object.addProperty("workspace", place.toString());
        object.addProperty("runs", report.runs());
        object.addProperty("left", report.left());
        JsonArray findings = new JsonArray();
        for (WorkspaceFinding found : report.findings()) {
            JsonObject finding = new JsonObject();
            finding.addProperty("kind", found.kind().name());
            if (found.run() > 0) {
                finding.addProperty(found.kind() == WorkspaceFinding.Kind.STUDY ? "study" : "run", found.run());
            }
            finding.addProperty("what", found.what());
            finding.addProperty("problem", found.problem().in(runs.output().locale()));
            finding.addProperty("remedy", found.remedy().in(runs.output().locale()));
            finding.addProperty("mended", found.repaired());
            findings.add(finding);
        }
        object.add("findings", findings);
        runs.output().json(object);
    }
}
