package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.search.study.Phase;
import dev.nara.search.study.Recorded;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyJson;
import dev.nara.search.study.StudyListener;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.search.trials.KnownRuns;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.DamagedStudy;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StoredStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studies of a workspace: to begin, to look at, to steer and to run. */
public final class Studies {
    private static final Logger LOG = LoggerFactory.getLogger(Studies.class);

    private final RunStore store;
    private final StoredSnapshots stored;

    /** Of a workspace. */
    public Studies(RunStore store) {
        this.store = store;
        stored = new StoredSnapshots(store);
    }

    /**
     * Stores a new study, which nobody runs yet; returns its number, from 1.
     *
     * @throws DataException if it cannot be begun
     */
    public long create(StudySpec spec) throws DataException {
        spec.check();
        return store.studies().create(StudyJson.json(spec).toString());
    }

    /** All studies but those thrown away and {@link #damaged}, the newest first, as their events tell; nothing else is found out of them. */
    public List<StudySnapshot> list() throws DataException {
        List<StudySnapshot> all = new ArrayList<>();
        for (StoredStudy study : store.studies().list()) {
            try {
                all.add(stored.shortly(study));
            } catch (DataException e) {
                // The others are there.
                LOG.warn("study {} cannot be read", study.id(), e);
            }
        }
        return all;
    }

    /** Those that were not thrown away and cannot be read, or whose events make no sense; in order of their numbers. */
    public List<DamagedStudy> damaged() throws DataException {
        Map<Long, DamagedStudy> damaged = new TreeMap<>();
        for (DamagedStudy study : store.studies().damaged()) {
            damaged.put(study.id(), study);
        }
        for (StoredStudy study : store.studies().list()) {
            if (!damaged.containsKey(study.id())) {
                try {
                    stored.shortly(study);
                } catch (DataException e) {
                    damaged.put(study.id(), new DamagedStudy(study.id(), e));
                }
            }
        }
        return List.copyOf(damaged.values());
    }

    /** How far a study is, as its events tell. */
    public Phase phase(long study) throws DataException {
        return stored.shortly(store.studies().find(study)).phase();
    }

    /**
     * The figure of a stored run on the users that trials are told by, its best epoch evaluated again where that is needed; empty where it
     * was chosen by something else, or its model is gone.
     */
    public OptionalDouble searched(Services services, Dataset dataset, StudySpec spec, StoredRun run)
            throws DataException {
        return new KnownRuns(store, services.prepare(spec.base(), dataset), services.algorithms(), spec).figure(run);
    }

    /** What a study is asked to do. */
    public StudySpec spec(long study) throws DataException {
        return stored.spec(store.studies().find(study));
    }

    /** What happened in a study after an event, 0 for from the beginning, in order. */
    public List<Recorded> events(long study, long after) throws DataException {
        return new StoredStudyLog(store.studies(), study).since(after);
    }

    /** Whether a living program runs a study. */
    public boolean underWay(long study) throws DataException {
        return store.studies().find(study).underWay();
    }

    /** How a study stands. */
    public StudySnapshot snapshot(long study) throws DataException {
        return stored.snapshot(store.studies().find(study));
    }

    /**
     * Asks something of a study, whichever program runs it; it is done within a second, or when a program runs it next.
     *
     * @return the event's number, up to which it can be undone
     */
    public long ask(long study, StudyEvent.Steering event) throws DataException {
        return store.studies().ask(study, StudyJson.json(event).toString());
    }

    /**
     * Makes ready to run a study of that data.
     *
     * @param threads one is needed for each trial that trains at once
     * @throws DataException if its data cannot be cut as it says
     */
    public RunningStudy open(Services services, long study, Dataset dataset, Executor threads, StudyListener listener)
            throws DataException {
        return new RunningStudy(services, store, store.studies().find(study), dataset, threads, listener);
    }
}
