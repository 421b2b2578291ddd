package dev.nara.neumf;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.HashedRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Trains epochs with users divided into parts trained in parallel: each part has its users' rows to itself; those of items and side
 * features, the layers, and their optimiser state are averaged after every {@value #STEPS} steps (local SGD, Stich 2019). K parts use a
 * learning rate K^0.7 times as large.
 */
final class EpochsInParts implements EpochTraining {
    /** Steps of a part between two averagings. */
    static final int STEPS = 256;

    private static final double RATE = 0.7;

    private final NeuMfWeights weights;
    private final StepSettings settings;
    private final int[][] users;
    private final PartTrainer.Training training;
    private final int rounds;
    private final long examples;

    EpochsInParts(PartTrainer trainer, int parts, NeuMfWeights weights, StepSettings settings, ExampleSource source) {
        this.weights = weights;
        this.settings = settings;
        users = dealt(weights.spec().users(), parts);
        List<NeuMfPart> all = new ArrayList<>();
        long most = 0;
        for (int p = 0; p < users.length; p++) {
            ExampleSource own = source.of(users[p]);
            most = Math.max(most, own.most());
            // A single part draws the same examples as training on one machine.
            long seed = settings.seed() + p * HashedRandom.GOLDEN;
            all.add(new NeuMfPart(weights.spec().of(users[p]), own, form(seed)));
        }
        rounds = (int) Math.max(1, most / ((long) STEPS * settings.batchSize()));
        examples = source.most();
        training = trainer.start(all);
    }

    private NeuMfPart.Form form(long seed) {
        Optimizer optimizer = settings.optimizer();
        return new NeuMfPart.Form(
                settings.batchSize(),
                settings.dropout(),
                settings.meanLoss(),
                optimizer instanceof Optimizer.Adam,
                optimizer.weightDecay(),
                seed,
                settings.precision());
    }

    /** Each part's users, ascending, assigned by a hash of their indices; with few users there are fewer parts. */
    private static int[][] dealt(int users, int parts) {
        return IntStream.range(0, parts)
                .mapToObj(p -> IntStream.range(0, users)
                        .filter(u -> Math.floorMod(HashedRandom.mixed(u), parts) == p)
                        .toArray())
                .filter(some -> some.length > 0)
                .toArray(int[][]::new);
    }

    @Override
    public double run(long orderSeed, long drawSeed, EpochProgress progress) {
        Optimizer optimizer = settings.optimizer();
        LearntArrays ofUsers = LearntArrays.ofUsers(weights, optimizer);
        LearntArrays shared = LearntArrays.shared(weights, optimizer);
        List<LearntArrays> own = new ArrayList<>();
        for (int[] some : users) {
            own.add(ofUsers.rows(some, weights.spec().users()));
        }
        training.begin(own);
        float rate = (float) (optimizer.learningRate() * Math.pow(users.length, RATE));
        double loss = 0;
        long done = 0;
        progress.batch(0, examples, Double.NaN);
        for (int r = 0; r < rounds; r++) {
            PartOutcome outcome = training.round(
                    shared.copy(), new NeuMfPart.Round(orderSeed, drawSeed, r, rounds, optimizer.steps(), rate));
            loss += outcome.loss();
            done += outcome.examples();
            progress.batch(done, examples, outcome.loss() / Math.max(1, outcome.examples()));
            if (!Double.isFinite(loss)) {
                return loss;
            }
            outcome.shared().copyTo(shared);
            optimizer.resume(outcome.steps(), optimizer.learningRate());
        }
        List<LearntArrays> learnt = training.end();
        for (int p = 0; p < users.length; p++) {
            learnt.get(p).putRows(users[p], ofUsers);
        }
        return loss / Math.max(1, done);
    }

    @Override
    public Map<String, Double> health() {
        return Map.of();
    }

    @Override
    public void close() {
        training.close();
    }
}
