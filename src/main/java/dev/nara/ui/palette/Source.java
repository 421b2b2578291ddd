package dev.nara.ui.palette;

import java.util.List;

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
    }
}
