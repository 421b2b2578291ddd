package dev.nara.ui.runs;

import dev.nara.analysis.RunNames;
import dev.nara.data.DataException;
import dev.nara.run.RunState;
import dev.nara.search.running.Studies;
import dev.nara.search.study.Budget;
import dev.nara.search.study.StudyJson;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.DamagedRun;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StoredStudy;
import dev.nara.store.entry.StudyRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads the runs of the store for the rail, and then the figures for their curves. Requests during a reading are combined into one more
 * reading.
 */
final class RailReading {
    private final RunStore store;
    private final Algorithms algorithms;
    private final Latest runs;
    private final Latest curves;
    private final SparkCurves figures;
    /** The state of studies when their events were read, by study number. */
    private final Map<Long, StudyEnd> ends = new ConcurrentHashMap<>();

    private Callable<List<Long>> waiting = List::of;
    /** Whether to read again because the runs changed during the reading. */
    private boolean again;

    /** @param seconds of the study's clock */
    private record StudyEnd(double seconds, boolean ended) {}

    RailReading(RunStore store, Algorithms algorithms, Jobs jobs) {
        this.store = store;
        this.algorithms = algorithms;
        runs = new Latest(jobs);
        curves = new Latest(jobs);
        figures = new SparkCurves(store);
    }

    /** {@code order} returns, off the JavaFX thread, the numbers of the queued runs in their order. */
    void onOrder(Callable<List<Long>> order) {
        waiting = order;
    }

    /** Reads all runs; the curves follow after the rows. */
    void read(
            Consumer<RailState.Read> rows,
            Consumer<Map<Long, Map<Integer, Double>>> lines,
            Consumer<Throwable> failed) {
        if (runs.underWay()) {
            again = true;
            return;
        }
        runs.run(
                this::readAll,
                read -> {
                    rows.accept(read);
                    curves.run(() -> figures.read(read.listing().runs()), lines, failed);
                    if (again) {
                        again = false;
                        read(rows, lines, failed);
                    }
                },
                error -> {
                    again = false;
                    failed.accept(error);
                });
    }

    private RailState.Read readAll() throws Exception {
        List<Long> order = waiting.call();
        List<DamagedRun> damaged = new ArrayList<>();
        List<StoredRun> all = store.list(damaged::add);
        List<StoredRun> unfinished = all.stream()
                .filter(run ->
                        run.state() == RunState.INTERRUPTED || !store.owners().isOwn(run.process()))
                .filter(run -> run.study().isEmpty())
                .filter(store.resumption()::possible)
                .toList();
        List<StoredStudy> studies = store.studies().list();
        return new RailState.Read(
                Listing.of(all, order, store.owners()::elsewhere),
                RunNames.of(algorithms, all),
                unfinished,
                List.copyOf(damaged),
                studies.stream()
                        .filter(StoredStudy::underWay)
                        .collect(Collectors.toMap(StoredStudy::id, study -> spent(study, all))),
                studies.stream()
                        .filter(study -> !study.underWay() && hasEnded(study))
                        .map(StoredStudy::id)
                        .collect(Collectors.toSet()));
    }

    /** Whether the events of a study say that it has ended; they are read again only if its clock has advanced. */
    private boolean hasEnded(StoredStudy study) {
        StudyEnd known = ends.get(study.id());
        if (known == null || known.seconds() != study.seconds()) {
            known = new StudyEnd(study.seconds(), isOver(study.id()));
            ends.put(study.id(), known);
        }
        return known.ended();
    }

    private boolean isOver(long study) {
        try {
            return new Studies(store).phase(study).ended();
        } catch (DataException e) {
            // The Tune workspace reports a study that cannot be read.
            return false;
        }
    }

    /** The share of its original budget that a study has spent, 0 … 1. */
    private static double spent(StoredStudy study, List<StoredRun> all) {
        Budget budget = StudyJson.spec(study.spec()).budget();
        long trials = all.stream()
                .flatMap(run -> run.study().stream())
                .filter(run -> run.study() == study.id())
                .map(StudyRun::trial)
                .distinct()
                .count();
        double spent = budget.minutes() > 0
                ? study.seconds() / (60 * budget.minutes())
                : budget.trials() > 0 ? trials / (double) budget.trials() : 0;
        return Math.min(1, spent);
    }
}
