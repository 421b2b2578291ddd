package dev.nara.ui.data;

import java.util.ArrayDeque;
import java.util.Deque;

/** What takes back the changes of the page, the latest first. */
final class UndoStack {
    private final Deque<Runnable> backs = new ArrayDeque<>();

    /** A change was made that this takes back. */
    void did(Runnable back) {
        backs.push(back);
    }

    /** Takes back the latest change; false where there is none. */
    boolean undo() {
        Runnable back = backs.poll();
        if (back != null) {
            back.run();
        }
        return back != null;
    }

    /** Other data: earlier changes are none of it. */
    void clear() {
        backs.clear();
    }
}
