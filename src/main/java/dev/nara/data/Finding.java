package dev.nara.data;

import java.util.List;

/**
 * Something about the data that whoever trains on it should know.
 *
 * @param id names it in files and on the command line; its texts are {@code finding.ID} (what it is, with the count as
 *     argument) and {@code finding.ID.effect} (what it would do to training)
 * @param count how often it occurs
 * @param examples a few occurrences by id, for the eye
 * @param repair the id of the repair that removes it, "" where nothing needs to be done or nothing can
 */
public record Finding(String id, long count, List<String> examples, String repair) {
    /** How many examples a finding keeps at most. */
    public static final int EXAMPLES = 5;

    /** Copies the examples. */
    public Finding {
        examples = List.copyOf(examples);
    }

    /** Whether its repair is among these. */
    public boolean mended(List<String> repairs) {
        return !repair.isEmpty() && repairs.contains(repair);
    }

    /** Without a repair. */
    public Finding(String id, long count, List<String> examples) {
        this(id, count, examples, "");
    }
}
