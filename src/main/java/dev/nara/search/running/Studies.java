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

/** The studies of a workspace: starts, reads, steers and runs them. */
public final class Studies {
    private static final Logger LOG = LoggerFactory.getLogger(Studies.class);

    private final RunStore store;
    private final StoredSnapshots stored;

    public Studies(RunStore store) {
        this.store = store;
        stored = new StoredSnapshots(store);
    }

    /**
     * Stores a new study without running it; returns its number, from 1.
     *
     * @throws DataException if it cannot be started
     */
    public long create(StudySpec spec) throws DataException {
        spec.check();
        return store.studies().create(StudyJson.json(spec).toString());
    }

    /**
     * The studies outside the trash.
     *
     * @param whole newest first, from their events alone
     * @param damaged those that cannot be read or whose events are inconsistent, in order of their numbers
     */
    public record Listed(List<StudySnapshot> whole, List<DamagedStudy> damaged) {}

    /** Reads each study once. */
    public Listed list() throws DataException {
        List<StudySnapshot> whole = new ArrayList<>();
        Map<Long, DamagedStudy> damaged = new TreeMap<>();
        for (DamagedStudy study : store.studies().damaged()) {
            damaged.put(study.id(), study);
        }
        for (StoredStudy study : store.studies().list()) {
            try {
                whole.add(stored.shortly(study));
            } catch (DataException e) {
                // The remaining studies are still shown.
                LOG.warn("study {} cannot be read", study.id(), e);
                damaged.putIfAbsent(study.id(), new DamagedStudy(study.id(), e));
            }
        }
        return new Listed(whole, List.copyOf(damaged.values()));
    }

    /** The progress of a study, from its events alone. */
    public Phase phase(long study) throws DataException {
        return stored.shortly(store.studies().find(study)).phase();
    }

    /**
     * A stored run's figure on the search half of the users, by which trials are compared; its best epoch is evaluated again if necessary.
     * Empty if the epoch was chosen by another metric, or the model is missing.
     */
    public OptionalDouble searched(Services services, Dataset dataset, StudySpec spec, StoredRun run)
            throws DataException {
        return new KnownRuns(store, services.prepare(spec.base(), dataset), services.algorithms(), spec).figure(run);
    }

    /** The spec of a study. */
    public StudySpec spec(long study) throws DataException {
        return stored.spec(store.studies().find(study));
    }

    /** The events of a study after an event number, 0 for all, in order. */
    public List<Recorded> events(long study, long after) throws DataException {
        return new StoredStudyLog(store.studies(), study).since(after);
    }

    /** Whether a living process runs a study. */
    public boolean underWay(long study) throws DataException {
        return store.studies().find(study).underWay();
    }

    /** The state of a study. */
    public StudySnapshot snapshot(long study) throws DataException {
        return stored.snapshot(store.studies().find(study));
    }

    /**
     * Makes a request to a study, whichever process runs it; it is followed within a second, or when the study runs next.
     *
     * @return the event's number, by which it can be undone
     */
    public long ask(long study, StudyEvent.Steering event) throws DataException {
        return store.studies().ask(study, StudyJson.json(event).toString());
    }

    /**
     * Prepares to run a study on that data.
     *
     * @param threads at least one for each trial trained at the same time
     * @throws DataException if the data cannot be split as the study says
     */
    public RunningStudy open(Services services, long study, Dataset dataset, Executor threads, StudyListener listener)
            throws DataException {
        return new RunningStudy(services, store, store.studies().find(study), dataset, threads, listener);
    }
}
