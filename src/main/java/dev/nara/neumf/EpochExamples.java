package dev.nara.neumf;

import dev.nara.algorithm.Examples;
import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.PositivePairs;
import dev.nara.algorithm.TrainingInput;
import org.jspecify.annotations.Nullable;

/** The positives of a training and the negatives that may be drawn for them, from which each epoch takes its examples. */
final class EpochExamples {
    private final NeuMfSettings.Drawing drawing;
    private final PositivePairs pairs;
    private final @Nullable RecentPositives recent;
    private final NegativeSampler sampler;
    private final long fixedDrawSeed;

    /** {@code fixedDrawSeed} draws the negatives of every epoch where they are drawn once. */
    EpochExamples(TrainingInput input, NeuMfSettings.Drawing drawing, long fixedDrawSeed) {
        this.drawing = drawing;
        this.fixedDrawSeed = fixedDrawSeed;
        pairs = new PositivePairs(drawing.positives().items(input.train()));
        recent = drawing.recencyHalfLife() > 0
                ? new RecentPositives(
                        input.train(), input.dataset().calendar(), drawing.positives(), drawing.recencyHalfLife())
                : null;
        sampler = new NegativeSampler(input.items(), input.train().distinctItems(), drawing.unseenAlone());
    }

    /** The examples of an epoch. */
    Examples of(long orderSeed, long drawSeed) {
        PositivePairs positives = recent == null ? pairs : recent.draw(orderSeed);
        return new Examples(
                positives,
                sampler,
                new Examples.Drawing(drawing.negatives(), drawing.shufflesPositives()),
                orderSeed,
                drawing.once() ? fixedDrawSeed : drawSeed);
    }
}
