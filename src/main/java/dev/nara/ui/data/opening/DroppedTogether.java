package dev.nara.ui.data.opening;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several tables that were dropped at once: the log, and those that are joined to it one by one when it is open. */
public final class DroppedTogether {
    private final Deque<Path> others = new ArrayDeque<>();
    private @Nullable Path log;
    private @Nullable Path asked;

    /** These were dropped, of which one is the log. */
    public void are(Path first, List<Path> all) {
        log = first;
        asked = null;
        others.clear();
        all.stream().filter(path -> !path.equals(first)).forEach(others::add);
    }

    /** Other data than their log takes their place. */
    public void comes(Path path) {
        if (!path.equals(log)) {
            log = null;
            asked = null;
            others.clear();
        }
    }

    /** Whether this is their log. */
    public boolean isLog(Path path) {
        return path.equals(log);
    }

    /** Whether this is the one of the others that people are asked about. */
    public boolean isAsked(Path path) {
        return path.equals(asked);
    }

    /** Those of the others that come yet. */
    public List<Path> left() {
        return List.copyOf(others);
    }

    /** The next of the others. */
    public Optional<Path> next() {
        asked = others.poll();
        return Optional.ofNullable(asked);
    }
}
