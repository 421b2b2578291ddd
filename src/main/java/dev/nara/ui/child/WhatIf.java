package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.explain.Counterfactual;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.child.ChildModel.Tried;
import dev.nara.ui.common.Album;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A what-if with another history of the selected child: only the child is learnt again, and its list updated. Nothing is stored. */
final class WhatIf {
    private final ChildModel model;
    private final Session session;
    private final Jobs jobs;
    private final Latest learning;
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.NONE);
    private @Nullable Base base;

    /** An item of the history and how often it was watched; 0 for an added one. */
    record Owned(Album album, int times) {}

    /**
     * The modified history.
     *
     * @param problem why it cannot be used; null if it can
     */
    record State(
            List<Owned> albums,
            List<Album> without,
            List<Album> with,
            @Nullable Throwable problem) {
        /** There is no history. */
        static final State NONE = new State(List.of(), List.of(), List.of(), null);

        boolean changed() {
            return !without.isEmpty() || !with.isEmpty();
        }
    }

    /** The list for the unmodified history, learnt in the same way, with which the new list is compared. */
    private record Base(Session.Model of, Child child, List<Integer> items) {}

    private record Learnt(Base base, Tried tried) {}

    WhatIf(ChildModel model, Session session, Jobs jobs) {
        this.model = model;
        this.session = session;
        this.jobs = jobs;
        this.learning = new Latest(jobs);
        model.chosenProperty().addListener((o, was, is) -> reset());
    }

    /** The modified history. */
    ObjectProperty<State> stateProperty() {
        return state;
    }

    /** Restarts with the unmodified history. */
    void reset() {
        learning.cancel();
        model.triedProperty().set(null);
        Session.Model current = session.modelProperty().get();
        Child child = model.chosenProperty().get();
        if (current == null || child == null) {
            state.set(State.NONE);
            return;
        }
        Dataset dataset = current.preparedRun().dataset();
        Map<Integer, Integer> times = new HashMap<>();
        var train = current.preparedRun().split().train();
        for (int r = train.start(child.user()); r < train.end(child.user()); r++) {
            times.merge(train.item(r), 1, Integer::sum);
        }
        List<Owned> owned = new ArrayList<>();
        times.forEach((item, count) -> owned.add(new Owned(Album.of(dataset, item), count)));
        owned.sort(Comparator.comparingInt((Owned o) -> -o.times())
                .thenComparing(o -> o.album().item()));
        state.set(new State(List.copyOf(owned), List.of(), List.of(), null));
    }

    /** Another model is on screen: computes the list again with it. */
    void follow() {
        State now = state.get();
        if (now.changed() && session.modelProperty().get() != null) {
            learn(now);
        } else {
            reset();
        }
    }

    /** Removes an item from the history. */
    void remove(Owned owned) {
        State now = state.get();
        List<Owned> fewer = now.albums.stream().filter(o -> !o.equals(owned)).toList();
        boolean own = owned.times > 0;
        learn(new State(
                fewer,
                own ? with(now.without, owned.album) : now.without,
                own
                        ? now.with
                        : now.with.stream().filter(a -> !a.equals(owned.album)).toList(),
                null));
    }

    /** Adds an item to the history. */
    void add(Album album) {
        State now = state.get();
        if (now.albums.stream().anyMatch(owned -> owned.album.item() == album.item())) {
            return;
        }
        List<Owned> more = new ArrayList<>(List.of(new Owned(album, 0)));
        more.addAll(now.albums);
        learn(new State(List.copyOf(more), now.without, with(now.with, album), null));
    }

    private static List<Album> with(List<Album> albums, Album album) {
        List<Album> more = new ArrayList<>(albums);
        more.add(album);
        return List.copyOf(more);
    }

    /** Finds the first few items whose title or id contains the text. */
    void find(String typed, int most, Consumer<List<Album>> found) {
        Session.Model current = session.modelProperty().get();
        if (current != null && !typed.isBlank()) {
            Dataset dataset = current.preparedRun().dataset();
            jobs.run(
                    () -> Arrays.stream(dataset.find(typed.strip(), most))
                            .mapToObj(item -> Album.of(dataset, item))
                            .toList(),
                    found);
        }
    }

    private void learn(State wanted) {
        Session.Model current = session.modelProperty().get();
        Child child = model.chosenProperty().get();
        if (current == null || child == null) {
            return;
        }
        state.set(wanted);
        if (!wanted.changed()) {
            // The history is the original one again.
            learning.cancel();
            model.triedProperty().set(null);
            return;
        }
        int[] items = wanted.albums.stream().mapToInt(o -> o.album.item()).toArray();
        Base known = base;
        learning.run(
                () -> learnt(current, child, known, items),
                learnt -> {
                    base = learnt.base;
                    model.triedProperty().set(learnt.tried);
                },
                problem -> state.set(new State(wanted.albums, wanted.without, wanted.with, problem)));
    }

    private static Learnt learnt(Session.Model current, Child child, @Nullable Base known, int[] items)
            throws Exception {
        Counterfactual counterfactual = new Counterfactual(current.preparedRun(), current.recommender());
        boolean same = known != null && known.of.equals(current) && known.child.user() == child.user();
        int[] own = current.preparedRun().split().train().distinctItems(child.user());
        Base base = same && known != null
                ? known
                : new Base(
                        current,
                        child,
                        counterfactual.list(child.user(), ShownList.LENGTH, own).stream()
                                .map(Entry::item)
                                .toList());
        long start = System.nanoTime();
        List<Entry> list = counterfactual.list(child.user(), ShownList.LENGTH, items);
        long millis = Math.round((System.nanoTime() - start) / 1e6);
        List<ListPlace> places = ShownList.places(
                current.preparedRun().dataset(), current.preparedRun().split(), child.user(), list, base.items);
        int changed = 0;
        for (int n = 0; n < list.size(); n++) {
            changed += n < base.items.size() && base.items.get(n) == list.get(n).item() ? 0 : 1;
        }
        return new Learnt(base, new Tried(places, changed, millis));
    }
}
