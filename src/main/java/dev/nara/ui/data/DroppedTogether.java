package dev.nara.ui.data;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Several tables that were dropped at once: the log, and those that are joined to it one by one when it is open. */
final class DroppedTogether {
    private final Deque<Path> others = new ArrayDeque<>();
    private @Nullable Path log;
    private @Nullable Path asked;

    /** These were dropped, of which one is the log. */
    void are(Path first, List<Path> all) {
        log = first;
        asked = null;
        others.clear();
        all.stream().filter(path -> !path.equals(first)).forEach(others::add);
    }

    /** Other data than their log takes their place. */
    void comes(Path path) {
        if (!path.equals(log)) {
            log = null;
            asked = null;
            others.clear();
        }
    }

    /** Whether this is their log. */
    boolean isLog(Path path) {
        return path.equals(log);
    }

    /** Whether this is the one of the others that people are asked about. */
    boolean isAsked(Path path) {
        return path.equals(asked);
    }

    /** Those of the others that come yet. */
    List<Path> left() {
        return List.copyOf(others);
    }

    /** The next of the others. */
    Optional<Path> next() {
        asked = others.poll();
        return Optional.ofNullable(asked);
    }
}
