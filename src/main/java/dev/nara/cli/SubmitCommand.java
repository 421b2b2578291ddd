package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.export.Submission;
import dev.nara.run.Recommendations;
import dev.nara.run.Workbench;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara submit}: writes a stored run's submission. */
@Command(name = "submit", mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Output output;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--recipe", paramLabel = "FILE", descriptionKey = "cli.submit.recipe")
    private @Nullable Path recipe;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "cli.submit.out")
    private Path out = Path.of("submission.csv");

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.data")
    private @Nullable Path data;

    @Option(names = "--template", paramLabel = "FILE", descriptionKey = "cli.template")
    private @Nullable Path template;

    SubmitCommand(Workbench workbench, Output output) {
        this.workbench = workbench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        if (recipe != null && run.given()) {
            throw new DataException(Text.of("cli.submit.both"), Text.of("cli.submit.both.remedy"));
        }
        if (recipe != null) {
            Composing.of(workbench, run.workspace(), recipe, data, "").write(out, template, output);
            return NaraCommand.DONE;
        }
        Workbench.Reopened reopened = run.reopen(workbench);
        Recommendations recommendations = new Recommendations(reopened.recommender(), reopened.experiment());
        Submission.write(out, reopened.experiment().dataset(), Submission.Lists.of(recommendations), template)
                .forEach(output::say);
        output.say(Text.of("cli.written", out));
        return NaraCommand.DONE;
    }
}
