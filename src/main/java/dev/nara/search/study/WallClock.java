package dev.nara.search.study;

/** The clock of a study, based on that of the machine, continuing from its last stored time. */
public final class WallClock implements BudgetClock {
    private double before;
    private long since;
    private boolean on;

    /**
     * @param seconds already on the study's clock
     */
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
