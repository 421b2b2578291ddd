package dev.nara.store.folder;

import dev.nara.data.AtomicFile;
import dev.nara.data.SealedJson;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stored events of a run as a text file, readable by people, from which the run can be rebuilt: one line per event with the time, two
 * blanks, the event, two blanks, and the checksum of the line so far. Lines of earlier versions have no checksum.
 */
public final class RunLog {
    private static final Pattern LINE = Pattern.compile("(\\S+  (\\{.*\\}))(?:  ([0-9a-f]{8}))?");

    private RunLog() {}

    /** Adds an event; if its transaction failed before, it may be in the file twice. */
    public static void append(Path file, RunEvent event) throws IOException {
        append(file, now(), event);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Adds an event with its time. */
    static void append(Path file, Instant at, RunEvent event) throws IOException {
        StoredLines.append(file, line(at, event));
    }

    private static String line(Instant at, RunEvent event) {
        String line = at + "  " + RunJson.event(event);
        return line + "  " + SealedJson.sum(line);
    }

    /** Writes the log of an imported run that has none, as with archives of earlier versions. */
    public static void complete(Path folder, List<RunEvent> events) throws IOException {
        Path log = RunFiles.log(folder);
        if (!Files.exists(log)) {
            AtomicFile.write(log, out -> {
                for (RunEvent event : events) {
                    out.write((line(now(), event) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        }
    }

    /** The content of a log: the events before the first damaged line, and how many lines were not read. */
    public record Contents(List<RunEvent> events, int unread) {
        /** Whether all lines were read and have the same epochs as the stored events; one more is allowed if the run has not ended. */
        public boolean agrees(List<RunEvent> stored, boolean ended) {
            List<RunEvent.EpochDone> own = RunEvent.epochs(events);
            List<RunEvent.EpochDone> others = RunEvent.epochs(stored);
            int more = own.size() - others.size();
            return unread == 0
                    && (more == 0 || (more == 1 && !ended))
                    && own.subList(0, others.size()).equals(others);
        }
    }

    /** Whether the epochs of each phase are complete and in order. */
    public static boolean inOrder(List<RunEvent> events) {
        Collected collected = new Collected();
        return events.stream().allMatch(collected::add) && collected.events.equals(events);
    }

    /** Reads a log; ignores an incomplete last line. */
    public static Contents read(Path file) throws IOException {
        List<String> lines = StoredLines.read(file);
        int whole = StoredLines.endsInHalf(file) ? lines.size() - 1 : lines.size();
        Collected collected = new Collected();
        boolean summed = false;
        for (int n = 0; n < whole; n++) {
            Matcher line = LINE.matcher(lines.get(n));
            Optional<RunEvent> event = line.matches() && whole(line, summed) ? event(line.group(2)) : Optional.empty();
            if (event.isEmpty() || !collected.add(event.get())) {
                return new Contents(collected.events, whole - n);
            }
            summed |= line.group(3) != null;
        }
        return new Contents(collected.events, 0);
    }

    /** Collects events: an epoch that was trained again replaces its earlier event and all that followed. */
    private static final class Collected {
        private final List<RunEvent> events = new ArrayList<>();
        private final Map<String, Integer> epochs = new HashMap<>();

        /** Adds an event; returns false for an epoch that does not follow the previous one: logs of earlier versions may lack one. */
        boolean add(RunEvent event) {
            if (event instanceof RunEvent.EpochDone epoch) {
                int done = epochs.getOrDefault(epoch.phase(), 0);
                if (epoch.epoch() < 1 || epoch.epoch() > done + 1) {
                    return false;
                }
                if (epoch.epoch() <= done) {
                    cut(other -> other instanceof RunEvent.EpochDone before
                            && before.phase().equals(epoch.phase())
                            && before.epoch() == epoch.epoch());
                }
                epochs.put(epoch.phase(), epoch.epoch());
            } else if (event instanceof RunEvent.Started) {
                cut(other -> true);
            } else if (event instanceof RunEvent.Tested) {
                cut(RunEvent.Tested.class::isInstance);
            }
            events.add(event);
            return true;
        }

        /** Removes the first matching event and all after it. */
        private void cut(Predicate<RunEvent> condition) {
            int from = 0;
            while (from < events.size() && !condition.test(events.get(from))) {
                from++;
            }
            events.subList(from, events.size()).clear();
            epochs.clear();
            RunEvent.epochs(events).forEach(epoch -> epochs.put(epoch.phase(), epoch.epoch()));
        }
    }

    private static boolean whole(Matcher line, boolean summed) {
        return line.group(3) == null ? !summed : line.group(3).equals(SealedJson.sum(line.group(1)));
    }

    private static Optional<RunEvent> event(String json) {
        try {
            return Optional.of(RunJson.event(json));
        } catch (RuntimeException e) {
            // The parser throws various exceptions on damaged lines.
            return Optional.empty();
        }
    }
}
