package dev.nara.search.study;

/** The time of a study by the clock of the machine, from where it stood when it was stored last. */
public final class WallClock implements BudgetClock {
    private double before;
    private long since;
    private boolean on;

    /** @param seconds that the study had had */
    public WallClock(double seconds) {
        before = seconds;
    }

    @Override
    public synchronized double seconds() {
        return before + (on ? (System.nanoTime() - since) / 1e9 : 0);
    }

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }

    @Override
    public synchronized void running(boolean now) {
        if (now != on) {
            before = seconds();
            since = System.nanoTime();
            on = now;
        }
    }
}
