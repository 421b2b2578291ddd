package dev.nara.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts what a reader notices, and keeps the first examples of each finding. */
public final class Findings {
    private static final class Tally {
        private long count;
        private final List<String> examples = new ArrayList<>();
    }

    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    /** Counts one occurrence; the example is only created while few are kept. */
    public void add(String id, Supplier<String> example) {
        Tally tally = tallies.computeIfAbsent(id, i -> new Tally());
        tally.count++;
        if (tally.examples.size() < Finding.EXAMPLES) {
            tally.examples.add(example.get());
        }
    }

    /** Adds an example without counting it. */
    public void sample(String id, Supplier<String> example) {
        Tally tally = tallies.get(id);
        if (tally == null || tally.count < Finding.EXAMPLES) {
            add(id, example);
        }
    }

    /** Adds a number of occurrences with one example. */
    public void put(String id, long count, String example) {
        if (count > 0) {
            Tally tally = tallies.computeIfAbsent(id, i -> new Tally());
            tally.count += count;
            tally.examples.add(example);
        }
    }

    /** All findings, in the order of their first occurrence. */
    public List<Finding> list() {
        return tallies.entrySet().stream()
                .map(t -> new Finding(t.getKey(), t.getValue().count, t.getValue().examples))
                .toList();
    }
}
