package dev.nara.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ids of a file and their dense indices 0 … size-1, in order of first appearance. Not changed after reading. */
public final class IdIndex {
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private @Nullable NumberIndex numbers;

    /** The index of the id, given a new one when it is not known yet; for readers only. */
    public int add(String id) {
        Integer known = indices.get(id);
        if (known != null) {
            return known;
        }
        indices.put(id, ids.size());
        ids.add(id);
        return ids.size() - 1;
    }

    /** The same of an id that is a whole number, which is not written out unless it is new. */
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

    /** The index of the id, or -1. */
    public int indexOf(String id) {
        return indices.getOrDefault(id, -1);
    }

    /** The id at an index. */
    public String id(int index) {
        return ids.get(index);
    }

    /** How many ids there are. */
    public int size() {
        return ids.size();
    }
}
