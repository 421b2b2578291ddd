package dev.nara.bench;

import dev.nara.algorithm.ExampleBatch;
import dev.nara.algorithm.Examples;
import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.PositivePairs;
import dev.nara.neumf.CatalogueRanker;
import dev.nara.neumf.Kernels;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Measures all engines in one process, in interleaved rounds. */
public final class Bench {
    private static final int LIST = 25;
    private static final int RANKED_USERS = 48;
    private static final int PEAK_SIZE = 384;

    private final List<NeuMfEngine> engines;
    private final Kernels arithmetic;
    private final List<Ranking> rankings;
    private final Repeats repeats =
            new Repeats(MachineLoad::now, Runtime.getRuntime().availableProcessors());

    /** A ranking implementation: its name, and how to prepare it for given weights. */
    public record Ranking(String name, Function<NeuMfWeights, CatalogueRanker> ranker) {}

    /** The contenders; unusable engines are skipped. */
    public Bench(List<NeuMfEngine> engines, Kernels arithmetic, List<Ranking> rankings) {
        this.engines = engines;
        this.arithmetic = arithmetic;
        this.rankings = rankings;
    }

    /**
     * What to measure.
     *
     * @param cases such as "abd"
     * @param engines ids of those to measure; empty for all
     * @param repeats measurements per contender
     * @param seconds per measurement
     */
    public record Options(String cases, Set<String> engines, int repeats, double seconds) {
        /** Whether this engine is measured. */
        boolean wants(String engine) {
            return engines.isEmpty() || engines.contains(engine);
        }
    }

