package dev.nara.ui.palette;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A source of entries of a group. */
public interface Source {
    /** The group of its entries. */
    Group group();

    /** Whether searching is slow and must run off the JavaFX thread. */
    boolean slow();

    /** The current content, requested on the JavaFX thread whenever the palette is opened. */
    Search open();

    /** A search of the content. */
    @FunctionalInterface
    interface Search {
        /** Searches on any thread if the source is slow, one search at a time. */
        Found find(Query query, List<String> recent, int atMost) throws Exception;

        /** A search of entries that are created when first needed. */
        static Search through(Callable<List<Entry>> made) {
            return new Search() {
                private @Nullable List<Entry> entries;

                @Override
                public synchronized Found find(Query query, List<String> recent, int atMost) throws Exception {
                    List<Entry> all = entries == null ? made.call() : entries;
                    entries = all;
                    return Found.in(all, query, recent, atMost);
                }
            };
        }
    }
}
