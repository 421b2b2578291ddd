package dev.nara.spark;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.prepare.Step;
import dev.nara.data.read.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code prepare}: prepares a log with a recipe, prints the effect of each step, and writes Parquet files that the program can open. */
@Command(name = "prepare", mixinStandardHelpOptions = true, showDefaultValues = true)
final class PrepareCommand implements Callable<Integer> {
    private final JobOutput output;

    @Option(names = "--data", paramLabel = "PATH", required = true, descriptionKey = "prepare.data")
    private String data = "";

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "job.format")
    private String format = "";

    @Mixin
    private final QueryTable query = new QueryTable();

    @Option(names = "--recipe", paramLabel = "FILE", descriptionKey = "prepare.recipe")
    private @Nullable Path recipe;

    @Option(names = "--user", paramLabel = "COLUMN", descriptionKey = "prepare.user")
    private String user = "";

    @Option(names = "--item", paramLabel = "COLUMN", descriptionKey = "prepare.item")
    private String item = "";

    @Option(names = "--time", paramLabel = "COLUMN", descriptionKey = "prepare.time")
    private String time = "";

    @Option(names = "--time-format", paramLabel = "FORMAT", descriptionKey = "prepare.time.format")
    private String timeFormat = "";

    @Option(names = "--split", paramLabel = "SPLIT", descriptionKey = "prepare.split")
    private String split = "";

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "prepare.out")
    private String out = "";

    PrepareCommand(JobOutput output) {
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException, Refused {
        Recipe wanted = recipe();
        query.check(data);
        try (SparkSession session = Sessions.open("prepare")) {
            Places.check(session, data, out);
            PrepareJob job = new PrepareJob(Sessions.context(session), data, table(session, wanted.columns()), wanted);
            PrepareJob.Read read = job.read();
            Log log = job.prepare(read.log());
            say("prepare.read", read.log().counts());
            job.steps().forEach(this::say);
            write(session, log, read.facts());
        }
        output.say("job.written", out);
        return 0;
    }

    private void write(SparkSession session, Log log, LogFacts facts) throws DataException, IOException, Refused {
        LogFiles files = new LogFiles(session, log, facts);
        if (split.isEmpty()) {
            Places.whole(session, out, files::write);
            return;
        }
        LogSplit cut = LogSplit.of(log, split);
        Places.whole(session, out, folder -> {
            LogFiles.Counts counts = files.write(folder, cut);
            output.say("prepare.cut", cut.spec(), counts.train(), counts.toFind(), counts.users());
        });
    }

    private Dataset<Row> table(SparkSession session, @Nullable ColumnRoles columns)
            throws DataException, IOException, Refused {
        if (DatabaseAddress.isOne(data)) {
            return query.read(session, data, System.getenv());
        }
        return columns == null
                ? Tables.read(session, data, format)
                : Tables.read(session, data, format, columns.delimiter());
    }

    private Recipe recipe() throws DataException, Refused {
        Recipe said = recipe == null ? Recipe.USUAL : RecipeFile.read(recipe);
        if (user.isEmpty() != item.isEmpty() || (user.isEmpty() && !time.isEmpty())) {
            throw new Refused("refused.roles");
        }
        if (said.columns() != null && !user.isEmpty()) {
            throw new Refused("refused.columns.said");
        }
        if (!timeFormat.isEmpty()) {
            said = said.with(new TimeSettings(timeFormat, said.timeSettings().zone()));
        }
        return user.isEmpty()
                ? said
                : said.with(new ColumnRoles(",", true, user, item, time, List.of(), List.of(), List.of()));
    }

    private void say(String key, Step.Counts counts) {
        output.say(key, counts.rows(), counts.users(), counts.items());
    }

    private void say(Step step) {
        String name = step.name().in(output.locale()) + (step.detail().isEmpty() ? "" : " (" + step.detail() + ")");
        output.say(
                "prepare.step",
                name,
                Step.change(step.before().rows(), step.after().rows()),
                Step.change(step.before().users(), step.after().users()),
                Step.change(step.before().items(), step.after().items()));
    }
}
