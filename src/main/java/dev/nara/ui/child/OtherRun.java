package dev.nara.ui.child;

import dev.nara.data.DataException;
import dev.nara.data.prepare.Prepared;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.folder.WatchedListLog;
import dev.nara.ui.child.ChildModel.Beside;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The selected child's list from another run that was trained on the same rows. */
final class OtherRun {
    private final ChildModel model;
    private final Session session;
    private final Services services;
    private final RunStore store;
    private final Latest reading;
    private final ObjectProperty<List<StoredRun>> runs = new SimpleObjectProperty<>(List.of());
    private @Nullable StoredRun other;
    private Services.@Nullable Reopened reopened;

    OtherRun(ChildModel model, Session session, Services services, RunStore store, Jobs jobs) {
        this.model = model;
        this.session = session;
        this.services = services;
        this.store = store;
        this.reading = new Latest(jobs);
        model.chosenProperty().addListener((o, was, is) -> {
            ChildModel.Beside old = model.besideProperty().get();
            if (old != null) {
                model.besideProperty().set(new ChildModel.Beside(old.run(), List.of(), List.of()));
            }
            read();
        });
    }

    /** All runs of the workspace. */
    ObjectProperty<List<StoredRun>> runsProperty() {
        return runs;
    }

    /** The other runs that have a list and were trained on the same rows as the one on screen. */
    List<StoredRun> alike() {
        Session.Model current = session.modelProperty().get();
        return current == null
                ? List.of()
                : runs.get().stream()
                        .filter(run -> run.id() != current.run() && run.best().isPresent())
                        .filter(run -> run.spec().sameRows(current.preparedRun().spec()))
                        .toList();
    }

    /** Shows a run beside, or none. */
    void show(Optional<StoredRun> run) {
        other = run.orElse(null);
        read();
    }

    /** Another model is on screen: closes the list beside unless its run was trained on the same rows. */
    void follow() {
        StoredRun run = other;
        if (run != null && alike().stream().noneMatch(r -> r.id() == run.id())) {
            show(Optional.empty());
        }
    }

    private void read() {
        Session.Opened opened = session.openedProperty().get();
        Session.Model current = session.modelProperty().get();
        Child child = model.chosenProperty().get();
        StoredRun run = other;
        if (opened == null || current == null || child == null || run == null) {
            reading.cancel();
            model.besideProperty().set(null);
            return;
        }
        reading.run(() -> read(run, opened.prepared(), child), model.besideProperty()::set);
    }

    private Beside read(StoredRun run, Prepared data, Child child) throws DataException, IOException {
        Services.Reopened there = reopened(run, data);
        List<Entry> list =
                new Recommendations(there.recommender(), there.preparedRun()).top(child.user(), ShownList.LENGTH);
        List<WatchedListLog.Moment> moments = WatchedListLog.read(
                        store.files().watchedLists(run.id()),
                        data.dataset().items().size())
                .getOrDefault(child.user(), List.of());
        return new Beside(
                run,
                ShownList.places(
                        there.preparedRun().dataset(), there.preparedRun().split(), child.user(), list, List.of()),
                moments);
    }

    /** The model of the other run; opened only if it is not the last one. */
    private synchronized Services.Reopened reopened(StoredRun run, Prepared data) throws DataException {
        Services.Reopened known = reopened;
        if (known == null || !known.run().equals(run)) {
            known = services.reopen(store, run, data);
            reopened = known;
        }
        return known;
    }
}