    /** The ids of all contenders, including those unusable on this machine. */
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        engines.forEach(e -> ids.add(e.id()));
        rankings.forEach(r -> ids.add(r.name));
        return ids;
    }

    /** Measures, and reports every result as soon as it is known. */
    public void run(Options options, Consumer<BenchResult> results) {
        double peak = peak(options, results);
        for (BenchCase benchCase : BenchCase.all()) {
            if (options.cases.contains(benchCase.id())) {
                train(benchCase, options, peak, results);
                rank(benchCase, options, peak, results);
            }
        }
    }

    private double peak(Options options, Consumer<BenchResult> results) {
        Repeats.Rates rates = repeats.of(options.repeats, List.of(() -> peakTurn(options.seconds)))
                .get(0);
        results.accept(result("product", "", "own", 0, rates, 1));
        return rates.fastest();
    }

    private static BenchResult result(
            String what, String benchCase, String engine, int batch, Repeats.Rates of, double share) {
        return new BenchResult(
                what,
                benchCase,
                engine,
                batch,
                of.median(),
                of.slowest(),
                of.fastest(),
                share,
                of.cores(),
                of.others(),
                residentMegabytes());
    }

    /** Products of square matrices that fit into the cache, one per core at the same time. */
    private double peakTurn(double seconds) {
        int cores = Runtime.getRuntime().availableProcessors();
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        double products = IntStream.range(0, cores)
                .parallel()
                .mapToDouble(core -> {
                    float[] a = new float[PEAK_SIZE * PEAK_SIZE];
                    float[] b = new float[PEAK_SIZE * (PEAK_SIZE + 16)];
                    float[] c = new float[PEAK_SIZE * (PEAK_SIZE + 16)];
                    int stride = PEAK_SIZE + 16;
                    double done = 0;
                    while (System.nanoTime() < until) {
                        arithmetic.addProduct(
                                PEAK_SIZE, PEAK_SIZE, PEAK_SIZE, a, 0, PEAK_SIZE, b, 0, stride, c, 0, stride);
                        done++;
                    }
                    return done;
                })
                .sum();
        return products * PEAK_SIZE * PEAK_SIZE * PEAK_SIZE / ((System.nanoTime() - begun) / 1e9);
    }

    private void train(BenchCase benchCase, Options options, double peak, Consumer<BenchResult> results) {
        int[][] positives = benchCase.positives();
        PositivePairs pairs = new PositivePairs(positives);
        NegativeSampler sampler = new NegativeSampler(benchCase.spec().items(), positives, true);
        for (int batch : benchCase.batches()) {
            List<NeuMfEngine> usable = engines.stream()
                    .filter(e -> options.wants(e.id()) && e.unavailable().isEmpty())
                    .toList();
            List<Training> trainings = new ArrayList<>();
            for (NeuMfEngine engine : usable) {
                trainings.add(new Training(engine, benchCase, pairs, sampler, batch));
            }
            List<DoubleSupplier> turns = new ArrayList<>();
            trainings.forEach(t -> turns.add(() -> t.turn(options.seconds)));
            List<Repeats.Rates> rates = repeats.of(options.repeats, turns);
            for (int e = 0; e < usable.size(); e++) {
                Repeats.Rates of = rates.get(e);
                double share = 3 * benchCase.forwardWork() * of.median() / peak;
                results.accept(result("train", benchCase.id(), usable.get(e).id(), batch, of, share));
            }
            trainings.forEach(Training::close);
        }
    }

    /** Trains one case on one engine, epoch after epoch, including the sampling of examples. */
    private final class Training implements AutoCloseable {
        private final BenchCase benchCase;
        private final PositivePairs pairs;
        private final NegativeSampler sampler;
        private final ExampleBatch batch;
        private final TrainingStep step;
        private Examples examples;
        private long epoch;

        Training(NeuMfEngine engine, BenchCase benchCase, PositivePairs pairs, NegativeSampler sampler, int size) {
            this.benchCase = benchCase;
            this.pairs = pairs;
            this.sampler = sampler;
            batch = new ExampleBatch(size);
            StepSettings settings = new StepSettings(new Optimizer.Adam(arithmetic, 0.001, 0), size, 0, true, "cpu", 1);
            step = engine.open(NeuMfWeights.random(benchCase.spec(), NeuMfWeights.Initialisation.PAPER, 1), settings);
            examples = nextEpoch();
        }

        private Examples nextEpoch() {
            epoch++;
            Examples.Drawing drawing = new Examples.Drawing(benchCase.negatives(), benchCase.together());
            return new Examples(pairs, sampler, drawing, epoch, epoch);
        }

        double turn(double seconds) {
            long begun = System.nanoTime();
            long until = begun + (long) (seconds * 1e9);
            long done = 0;
            while (done == 0 || System.nanoTime() < until) {
                examples.next(batch);
                if (batch.size() < batch.capacity()) {
                    examples = nextEpoch();
                } else {
                    step.run(batch);
                    done += batch.size();
                }
            }
            return done / ((System.nanoTime() - begun) / 1e9);
        }

        @Override
        public void close() {
            step.close();
        }
    }

    private void rank(BenchCase benchCase, Options options, double peak, Consumer<BenchResult> results) {
        NeuMfWeights weights = NeuMfWeights.random(benchCase.spec(), NeuMfWeights.Initialisation.PAPER, 1);
        List<CatalogueRanker> rankers = new ArrayList<>();
        List<Ranking> wanted =
                rankings.stream().filter(r -> options.wants(r.name)).toList();
        wanted.forEach(r -> rankers.add(r.ranker.apply(weights)));
        List<DoubleSupplier> turns = new ArrayList<>();
        rankers.forEach(r -> turns.add(() -> rankTurn(benchCase, r, options.seconds)));
        List<Repeats.Rates> rates = repeats.of(options.repeats, turns);
        for (int r = 0; r < rankers.size(); r++) {
            Repeats.Rates of = rates.get(r);
            double share = benchCase.forwardWork() * of.median() / peak;
            results.accept(result("rank", benchCase.id(), wanted.get(r).name, 0, of, share));
        }
        rankers.forEach(CatalogueRanker::close);
    }

    private static double rankTurn(BenchCase benchCase, CatalogueRanker ranker, double seconds) {
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        long pairs = 0;
        for (int first = 0; pairs == 0 || System.nanoTime() < until; first += RANKED_USERS) {
            int from = first;
            int[] users = IntStream.range(0, RANKED_USERS)
                    .map(u -> (from + u) % benchCase.spec().users())
                    .toArray();
            ranker.top(users, LIST);
            pairs += (long) RANKED_USERS * benchCase.spec().items();
        }
        return pairs / ((System.nanoTime() - begun) / 1e9);
    }

    /** What Linux counts as resident; 0 on other systems. */
    private static long residentMegabytes() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
