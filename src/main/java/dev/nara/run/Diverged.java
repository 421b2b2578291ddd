package dev.nara.run;

/** Thrown if the mean loss of an epoch, pretraining or not, is NaN or infinite. */
final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int epoch;

    Diverged(int epoch) {
        this.epoch = epoch;
    }

    /** The epoch within its phase, from 1. */
    int epoch() {
        return epoch;
    }
}
