package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.search.plan.Figures;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyJson;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.StudyState;
import dev.nara.search.trials.StoredTrialFigures;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredStudy;
import java.util.Map;

/** Snapshots of stored studies, whether or not a process runs them. */
final class StoredSnapshots {
    private final RunStore store;

    StoredSnapshots(RunStore store) {
        this.store = store;
    }

    /** The snapshot from the events alone. */
    StudySnapshot shortly(StoredStudy stored) throws DataException {
        try {
            StudyState state = state(stored);
            return snapshot(stored, state, Math.max(stored.seconds(), state.seconds()), Snapshots.Known.NOTHING);
        } catch (RuntimeException e) {
            // Damaged events of any kind must not hide the other studies.
            throw store.studies().damaged(stored.id(), e);
        }
    }

    /** The snapshot with everything computed. */
    StudySnapshot snapshot(StoredStudy stored) throws DataException {
        try {
            return whole(stored);
        } catch (RuntimeException e) {
            throw store.studies().damaged(stored.id(), e);
        }
    }

    private StudySnapshot whole(StoredStudy stored) throws DataException {
        StudyState state = state(stored);
        StudySpec spec = state.spec();
        Insight insight = new Insight(state, new Figures(spec, new StoredTrialFigures(store, spec.goal())));
        double seconds = Math.max(stored.seconds(), state.seconds());
        double left = StudyLoop.secondsLeft(state.steered().budget(), seconds, System.currentTimeMillis());
        return snapshot(stored, state, seconds, insight.of(left, store.parallelRuns()));
    }

    /** The spec of a study. */
    StudySpec spec(StoredStudy stored) throws DataException {
        try {
            return StudyJson.spec(stored.spec());
        } catch (RuntimeException e) {
            throw store.studies().damaged(stored.id(), e);
        }
    }

    private StudyState state(StoredStudy stored) throws DataException {
        try {
            StudyState state = new StudyState(spec(stored));
            new StoredStudyLog(store.studies(), stored.id()).since(0).forEach(state::apply);
            return state;
        } catch (RuntimeException e) {
            throw store.studies().damaged(stored.id(), e);
        }
    }

    private static StudySnapshot snapshot(StoredStudy stored, StudyState state, double seconds, Snapshots.Known known) {
        Phase phase = state.phase();
        // A study that no process runs is interrupted if it has something left to do.
        boolean interrupted = !stored.underWay() && !phase.ended() && phase != Phase.PAUSED;
        return Snapshots.of(
                stored.id(),
                stored.created(),
                state,
                interrupted ? Phase.INTERRUPTED : phase,
                seconds,
                Map.of(),
                known);
    }
}
