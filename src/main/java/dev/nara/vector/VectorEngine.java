package dev.nara.vector;

import dev.nara.algorithm.Device;
import dev.nara.neumf.Kernels;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.PlainKernels;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;

/** Trains on the CPU without native libraries, wherever Java runs with its vector module. */
public final class VectorEngine implements NeuMfEngine {
    private static final String BOUNDS = "jdk.incubator.vector.VECTOR_ACCESS_OOB_CHECK";
    /** More threads than any phase of a step has tasks. */
    private static final int MOST_THREADS = 16;

    private final String id;
    private final int threads;

    static {
        // Tests run with bounds checks at every access; the property is read when the vector classes are first used.
        if (System.getProperty(BOUNDS) == null) {
            System.setProperty(BOUNDS, "0");
        }
    }

    /** With this number of threads per training; results do not depend on it. */
    public VectorEngine(int threads) {
        this("vector", threads);
    }

    private VectorEngine(String id, int threads) {
        this.id = id;
        this.threads = Math.min(threads, MOST_THREADS);
    }

    /** Single-threaded, with a name that shows it; for benchmarks. */
    public static VectorEngine alone() {
        return new VectorEngine("vector-1-thread", 1);
    }

    /** The scoring loops: on vector registers where Java has them, else plain loops. */
    public static Kernels arithmetic() {
        return problem().isEmpty() ? new VectorKernels() : new PlainKernels();
    }

    private static Optional<Text> problem() {
        if (!VectorModule.PRESENT) {
            return Optional.of(Text.of("engine.vector.module", VectorModule.NAME));
        }
        return FusedMultiplyAdd.available() ? Optional.empty() : Optional.of(Text.of("engine.vector.fma"));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<Text> unavailable() {
        return problem();
    }

    @Override
    public List<Device> devices() {
        return List.of(new Device("cpu", Text.of("device.cpu", threads), unavailable()));
    }

    @Override
    public TrainingStep open(NeuMfWeights weights, StepSettings settings) {
        return new FusedStep(weights, settings, threads);
    }
}
