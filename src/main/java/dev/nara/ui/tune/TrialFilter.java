package dev.nara.ui.tune;

import dev.nara.search.study.Trial;
import dev.nara.search.study.TrialState;

/** Which trials are listed. */
enum TrialFilter {
    ALL,
    LEVEL,
    ALIVE,
    FINISHED,
    DROPPED,
    FAILED;

    boolean holds(Trial trial) {
        return switch (this) {
            case ALL -> true;
            case LEVEL -> trial.level();
            case ALIVE -> trial.state().alive();
            case FINISHED -> trial.finished();
            case DROPPED -> trial.state() == TrialState.DROPPED;
            case FAILED -> trial.state().broken();
        };
    }
}
