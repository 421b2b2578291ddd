package dev.nara.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts what a reader meets, and keeps the first examples of each. */
public final class Findings {
    private static final class Tally {
        private long count;
        private final List<String> examples = new ArrayList<>();
    }

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    /** One more of these; the example is only made while few are kept. */
    public void add(String id, Supplier<String> example) {
        Tally tally = tallies.computeIfAbsent(id, i -> new Tally());
        tally.count++;
        if (tally.examples.size() < Finding.EXAMPLES) {
            tally.examples.add(example.get());
        }
    }

    /** A few of these for the eye, counted no further. */
    public void sample(String id, Supplier<String> example) {
        Tally tally = tallies.get(id);
        if (tally == null || tally.count < Finding.EXAMPLES) {
            add(id, example);
        }
    }

    /** So many more of these, with one thing to say about them. */
    public void put(String id, long count, String example) {
        if (count > 0) {
            Tally tally = tallies.computeIfAbsent(id, i -> new Tally());
            tally.count += count;
            tally.examples.add(example);
        }
    }

    /** All of them, in the order in which each was first met. */
    public List<Finding> list() {
        return tallies.entrySet().stream()
                .map(t -> new Finding(t.getKey(), t.getValue().count, t.getValue().examples))
                .toList();
    }
}
