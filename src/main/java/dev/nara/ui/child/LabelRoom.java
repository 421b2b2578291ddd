package dev.nara.ui.child;

import java.util.ArrayList;
import java.util.List;

/** Prevents labels of one line on a drawing from overlapping; in pixels. */
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

    /** Labels must be between these x coordinates. */
    LabelRoom(double from, double to) {
        this.from = from;
        this.to = to;
    }

    /** Reserves the space of a label centred at {@code y}; false if it would overlap another or exceed the edges. */
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
