package dev.nara.ui.runs;

import dev.nara.analysis.RunNames;
import dev.nara.store.entry.DamagedRun;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.ChartedRuns;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;

/** The data behind the rows of the rail, as last read. Only for the JavaFX thread. */
final class RailState {
    private final Texts texts;
    private final ChartedRuns charts;
    private final ChartedByChoice charted;
    private final ReadOnlyObjectProperty<Map<Long, LiveRun>> live;
    private Read read = Read.NONE;
    /** First parts of names that several runs of the same data share. */
    private Set<String> fronts = Set.of();

    private boolean wasRead;
    private Map<Long, Map<Integer, Double>> curves = Map.of();
    private List<RailScore.Protocol> usual = List.of();

    /**
     * The result of reading the store.
     *
     * @param unfinished the runs left unfinished that no program works on
     * @param damaged the runs that cannot be read
     * @param searches the studies that a program runs, with the share of their budget that is spent, 0 … 1
     * @param ended the studies that have ended; runs that they abandoned remain paused
     */
    record Read(
            Listing listing,
            RunNames names,
            List<StoredRun> unfinished,
            List<DamagedRun> damaged,
            Map<Long, Double> searches,
            Set<Long> ended) {
        static final Read NONE = new Read(Listing.EMPTY, RunNames.NONE, List.of(), List.of(), Map.of(), Set.of());
    }

    RailState(Texts texts, ChartedRuns charts, ReadOnlyObjectProperty<Map<Long, LiveRun>> live) {
        this.texts = texts;
        this.charts = charts;
        charted = new ChartedByChoice(charts);
        this.live = live;
    }

    Texts texts() {
        return texts;
    }

    void read(Read now) {
        wasRead = true;
        read = now;
        Set<String> once = new HashSet<>();
        fronts = now.listing().runs().stream()
                .map(this::front)
                .filter(front -> !front.isEmpty() && !once.add(front))
                .collect(Collectors.toSet());
    }

    /** Whether the store has been read. */
    boolean wasRead() {
        return wasRead;
    }

    Read read() {
        return read;
    }

    void curves(Map<Long, Map<Integer, Double>> now) {
        curves = now;
    }

    /** The figures of a run by epoch, as far as they have been read. */
    Map<Integer, Double> curve(StoredRun run) {
        return curves.getOrDefault(run.id(), Map.of());
    }

    /** Sets how most of the figures were measured; empty for no runs. */
    void usual(List<RailScore.Protocol> protocol) {
        usual = protocol;
    }

    Optional<RailScore.Protocol> usual() {
        return usual.stream().findFirst();
    }

    /** The progress of a run that this program trains. */
    Optional<LiveRun> live(StoredRun run) {
        return Optional.ofNullable(live.get().get(run.id()));
    }

    /** The name of a run without its number. */
    String name(StoredRun run) {
        return read.names.of(run, texts.locale());
    }

    /** Whether another run of the same data has a name with the same first part, so that only the rest tells them apart. */
    boolean sharesFront(StoredRun run) {
        return fronts.contains(front(run));
    }

    /** The first part of a name with several parts, with the data; "" for other names. */
    private String front(StoredRun run) {
        String name = name(run);
        int end = name.indexOf(" · ");
        return end < 0 ? "" : run.spec().rows() + " " + name.substring(0, end);
    }

    boolean charted(StoredRun run) {
        return colour(run) >= 0;
    }

    /** The index of the run's colour, -1 for a run that is not on the charts. */
    int colour(StoredRun run) {
        return charts.colour(run.id());
    }

    /** Which runs are on the charts. */
    ChartedByChoice charted() {
        return charted;
    }
}
