package dev.nara.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.TestServices;
import dev.nara.data.ColumnRoles;
import dev.nara.data.Preparation;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.Preparing;
import dev.nara.data.prepare.Step;
import dev.nara.interchange.DatasetFormat;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * Preparing a log by this program's job beside the same in Spark SQL, as a user would write it, and beside one computer without
 * Spark: repeated rows, a condition, dates, core and split, each counted, and written as Parquet. {@code mvn -Pspark,spark-ml test
 * -Dtest=PrepareBench -Dnara.bench="WHO LOG FROM TO CUT NUMBER"}: WHO is nara, sql or here; LOG is a Parquet file that {@code nara
 * data --export} wrote; the dates are days; rows stay that have at least 1 in the column NUMBER.
 */
class PrepareBench {
    private static final int CORE = 5;

    private final List<String> counts = new ArrayList<>();

    /** Prepares twice, because Java compiles during the first, and prints the costs and the rows, users and items that each step left. */
    @Test
    void besideSparkSql() throws Exception {
        String said = System.getProperty("nara.bench");
        assumeTrue(said != null, "nara.bench says what to prepare");
        String[] words = said.split(" ", -1);
        Wanted wanted = new Wanted(words[1], words[2], words[3], words[4], words[5]);
        for (int time = 0; time < 2; time++) {
            Path out = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "prepared");
            counts.clear();
            Measured.of(words[0], () -> {
                switch (words[0]) {
                    case "nara" -> job(wanted, out);
                    case "sql" -> sql(wanted, out);
                    default -> here(wanted, out);
                }
                return out;
            });
            counts.forEach(System.out::println);
        }
    }

    /** The preparation of a log. */
    private record Wanted(String log, String from, String to, String cut, String number) {
        Recipe recipe() {
            ColumnRoles roles = new ColumnRoles(
                    ",", true, "user_id", "item_id", "timestamp", List.of(number), List.of(), List.of());
            Preparation steps = new Preparation(
                    List.of("repeated-rows"), "none", List.of(number + ">=1"), from, to, 0, 0, CORE, List.of());
            return new Recipe("parquet", "", roles, steps);
        }

        String split() {
            return "time:" + cut;
        }
    }

    /** A session on two cores of this computer. */
    private static SparkSession session() {
        SparkSession session = Sessions.builder("bench")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        session.sparkContext().setLogLevel("WARN");
        return session;
    }

    private void job(Wanted wanted, Path out) throws Exception {
        SparkSession session = session();
        PrepareJob job = new PrepareJob(
                Sessions.context(session), wanted.log, Tables.read(session, wanted.log, "parquet"), wanted.recipe());
        PrepareJob.Read read = job.read();
        Log log = job.prepare(read.log());
        counted(read.log().counts(), job.steps());
        LogFiles.Counts cut = new LogFiles(session, log, read.facts())
                .write(out.resolve("log").toString(), LogSplit.of(log, wanted.split()));
        cut(cut.train(), cut.toFind(), cut.users());
        log.forget();
    }

    private void here(Wanted wanted, Path out) throws Exception {
        Prepared prepared =
                TestServices.on(Path.of("target", "bench")).open(Path.of(wanted.log), wanted.recipe(), Progress.NONE);
        counted(Preparing.counts(prepared.raw()), prepared.steps());
        Split split = Splits.split(prepared.dataset(), wanted.split(), 1);
        DatasetFormat.of("parquet").write(out, prepared.dataset(), split);
        long toFind = IntStream.range(0, split.train().users())
                .mapToLong(u -> split.truth(u).length)
                .sum();
        cut(split.train().size(), toFind, split.evaluatedUsers());
    }

    private void counted(Step.Counts first, List<Step> steps) {
        left(first.rows(), first.users(), first.items());
        steps.forEach(step ->
                left(step.after().rows(), step.after().users(), step.after().items()));
    }

    private void sql(Wanted wanted, Path out) {
        Column user = col("user_id");
        Column item = col("item_id");
        Column time = col("timestamp");
        Dataset<Row> log = counted(session().read().parquet(wanted.log));
        log = counted(log.dropDuplicates("user_id", "item_id", "timestamp"));
        log = counted(log.where(col(wanted.number).geq(1)));
        log = counted(log.where(time.geq(lit(wanted.from).cast("timestamp_ntz"))
                .and(time.lt(lit(wanted.to).cast("date").plus(1).cast("timestamp_ntz")))));
        for (long before = Long.MAX_VALUE; log.count() < before; ) {
            before = log.count();
            Dataset<Row> users =
                    log.groupBy(user).agg(countDistinct(item).as("n")).where(col("n").geq(CORE));
            Dataset<Row> items =
                    log.groupBy(item).agg(countDistinct(user).as("n")).where(col("n").geq(CORE));
            Dataset<Row> kept = log.join(users, new String[] {"user_id"}, "left_semi")
                    .join(items, new String[] {"item_id"}, "left_semi");
            log = counted(kept);
        }
        Column cut = lit(wanted.cut).cast("timestamp_ntz");
        Dataset<Row> train = log.where(time.lt(cut));
        Dataset<Row> toFind =
                log.where(time.geq(cut)).select("user_id", "item_id").distinct();
        train.write().parquet(out.resolve("train").toString());
        toFind.write().parquet(out.resolve("test").toString());
        Row found = toFind.agg(count(lit(1)), countDistinct(user)).first();
        cut(train.count(), found.getLong(0), found.getLong(1));
    }

    /** Counts what a step left, and keeps it for the next step. */
    private Dataset<Row> counted(Dataset<Row> log) {
        Dataset<Row> kept = log.localCheckpoint();
        Row all = kept.agg(count(lit(1)), countDistinct(col("user_id")), countDistinct(col("item_id")))
                .first();
        left(all.getLong(0), all.getLong(1), all.getLong(2));
        return kept;
    }

    /** Notes what a step left, unless it changed nothing. */
    private void left(long rows, long users, long items) {
        String line = rows + " rows, " + users + " users, " + items + " items";
        if (counts.isEmpty() || !counts.get(counts.size() - 1).equals(line)) {
            counts.add(line);
        }
    }

    private void cut(long train, long toFind, long users) {
        counts.add(train + " to train on, " + toFind + " to find of " + users);
    }
}
