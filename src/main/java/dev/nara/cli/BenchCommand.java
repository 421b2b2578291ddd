package dev.nara.cli;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.nara.bench.Bench;
import dev.nara.bench.BenchResult;
import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara bench}: measures the engines side by side on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, showDefaultValues = true)
final class BenchCommand implements Callable<Integer> {
    private final Supplier<Bench> bench;
    private final Output output;

    @Option(names = "--cases", paramLabel = "abcd", descriptionKey = "cli.bench.cases")
    private String cases = "abcd";

    @Option(names = "--engines", split = ",", paramLabel = "LIST", descriptionKey = "cli.bench.engines")
    private Set<String> engines = new TreeSet<>();

    @Option(names = "--repeats", paramLabel = "N", descriptionKey = "cli.bench.repeats")
    private int repeats = 5;

    @Option(names = "--seconds", paramLabel = "S", descriptionKey = "cli.bench.seconds")
    private double seconds = 2;

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    BenchCommand(Supplier<Bench> bench, Output output) {
        this.bench = bench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException {
        if (!cases.matches("[abcd]+") || repeats < 1 || !(seconds > 0)) {
            throw new DataException(Text.of("cli.bench.wrong"), Text.of("cli.bench.wrong.remedy"));
        }
        Bench chosen = bench.get();
        for (String engine : engines) {
            if (!chosen.ids().contains(engine)) {
                throw new DataException(
                        Text.of("cli.bench.engine", engine),
                        Text.of("cli.bench.engine.remedy", String.join(", ", chosen.ids())));
            }
        }
        output.say(Text.of("cli.bench.head"));
        chosen.run(new Bench.Options(cases, engines, repeats, seconds), this::report);
        return ExitCode.DONE;
    }

    private void report(BenchResult result) {
        output.say(String.format(
                Locale.ROOT,
                "%-6s%-3s%-16s%7s%,18.0f%,18.0f%,18.0f%8.1f%%%8d MB",
                result.what(),
                result.benchCase(),
                result.engine(),
                result.batch() == 0 ? "" : String.valueOf(result.batch()),
                result.perSecond(),
                result.slowest(),
                result.fastest(),
                100 * result.share(),
                result.memoryMegabytes()));
        if (json) {
            JsonObject object = new Gson().toJsonTree(result).getAsJsonObject();
            output.json(object);
        }
    }
}
