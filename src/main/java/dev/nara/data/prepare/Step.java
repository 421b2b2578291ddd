package dev.nara.data.prepare;

import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The effect of one step of a preparation. Users and items are those with at least one row.
 *
 * @param id of the step; its text is {@code step.ID}
 * @param detail its argument, "" for none
 * @param before rows, users and items before the step
 * @param after rows, users and items after it
 */
public record Step(String id, String detail, Counts before, Counts after) {
    /**
     * The number of rows, and of users and items with rows.
     *
     * @param catalogue items, with rows or not
     * @param toFind pairs in the test part of the files, 0 without one
     */
    public record Counts(long rows, int users, int items, int catalogue, long toFind) {}

    /** Texts for other changes: of the catalogue's size, and of the number of test pairs. */
    public List<Text> alsoChanged() {
        List<Text> changes = new ArrayList<>();
        if (before.catalogue() != after.catalogue()) {
            changes.add(Text.of("step.change.catalogue", change(before.catalogue(), after.catalogue())));
        }
        if (before.toFind() != after.toFind()) {
            changes.add(Text.of("step.change.find", change(before.toFind(), after.toFind())));
        }
        return changes;
    }

    /** The text of the step. */
    public Text name() {
        return Text.of(id.startsWith("repair.") ? id : "step." + id);
    }

    /** A count before and after, or a single number if it did not change. */
    public static String change(long before, long after) {
        return before == after ? Numbers.grouped(after) : Numbers.grouped(before) + " → " + Numbers.grouped(after);
    }
}
