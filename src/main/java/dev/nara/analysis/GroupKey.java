package dev.nara.analysis;

import dev.nara.text.Text;
import java.util.Locale;

/**
 * What the members of a group have in common; groups are in the order of their places, then of their names.
 *
 * @param name in one word
 * @param text for people
 */
record GroupKey(double place, String name, Text text) implements Comparable<GroupKey> {
    @Override
    public int compareTo(GroupKey other) {
        int byPlace = Double.compare(place, other.place);
        return byPlace != 0 ? byPlace : name.compareTo(other.name);
    }

    /** A group that is known by the end of its text's key. */
    static GroupKey of(int place, String key) {
        return new GroupKey(place, key.substring(key.lastIndexOf('.') + 1), Text.of(key));
    }

    /** The words of an attribute, else its name. */
    static Object attribute(String name) {
        return words("attribute.", name);
    }

    /** The words of a code that readers know, else itself. */
    static Object code(String value) {
        return words("code.", value);
    }

    private static Object words(String prefix, String word) {
        return Text.exists(prefix + word, Locale.ENGLISH) ? Text.of(prefix + word) : word;
    }
}
