package dev.nara.djl;

import dev.nara.algorithm.Device;
import dev.nara.algorithm.ExampleBatch;
import dev.nara.algorithm.Recommender;
import dev.nara.eval.Ties;
import dev.nara.eval.TopLists;
import dev.nara.neumf.CatalogueScorer;
import dev.nara.neumf.NeuMf;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfTestModel;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.Precision;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import dev.nara.vector.VectorEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What {@code src/test/gpu/check.sh} runs: whether the engine "torch" is right on a device, and how fast. Prints rows of a table. */
public final class TorchCheck {
    private static final int STEPS = 50;
    private static final double SECONDS = 4;
    private static final NeuMfEngine VECTOR =
            new VectorEngine(Runtime.getRuntime().availableProcessors());

    private final Torch torch = new Torch(Path.of("target", "test-home", "engines"), "");
    private final String device;
    private final DevicePeak peak;
    private final List<CatalogueScorer> scorers = new ArrayList<>();

    private TorchCheck(String device) {
        this.device = device;
        peak = DevicePeak.of(device);
    }

    /** The device, then "small" or "full". */
    public static void main(String[] arguments) {
        TorchCheck check = new TorchCheck(arguments[0]);
        boolean small = arguments[1].equals("small");
        for (Device each : check.torch.devices()) {
            String problem = each.problem().map(text -> text.in(Locale.ENGLISH)).orElse("usable");
            row("device", each.id() + " " + each.name().in(Locale.ENGLISH), "", problem);
        }
        if (!check.usable()) {
            System.exit(1);
        }
        check.equality();
        check.equalLists();
        int users = small ? 6040 : 138_493;
        int items = small ? 3706 : 26_744;
        check.lists("8 factors", paper(users, items, 8), small ? 1000 : 40_000);
        check.lists("64 factors", paper(users, items, 64), small ? 100 : 10_000);
        for (int batch : small ? new int[] {256, 4096} : new int[] {4096, 65_536, 1_048_576}) {
            check.speed("8 factors", paper(users, items, 8), batch, Precision.FLOAT32);
            check.speed("64 factors", paper(users, items, 64), batch, Precision.FLOAT32);
            check.speed("64 factors", paper(users, items, 64), batch, Precision.BFLOAT16);
            if (!small) {
                NeuMfSpec notebook = new NeuMfSpec(users, items, 256, 256, 256, List.of(256, 128), List.of());
                check.speed("notebook", notebook, batch, Precision.FLOAT32);
            }
        }
    }

    private boolean usable() {
        return torch.devices().stream()
                .anyMatch(one -> one.id().equals(device) && one.problem().isEmpty());
    }

    private static NeuMfSpec paper(int users, int items, int factors) {
        List<Integer> layers = List.of(4 * factors, 2 * factors, factors);
        return new NeuMfSpec(users, items, factors, 4 * factors, 4 * factors, layers, List.of());
    }

    private static void row(String what, String of, Object batch, String found) {
        System.out.printf(Locale.ROOT, "%-10s | %-40s | %9s | %s%n", what, of, batch, found);
    }

    private StepSettings settings(String on, int batch, float dropout, Precision precision) {
        Optimizer adam = new Optimizer.Adam(VectorEngine.arithmetic(), 0.001, 0);
        return new StepSettings(adam, batch, dropout, true, on, 5, precision);
    }

    /** The greatest differences to the engine "vector" after the same steps from the same weights. */
    private void equality() {
        NeuMfSpec spec = NeuMfTestModel.large(900, 700, List.of(37, 18, 5));
        NeuMfWeights here = NeuMfTestModel.weights(spec, 4);
        NeuMfWeights there = NeuMfTestModel.weights(spec, 4);
        SplittableRandom random = new SplittableRandom(9);
        double loss = 0;
        try (TrainingStep one = VECTOR.open(here, settings("cpu", 1000, 0.2f, Precision.FLOAT32));
                TrainingStep other = torch.open(there, settings(device, 1000, 0.2f, Precision.FLOAT32))) {
            for (int step = 0; step < STEPS; step++) {
                ExampleBatch batch = batch(spec, 1000, random);
                loss = Math.max(loss, Math.abs(one.run(batch) - other.run(batch)) / batch.size());
            }
            other.fetch();
        }
        row(
                "equality",
                STEPS + " steps with vector: loss, layers",
                1000,
                loss + ", " + apart(here.dense(), there.dense()));
        row("equality", "users of the GMF", "", String.valueOf(apart(here.gmfUser(), there.gmfUser())));
    }

