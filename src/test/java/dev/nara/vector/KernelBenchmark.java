package dev.nara.vector;

import dev.nara.algorithm.ExampleBatch;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Run by {@code mvn -Pjmh test-compile exec:exec}: the matrix product, and a whole step of the paper's 8 factors. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class KernelBenchmark {
    /** Examples a step. */
    @Param({"256", "4096"})
    private int batch = 256;

    private final float[] left = new float[96 * 64];
    private final float[] right = new float[64 * 96];
    private final float[] sums = new float[96 * 96];
    private final ExampleBatch examples = new ExampleBatch(4096);
    private TrainingStep step = new VectorEngine(1).open(weights(), settings(1));

    private static NeuMfWeights weights() {
        NeuMfSpec spec = new NeuMfSpec(6040, 3706, 8, 32, 32, List.of(32, 16, 8), List.of());
        return NeuMfWeights.random(spec, NeuMfWeights.Initialisation.PAPER, 1);
    }

    private static StepSettings settings(int batch) {
        return new StepSettings(new Optimizer.Adam(VectorEngine.arithmetic(), 0.001, 0), batch, 0, true, "cpu", 1);
    }

    /** Prepares random examples and the step. */
    @Setup(Level.Trial)
    public void open() {
        step.close();
        step = new VectorEngine(Runtime.getRuntime().availableProcessors()).open(weights(), settings(batch));
        SplittableRandom random = new SplittableRandom(1);
        for (int e = 0; e < batch; e++) {
            examples.users()[e] = random.nextInt(6040);
            examples.items()[e] = random.nextInt(3706);
            examples.labels()[e] = random.nextInt(5) == 0 ? 1 : 0;
        }
        examples.size(batch);
    }

    /** Gives the threads back. */
    @TearDown(Level.Trial)
    public void close() {
        step.close();
    }

    /** 96 × 64 × 96 multiply-adds on one core. */
    @Benchmark
    public float[] product() {
        Products.add(96, 64, 96, left, 0, 64, 1, right, 0, 96, sums, 0, 96);
        return sums;
    }

    /** Forward, backward and Adam on one batch. */
    @Benchmark
    public double trainingStep() {
        return step.run(examples);
    }
}
