package dev.nara.ui.tune;

import dev.nara.data.DataException;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.tune.model.TuneModel;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The stored studies and those who run them. All of it is for other threads than that of JavaFX, but for {@link #leave}. */
interface StudyDesk {
    /** All studies. */
    TuneModel.Listed list() throws DataException;

    /** Stores one and returns its number. */
    long create(StudySpec spec) throws DataException;

    /** As it stands. */
    StudySnapshot snapshot(long study) throws DataException;

    /** The figure of a stored run as trials are told theirs; empty where it cannot be had. */
    OptionalDouble figure(StudySpec spec, StoredRun run) throws DataException;

    /** Steers one, whichever program runs it. */
    void append(long study, StudyEvent.Steering event) throws DataException;

    /**
     * Runs a study here until there is nothing more to do, or it is left.
     *
     * @param live gets how it stands, each time something has happened
     */
    void run(long study, Consumer<StudySnapshot> live) throws DataException;

    /** Lets a study that runs here stand still; it goes on another time. */
    void leave(long study);
}
