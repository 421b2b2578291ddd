package dev.nara.search.study;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A log in memory; it can kill the program at one of its changes, and say something for a person after an event. */
public final class MemoryLog implements StudyLog {
    private final List<Recorded> all = new ArrayList<>();
    private final TreeMap<Long, StudyEvent> said = new TreeMap<>();
    private int changes;
    private int killAt;
    private int failAt;
    private boolean before;

    /** The program is gone. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Kills the program at the n-th change from now on, before it is stored or after. */
    public MemoryLog killAt(int n, boolean beforeIt) {
        changes = 0;
        killAt = n;
        before = beforeIt;
        return this;
    }

    /** The disk is full at the n-th change from now on, once. */
    public MemoryLog failAt(int n) {
        changes = 0;
        failAt = n;
        return this;
    }

    /** A person says something as soon as there are so many events. */
    public MemoryLog say(long after, StudyEvent.Steering event) {
        said.put(after, event);
        return this;
    }

    @Override
    public List<Recorded> since(long seq) {
        return List.copyOf(all.subList((int) seq, all.size()));
    }

    @Override
    public void append(double seconds, Made made) throws DataException {
        changes++;
        if (changes == killAt && before) {
            throw new Killed();
        }
        if (changes == failAt) {
            throw new DataException(Text.of("study.gone", 1), Text.of("study.gone.remedy"));
        }
        for (StudyEvent event : made.make()) {
            StudyEvent stored = StudyJson.event(StudyJson.json(event).toString());
            all.add(new Recorded(all.size() + 1, seconds, "2026-01-01T00:00:00Z", stored));
        }
        while (!said.isEmpty() && said.firstKey() <= all.size()) {
            all.add(new Recorded(
                    all.size() + 1,
                    seconds,
                    "2026-01-01T00:00:00Z",
                    said.pollFirstEntry().getValue()));
        }
        if (changes == killAt) {
            throw new Killed();
        }
    }

    @Override
    public void clock(double seconds) {}

    public List<StudyEvent> events() {
        return all.stream().map(Recorded::event).toList();
    }
}
