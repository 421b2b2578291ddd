package dev.nara.djl;

import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.Precision;
import dev.nara.neumf.SideFeature;

/**
 * Estimates the bytes that training by {@link StepScript} and evaluation by {@link RankScript} need on a GPU, from the sizes of their
 * arrays.
 */
final class DeviceMemory {
    /** Memory of the driver and of PyTorch's own kernels. */
    static final long OWN = 512L << 20;

    private static final int INDEX = Long.BYTES;

    private DeviceMemory() {}

    /** The total at its peak; the model of the last evaluation stays on the device during training. */
    static long of(NeuMfSpec spec, boolean adam, int batchSize, boolean dropout, Precision precision) {
        return OWN
                + tables(spec, layers(adam))
                + evaluated(spec)
                + Math.max(step(spec, layers(adam), batchSize, dropout, precision), evaluation(spec));
    }

    /** Parameters, gradients and optimiser state. */
    private static int layers(boolean adam) {
        return adam ? 4 : 2;
    }

    private static long tables(NeuMfSpec spec, int layers) {
        long features = 0;
        for (SideFeature feature : spec.features()) {
            long rows = feature.ofUser() ? spec.users() : spec.items();
            features += rows * (feature.isCategorical() ? INDEX : Float.BYTES);
        }
        return (long) Float.BYTES * layers * spec.size() + features;
    }

    /**
     * Activations and gradients of the examples, and the rows that they use, gathered twice, with a square root. Layers in bfloat16 need
     * half, plus their input and its gradient in float32, and a copy of their parameters.
     */
    private static long step(NeuMfSpec spec, int layers, int examples, boolean dropout, Precision precision) {
        long rows = 2L * spec.gmf() + spec.mlpUser() + spec.mlpItem();
        long hidden = spec.layers().stream().mapToInt(Integer::intValue).sum();
        long before = 0;
        for (int k = 0; k < spec.layers().size(); k++) {
            before += spec.widthBefore(k);
        }
        long features = spec.layers().isEmpty() ? 0 : spec.inputWidth() - spec.mlpUser() - spec.mlpItem();
        boolean half = precision == Precision.BFLOAT16 && !spec.layers().isEmpty();
        long ofLayers = half ? before + hidden + spec.inputWidth() : 2 * (before + hidden);
        long numbers = 3 * rows + features + ofLayers + 2L * (spec.gmf() + spec.outputWidth()) + 4;
        long hashes = dropout ? hidden * 4 * INDEX : 0;
        long touched = Math.min(examples, spec.users()) * (long) (spec.gmf() + spec.mlpUser())
                + Math.min(examples, spec.items()) * (long) (spec.gmf() + spec.mlpItem())
                + spec.denseSize();
        long copied = half ? (long) Short.BYTES * spec.denseSize() : 0;
        return examples * (Float.BYTES * numbers + 4 * INDEX + hashes)
                + Float.BYTES * touched * (2L * layers + 1)
                + copied;
    }

    /** For evaluation: the items' shares of the first layer, their factors, and all layers. */
    private static long evaluated(NeuMfSpec spec) {
        long width = spec.layers().isEmpty() ? 1 : spec.layers().get(0);
        return Float.BYTES * (spec.items() * (width + Math.max(1, spec.gmf())) + spec.denseSize());
    }

    /** A tile of layers, and for a block of users the score of each item twice and its index, for the selection of top items. */
    private static long evaluation(NeuMfSpec spec) {
        long widest = Math.max(
                spec.gmf(),
                spec.layers().stream().mapToInt(Integer::intValue).max().orElse(1));
        long tile = Math.min(TorchScorer.BUSY, TorchScorer.USERS * spec.items() * widest);
        return Float.BYTES * (3 * tile + 4 * TorchScorer.USERS * spec.items());
    }
}
