package dev.nara.ui.palette;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something that the palette can find.
 *
 * @param key identifies the entry, also in the list of recently used ones
 * @param other further names by which it is found
 * @param hint shown beside the name and searched; "" for none
 * @param place where it is in the window, shown if there is no hint; not searched
 * @param value shown at the end of the row; "" for none
 * @param keys the keys of its shortcut, each shown as a cap
 * @param off why it is disabled; "" if it is enabled
 */
public record Entry(
        Group group,
        String key,
        Feather sign,
        String name,
        List<String> other,
        String hint,
        String place,
        String value,
        List<String> keys,
        String off,
        Runnable act) {
    /** An enabled entry with only a name. */
    public static Entry of(Group group, String key, Feather sign, String name, Runnable act) {
        return new Entry(group, key, sign, name, List.of(), "", "", "", List.of(), "", act);
    }

    /** A copy with a hint beside its name and a value at the end of its row. */
    public Entry with(String beside, String end) {
        return new Entry(group, key, sign, name, other, beside, place, end, keys, off, act);
    }

    boolean possible() {
        return off.isEmpty();
    }
}
