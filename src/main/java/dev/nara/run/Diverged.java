package dev.nara.run;

/** The loss of an epoch, pretraining or not, is no number. */
final class Diverged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int epoch;

    Diverged(int epoch) {
        this.epoch = epoch;
    }

    /** Within its phase, from 1. */
    int epoch() {
        return epoch;
    }
}
