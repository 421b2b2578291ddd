package dev.nara.store;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spark's {@code spark-submit}, which runs commands of this program on a cluster. */
public final class SparkSubmit {
    /** The environment variable with the path of the jar, if it is not in the user's folder. */
    static final String JAR = "NARA_SPARK_JAR";

    /** The environment variable with the folder of Spark. */
    public static final String SPARK = "SPARK_HOME";

    private final Path program;
    private final Path jar;

    private SparkSubmit(Path program, Path jar) {
        this.program = program;
        this.jar = jar;
    }

    /**
     * Finds the installed program and the jar.
     *
     * @param environment variables, {@link #SPARK} and optionally the path of the jar
     * @param home the user's folder
     * @throws DataException if one of them is missing
     */
    public static SparkSubmit installed(Map<String, String> environment, Path home) throws DataException {
        String spark = environment.getOrDefault(SPARK, "");
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path program = Path.of(spark, "bin", windows ? "spark-submit.cmd" : "spark-submit");
        if (spark.isEmpty() || !Files.isRegularFile(program)) {
            throw new DataException(
                    spark.isEmpty() ? Text.of("on.no.spark", SPARK) : Text.of("on.no.spark.there", program, SPARK),
                    Text.of("on.no.spark.remedy", SPARK));
        }
        String named = environment.getOrDefault(JAR, "");
        Path jar = named.isEmpty() ? home.resolve("nara-spark.jar") : Path.of(named);
        if (!Files.isRegularFile(jar)) {
            throw new DataException(jar, Text.of("on.no.jar"), Text.of("on.no.jar.remedy", JAR));
        }
        return new SparkSubmit(program, jar);
    }

    /**
     * Its command line.
     *
     * @param master the cluster's address, as {@code spark://HOST:7077}
     * @param command for the cluster, as given on this program's command line
     */
    public List<String> line(String master, List<String> command) {
        List<String> line = new ArrayList<>(
                List.of(program.toString(), "--master", master, "--class", "dev.nara.spark.Main", jar.toString()));
        line.addAll(command);
        return line;
    }
}