    /** Whether the lists of the device are the processor's; next to each other in score, two items may change places. */
    private void equalLists() {
        NeuMfWeights weights = NeuMfTestModel.weights(NeuMfTestModel.large(900, 700, List.of(37, 18, 5)), 4);
        int[] users = IntStream.range(0, 900).toArray();
        int[][] here = lists(NeuMf.recommender(weights, VectorEngine.arithmetic()), users);
        int[][] there = lists(onDevice(weights), users);
        closeScorers();
        long same = IntStream.range(0, 900)
                .filter(n -> Arrays.equals(here[n], there[n]))
                .count();
        row("equality", "evaluation: lists of 25 of 700 items", "", same + " of 900 users the same");
    }

    private Recommender onDevice(NeuMfWeights weights) {
        return NeuMfTestModel.onDevice(weights, parts -> {
            CatalogueScorer scorer = torch.scorer(parts, device);
            scorers.add(scorer);
            return scorer;
        });
    }

    private void closeScorers() {
        scorers.forEach(CatalogueScorer::close);
        scorers.clear();
    }

    private static int[][] lists(Recommender recommender, int[] users) {
        int[][] lists = new int[users.length][];
        new TopLists(recommender, 25, user -> new int[] {user % 100, user % 100 + 1}, Ties::drawn)
                .rank(users, (n, items, scores) -> lists[n] = items);
        return lists;
    }

    /** How long the lists of a million users take, by some of them. */
    private void lists(String model, NeuMfSpec spec, int count) {
        Recommender recommender = onDevice(NeuMfWeights.random(spec, NeuMfWeights.Initialisation.PAPER, 1));
        int[] users = IntStream.range(0, count).toArray();
        lists(recommender, Arrays.copyOf(users, count / 4));
        long begun = System.nanoTime();
        lists(recommender, users);
        double seconds = (System.nanoTime() - begun) / 1e9;
        String found = String.format(
                Locale.ROOT,
                "%,.0f users/s, a million in %,.0f s, %s",
                count / seconds,
                seconds * 1_000_000 / count,
                peak.beside(torch.memory(spec, true, 1, false, Precision.FLOAT32)));
        closeScorers();
        row("evaluation", model + ", 25 of " + spec.items() + " items", "", found);
    }

    private static float apart(float[] one, float[] other) {
        float most = 0;
        for (int n = 0; n < one.length; n++) {
            most = Math.max(most, Math.abs(one[n] - other[n]));
        }
        return most;
    }

    /** Steps on batches that are ready, so that drawing examples does not count. */
    private void speed(String model, NeuMfSpec spec, int size, Precision precision) {
        NeuMfWeights weights = NeuMfWeights.random(spec, NeuMfWeights.Initialisation.PAPER, 1);
        SplittableRandom random = new SplittableRandom(1);
        ExampleBatch[] batches = {batch(spec, size, random), batch(spec, size, random), batch(spec, size, random)};
        try (TrainingStep step = torch.open(weights, settings(device, size, 0, precision))) {
            for (ExampleBatch warm : batches) {
                step.run(warm);
            }
            long begun = System.nanoTime();
            long done = 0;
            double seconds = 0;
            for (int n = 0; seconds < SECONDS; n++) {
                step.run(batches[n % batches.length]);
                done += size;
                seconds = (System.nanoTime() - begun) / 1e9;
            }
            String memory = peak.beside(torch.memory(spec, true, size, false, precision));
            row(
                    "torch",
                    model + ", " + precision,
                    size,
                    String.format(Locale.ROOT, "%,.0f examples/s, %s", done / seconds, memory));
        }
    }

    private static ExampleBatch batch(NeuMfSpec spec, int size, SplittableRandom random) {
        ExampleBatch batch = new ExampleBatch(size);
        batch.size(size);
        for (int e = 0; e < size; e++) {
            batch.users()[e] = random.nextInt(spec.users());
            // Popular items more often.
            double share = random.nextDouble();
            batch.items()[e] = (int) (spec.items() * share * share);
            batch.labels()[e] = random.nextInt(5) == 0 ? 1 : 0;
        }
        return batch;
    }
}
