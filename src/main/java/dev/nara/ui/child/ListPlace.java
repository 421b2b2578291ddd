package dev.nara.ui.child;

import dev.nara.explain.Recommendations;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * A place of a list.
 *
 * @param before the rank in the list that it is compared with, from 1; 0 if it was not in that list, {@link #UNKNOWN} if there is none
 * @param times how often the child has watched the item in the training rows
 */
record ListPlace(Recommendations.Entry entry, Album album, int before, int times) {
    /** There is no list to compare with. */
    static final int UNKNOWN = -1;

    /** By how many places it has risen; negative if fallen, 0 for unchanged or unknown. */
    int risen() {
        return before > 0 ? before - entry.rank() : 0;
    }

    /** Whether it is new in the list. */
    boolean fresh() {
        return before == 0;
    }

    /** The movement as text, such as up 5, down 2, new; "" if it has not moved. */
    String moved(Texts texts) {
        if (fresh()) {
            return texts.get("child.moved.new");
        }
        int risen = risen();
        return risen == 0 ? "" : texts.get(risen > 0 ? "child.moved.up" : "child.moved.down", Math.abs(risen));
    }

    /** The content of the card for screen readers. */
    String words(Texts texts) {
        List<String> words = new ArrayList<>();
        words.add(texts.get("child.rank", entry.rank()));
        String moved = moved(texts);
        if (!moved.isEmpty()) {
            words.add(moved);
        }
        if (entry.heldOut()) {
            words.add(texts.get("mark.held.out"));
        }
        words.add(
                entry.seen()
                        ? times > 0 ? texts.get("child.seen.times", times) : texts.get("mark.seen")
                        : texts.get("child.seen.not"));
        words.add(album.name(texts));
        return String.join(", ", words);
    }
}
