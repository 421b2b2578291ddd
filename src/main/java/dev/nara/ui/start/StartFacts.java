package dev.nara.ui.start;

import dev.nara.analysis.RunFigures;
import dev.nara.data.DataException;
import dev.nara.eval.CutoffMetric;
import dev.nara.settings.OpenedData;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the start screen says.
 *
 * @param last the run to go on with; empty before there is one
 * @param recent data that was opened before, the latest first, at most {@link #MOST}
 */
public record StartFacts(Optional<LastRun> last, List<RecentData> recent) {
    /** Nothing was opened or trained. */
    public static final StartFacts NONE = new StartFacts(Optional.empty(), List.of());

    private static final int MOST = 4;

    /**
     * Reads it; not for the JavaFX thread.
     *
     * @param opened data that was opened, the latest first
     * @param left the run that was on screen when the window was closed, 0 for none
     */
    public static StartFacts read(Services services, RunStore store, List<OpenedData> opened, long left)
            throws DataException {
        List<StoredRun> all = store.list();
        List<StoredRun> own = all.stream()
                .filter(run -> run.study().isEmpty() && run.fitOf().isEmpty())
                .toList();
        Optional<StoredRun> last = own.stream()
                .filter(run -> run.id() == left)
                .findFirst()
                .or(() -> own.stream().findFirst());
        List<RecentData> recent = Stream.concat(opened.stream(), trainedOn(own, opened))
                .limit(MOST)
                .map(data -> recent(data, own, services))
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

    /** The data of runs that was opened by an earlier version or in a terminal. */
    private static Stream<OpenedData> trainedOn(List<StoredRun> runs, List<OpenedData> opened) {
        List<String> known = opened.stream().map(OpenedData::path).toList();
        return runs.stream()
                .filter(run -> !known.contains(run.spec().data()))
                .map(run -> new OpenedData(
                        run.spec().data(),
                        run.spec().dataName(),
                        0,
                        run.created().substring(0, 10)))
                .collect(Collectors.toMap(OpenedData::path, data -> data, (newer, older) -> newer, LinkedHashMap::new))
                .values()
                .stream();
    }

    private static RecentData recent(OpenedData data, List<StoredRun> all, Services services) {
        List<StoredRun> runs = all.stream()
                .filter(run -> run.spec().data().equals(data.path()))
                .toList();
        Optional<StoredRun> latest = runs.stream().filter(RunFigures::isTold).findFirst();
        Optional<StoredRun> best = latest.flatMap(one -> {
            String metric = RunFigures.told(one).keySet().iterator().next();
            return runs.stream()
                    .filter(run -> RunFigures.isTold(run)
                            && run.spec().sameTest(one.spec())
                            && run.spec().candidates().equals(one.spec().candidates())
                            && RunFigures.told(run).containsKey(metric))
                    .max(Comparator.comparingDouble(run -> CutoffMetric.worth(metric, RunFigures.told(run, metric))));
        });
        boolean bundled = services.sample().toAbsolutePath().toString().equals(data.path());
        return new RecentData(data, there(data.path()), bundled, runs.size(), best);
    }

    private static boolean there(String path) {
        return Files.exists(Path.of(path));
    }
}
