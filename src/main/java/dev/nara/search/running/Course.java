package dev.nara.search.running;

import dev.nara.data.DataException;
import dev.nara.search.study.BudgetClock;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyLog;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.StudyState;
import java.util.List;

/** A study's state, kept in step with what is stored of it. Guarded by itself, for runs tell on threads of their own. */
final class Course {
    /** Between two times at which the study's clock is stored. */
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

    /** Takes in what was stored since, by whichever program. */
    synchronized void read() throws DataException {
        log.since(state.seq()).forEach(state::apply);
    }

    /** Stores events with whatever is stored while they are made, and takes them in. */
    synchronized void keep(StudyLog.Made made) throws DataException {
        stored = clock.seconds();
        log.append(stored, made);
        read();
    }

    /** The same. */
    void keep(StudyEvent... events) throws DataException {
        List<StudyEvent> all = List.of(events);
        keep(() -> all);
    }

    /** The clock is stored now and then, so that little time is lost where the program is killed. */
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
