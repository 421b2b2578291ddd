package dev.nara.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of a file and their dense indices 0 … size-1, in order of first appearance. Not changed after reading. */
public final class IdIndex {
    /** Numbers of up to this many digits fit into a long. */
    private static final int DIGITS = 18;

    private final Map<String, Integer> indices = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private @Nullable NumberIndex numbers;
    private volatile @Nullable Long hash;

    /** The index of an id, added if it is new; for readers only. */
    public int add(String id) {
        Integer known = indices.get(id);
        if (known != null) {
            return known;
        }
        indices.put(id, ids.size());
        ids.add(id);
        if (hash != null) {
            hash = null;
        }
        return ids.size() - 1;
    }

    /** The index of an id that is a whole number; creates its text only if it is new. */
    public int add(long id) {
        if (numbers == null) {
            numbers = new NumberIndex();
        }
        int known = numbers.get(id);
        if (known >= 0) {
            return known;
        }
        int index = add(Long.toString(id));
        numbers.put(id, index);
        return index;
    }

    /** The index of the id in a section of a text; creates a string only if it is new. */
    public int add(String text, int from, int to) {
        long number = to - from > DIGITS ? -1 : 0;
        for (int i = from; i < to && number >= 0; i++) {
            int digit = text.charAt(i) - '0';
            number = digit < 0 || digit > 9 ? -1 : 10 * number + digit;
        }
        // 007 and 7 are different ids.
        boolean asWritten = number > 0 && text.charAt(from) != '0';
        return asWritten ? add(number) : add(text.substring(from, to));
    }

    /** The index of the id, or -1. */
    public int indexOf(String id) {
        return indices.getOrDefault(id, -1);
    }

    /** The id at an index. */
    public String id(int index) {
        return ids.get(index);
    }

    /** Continues a hash with every id in order; cached until one is added. */
    long hash(long before) {
        Long known = hash;
        if (known == null) {
            long own = 0;
            for (String id : ids) {
                own = own * RowsHash.HASH + id.hashCode();
            }
            known = own;
            hash = known;
        }
        return RowsHash.after(before, ids.size(), known);
    }

    /** The number of ids. */
    public int size() {
        return ids.size();
    }
}
