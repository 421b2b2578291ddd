package dev.nara.spark;

import dev.nara.Wiring;
import dev.nara.baseline.Ials;
import dev.nara.cli.NaraCommand;
import dev.nara.data.DataException;
import dev.nara.neumf.NeuMf;
import dev.nara.settings.Home;
import dev.nara.spec.Algorithms;
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
 * {@code tune} and {@code train}: the program's own commands, with all subcommands and options. Spark trains the trials of a search, fits
 * the rows of {@code ials}, and trains the parts of a NeuMF; everything else runs on the machine where the command is started.
 */
@Command
final class ProgramCommand implements Callable<Integer> {
    static final List<String> NAMES = List.of("tune", "train");

    /** Algorithms that are trained in parts whose weights are averaged. */
    private static final List<String> IN_PARTS = List.of("neumf", "gmf", "mlp");

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
        List<String> given = new ArrayList<>(arguments);
        if (!algorithm.isEmpty()) {
            given.addAll(List.of("--algorithm", algorithm));
        }
        Home home = Homes.ready();
        if (given.contains("--help") || given.contains("-h")) {
            return run(Wiring.services(home), name, given, locale);
        }
        if (name.equals("train") && !IN_PARTS.contains(algorithm) && !algorithm.equals("ials")) {
            throw new Refused("refused.train");
        }
        try (SparkSession session = session(Sessions.builder(name))) {
            JavaSparkContext context = Sessions.context(session);
            return run(services(Wiring.services(home), context), name, given, locale);
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

    /** A session whose machines can report about trials. */
    static SparkSession session(SparkSession.Builder builder) throws Refused {
        return Sessions.open(builder.config("spark.plugins", TrialPlugin.class.getName()));
    }

    /** The services restricted to algorithms that every machine has, with Spark training trials and parts of a NeuMF, and fitting rows. */
    static Services services(Services here, JavaSparkContext context) throws DataException {
        Algorithms algorithms = Wiring.algorithms(context.getConf().getInt("spark.task.cpus", 1))
                .with(new Ials(VectorEngine.arithmetic(), new SparkRows(context)));
        for (String id : IN_PARTS) {
            if (algorithms.algorithm(id) instanceof NeuMf whole) {
                algorithms = algorithms.with(whole.over(new SparkParts(context)));
            }
        }
        return new Services(
                here.datasets(),
                algorithms,
                here.sample(),
                here.workspace(),
                here.artefacts(),
                new SparkBackend(context));
    }
}
