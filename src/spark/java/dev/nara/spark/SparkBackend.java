package dev.nara.spark;

import dev.nara.data.DataException;
import dev.nara.run.RemoteTraining;
import dev.nara.run.RunEvent;
import dev.nara.run.TrainingBackend;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains each trial as a Spark task. If a machine is lost, Spark gives its trial to another one, which resumes after the last finished
 * epoch.
 */
final class SparkBackend implements TrainingBackend {
    private static final Logger LOG = LoggerFactory.getLogger(SparkBackend.class);

    private final JavaSparkContext context;

    /** {@code context} must have {@link TrialPlugin}. */
    SparkBackend(JavaSparkContext context) {
        this.context = context;
    }

    @Override
    public RunEvent train(Source source) throws DataException {
        RemoteTraining training = new RemoteTraining(source);
        long number = TrialPlugin.await(training);
        try {
            context.setJobDescription("trial " + number);
            context.parallelize(List.of(number), 1).foreachPartition(new TrialTask(threads()));
        } catch (RuntimeException e) {
            // Spark has tried the trial on several machines, or is stopping.
            LOG.warn("a trial ended without having told its end", e);
        } finally {
            TrialPlugin.forget(number);
        }
        return training.end(Words.text("search.lost"));
    }

    private int threads() {
        return context.getConf().getInt("spark.task.cpus", 1);
    }

    /** As many trials as there are cores at the moment. */
    @Override
    public OptionalInt places() {
        return OptionalInt.of(Math.max(1, context.defaultParallelism() / threads()));
    }

    /** The cores of one machine, assuming that all have the same number. */
    private int cores() {
        // The driver is among them.
        int machines = Math.max(1, context.sc().statusTracker().getExecutorInfos().length - 1);
        return context.isLocal()
                ? context.defaultParallelism()
                : (context.defaultParallelism() + machines - 1) / machines;
    }

    /** The memory of a machine, divided by the trials that train on it in parallel. */
    @Override
    public OptionalLong bytes() {
        SparkConf conf = context.getConf();
        long machine = context.isLocal()
                ? Runtime.getRuntime().maxMemory()
                : conf.getSizeAsBytes("spark.executor.memory", "1g");
        return OptionalLong.of(machine / Math.max(1, conf.getInt("spark.executor.cores", cores()) / threads()));
    }
}
