package dev.nara.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are on the charts, each with a colour that it keeps for as long as it is there: the same in the rail, the curves
 * and the comparison. Touched on the JavaFX thread only.
 */
public final class ChartedRuns {
    private final ObservableList<Long> runs = FXCollections.observableArrayList();
    /** By colour, the run that has it. */
    private final List<@Nullable Long> colours = new ArrayList<>();

    /** Their ids in the order in which they came; not to be changed but through this class. */
    public ObservableList<Long> runs() {
        return FXCollections.unmodifiableObservableList(runs);
    }

    /** Puts a run on the charts, or takes it off. */
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

    /** The place of its colour in a palette's series, from 0, to be taken modulo their number; -1 for a run that is on no chart. */
    public int colour(long run) {
        return IntStream.range(0, colours.size())
                .filter(c -> Long.valueOf(run).equals(colours.get(c)))
                .findFirst()
                .orElse(-1);
    }

    /** The place of the colour that a run has, or would have if it came now. */
    public int colourOrNext(long run) {
        int own = colour(run);
        int free = colours.indexOf(null);
        return own >= 0 ? own : free >= 0 ? free : colours.size();
    }
}
