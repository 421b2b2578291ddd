package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.run.RunEvent;
import dev.nara.search.plan.Figures;
import dev.nara.search.study.Recorded;
import dev.nara.search.study.StudyListener;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.WallClock;
import dev.nara.search.trials.RunTrials;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredStudy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A study run by this process; no other may run it at the same time, but any may steer it. */
public final class RunningStudy {
    private static final Logger LOG = LoggerFactory.getLogger(RunningStudy.class);
    private static final long SNAPSHOT_NANOS = 250_000_000;

    private final RunStore store;
    private final StoredStudy stored;
    private final StudyListener listener;
    private final WallClock clock;
    private final RunTrials trials;
    private final StudyLoop loop;
    private final Insight insight;
    private long reported;
    private long reportedAt;

    /**
     * Prepares a study on that data.
     *
     * @param threads at least one for each trial trained at the same time
     * @throws DataException if the data cannot be split as the study says
     */
    RunningStudy(
            Services services,
            RunStore store,
            StoredStudy stored,
            Dataset dataset,
            Executor threads,
            StudyListener listener)
            throws DataException {
        this.store = store;
        this.stored = stored;
        this.listener = listener;
        StudySpec spec = new StoredSnapshots(store).spec(stored);
        clock = new WallClock(stored.seconds());
        trials = new RunTrials(services, store, dataset, spec, threads);
        Course course = new Course(stored.id(), spec, new StoredStudyLog(store.studies(), stored.id()), clock);
        loop = new StudyLoop(course, trials, this::changed);
        insight = new Insight(course.state(), new Figures(spec, trials));
    }

    /**
     * Runs the study until there is nothing to do for now, or it is left; returns its state then.
     *
     * @throws DataException if another process runs it, or something cannot be stored; what was stored before is intact
     */
    public StudySnapshot run() throws DataException {
        store.studies().take(stored.id());
        try {
            List<Recorded> had = new StoredStudyLog(store.studies(), stored.id()).since(0);
            reported = had.isEmpty() ? 0 : had.get(had.size() - 1).seq();
            loop.run();
        } finally {
            release();
        }
        StudySnapshot end = new StoredSnapshots(store).snapshot(store.studies().find(stored.id()));
        listener.snapshot(end);
        return end;
    }

    private void release() {
        try {
            store.studies().release(stored.id());
        } catch (DataException e) {
            // For instance on a full disk: once this process ends, others see that the study is not running.
            LOG.warn("it is not stored that study {} is run no longer", stored.id(), e);
        }
    }

    /** Stops working on the study and its runs, to be continued another time. Thread-safe. */
    public void leave() {
        loop.leave();
    }

    private void changed(StudyState state, Map<Long, RunEvent.EpochDone> latest, double secondsLeft) {
        try {
            List<Recorded> events = new StoredStudyLog(store.studies(), stored.id()).since(reported);
            for (Recorded recorded : events) {
                reported = recorded.seq();
                listener.event(recorded);
            }
            long now = System.nanoTime();
            if (now - reportedAt >= SNAPSHOT_NANOS) {
                reportedAt = now;
                Snapshots.Known known = insight.of(secondsLeft, trials.places());
                listener.snapshot(Snapshots.of(
                        stored.id(), stored.created(), state, state.phase(), clock.seconds(), latest, known));
            }
        } catch (DataException e) {
            LOG.warn("it cannot be told how study {} stands", stored.id(), e);
        }
    }
}
