package dev.nara.store;

import com.google.gson.JsonParseException;
import dev.nara.data.SealedJson;
import dev.nara.run.RunEvent;
import dev.nara.run.RunJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lasting events of a run as a file that people read and that a run can be rebuilt from: a line each, of the time, two blanks,
 * the event, two blanks, the checksum of all before them. Lines of earlier versions have no checksum.
 */
final class RunLog {
    private static final Pattern LINE = Pattern.compile("(\\S+  (\\{.*\\}))(?:  ([0-9a-f]{8}))?");

    private RunLog() {}

    /** Adds an event; one that was added before its transaction failed may stand there twice. */
    static void append(Path file, RunEvent event) throws IOException {
        append(file, Instant.now().truncatedTo(ChronoUnit.SECONDS), event);
    }

    /** Adds an event of a time. */
    static void append(Path file, Instant at, RunEvent event) throws IOException {
        String line = at + "  " + RunJson.event(event);
        StoredLines.append(file, line + "  " + SealedJson.sum(line));
    }

    /** Writes the log of a run that comes without one, as those of earlier versions may. */
    static void complete(Path folder, List<RunEvent> events) throws IOException {
        Path log = RunFiles.log(folder);
        if (!Files.exists(log)) {
            for (RunEvent event : events) {
                append(log, event);
            }
        }
    }

    /** What a log says: the events up to the first line that was changed, as the run has them, and how many lines follow it. */
    record Told(List<RunEvent> events, int unread) {}

    /** Reads a log; half a line at its end was never written. */
    static Told read(Path file) throws IOException {
        List<String> lines = StoredLines.read(file);
        int whole = StoredLines.endsInHalf(file) ? lines.size() - 1 : lines.size();
        List<RunEvent> events = new ArrayList<>();
        boolean summed = false;
        for (int n = 0; n < whole; n++) {
            Matcher line = LINE.matcher(lines.get(n));
            Optional<RunEvent> event = line.matches() && whole(line, summed) ? event(line.group(2)) : Optional.empty();
            event.ifPresent(told -> add(events, told));
            if (event.isEmpty() || !follows(events)) {
                return new Told(event.isEmpty() ? events : events.subList(0, events.size() - 1), whole - n);
            }
            summed |= line.group(3) != null;
        }
        return new Told(events, 0);
    }

    /** Whether the last event, if it is an epoch, comes after the one before it: earlier versions may have left out one. */
    private static boolean follows(List<RunEvent> events) {
        if (events.get(events.size() - 1) instanceof RunEvent.EpochDone last) {
            long until = RunEvent.epochs(events).stream()
                    .filter(epoch -> epoch.phase().equals(last.phase()))
                    .count();
            return last.epoch() == until;
        }
        return true;
    }

    private static boolean whole(Matcher line, boolean summed) {
        return line.group(3) == null ? !summed : line.group(3).equals(SealedJson.sum(line.group(1)));
    }

    private static Optional<RunEvent> event(String json) {
        try {
            return Optional.of(RunJson.event(json));
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** What is trained again takes the place of what was trained before, and of all that followed it. */
    private static void add(List<RunEvent> events, RunEvent event) {
        for (int n = 0; n < events.size(); n++) {
            if (takesThePlaceOf(event, events.get(n))) {
                events.subList(n, events.size()).clear();
            }
        }
        events.add(event);
    }

    private static boolean takesThePlaceOf(RunEvent event, RunEvent before) {
        if (event instanceof RunEvent.EpochDone epoch && before instanceof RunEvent.EpochDone other) {
            return epoch.phase().equals(other.phase()) && epoch.epoch() == other.epoch();
        }
        return event instanceof RunEvent.Started
                || (event instanceof RunEvent.Tested && before instanceof RunEvent.Tested);
    }
}
