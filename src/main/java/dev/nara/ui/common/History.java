package dev.nara.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was, so that it can be again, and what was undone. */
public final class History<T> {
    private static final int MOST = 200;

    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private @Nullable T current;

    /** Tells what is now; what was undone is then forgotten. */
    public void now(T state) {
        if (state.equals(current)) {
            return;
        }
        if (current != null) {
            before.push(current);
            if (before.size() > MOST) {
                before.removeLast();
            }
        }
        current = state;
        after.clear();
    }

    /** Goes back by one. */
    public Optional<T> undo() {
        return move(before, after);
    }

    /** Goes forward again by one. */
    public Optional<T> redo() {
        return move(after, before);
    }

    /** Whether there is something to go back to. */
    public boolean canUndo() {
        return !before.isEmpty();
    }

    /** Whether there is something to go forward to. */
    public boolean canRedo() {
        return !after.isEmpty();
    }

    private Optional<T> move(Deque<T> from, Deque<T> to) {
        T next = from.poll();
        if (next == null) {
            return Optional.empty();
        }
        if (current != null) {
            to.push(current);
        }
        current = next;
        return Optional.of(next);
    }
}
