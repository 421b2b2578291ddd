package dev.nara.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Opens the session of a job; where it runs is for {@code spark-submit} to say. */
final class Sessions {
    private Sessions() {}

    static SparkSession open(String job) {
        return builder(job).getOrCreate();
    }

    /** What every job needs of a session: times that are no machine's own. */
    static SparkSession.Builder builder(String job) {
        return SparkSession.builder()
                .appName("nara " + job)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    }

    static JavaSparkContext context(SparkSession session) {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    /** How many threads a task may use. */
    static int threads(SparkSession session) {
        return session.sparkContext().getConf().getInt("spark.task.cpus", 1);
    }
}
