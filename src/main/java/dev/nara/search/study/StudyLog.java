package dev.nara.search.study;

import dev.nara.data.DataException;
import java.util.List;

/** Where the events of a study are kept. Each change is kept whole or not at all. */
public interface StudyLog {
    /** What was kept after an event, 0 for from the beginning, in order. */
    List<Recorded> since(long seq) throws DataException;

    /** Makes events, such as by storing a run. */
    @FunctionalInterface
    interface Made {
        /** Makes them. */
        List<StudyEvent> make() throws DataException;
    }

    /** Keeps events at a time of the study's clock, with whatever is stored while they are made. */
    void append(double seconds, Made made) throws DataException;

    /** Keeps the time of the clock. */
    void clock(double seconds) throws DataException;
}
