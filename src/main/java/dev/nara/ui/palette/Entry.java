package dev.nara.ui.palette;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something that can be found.
 *
 * @param key tells it from all others; what was used lately is known by it
 * @param other its names in other words, by which it is found, too
 * @param hint stands beside the name and is sought through; "" for none
 * @param place where it lives, shown where there is no hint; not sought through
 * @param value stands at the end of the row; "" for none
 * @param keys the keys that do the same, one a cap
 * @param off why it cannot be done now; "" where it can
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
    /** One without more than a name, which can be done. */
    public static Entry of(Group group, String key, Feather sign, String name, Runnable act) {
        return new Entry(group, key, sign, name, List.of(), "", "", "", List.of(), "", act);
    }

    /** The same with what stands beside its name and at the end of its row. */
    public Entry with(String beside, String end) {
        return new Entry(group, key, sign, name, other, beside, place, end, keys, off, act);
    }

    boolean possible() {
        return off.isEmpty();
    }
}
