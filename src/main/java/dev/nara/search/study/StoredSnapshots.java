package dev.nara.search.study;

import dev.nara.data.DataException;
import dev.nara.store.RunStore;
import dev.nara.store.StoredStudy;
import java.util.Map;

/** Snapshots of studies as they are stored, whichever program runs them. */
final class StoredSnapshots {
    private final RunStore store;

    StoredSnapshots(RunStore store) {
        this.store = store;
    }

    /** As its events tell; nothing else is found out of it. */
    StudySnapshot shortly(StoredStudy stored) throws DataException {
        return now(stored, Snapshots.of(stored.id(), stored.created(), state(stored)));
    }

    /** With all that is found out of it. */
    StudySnapshot snapshot(StoredStudy stored) throws DataException {
        StudyState state = state(stored);
        StudySpec spec = state.spec();
        Insight insight = new Insight(state, new Figures(spec, new StoredTrialFigures(store, spec.goal())));
        double seconds = Math.max(stored.seconds(), state.seconds());
        double left = StudyLoop.secondsLeft(state.steered().budget(), seconds, System.currentTimeMillis());
        Snapshots.Known known = insight.of(left, store.parallelRuns());
        return now(stored, Snapshots.of(stored.id(), stored.created(), state, seconds, Map.of(), known));
    }

    private StudyState state(StoredStudy stored) throws DataException {
        StudyState state = new StudyState(StudyJson.spec(stored.spec()));
        new StoredStudyLog(store.studies(), stored.id()).since(0).forEach(state::apply);
        return state;
    }

    /** One that no program runs is interrupted where it has something left to do. */
    private static StudySnapshot now(StoredStudy stored, StudySnapshot snapshot) {
        boolean interrupted = !stored.underWay() && !snapshot.phase().ended() && snapshot.phase() != Phase.PAUSED;
        return interrupted ? snapshot.in(Phase.INTERRUPTED) : snapshot;
    }
}
