package dev.nara.neumf;

import dev.nara.algorithm.ExampleBatch;
import dev.nara.algorithm.Examples;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the users of a model, whose rows no other part changes; everything else is trained by every part and averaged between rounds. The
 * result of a round depends only on its input, so that a round can be repeated on any machine. Serialisable.
 */
public final class NeuMfPart implements Serializable {
    private static final long serialVersionUID = 1L;

    private final NeuMfSpec spec;
    private final ExampleSource source;
    private final Form form;
    /** Created in the first round on each machine. */
    private transient @Nullable EpochExamples examples;

    /** Settings of steps, as {@link StepSettings} without what belongs to a machine. */
    record Form(
            int batchSize,
            float dropout,
            boolean meanLoss,
            boolean adam,
            float weightDecay,
            long seed,
            Precision precision)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A part of an epoch, after which parts are averaged.
     *
     * @param number from 0
     * @param of the number of rounds in the epoch
     * @param steps of the optimiser since training began
     */
    public record Round(long orderSeed, long drawSeed, int number, int of, long steps, float rate)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** For the model and the examples of these users alone. */
    NeuMfPart(NeuMfSpec spec, ExampleSource source, Form form) {
        this.spec = spec;
        this.source = source;
        this.form = form;
    }

    /** Trains a round on a local engine and one of its devices. */
    public PartOutcome train(
            NeuMfEngine engine,
            Kernels arithmetic,
            String device,
            LearntArrays users,
            LearntArrays shared,
            Round round) {
        NeuMfWeights weights = NeuMfWeights.zeros(spec);
        Optimizer optimizer = form.adam
                ? new Optimizer.Adam(arithmetic, round.rate, form.weightDecay)
                : new Optimizer.Sgd(arithmetic, round.rate, form.weightDecay);
        optimizer.resume(round.steps, round.rate);
        LearntArrays ownUsers = LearntArrays.ofUsers(weights, optimizer);
        LearntArrays ownShared = LearntArrays.shared(weights, optimizer);
        users.copyTo(ownUsers);
        shared.copyTo(ownShared);
        StepSettings settings = new StepSettings(
                optimizer, form.batchSize, form.dropout, form.meanLoss, device, form.seed, form.precision);
        long[] ofUsers = new long[spec.users()];
        long[] ofItems = new long[spec.items()];
        double loss = 0;
        long done = 0;
        try (TrainingStep step = engine.open(weights, settings)) {
            Examples some = examples().of(round.orderSeed, round.drawSeed);
            some.only(round.number, round.of, form.batchSize);
            ExampleBatch batch = new ExampleBatch(form.batchSize);
            for (some.next(batch); batch.size() > 0 && Double.isFinite(loss); some.next(batch)) {
                loss += step.run(batch);
                done += batch.size();
                for (int e = 0; e < batch.size(); e++) {
                    ofUsers[batch.users()[e]]++;
                    ofItems[batch.items()[e]]++;
                }
            }
            step.fetch();
        }
        return new PartOutcome(ownUsers, ownShared, counts(ofUsers, ofItems, done), loss, done, optimizer.steps());
    }

    private synchronized EpochExamples examples() {
        EpochExamples known = examples;
        if (known == null) {
            known = new EpochExamples(source);
            examples = known;
        }
        return known;
    }

    /** How many examples used each row of {@link LearntArrays#shared}. */
    private long[][] counts(long[] ofUsers, long[] ofItems, long all) {
        List<long[]> counts = new ArrayList<>(List.of(ofItems, ofItems));
        for (SideFeature feature : spec.features()) {
            long[] ofCodes = new long[feature.categories()];
            long[] of = feature.ofUser() ? ofUsers : ofItems;
            for (int n = 0; n < of.length && feature.isCategorical(); n++) {
                ofCodes[feature.code(n)] += of[n];
            }
            counts.add(ofCodes);
        }
        counts.add(new long[] {all});
        return counts.toArray(long[][]::new);
    }
}
