package dev.nara.ui.data;

import java.util.ArrayDeque;
import java.util.Deque;

/** Undoes the changes of the page, the latest first. */
final class UndoStack {
    private final Deque<Runnable> backs = new ArrayDeque<>();

    /** Adds a change that {@code back} undoes. */
    void did(Runnable back) {
        backs.push(back);
    }

    /** Undoes the latest change; false if there is none. */
    boolean undo() {
        Runnable back = backs.poll();
        if (back != null) {
            back.run();
        }
        return back != null;
    }

    /** Discards all changes, because they belong to other data. */
    void clear() {
        backs.clear();
    }
}
