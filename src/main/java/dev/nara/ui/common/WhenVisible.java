package dev.nara.ui.common;

import javafx.beans.value.ObservableBooleanValue;

/** Work for a part of the window that runs only while the part is visible: at once, or as soon as it becomes visible. */
public final class WhenVisible {
    private final ObservableBooleanValue seen;
    private final Runnable work;
    private boolean due;

    /** {@code seen} says whether the part is on screen. */
    public WhenVisible(ObservableBooleanValue seen, Runnable work) {
        this.seen = seen;
        this.work = work;
        seen.addListener((o, was, is) -> look());
    }

    /** Requests the work. */
    public void due() {
        due = true;
        look();
    }

    private void look() {
        if (due && seen.get()) {
            due = false;
            work.run();
        }
    }
}
