package dev.nara.ui.child;

import dev.nara.explain.UserFigures;
import dev.nara.store.RunStore;
import dev.nara.store.WatchedListLog;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import java.util.List;
import java.util.Map;

/** The children that are watched while models learn: who they are, and their lists under the run on screen. */
final class WatchedChildren {
    private final RunStore store;
    private final ChildModel model;
    private final Jobs jobs;
    private final Runnable refresh;
    private long shownRun;

    /** {@code refresh} shows the chosen child's list anew. */
    WatchedChildren(RunStore store, ChildModel model, Jobs jobs, Runnable refresh) {
        this.store = store;
        this.model = model;
        this.jobs = jobs;
        this.refresh = refresh;
        jobs.run(() -> store.watchedUsers().chosen(), model.watchedProperty()::set);
    }

    /** Runs that begin later watch the child, or no longer. */
    void watch(Child child, boolean watched) {
        jobs.run(
                () -> {
                    store.watchedUsers().choose(child.id(), watched);
                    return store.watchedUsers().chosen();
                },
                model.watchedProperty()::set);
    }

    /** No run is on screen. */
    void clear() {
        model.watchedListsProperty().set(Map.of());
        model.figuresProperty().set(UserFigures.NONE);
        showMoments(true);
    }

    /** Reads the lists of the watched children, and every child's figure, of the run on screen. */
    void read(Session.Model current) {
        long run = current.run();
        boolean other = shownRun != run;
        shownRun = run;
        // While a run trains, every epoch is read; a later one need not have replaced it to be worth showing.
        jobs.run(() -> WatchedListLog.read(store.files().watchedLists(run)), lists -> {
            if (shownRun == run) {
                model.watchedListsProperty().set(lists);
                showMoments(other);
            }
        });
        jobs.run(() -> UserFigures.read(store, run, current.preparedRun()), figures -> {
            if (shownRun == run) {
                model.figuresProperty().set(figures);
            }
        });
    }

    /** Shows the chosen child's moments; the slider stays where it is, but at the end if it was there or is to go there. */
    void showMoments(boolean toTheEnd) {
        Child child = model.chosenProperty().get();
        List<WatchedListLog.Moment> before = model.momentsProperty().get();
        boolean atEnd = toTheEnd || model.momentProperty().get() >= before.size() - 1;
        List<WatchedListLog.Moment> now =
                child == null ? List.of() : model.watchedListsProperty().get().getOrDefault(child.user(), List.of());
        int place = atEnd ? Math.max(0, now.size() - 1) : model.momentProperty().get();
        model.momentsProperty().set(now);
        boolean moves = model.momentProperty().get() != place;
        model.momentProperty().set(place);
        if (!moves) {
            refresh.run();
        }
    }
}
