package dev.nara.ui.palette;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Where things of a group are found. */
public interface Source {
    /** What it finds. */
    Group group();

    /** Whether it takes so long that the search is done off the JavaFX thread. */
    boolean slow();

    /** What there is now, asked whenever the palette is opened, on the JavaFX thread. */
    Search open();

    /** A search through what there was. */
    @FunctionalInterface
    interface Search {
        /** On any thread where the source is slow, one at a time. */
        Found find(Query query, List<String> recent, int atMost) throws Exception;

        /** A search through entries that are made when they are first looked through. */
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
