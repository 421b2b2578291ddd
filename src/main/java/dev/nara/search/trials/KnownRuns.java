package dev.nara.search.trials;

import dev.nara.data.DataException;
import dev.nara.eval.Evaluation;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.search.outcome.UserHalves;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySpec;
import dev.nara.search.trials.TrialExecutor.Known;
import dev.nara.spec.Algorithms;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.EpochFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds stored runs that can serve as trials of a study: with the same rows, split, validation part and candidates, chosen by the same
 * metric, and trained no longer than its trials. If users' figures are not stored, the best epoch is evaluated again.
 */
public final class KnownRuns {
    private static final Logger LOG = LoggerFactory.getLogger(KnownRuns.class);
    /** Only the best ones; more add little, and each may have to be evaluated. */
    private static final int MOST = 20;

    private final RunStore store;
    private final PreparedRun base;
    private final Algorithms algorithms;
    private final StudySpec spec;

    public KnownRuns(RunStore store, PreparedRun base, Algorithms algorithms, StudySpec spec) {
        this.store = store;
        this.base = base;
        this.algorithms = algorithms;
        this.spec = spec;
    }

    List<Known> of(StudyPart part) throws DataException {
        List<StoredRun> fitting = store.list().stream()
                .filter(run -> run.spec().algorithm().equals(part.algorithm()) && fits(run))
                .sorted(Comparator.comparingDouble(this::worst).thenComparingLong(StoredRun::id))
                .limit(MOST)
                .toList();
        List<Known> known = new ArrayList<>();
        for (StoredRun run : fitting) {
            RunEvent.EpochDone best = run.best().orElseThrow();
            if (hasFigures(run, best)) {
                List<RunEvent.EpochDone> epochs = RunEvent.epochs(store.events(run.id()));
                double seconds = epochs.stream()
                        .mapToDouble(e -> e.seconds() + e.evaluationSeconds())
                        .average()
                        .orElse(Double.NaN);
                known.add(new Known(run.id(), run.spec().values(), best, epochs.size(), seconds));
            }
        }
        return known;
    }

    /** The mean over the search half of the users; empty if unavailable. */
    public OptionalDouble figure(StoredRun run) throws DataException {
        RunEvent.EpochDone best = run.best().orElse(null);
        if (best == null || !decides(run) || !hasFigures(run, best)) {
            return OptionalDouble.empty();
        }
        try {
            return Arrays.stream(UserHalves.searched(
                            EpochFigures.read(store.files().validationFigures(run.id()), best.epoch())))
                    .average();
        } catch (IOException e) {
            throw store.unusable(e);
        }
    }

    /** Whether its epochs are chosen by the study's goal: only that metric's users' figures are stored. */
    private boolean decides(StoredRun run) {
        return run.spec().metrics().split(",", -1)[0].equals(spec.goal());
    }

    private double worst(StoredRun run) {
        return -spec.worth(
                run.best().map(b -> b.metrics().getOrDefault(spec.goal(), 0.0)).orElse(0.0));
    }

    private boolean fits(StoredRun run) {
        return run.state() == RunState.FINISHED
                && run.fitOf().isEmpty()
                && run.study().filter(of -> of.test()).isEmpty()
                && run.spec().sameRows(spec.base())
                && run.spec().candidates().equals(spec.base().candidates())
                && run.spec().epochs() <= spec.base().epochs()
                && decides(run)
                && run.best()
                        .filter(best -> best.metrics()
                                .keySet()
                                .containsAll(List.of(spec.base().metrics().split(",", -1))))
                        .isPresent();
    }

    /** Evaluates its best epoch again if needed. */
    private boolean hasFigures(StoredRun run, RunEvent.EpochDone best) throws DataException {
        Path kept = store.files().validationFigures(run.id());
        try {
            if (EpochFigures.read(kept, best.epoch()).length == 0
                    && store.models().hasWeights(run)) {
                PreparedRun prepared = base.trainedAs(run.spec(), algorithms).onValidation();
                Evaluation evaluation = prepared.evaluator()
                        .evaluate(prepared.restore(store.models().weights(run)), (done, total) -> {});
                EpochFigures.keep(kept, best.epoch(), spec.goal(), evaluation);
            }
            return EpochFigures.read(kept, best.epoch()).length > 0;
        } catch (IOException | DataException e) {
            LOG.warn("run {} cannot be told to a study", run.id(), e);
            return false;
        }
    }
}
