package dev.nara.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Past states for undo, and undone states for redo. */
public final class History<T> {
    private static final int MOST = 200;

    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private @Nullable T current;

    /** Records the current state; undone states are discarded. */
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

    /** Goes back by one state; empty if there is none. */
    public Optional<T> undo() {
        return move(before, after);
    }

    /** Goes forward by one state; empty if there is none. */
    public Optional<T> redo() {
        return move(after, before);
    }

    /** Whether there is a state to go back to. */
    public boolean canUndo() {
        return !before.isEmpty();
    }

    /** Whether there is a state to go forward to. */
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
