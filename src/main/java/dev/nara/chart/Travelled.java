package dev.nara.chart;

import dev.nara.run.RunEvent;

/** The progress of a run in the unit of an axis. */
final class Travelled {
    private final CurveOptions.Along along;
    private final int batchSize;
    private int epochs;
    private double steps;
    private double examples;
    private double seconds;

    /** For a run with that batch size. */
    Travelled(CurveOptions.Along along, int batchSize) {
        this.along = along;
        this.batchSize = batchSize;
    }

    /** The position of a batch of the current epoch. */
    double at(RunEvent.Batch batch) {
        return switch (along) {
            case EPOCHS -> epochs + batch.done() / (double) Math.max(1, batch.total());
            case STEPS -> (steps + steps((double) batch.done())) / 1e3;
            case EXAMPLES -> (examples + batch.done()) / 1e6;
            case MINUTES -> batch.seconds() / 60;
        };
    }

    /** Adds an epoch; returns the position of its end. */
    double pass(RunEvent.EpochDone epoch) {
        epochs++;
        steps += steps(epoch.examples());
        examples += epoch.examples();
        seconds += epoch.seconds() + epoch.evaluationSeconds();
        return now();
    }

    /** The last step of an epoch may be smaller. */
    private double steps(double trained) {
        return Math.ceil(Math.round(trained) / (double) batchSize);
    }

    /** The current position of the run. */
    double now() {
        return switch (along) {
            case EPOCHS -> epochs;
            case STEPS -> steps / 1e3;
            case EXAMPLES -> examples / 1e6;
            case MINUTES -> seconds / 60;
        };
    }
}
