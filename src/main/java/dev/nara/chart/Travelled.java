package dev.nara.chart;

import dev.nara.run.RunEvent;

/** How far a run has come, in what an axis counts. */
final class Travelled {
    private final CurveOptions.Along along;
    private final int batchSize;
    private int epochs;
    private double steps;
    private double examples;
    private double seconds;

    /** A run of that many examples a step. */
    Travelled(CurveOptions.Along along, int batchSize) {
        this.along = along;
        this.batchSize = batchSize;
    }

    /** Where a batch of the epoch under way stands. */
    double at(RunEvent.Batch batch) {
        return switch (along) {
            case EPOCHS -> epochs + batch.done() / (double) Math.max(1, batch.total());
            case STEPS -> (steps + steps((double) batch.done())) / 1e3;
            case EXAMPLES -> (examples + batch.done()) / 1e6;
            case MINUTES -> batch.seconds() / 60;
        };
    }

    /** Takes in an epoch; returns where its end stands. */
    double pass(RunEvent.EpochDone epoch) {
        epochs++;
        steps += steps(epoch.examples());
        examples += epoch.examples();
        seconds += epoch.seconds() + epoch.evaluationSeconds();
        return now();
    }

    /** The last step of an epoch takes what is left. */
    private double steps(double trained) {
        return Math.ceil(Math.round(trained) / (double) batchSize);
    }

    /** Where the run stands now. */
    double now() {
        return switch (along) {
            case EPOCHS -> epochs;
            case STEPS -> steps / 1e3;
            case EXAMPLES -> examples / 1e6;
            case MINUTES -> seconds / 60;
        };
    }
}
