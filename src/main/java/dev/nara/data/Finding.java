package dev.nara.data;

import java.util.List;

/**
 * Something about the data that users should know before training.
 *
 * @param id its name in files and on the command line; its texts are {@code finding.ID} (what it is, with the count as argument) and {@code
 *     finding.ID.effect} (its effect on training)
 * @param count how often it occurs
 * @param examples the ids of a few occurrences, for display
 * @param repair the id of the repair that removes it, "" if none is needed or possible
 */
public record Finding(String id, long count, List<String> examples, String repair) {
    /** The most examples of a finding. */
    public static final int EXAMPLES = 5;

    public Finding {
        examples = List.copyOf(examples);
    }

    /** Whether its repair is among these. */
    public boolean repaired(List<String> repairs) {
        return !repair.isEmpty() && repairs.contains(repair);
    }

    /** A finding without a repair. */
    public Finding(String id, long count, List<String> examples) {
        this(id, count, examples, "");
    }
}
