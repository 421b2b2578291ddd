package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What to know about a split of a dataset before trusting figures, as far as it applies to the data at hand. */
public final class SplitWarnings {
    /** If at least this share of held-out pairs has items without training rows, a warning says so. */
    private static final double MANY_NEW = 0.5;

    private final Dataset dataset;
    private final Split split;
    private final List<Warning> warnings = new ArrayList<>();

    private SplitWarnings(Dataset dataset, Split split) {
        this.dataset = dataset;
        this.split = split;
    }

    /**
     * All warnings; reads all rows, so not for the JavaFX thread.
     *
     * @param coldCounted whether users without training rows are evaluated with all others
     */
    public static List<Warning> of(Dataset dataset, Split split, boolean coldCounted) {
        SplitWarnings found = new SplitWarnings(dataset, split);
        found.flattery();
        found.nothing();
        found.newItems();
        ColdUsers.warning(dataset, split, coldCounted).ifPresent(found.warnings::add);
        return List.copyOf(found.warnings);
    }

    private void flattery() {
        String leak = Numbers.percent(split.leakShare(), 1);
        boolean leaks = split.leakShare() > 0;
        switch (split.flattery()) {
            case RANDOM -> {
                if (leaks) {
                    String other = Usual.byTime(dataset) ? "time" : "random-pairs:0.8";
                    warnings.add(Warning.split(Text.of("split.warning.random", leak), other));
                } else {
                    future();
                }
            }
            case FUTURE -> {
                if (dataset.timed()) {
                    future();
                } else {
                    warnings.add(Warning.split(Text.of("split.warning.lines"), Usual.WITHOUT_TIMES));
                }
            }
            case UNKNOWN -> {
                if (leaks) {
                    warnings.add(new Warning(Text.of("split.warning.known", leak), Map.of("candidates", "all:masked")));
                }
            }
            case NONE -> {}
        }
    }

    /** Warns if training rows are in fact later than some held-out ones. */
    private void future() {
        if (!dataset.timed() || firstToFind() >= split.known().lastTime()) {
            return;
        }
        if (Usual.byTime(dataset)) {
            warnings.add(Warning.split(Text.of("split.warning.future"), "time"));
        } else {
            warnings.add(new Warning(Usual.timeLeaves(dataset)
                    .map(left -> Text.of("split.warning.future.only", left.trained(), left.evaluated()))
                    .orElse(Text.of("split.warning.future"))));
        }
    }

    private long firstToFind() {
        Interactions rows = dataset.interactions();
        long first = Long.MAX_VALUE;
        for (int u = 0; u < rows.users(); u++) {
            int[] truth = split.truth(u);
            for (int r = rows.start(u); truth.length > 0 && r < rows.end(u); r++) {
                if (rows.time(r) < first && Arrays.binarySearch(truth, rows.item(r)) >= 0) {
                    first = rows.time(r);
                }
            }
        }
        return first;
    }

    private void nothing() {
        if (split.summary().pairsToFind() > 0) {
            return;
        }
        if (split.spec().equals(AllRows.NAME)) {
            warnings.add(new Warning(Text.of("split.warning.all")));
            return;
        }
        Text what = Text.of("split.warning.nothing");
        warnings.add(
                finds(Usual.WITHOUT_TIMES) && !split.spec().equals(Usual.WITHOUT_TIMES)
                        ? Warning.split(what, Usual.WITHOUT_TIMES)
                        : new Warning(what));
    }

    private boolean finds(String other) {
        try {
            return Splits.split(dataset, other, 1).evaluatedUsers() > 0;
        } catch (DataException e) {
            return false;
        }
    }

    private void newItems() {
        double share = split.summary().newItemShare();
        if (share >= MANY_NEW) {
            Text what = Text.of("split.warning.new", Numbers.percent(share, 1));
            warnings.add(
                    split.spec().equals(Usual.WITHOUT_TIMES)
                            ? new Warning(what)
                            : Warning.split(what, Usual.WITHOUT_TIMES));
        }
    }
}
