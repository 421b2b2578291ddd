package dev.nara.spark;

import dev.nara.run.RemoteTraining;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;
import org.jspecify.annotations.Nullable;

/** Connects the driver with the machines that train its trials; Spark creates one instance on each of them. */
public final class TrialPlugin implements SparkPlugin {
    /** The trainings for which the driver waits, by number. */
    private static final Map<Long, RemoteTraining> TRAININGS = new ConcurrentHashMap<>();

    private static final AtomicLong LATEST = new AtomicLong();
    private static volatile @Nullable PluginContext executor;

    /** Registers a training, so that machines can report about it; returns its number. */
    static long await(RemoteTraining training) {
        long number = LATEST.incrementAndGet();
        TRAININGS.put(number, training);
        return number;
    }

    static void forget(long number) {
        TRAININGS.remove(number);
    }

    /**
     * Sends a message to the driver; returns its answer.
     *
     * @throws IllegalStateException if it is not reachable, or cannot handle the message
     */
    static Object tell(TrialMessage message) {
        PluginContext context = executor;
        if (context == null) {
            throw new IllegalStateException("the session has no TrialPlugin");
        }
        try {
            return Travelling.value((byte[]) context.ask(Travelling.bytes(message)));
        } catch (Exception e) {
            throw GivenThreads.sendable(e);
        }
    }

    @Override
    public DriverPlugin driverPlugin() {
        return new DriverPlugin() {
            @Override
            public Map<String, String> init(SparkContext context, PluginContext plugin) {
                return Map.of();
            }

            @Override
            public Object receive(Object message) throws Exception {
                TrialMessage received = (TrialMessage) Travelling.value((byte[]) message);
                RemoteTraining training = TRAININGS.get(received.training());
                if (training == null) {
                    throw new IOException("nobody waits for that training");
                }
                return Travelling.bytes(received.hand(training));
            }
        };
    }

    @Override
    public ExecutorPlugin executorPlugin() {
        return new ExecutorPlugin() {
            @Override
            public void init(PluginContext context, Map<String, String> extra) {
                executor = context;
            }
        };
    }
}
