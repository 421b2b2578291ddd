package dev.nara.bench;

import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.PositivePairs;
import dev.nara.neumf.CatalogueRanker;
import dev.nara.neumf.Kernels;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Measures all engines in one process, in interleaved rounds. */
public final class Bench {
    private static final int LIST = 25;
    private static final int RANKED_USERS = 48;

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
     * @param python the program whose PyTorch is measured, too
     */
    public record Options(String cases, Set<String> engines, int repeats, double seconds, String python) {
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
        ids.add(TorchPeer.ID);
        return ids;
    }

    /** What a run tells: each result as soon as it is known, and what could not be measured. */
    public interface Report {
        /** A figure. */
        void result(BenchResult result);

        /** Whether PyTorch takes part through Python: its version, empty where there is none. */
        void python(Optional<String> version);

        /** Something was not measured, for a reason in its own words. */
        void failed(String engine, String benchCase, String why);
    }

    /** Measures, and reports every result as soon as it is known. */
    public void run(Options options, Report report) {
        Optional<TorchPeer> peer = options.wants(TorchPeer.ID) ? TorchPeer.start(options.python) : Optional.empty();
        try {
            if (options.wants(TorchPeer.ID)) {
                report.python(peer.map(TorchPeer::version));
            }
            Top top = peak(options, peer, report);
            for (BenchCase benchCase : BenchCase.all()) {
                if (options.cases.contains(benchCase.id())) {
                    train(benchCase, options, top, peer, report);
                    rank(benchCase, options, top, report);
                }
            }
        } finally {
            peer.ifPresent(TorchPeer::close);
        }
    }

    /** The fastest multiply-adds a second, and what others took of the processors while they were measured. */
    record Top(double perSecond, double others) {
        @Nullable
        Double share(double done, Repeats.Rates of) {
            boolean told = !BenchResult.busy(others) && !BenchResult.busy(of.others());
            return told ? done * of.median() / perSecond : null;
        }
    }

    private Top peak(Options options, Optional<TorchPeer> peer, Report report) {
        Peak peak = new Peak(arithmetic, Runtime.getRuntime().availableProcessors());
        Map<String, DoubleSupplier> turns = new LinkedHashMap<>();
        turns.put("own", () -> peak.product(options.seconds));
        turns.put("registers", () -> peak.registers(options.seconds));
        peer.ifPresent(p -> turns.put(TorchPeer.ID, () -> p.product(options.seconds)));
        List<Repeats.Rates> rates = repeats.of(options.repeats, List.copyOf(turns.values()));
        double fastest =
                rates.stream().mapToDouble(Repeats.Rates::fastest).max().orElse(1);
        double others = rates.stream().mapToDouble(Repeats.Rates::others).max().orElse(0);
        Top top = new Top(fastest, others);
        int n = 0;
        for (String name : turns.keySet()) {
            Repeats.Rates of = rates.get(n++);
            report.result(result("product", "", name, 0, of, top.share(1, of)));
        }
        return top;
    }

    private static BenchResult result(
            String what, String benchCase, String engine, int batch, Repeats.Rates of, @Nullable Double share) {
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

    private void train(BenchCase benchCase, Options options, Top top, Optional<TorchPeer> peer, Report report) {
        int[][] positives = benchCase.positives();
        EngineTraining.Positives pairs = new EngineTraining.Positives(
                new PositivePairs(positives),
                new NegativeSampler(benchCase.spec().items(), positives, true));
        for (int batch : benchCase.batches()) {
            List<TimedTraining> contenders = new ArrayList<>();
            for (NeuMfEngine engine : engines) {
                if (options.wants(engine.id()) && engine.unavailable().isEmpty()) {
                    contenders.add(new EngineTraining(engine, arithmetic, benchCase, pairs, batch));
                }
            }
            peer.ifPresent(p -> contenders.add(p.training(benchCase, batch)));
            List<DoubleSupplier> turns = new ArrayList<>();
            contenders.forEach(c -> turns.add(() -> c.turn(options.seconds)));
            List<Repeats.Rates> rates = repeats.of(options.repeats, turns);
            for (int c = 0; c < contenders.size(); c++) {
                String id = contenders.get(c).id();
                Repeats.Rates of = rates.get(c);
                contenders
                        .get(c)
                        .problem()
                        .ifPresentOrElse(
                                why -> report.failed(id, benchCase.id(), why),
                                () -> report.result(result(
                                        "train",
                                        benchCase.id(),
                                        id,
                                        batch,
                                        of,
                                        top.share(3 * benchCase.forwardWork(), of))));
            }
            contenders.forEach(TimedTraining::close);
        }
    }

    private void rank(BenchCase benchCase, Options options, Top top, Report report) {
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
            String name = wanted.get(r).name;
            report.result(result("rank", benchCase.id(), name, 0, of, top.share(benchCase.forwardWork(), of)));
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
