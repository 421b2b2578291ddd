package dev.nara.spark;

import dev.nara.competition.Submission;
import dev.nara.data.DataException;
import dev.nara.data.read.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code score}: computes the lists of a run for its users, or for those of a table, and writes Parquet files or a submission. */
@Command(name = "score", mixinStandardHelpOptions = true, showDefaultValues = true)
final class ScoreCommand implements Callable<Integer> {
    private static final String SUBMISSION = "submission";
    private static final String PARQUET = "parquet";

    private final JobOutput output;

    @Option(names = "--run", paramLabel = "FILE", required = true, descriptionKey = "score.run")
    private Path run = Path.of("run.nara");

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "score.data")
    private @Nullable Path data;

    @Option(names = "--users", paramLabel = "PATH", descriptionKey = "score.users")
    private String users = "";

    @Mixin
    private final QueryTable query = new QueryTable();

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "job.format")
    private String format = "";

    @Option(names = "--user", paramLabel = "COLUMN", descriptionKey = "score.user")
    private String user = "user";

    @Option(names = "--item", paramLabel = "COLUMN", descriptionKey = "score.item")
    private String item = "";

    @Option(names = "--k", paramLabel = "K", descriptionKey = "score.k")
    private int k = Submission.LENGTH;

    @Option(names = "--out", paramLabel = "PATH", required = true, descriptionKey = "score.out")
    private String out = "";

    @Option(names = "--as", paramLabel = "KIND", descriptionKey = "score.as")
    private String kind = PARQUET;

    ScoreCommand(JobOutput output) {
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException, Refused {
        if (k < 1) {
            throw new Refused("refused.k");
        }
        if (!List.of(PARQUET, SUBMISSION).contains(kind)) {
            throw new Refused("refused.kind", kind);
        }
        if (kind.equals(SUBMISSION) && !users.isEmpty()) {
            throw new Refused("refused.submission");
        }
        query.check(users);
        RunModel model = RunModel.read(run, data);
        try (SparkSession session = Sessions.open("score")) {
            if (kind.equals(SUBMISSION)) {
                submission(session, model);
            } else {
                Places.check(session, users, out);
                parquet(session, model);
            }
        }
        output.say("job.written", out);
        return 0;
    }

    private void parquet(SparkSession session, RunModel model) throws DataException, IOException, Refused {
        ScoreJob job = new ScoreJob(session, model, k);
        Dataset<Row> rows = job.rows(users.isEmpty() ? job.all() : asked(session, job));
        Places.whole(session, out, folder -> rows.write().parquet(folder));
        if (job.leftOut() > 0) {
            output.say("score.left.out", job.leftOut(), model.run().spec().algorithm());
        }
    }

    private JavaRDD<UserList> asked(SparkSession session, ScoreJob job) throws DataException, IOException, Refused {
        Dataset<Row> table = DatabaseAddress.isOne(users)
                ? query.read(session, users, System.getenv())
                : Tables.read(session, users, format);
        return job.of(table, Tables.column(table, user), item.isEmpty() ? "" : Tables.column(table, item));
    }

    private void submission(SparkSession session, RunModel model) throws DataException, IOException {
        Submission.write(Path.of(out), model.run().dataset(), (of, length) -> lists(session, model, of, length), null)
                .forEach(warning -> output.line(warning.in(output.locale())));
    }

    private static int[][] lists(SparkSession session, RunModel model, int[] of, int length) {
        Map<String, int[]> byUser = new HashMap<>();
        new ScoreJob(session, model, length).lists(of).toLocalIterator().forEachRemaining(list -> {
            byUser.put(list.user(), list.items());
        });
        int[][] lists = new int[of.length][];
        for (int n = 0; n < of.length; n++) {
            lists[n] = byUser.getOrDefault(model.run().dataset().users().id(of[n]), new int[0]);
        }
        return lists;
    }
}
