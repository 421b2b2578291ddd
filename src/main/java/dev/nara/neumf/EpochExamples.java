package dev.nara.neumf;

import dev.nara.algorithm.Examples;
import dev.nara.algorithm.NegativeSampler;
import dev.nara.algorithm.PositivePairs;
import org.jspecify.annotations.Nullable;

/** The positives of a training and the sampler of their negatives, from which each epoch's examples are drawn. */
final class EpochExamples {
    private final NeuMfSettings.Drawing drawing;
    private final PositivePairs pairs;
    private final @Nullable RecentPositives recent;
    private final NegativeSampler sampler;
    private final long fixedDrawSeed;

    EpochExamples(ExampleSource source) {
        drawing = source.drawing();
        fixedDrawSeed = source.fixedDrawSeed();
        pairs = source.pairs();
        recent = source.recent();
        sampler = source.sampler();
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
