package dev.nara.ui.child;

import java.util.ArrayList;
import java.util.List;

/** Where labels of one line stand on a drawing, so that none is written over another; in pixels. */
final class LabelRoom {
    private static final double HEIGHT = 11;
    private static final double GAP = 3;

    private final double from;
    private final double to;
    private final List<Extent> taken = new ArrayList<>();

    private record Extent(double left, double right, double y) {
        boolean meets(Extent other) {
            return Math.abs(y - other.y) < HEIGHT && left < other.right + GAP && other.left < right + GAP;
        }
    }

    /** Labels lie between these. */
    LabelRoom(double from, double to) {
        this.from = from;
        this.to = to;
    }

    /** Takes the place of a label whose middle is at {@code y}; false where it would meet another or an edge. */
    boolean take(double left, double y, double wide) {
        Extent label = new Extent(left, left + wide, y);
        boolean free =
                label.left >= from && label.right <= to + 1 && taken.stream().noneMatch(label::meets);
        if (free) {
            taken.add(label);
        }
        return free;
    }
}
