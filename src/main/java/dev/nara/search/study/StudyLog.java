package dev.nara.search.study;

import dev.nara.data.DataException;
import java.util.List;

/** Stores the events of a study. Each change is stored completely or not at all. */
public interface StudyLog {
    /** The stored events after an event number, 0 for all, in order. */
    List<Recorded> since(long seq) throws DataException;

    /** Creates events, for instance by storing a run. */
    @FunctionalInterface
    interface Made {
        /** Creates the events. */
        List<StudyEvent> make() throws DataException;
    }

    /** Stores events at a time of the study's clock, together with whatever is stored while they are created. */
    void append(double seconds, Made made) throws DataException;

    /** Stores the time of the clock. */
    void clock(double seconds) throws DataException;
}
