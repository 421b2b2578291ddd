package dev.nara.spark;

import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The ids and titles of all items, by their index. */
final class Catalogue implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] ids;
    private final String[] titles;
    private transient @Nullable IdIndex index;

    private Catalogue(String[] ids, String[] titles) {
        this.ids = ids;
        this.titles = titles;
    }

    static Catalogue of(Dataset dataset) {
        String[] ids = new String[dataset.items().size()];
        String[] titles = new String[ids.length];
        Arrays.setAll(ids, dataset.items()::id);
        Arrays.setAll(titles, dataset::title);
        return new Catalogue(ids, titles);
    }

    /** Items of which only the ids are known. */
    static Catalogue of(String[] ids) {
        return new Catalogue(ids, ids);
    }

    int size() {
        return ids.length;
    }

    String id(int item) {
        return ids[item];
    }

    String title(int item) {
        return titles[item];
    }

    /** The index of an id, or -1. */
    int indexOf(String id) {
        return index().indexOf(id);
    }

    /** All ids in their order; not to be changed. */
    synchronized IdIndex index() {
        IdIndex known = index;
        if (known == null) {
            known = new IdIndex();
            for (String id : ids) {
                known.add(id);
            }
            index = known;
        }
        return known;
    }
}
