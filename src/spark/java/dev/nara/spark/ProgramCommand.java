package dev.nara.spark;

import dev.nara.Wiring;
import dev.nara.baseline.Ials;
import dev.nara.cli.NaraCommand;
import dev.nara.data.DataException;
import dev.nara.settings.Home;
import dev.nara.store.Services;
import dev.nara.vector.VectorEngine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * {@code tune} and {@code train}: the program's own commands, all their verbs and options included. Spark trains the trials of a search, and
 * fits the rows of {@code ials}; all else is done where the command is started.
 */
@Command
final class ProgramCommand implements Callable<Integer> {
    static final List<String> NAMES = List.of("tune", "train");

    private final String name;
    private final Locale locale;

    @Option(names = "--algorithm")
    private String algorithm = "";

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    ProgramCommand(String name, Locale locale) {
        this.name = name;
        this.locale = locale;
    }

    @Override
    public Integer call() throws DataException, IOException, Refused {
        if (name.equals("train") && !algorithm.equals("ials")) {
            throw new Refused("refused.train");
        }
        List<String> given = new ArrayList<>(arguments);
        if (!algorithm.isEmpty()) {
            given.addAll(List.of("--algorithm", algorithm));
        }
        Home home = Homes.ready();
        try (SparkSession session = session(Sessions.builder(name))) {
            return run(services(Wiring.services(home), Sessions.context(session)), name, given, locale);
        }
    }

    static int run(Services services, String name, List<String> arguments, Locale locale) {
        List<String> line = new ArrayList<>(List.of(name));
        line.addAll(arguments);
        return NaraCommand.run(
                services,
                () -> {
                    throw new UnsupportedOperationException();
                },
                System.out,
                System.err,
                locale,
                line.toArray(String[]::new));
    }

    /** A session whose machines can tell of trials. */
    static SparkSession session(SparkSession.Builder builder) {
        return builder.config("spark.plugins", TrialPlugin.class.getName()).getOrCreate();
    }

    /** The same services, with the algorithms that every machine has, trials that Spark trains, and rows that it fits. */
    static Services services(Services here, JavaSparkContext context) {
        return new Services(
                here.datasets(),
                Wiring.algorithms(context.getConf().getInt("spark.task.cpus", 1))
                        .with(new Ials(VectorEngine.arithmetic(), new SparkRows(context))),
                here.sample(),
                here.workspace(),
                here.artefacts(),
                new SparkBackend(context));
    }
}
