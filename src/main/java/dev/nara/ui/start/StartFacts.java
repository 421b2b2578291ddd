package dev.nara.ui.start;

import dev.nara.analysis.RunFigures;
import dev.nara.data.DataException;
import dev.nara.data.WrittenPath;
import dev.nara.eval.CutoffMetric;
import dev.nara.settings.OpenedData;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of the start screen.
 *
 * @param last the run to continue with; empty if there is none
 * @param recent recently opened data, the latest first, at most {@link #MOST}
 */
public record StartFacts(Optional<LastRun> last, List<RecentData> recent) {
    /** Nothing was opened or trained. */
    public static final StartFacts NONE = new StartFacts(Optional.empty(), List.of());

    private static final int MOST = 4;

    /**
     * Reads the content; not on the JavaFX thread. The last run is the one that was left, or else the newest, of models that learn by
     * epochs.
     *
     * @param opened opened data, the latest first
     * @param left the run that was on screen when the window was closed, 0 for none
     */
    public static StartFacts read(Services services, RunStore store, List<OpenedData> opened, long left)
            throws DataException {
        List<StoredRun> all = store.list();
        List<StoredRun> own = all.stream()
                .filter(run -> run.study().isEmpty() && run.fitOf().isEmpty())
                .toList();
        // Models that are computed at once cannot be continued; they are only offered if there is no other.
        Comparator<StoredRun> order =
                Comparator.comparing((StoredRun run) -> !learns(services, run)).thenComparing(run -> run.id() != left);
        Optional<StoredRun> last = own.stream().min(order);
        BundledSample sample = new BundledSample(services.sample());
        Map<String, OpenedData> places = new LinkedHashMap<>();
        Stream.concat(opened.stream(), trainedOn(own))
                .map(data -> new OpenedData(sample.place(data.path()), data.name(), data.users(), data.day()))
                .forEach(data -> places.putIfAbsent(data.path(), data));
        List<RecentData> recent = places.values().stream()
                .limit(MOST)
                .map(data -> recent(data, own, sample))
                .toList();
        if (last.isEmpty()) {
            return new StartFacts(Optional.empty(), recent);
        }
        StoredRun run = last.get();
        return new StartFacts(
                Optional.of(LastRun.read(
                        services.algorithms(), store, run, all, there(run.spec().data()))),
                recent);
    }

    /** The data of runs, which may have been opened by an earlier version or in a terminal. */
    private static Stream<OpenedData> trainedOn(List<StoredRun> runs) {
        return runs.stream()
                .map(run -> new OpenedData(
                        run.spec().data(),
                        run.spec().dataName(),
                        0,
                        run.created().substring(0, 10)));
    }

    private static RecentData recent(OpenedData data, List<StoredRun> all, BundledSample sample) {
        List<StoredRun> runs = all.stream()
                .filter(run -> sample.place(run.spec().data()).equals(data.path()))
                .toList();
        Optional<StoredRun> latest =
                runs.stream().filter(RunFigures::isReported).findFirst();
        Optional<StoredRun> best = latest.flatMap(one -> {
            String metric = RunFigures.reported(one).keySet().iterator().next();
            return runs.stream()
                    .filter(run -> RunFigures.isReported(run)
                            && run.spec().sameTest(one.spec())
                            && run.spec().candidates().equals(one.spec().candidates())
                            && RunFigures.reported(run).containsKey(metric))
                    .max(Comparator.comparingDouble(
                            run -> CutoffMetric.worth(metric, RunFigures.reported(run, metric))));
        });
        boolean bundled = sample.path().equals(data.path());
        return new RecentData(data, there(data.path()), bundled, runs.size(), best);
    }

    private static boolean learns(Services services, StoredRun run) {
        try {
            return services.algorithms().algorithm(run.spec().algorithm()).random();
        } catch (DataException e) {
            return true;
        }
    }

    private static boolean there(String path) {
        return WrittenPath.of(path).filter(Files::exists).isPresent();
    }
}
