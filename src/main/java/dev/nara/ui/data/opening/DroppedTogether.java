package dev.nara.ui.data.opening;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several tables that were dropped together: the log, and the others, which are joined to it one by one once it is open. */
public final class DroppedTogether {
    private final Deque<Path> others = new ArrayDeque<>();
    private @Nullable Path log;
    private @Nullable Path asked;

    /** Sets the dropped tables; {@code first} is the log. */
    public void are(Path first, List<Path> all) {
        log = first;
        asked = null;
        others.clear();
        all.stream().filter(path -> !path.equals(first)).forEach(others::add);
    }

    /** Forgets the tables if other data than their log are being opened. */
    public void beginReading(Path path) {
        if (!path.equals(log)) {
            log = null;
            asked = null;
            others.clear();
        }
    }

    /** Whether this is the log. */
    public boolean isLog(Path path) {
        return path.equals(log);
    }

    /** Whether this is the table about which the user is being asked. */
    public boolean isAsked(Path path) {
        return path.equals(asked);
    }

    /** The tables that were not handled yet. */
    public List<Path> left() {
        return List.copyOf(others);
    }

    /** Takes the next table. */
    public Optional<Path> next() {
        asked = others.poll();
        return Optional.ofNullable(asked);
    }
}
