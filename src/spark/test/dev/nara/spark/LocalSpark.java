package dev.nara.spark;

import org.apache.spark.sql.SparkSession;

/** Spark within the test, on two cores. */
final class LocalSpark {
    private LocalSpark() {}

    /** The session of this Java; opened once. */
    static SparkSession session() {
        SparkSession.Builder builder = Sessions.builder("tests")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.files.maxPartitionBytes", "30000")
                .config("spark.sql.files.openCostInBytes", "0")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1");
        try {
            return ProgramCommand.session(builder);
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }
}
