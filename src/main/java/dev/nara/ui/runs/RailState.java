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

/** What the rows of the rail are made of, as it was read last. Touched on the JavaFX thread only. */
final class RailState {
    private final Texts texts;
    private final ChartedRuns charts;
    private final ChartedByChoice charted;
    private final ReadOnlyObjectProperty<Map<Long, LiveRun>> live;
    private Read read = Read.NONE;
    /** With what names of several runs of the same data begin. */
    private Set<String> fronts = Set.of();

    private boolean wasRead;
    private Map<Long, Map<Integer, Double>> curves = Map.of();
    private List<RailScore.Protocol> usual = List.of();

    /**
     * What was read of the store.
     *
     * @param unfinished the runs left unfinished that no program works on
     * @param damaged those that cannot be read
     * @param searches the studies that a program runs, with the share of their budget that is spent, 0 … 1
     * @param ended the studies that have ended; runs that they dropped stay paused
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

    /** Whether anything was read yet. */
    boolean wasRead() {
        return wasRead;
    }

    Read read() {
        return read;
    }

    void curves(Map<Long, Map<Integer, Double>> now) {
        curves = now;
    }

    /** The figures of a run by epoch, as far as they were read. */
    Map<Integer, Double> curve(StoredRun run) {
        return curves.getOrDefault(run.id(), Map.of());
    }

    /** How most of the figures were measured; nothing of no runs. */
    void usual(List<RailScore.Protocol> protocol) {
        usual = protocol;
    }

    Optional<RailScore.Protocol> usual() {
        return usual.stream().findFirst();
    }

    /** How far a run is that trains here. */
    Optional<LiveRun> live(StoredRun run) {
        return Optional.ofNullable(live.get().get(run.id()));
    }

    /** Its name without its number. */
    String name(StoredRun run) {
        return read.names.of(run, texts.locale());
    }

    /** Whether another run of its data has a name that begins as this does, so that they differ further on. */
    boolean sharesFront(StoredRun run) {
        return fronts.contains(front(run));
    }

    /** The first part of a name that has more, with the data; "" for others. */
    private String front(StoredRun run) {
        String name = name(run);
        int end = name.indexOf(" · ");
        return end < 0 ? "" : run.spec().rows() + " " + name.substring(0, end);
    }

    boolean charted(StoredRun run) {
        return colour(run) >= 0;
    }

    /** The place of its colour, -1 for a run that is on no chart. */
    int colour(StoredRun run) {
        return charts.colour(run.id());
    }

    /** Which runs are on the charts. */
    ChartedByChoice charted() {
        return charted;
    }
}
