package dev.nara.spark;

import dev.nara.Wiring;
import dev.nara.cli.NaraCommand;
import dev.nara.data.DataException;
import dev.nara.settings.Home;
import dev.nara.store.Services;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code tune}: the program's own command, all its verbs and options included, whose trials Spark trains. */
@Command(name = SearchCommand.NAME)
final class SearchCommand implements Callable<Integer> {
    static final String NAME = "tune";

    private final Locale locale;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    SearchCommand(Locale locale) {
        this.locale = locale;
    }

    @Override
    public Integer call() throws DataException, IOException {
        Home home = Homes.ready();
        try (SparkSession session = session(Sessions.builder(NAME))) {
            return run(services(Wiring.services(home), Sessions.context(session)), arguments, locale);
        }
    }

    static int run(Services services, List<String> arguments, Locale locale) {
        List<String> line = new ArrayList<>(List.of(NAME));
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

    /** The same services, with the algorithms that every machine has, and trials that Spark trains. */
    static Services services(Services here, JavaSparkContext context) {
        return new Services(
                here.datasets(),
                Wiring.algorithms(context.getConf().getInt("spark.task.cpus", 1)),
                here.sample(),
                here.workspace(),
                here.artefacts(),
                new SparkBackend(context));
    }
}
