package dev.nara.cli;

import com.google.gson.Gson;
import dev.nara.bench.Bench;
import dev.nara.bench.BenchResult;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara bench}: compares the speed of the engines on this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, showDefaultValues = true)
final class BenchCommand implements Callable<Integer> {
    private static final double NOTABLE = 0.05;

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

    @Option(names = "--python", paramLabel = "PROGRAM", descriptionKey = "cli.bench.python")
    private String python = "python3";

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    private double busiest;

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
        chosen.run(new Bench.Options(cases, engines, repeats, seconds, python), new Lines());
        if (BenchResult.busy(busiest)) {
            output.say(Text.of("cli.bench.refused", Numbers.percent(busiest, 0)));
        } else if (busiest > NOTABLE) {
            output.say(Text.of("cli.bench.busy", Numbers.percent(busiest, 0)));
        }
        return ExitCode.DONE;
    }

    /** Says what is measured as it becomes known. */
    private final class Lines implements Bench.Report {
        @Override
        public void python(Optional<String> version) {
            output.say(version.map(v -> Text.of("cli.bench.python.found", python, v))
                    .orElseGet(() -> Text.of("cli.bench.python.none", python)));
        }

        @Override
        public void failed(String engine, String benchCase, String why) {
            output.say(Text.of("cli.bench.failed", engine, benchCase, why));
        }

        @Override
        public void result(BenchResult result) {
            busiest = Math.max(busiest, result.others());
            output.say(line(result));
            if (json) {
                output.json(new Gson().toJsonTree(result).getAsJsonObject());
            }
        }
    }

    private static String line(BenchResult result) {
        Double share = result.share();
        return String.format(
                Locale.ROOT,
                "%-8s%-3s%-18s%7s%,18.0f%,18.0f%,18.0f%11.4f%9s%6.0f%%%8d MB",
                result.what(),
                result.benchCase(),
                result.engine(),
                result.batch() == 0 ? "" : String.valueOf(result.batch()),
                result.perSecond(),
                result.slowest(),
                result.fastest(),
                result.secondsPerMillion(),
                share == null ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share),
                100 * result.others(),
                result.memoryMegabytes());
    }
}
