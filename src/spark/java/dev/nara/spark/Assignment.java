package dev.nara.spark;

import dev.nara.algorithm.Weights;
import dev.nara.run.ResumePoint;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import dev.nara.run.TrainingJob;
import dev.nara.spec.SpecJson;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The training that a machine has to do.
 *
 * @param spec the settings, as JSON
 * @param judged whether to evaluate only on the validation part
 * @param starts initial weights
 * @param left where to resume; null for a new run
 */
record Assignment(
        String spec,
        boolean judged,
        ArrayList<NamedArrays> starts,
        @Nullable Left left) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A serialisable {@link ResumePoint}. */
    record Left(
            NamedArrays state,
            ArrayList<String> epochs,
            @Nullable NamedArrays best,
            @Nullable String tested) implements Serializable {
        private static final long serialVersionUID = 1L;

        static Left of(ResumePoint point) {
            ArrayList<String> epochs = new ArrayList<>();
            point.epochs().forEach(epoch -> epochs.add(RunJson.event(epoch).toString()));
            return new Left(
                    arrays(point.state()),
                    epochs,
                    point.best() == null ? null : arrays(point.best()),
                    point.tested()
                            .map(tested -> RunJson.event(tested).toString())
                            .orElse(null));
        }

        ResumePoint point() {
            List<RunEvent.EpochDone> done = epochs.stream()
                    .map(epoch -> (RunEvent.EpochDone) RunJson.event(epoch))
                    .toList();
            return new ResumePoint(
                    state.weights(),
                    done,
                    best == null ? null : best.weights(),
                    Optional.ofNullable(tested).map(event -> (RunEvent.Tested) RunJson.event(event)));
        }
    }

    static Assignment of(TrainingJob job) {
        ArrayList<NamedArrays> starts = new ArrayList<>();
        job.starts().forEach(weights -> starts.add(arrays(weights)));
        return new Assignment(
                SpecJson.of(job.preparedRun().spec()).toString(),
                job.preparedRun().evaluator() == job.preparedRun().validator(),
                starts,
                job.left() == null ? null : Left.of(job.left()));
    }

    static NamedArrays arrays(Weights weights) {
        return new NamedArrays(weights, Set.of());
    }

    List<Weights> startWeights() {
        return starts.stream().map(NamedArrays::weights).toList();
    }

    @Nullable
    ResumePoint point() {
        return left == null ? null : left.point();
    }
}
