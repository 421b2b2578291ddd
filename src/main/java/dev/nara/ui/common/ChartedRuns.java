package dev.nara.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The runs on the charts. Each keeps its colour while it is there, and has the same one in the rail, the curves and the comparison. Only
 * for the JavaFX thread.
 */
public final class ChartedRuns {
    private final ObservableList<Long> runs = FXCollections.observableArrayList();
    /** The runs by colour index; null for a free colour. */
    private final List<@Nullable Long> colours = new ArrayList<>();

    /** A read-only view of the runs in the order in which they were added. */
    public ObservableList<Long> runs() {
        return FXCollections.unmodifiableObservableList(runs);
    }

    /** Adds a run to the charts, or removes it. */
    public void set(long run, boolean on) {
        if (on && !runs.contains(run)) {
            take(run);
            runs.add(run);
        } else if (!on && runs.contains(run)) {
            colours.set(colour(run), null);
            runs.remove(Long.valueOf(run));
        }
    }

    private void take(long run) {
        int free = colours.indexOf(null);
        if (free < 0) {
            colours.add(run);
        } else {
            colours.set(free, run);
        }
    }

    /** The index of the run's colour, from 0, modulo the number of colours in the palette's series; -1 if it is not on the charts. */
    public int colour(long run) {
        return IntStream.range(0, colours.size())
                .filter(c -> Long.valueOf(run).equals(colours.get(c)))
                .findFirst()
                .orElse(-1);
    }

    /** The index of the run's colour, or of the one that it would get if it were added now. */
    public int colourOrNext(long run) {
        int own = colour(run);
        int free = colours.indexOf(null);
        return own >= 0 ? own : free >= 0 ? free : colours.size();
    }
}
