package dev.nara.analysis;

import dev.nara.text.Text;
import java.util.Locale;

/**
 * What the members of a group have in common; groups are ordered by position, then by name.
 *
 * @param name in one word
 * @param text for users
 */
record GroupKey(double place, String name, Text text) implements Comparable<GroupKey> {
    @Override
    public int compareTo(GroupKey other) {
        int byPlace = Double.compare(place, other.place);
        return byPlace != 0 ? byPlace : name.compareTo(other.name);
    }

    /** A group named by the suffix of its text's key. */
    static GroupKey of(int place, String key) {
        return new GroupKey(place, key.substring(key.lastIndexOf('.') + 1), Text.of(key));
    }

    /** The text of an attribute, or its name if it has none. */
    static Object attribute(String name) {
        return words("attribute.", name);
    }

    /** The text of a code with a known meaning, or the code itself. */
    static Object code(String value) {
        return words("code.", value);
    }

    private static Object words(String prefix, String word) {
        return Text.exists(prefix + word, Locale.ENGLISH) ? Text.of(prefix + word) : word;
    }
}
