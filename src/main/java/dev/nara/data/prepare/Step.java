package dev.nara.data.prepare;

import dev.nara.text.Numbers;
import dev.nara.text.Text;

/**
 * What one step of a preparation did. Users and items are those with at least one row.
 *
 * @param id names the step; its text is {@code step.ID}
 * @param detail what it was told, "" for nothing
 * @param before rows, users and items that went in
 * @param after rows, users and items that came out
 */
public record Step(String id, String detail, Counts before, Counts after) {
    /** Rows, and the users and items that have any. */
    public record Counts(long rows, int users, int items) {}

    /** The step in words. */
    public Text name() {
        return Text.of(id.startsWith("repair.") ? id : "step." + id);
    }

    /** A count before and after, or the one where nothing changed. */
    public static String change(long before, long after) {
        return before == after ? Numbers.grouped(after) : Numbers.grouped(before) + " → " + Numbers.grouped(after);
    }
}
