package dev.nara.ui.tune;

import dev.nara.data.DataException;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.tune.model.TuneModel;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** The stored studies and their execution. Not for the JavaFX thread, except for {@link #leave}. */
interface StudyDesk {
    /** All studies. */
    TuneModel.Listed list() throws DataException;

    /** Stores a study and returns its number. */
    long create(StudySpec spec) throws DataException;

    /** The current state of a study. */
    StudySnapshot snapshot(long study) throws DataException;

    /** The figure of a stored run, computed like that of trials; empty if that is impossible. */
    OptionalDouble figure(StudySpec spec, StoredRun run) throws DataException;

    /** Adds a user's request to a study, whichever program runs it. */
    void append(long study, StudyEvent.Steering event) throws DataException;

    /**
     * Runs a study in this program until it has nothing more to do, or is left.
     *
     * @param live gets the state of the study after each event
     */
    void run(long study, Consumer<StudySnapshot> live) throws DataException;

    /** Stops running a study in this program; it can be resumed later. */
    void leave(long study);
}
