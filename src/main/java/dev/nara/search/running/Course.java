package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.search.study.BudgetClock;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyLog;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.StudyState;
import java.util.List;

/** A study's state, kept in step with its stored events. Guarded by its own lock, because runs report on their own threads. */
final class Course {
    /** The interval at which the study's clock is stored. */
    private static final double CLOCK_SECONDS = 5;

    private final long study;
    private final StudyState state;
    private final StudyLog log;
    private final BudgetClock clock;
    private double stored;

    Course(long study, StudySpec spec, StudyLog log, BudgetClock clock) {
        this.study = study;
        this.log = log;
        this.clock = clock;
        state = new StudyState(spec);
    }

    /** The study's number. */
    long study() {
        return study;
    }

    StudyState state() {
        return state;
    }

    BudgetClock clock() {
        return clock;
    }

    /** Applies events stored in the meantime, by any process. */
    synchronized void read() throws DataException {
        log.since(state.seq()).forEach(state::apply);
    }

    /** Stores events together with whatever is stored while they are created, and applies them. */
    synchronized void keep(StudyLog.Made made) throws DataException {
        stored = clock.seconds();
        log.append(stored, made);
        read();
    }

    void keep(StudyEvent... events) throws DataException {
        List<StudyEvent> all = List.of(events);
        keep(() -> all);
    }

    /** Stores the clock from time to time, so that little is lost if the process is killed. */
    synchronized void tick() throws DataException {
        clock.running(!state.phase().ended()
                && state.phase() != Phase.PAUSED
                && state.waitsFor().isEmpty());
        if (clock.seconds() - stored >= CLOCK_SECONDS) {
            stored = clock.seconds();
            log.clock(stored);
        }
    }
}
