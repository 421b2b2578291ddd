package dev.nara.store.database;

import dev.nara.run.RunEvent;
import dev.nara.spec.RunSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renames the metrics of runs of earlier versions to their current names when they are read; stored names stay. */
public final class FigureNames {
    private final RunSpec spec;

    /** For a run of these settings. */
    public FigureNames(RunSpec spec) {
        this.spec = spec;
    }

    /** The event with its metrics under their current names. */
    public RunEvent today(RunEvent event) {
        if (event instanceof RunEvent.EpochDone epoch) {
            return today(epoch);
        }
        if (event instanceof RunEvent.Started started) {
            return new RunEvent.Started(
                    started.algorithm(),
                    started.users(),
                    started.items(),
                    started.interactions(),
                    started.parameters(),
                    started.epochs(),
                    started.split(),
                    started.candidates(),
                    started.evaluatedUsers(),
                    today(started.baseline()),
                    started.validation(),
                    started.data());
        }
        if (event instanceof RunEvent.Finished end) {
            return new RunEvent.Finished(end.bestEpoch(), today(end.metrics()), end.seconds(), end.stoppedEarly());
        }
        return event instanceof RunEvent.Cancelled end
                ? new RunEvent.Cancelled(end.bestEpoch(), today(end.metrics()), end.seconds())
                : event;
    }

    /** The epoch with its metrics under their current names. */
    public RunEvent.EpochDone today(RunEvent.EpochDone epoch) {
        return new RunEvent.EpochDone(
                epoch.phase(),
                epoch.epoch(),
                epoch.loss(),
                epoch.seconds(),
                epoch.examplesPerSecond(),
                epoch.evaluationSeconds(),
                today(epoch.metrics()),
                epoch.best(),
                epoch.health());
    }

    private Map<String, Double> today(Map<String, Double> figures) {
        Map<String, Double> named = new LinkedHashMap<>();
        figures.forEach((name, figure) -> named.put(spec.metric(name), figure));
        return named;
    }
}
