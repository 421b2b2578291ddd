package dev.nara.ui.child;

import dev.nara.explain.Recommendations;
import dev.nara.ui.common.Texts;

/** One place of the list; {@code moved} says how it stood after the epoch before, "" where that is not known. */
record ListPlace(Recommendations.Entry entry, Album album, String moved) {
    /** Whether it is a hit, and whether the child knows the album already. */
    String marks(Texts texts) {
        return (entry.heldOut() ? "★ " + texts.get("mark.held.out") + " " : "")
                + (entry.seen() ? "✓ " + texts.get("mark.seen") : "");
    }
}
