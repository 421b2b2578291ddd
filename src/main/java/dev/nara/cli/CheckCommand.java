package dev.nara.cli;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.export.SubmissionCheck;
import dev.nara.run.Workbench;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara check}: holds a submission against the rules. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Output output;

    @Option(names = "--submission", paramLabel = "FILE", required = true, descriptionKey = "cli.submission")
    private Path submission = Path.of("submission.csv");

    @Mixin
    private final DataOptions data = new DataOptions();

    CheckCommand(Workbench workbench, Output output) {
        this.workbench = workbench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException {
        Dataset dataset = data.read(workbench).dataset();
        output.say(Text.of("check.against", dataset.path()));
        SubmissionCheck.Result result = SubmissionCheck.of(dataset).check(submission);
        result.problems().forEach(output::say);
        result.warnings().forEach(output::say);
        if (!result.problems().isEmpty()) {
            output.say(Text.of("check.failed", submission));
            return NaraCommand.BAD_INPUT;
        }
        output.say(Text.of("check.passed", submission));
        return NaraCommand.DONE;
    }
}
