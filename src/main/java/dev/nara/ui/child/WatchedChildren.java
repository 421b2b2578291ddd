package dev.nara.ui.child;

import dev.nara.data.DataException;
import dev.nara.eval.Significance;
import dev.nara.explain.UserFigures;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.WatchedListLog;
import dev.nara.store.folder.WatchedListLog.Moment;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Scored;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The children whose lists are kept during training: which they are, and their lists from the run on screen. */
final class WatchedChildren {
    private static final int SEED = 1;

    private final RunStore store;
    private final ChildModel model;
    private final Jobs jobs;
    /** The lists of children that were on screen, by child and epoch, of the run on screen only. */
    private final Map<Integer, Map<Integer, Moment>> seen = new HashMap<>();

    private long shownRun;
    private int shownEpoch;

    WatchedChildren(RunStore store, ChildModel model, Jobs jobs) {
        this.store = store;
        this.model = model;
        this.jobs = jobs;
        jobs.run(() -> store.watchedUsers().chosen(), model.watchedProperty()::set);
    }

    /** Sets whether runs that start later keep the child's lists. */
    void watch(Child child, boolean watched) {
        jobs.run(
                () -> {
                    store.watchedUsers().choose(child.id(), watched);
                    return store.watchedUsers().chosen();
                },
                model.watchedProperty()::set);
    }

    /** Called when a child is put on screen: its lists are kept from now on, by running runs from their next epoch. */
    void looked(Child child) {
        store.watchedUsers().shown(child.id());
    }

    /** Called when no run is on screen. */
    void clear() {
        shownRun = 0;
        shownEpoch = 0;
        seen.clear();
        model.watchedListsProperty().set(Map.of());
        model.scoredProperty().set(Scored.NONE);
        model.runProperty().set(null);
        model.figuresReadProperty().set(true);
        showMoments();
    }

    private record Read(StoredRun run, Scored scored) {}

    /** Reads the kept lists, and every child's figure, of the run on screen. */
    void read(Session.Model current) {
        long run = current.run();
        if (shownRun != run) {
            seen.clear();
            model.watchedListsProperty().set(Map.of());
            model.epochs().follow();
            model.figuresReadProperty().set(false);
            model.listsReadProperty().set(false);
        }
        shownRun = run;
        shownEpoch = current.epoch();
        showMoments();
        // While a run trains this is read after every epoch; each result is shown even if a newer reading has started.
        int items = current.preparedRun().dataset().items().size();
        jobs.run(() -> WatchedListLog.read(store.files().watchedLists(run), items), lists -> {
            if (shownRun == run) {
                model.watchedListsProperty().set(lists);
                model.listsReadProperty().set(true);
                showMoments();
            }
        });
        jobs.run(() -> read(run, current.preparedRun()), read -> {
            if (shownRun == run) {
                model.runProperty().set(read.run);
                model.scoredProperty().set(read.scored);
                model.figuresReadProperty().set(true);
            }
        });
    }

    private Read read(long run, PreparedRun preparedRun) throws DataException {
        StoredRun stored = store.find(Long.toString(run));
        UserFigures figures = UserFigures.read(store, run, preparedRun);
        double[] all =
                figures.ofUser().values().stream().mapToDouble(f -> f).sorted().toArray();
        double[] interval =
                all.length < 2 ? new double[] {Double.NaN, Double.NaN} : Significance.meanInterval(all, SEED);
        List<Integer> heldOut = IntStream.range(0, preparedRun.dataset().users().size())
                .map(user -> preparedRun.everybody().truth(user).length)
                .boxed()
                .toList();
        double mean = DoubleStream.of(all).average().orElse(Double.NaN);
        int epoch = stored.best().map(best -> best.epoch()).orElse(0);
        return new Read(
                stored,
                new Scored(figures, preparedRun.decidingMetric(), epoch, heldOut, mean, interval[0], interval[1]));
    }

    /** Keeps what the model on screen recommends to a child that was on screen. */
    void keep(Child child, Moment moment) {
        if (moment.epoch() == shownEpoch) {
            Moment before =
                    seen.computeIfAbsent(child.user(), u -> new HashMap<>()).put(moment.epoch(), moment);
            if (before == null) {
                showMoments();
            }
        }
    }

    /** Shows the lists of the selected child. */
    void showMoments() {
        Child child = model.chosenProperty().get();
        if (child == null) {
            model.epochs().known(List.of(), shownEpoch);
            return;
        }
        Map<Integer, Moment> all = new HashMap<>(seen.getOrDefault(child.user(), Map.of()));
        model.watchedListsProperty()
                .get()
                .getOrDefault(child.user(), List.of())
                .forEach(moment -> all.put(moment.epoch(), moment));
        List<Moment> moments = new ArrayList<>(all.values());
        moments.sort(Comparator.comparingInt(Moment::epoch));
        model.epochs().known(moments, shownEpoch);
    }
}
