package dev.nara.analysis;

import dev.nara.eval.Significance;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One setting among those compared. */
public final class Contender {
    private final List<StoredRun> runs;
    private final Significance.Group group;
    private final Optional<Text> share;

    Contender(List<StoredRun> runs, Significance.Group group, Optional<Text> share) {
        this.runs = List.copyOf(runs);
        this.group = group;
        this.share = share;
    }

    /** Its runs, one per seed. */
    public List<StoredRun> runs() {
        return runs;
    }

    /** Their figures. */
    public Significance.Group group() {
        return group;
    }

    /** The mean of its runs' best epochs on the validation part; NaN if a run has none. */
    double onValidation(String metric) {
        return runs.stream()
                .mapToDouble(run -> run.spec().chosenOnTest()
                        ? Double.NaN
                        : run.best().map(best -> best.metrics().get(metric)).orElse(Double.NaN))
                .average()
                .orElse(Double.NaN);
    }

    /** How many seeds of its series the mean covers, see {@link SeriesShare#words}. */
    public Optional<Text> share() {
        return share;
    }

    /** The numbers of its runs, with the name of the first. */
    public String title() {
        String ids = runs.stream().map(run -> Long.toString(run.id())).collect(Collectors.joining(","));
        String name = runs.get(0).label().name();
        return name.isBlank() ? ids : ids + " " + name;
    }
}
