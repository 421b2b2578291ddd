package dev.nara.chart;

import dev.nara.run.RunEvent;

/** How far a run has come, in what an axis counts. */
final class Travelled {
    private final CurveOptions.Along along;
    private int epochs;
    private double examples;
    private double seconds;

    Travelled(CurveOptions.Along along) {
        this.along = along;
    }

    /** Where a batch of the epoch under way stands. */
    double at(RunEvent.Batch batch) {
        return switch (along) {
            case EPOCHS -> epochs + batch.done() / (double) Math.max(1, batch.total());
            case EXAMPLES -> (examples + batch.done()) / 1e6;
            case MINUTES -> batch.seconds() / 60;
        };
    }

    /** Takes in an epoch; returns where its end stands. */
    double pass(RunEvent.EpochDone epoch) {
        epochs++;
        examples += epoch.seconds() * epoch.examplesPerSecond();
        seconds += epoch.seconds() + epoch.evaluationSeconds();
        return now();
    }

    /** Where the run stands now. */
    double now() {
        return switch (along) {
            case EPOCHS -> epochs;
            case EXAMPLES -> examples / 1e6;
            case MINUTES -> seconds / 60;
        };
    }
}
