package dev.nara.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Opens the session of a job; {@code spark-submit} determines where it runs. */
final class Sessions {
    /** The address of a standalone cluster, which may have several masters. */
    private static final Pattern STANDALONE = Pattern.compile("spark://([^:]+:\\d+(?:,[^:]+:\\d+)*)");
    /** Whether tasks go to other machines after failures on one. */
    private static final String EXCLUDE = "spark.excludeOnFailure.enabled";
    /** The time that a master has to answer, in milliseconds. */
    private static final int PATIENCE = 10_000;

    private Sessions() {}

    static SparkSession open(String job) throws Refused {
        return open(builder(job));
    }

    /** Opens a session with more settings. */
    static SparkSession open(SparkSession.Builder builder) throws Refused {
        check(System.getProperty("spark.master", ""));
        return builder.getOrCreate();
    }

    /**
     * Throws if a standalone cluster is not reachable; Spark would retry for minutes and end with a long stack trace.
     *
     * @param address as for {@code spark-submit --master}
     */
    static void check(String address) throws Refused {
        Matcher masters = STANDALONE.matcher(address);
        if (masters.matches() && Arrays.stream(masters.group(1).split(",", -1)).noneMatch(Sessions::answers)) {
            throw new Refused("refused.master", address);
        }
    }

    private static boolean answers(String master) {
        String[] place = master.split(":", 2);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place[0], Integer.parseInt(place[1])), PATIENCE);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Settings that every job needs: times that do not depend on a machine's zone, and work that fails on one machine is given to others.
     */
    static SparkSession.Builder builder(String job) {
        return SparkSession.builder()
                .appName("nara " + job)
                .config(EXCLUDE, excludes(new SparkConf()))
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    }

    /** What {@code spark-submit --conf} says, else true: settings of a builder would override it. */
    static String excludes(SparkConf given) {
        return given.get(EXCLUDE, "true");
    }

    static JavaSparkContext context(SparkSession session) {
        return JavaSparkContext.fromSparkContext(session.sparkContext());
    }

    /** The number of threads that a task may use. */
    static int threads(SparkSession session) {
        return session.sparkContext().getConf().getInt("spark.task.cpus", 1);
    }
}
