package dev.nara.cli.data;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.synth.SampleOptions;
import dev.nara.synth.SampleService;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara sample}: generates a synthetic dataset of a service. */
@Command(name = "sample", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class SampleCommand implements Callable<Integer> {
    private final Output output;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "cli.sample.out")
    private Path out = Path.of("sample-data");

    @Option(names = "--profiles", paramLabel = "N", descriptionKey = "cli.profiles")
    private int profiles = 600;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.seed")
    private long seed = 1;

    @Option(names = "--hidden", descriptionKey = "cli.hidden")
    private boolean hidden;

    public SampleCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        if (profiles < 50 || profiles > 100_000) {
            throw new DataException(Text.of("cli.profiles.wrong"), Text.of("cli.profiles.wrong.remedy"));
        }
        if (!hidden && Files.isDirectory(out.resolve("hidden"))) {
            throw new DataException(out, Text.of("cli.sample.truth"), Text.of("cli.sample.truth.remedy"));
        }
        SampleService.write(out, new SampleOptions(profiles, seed, hidden), share -> {});
        output.say(Text.of("cli.written", out));
        return ExitCode.DONE;
    }
}
