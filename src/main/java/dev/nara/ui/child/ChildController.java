package dev.nara.ui.child;

import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhenVisible;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The Child workspace: a child, its history, and what the model on screen recommends to it after every epoch. */
public final class ChildController {
    private final Session session;
    private final ChildModel model = new ChildModel();
    private final ChildView view;
    private final ChildRail rail;
    private final OtherRun otherRun;
    private final WhatIf whatIf;
    private final ChildListing children;
    private final WatchedChildren watched;
    private final ShownList list;
    private final ShownHistory history;
    private final WhyFinder reasons;
    /** Updates that wait until the workspace is visible, so that they do not slow down training. */
    private final WhenVisible catchingUp;

    private Map<Long, LiveRun> live = Map.of();
    private LongConsumer onRun = run -> {};
    private Runnable onTrain = () -> {};
    private Runnable onOpen = () -> {};

    /** For the window's workspace and session. */
    public ChildController(ScreenContext shared) {
        RunStore store = shared.store();
        Jobs jobs = shared.frame().jobs();
        Texts texts = shared.frame().texts();
        var theme = shared.frame().theme();
        ObservableValue<Boolean> masked = shared.pseudonymiser().onProperty();
        ChildWords words = new ChildWords(texts, shared.pseudonymiser());
        this.session = shared.session();
        this.children = new ChildListing(model, session, jobs);
        this.watched = new WatchedChildren(store, model, jobs);
        this.list = new ShownList(model, session, jobs, watched::keep);
        this.history = new ShownHistory(model, session, jobs);
        this.reasons = new WhyFinder(model, session, jobs, texts, words);
        this.whatIf = new WhatIf(model, session, jobs);
        this.otherRun = new OtherRun(model, session, shared.services(), store, jobs);
        this.rail = new ChildRail(model, texts, words, masked);
        ChildHead head = new ChildHead(model, session, texts, words, theme);
        this.view =
                new ChildView(model, session, texts, theme, new Asked(), new ChildView.Parts(head, whatIf, otherRun));
        new ChildKeys(model, rail, view, whatIf);
        this.catchingUp = new WhenVisible(view.root().visibleProperty(), this::catchUp);
        listen(texts, masked);
    }

    private void listen(Texts texts, ObservableValue<Boolean> masked) {
        // Listing thousands of children would delay the first picture of the data.
        WhenVisible childList = new WhenVisible(view.root().visibleProperty(), children::list);
        session.openedProperty().addListener((o, was, is) -> childList.due());
        session.modelProperty().addListener((o, was, is) -> catchingUp.due());
        model.epochs().shownProperty().addListener((o, was, is) -> list.show());
        model.epochs().momentsProperty().addListener((o, was, is) -> list.show());
        model.runProperty().addListener((o, was, is) -> live());
        model.chosenProperty().addListener((o, was, is) -> {
            model.explainedProperty().set(null);
            if (is != null) {
                watched.looked(is);
            }
            model.epochs().follow();
            watched.showMoments();
            list.show();
            history.refresh();
        });
        model.list().addListener((ListChangeListener<ListPlace>) change -> explain());
        // Shows the same child again, by its pseudonym or its id.
        masked.addListener((o, was, is) -> {
            Child kept = model.chosenProperty().get();
            model.chosenProperty().set(null);
            model.chosenProperty().set(kept);
        });
        texts.localeProperty().addListener((o, was, is) -> reasons.find());
    }

    /** The root of the workspace. */
    public Region view() {
        return view.root();
    }

    /** The list of children, shown instead of the list of runs while this workspace is on screen. */
    public Region rail() {
        return rail;
    }

    /** Sets all runs of the workspace. */
    public void runs(List<StoredRun> all) {
        otherRun.runsProperty().set(List.copyOf(all));
    }

    /** Follows the progress of the running runs. */
    public void follow(ObservableValue<Map<Long, LiveRun>> trains) {
        trains.addListener((o, was, is) -> {
            live = is;
            live();
            StoredRun run = model.runProperty().get();
            if (run != null && was.containsKey(run.id()) && !is.containsKey(run.id())) {
                // The run has ended and now has test figures.
                catchingUp.due();
            }
        });
    }

    /** {@code listener} puts a run on screen. */
    public void onRun(LongConsumer listener) {
        onRun = listener;
    }

    /** {@code data} lets the user open data, {@code run} goes to where a run is started. */
    public void onMissing(Runnable data, Runnable run) {
        onOpen = data;
        onTrain = run;
    }

    /** The id of the child on screen, "" for none. */
    public String shown() {
        Child child = model.chosenProperty().get();
        return child == null ? "" : child.id();
    }

    /** Shows a child by its index. */
    public void show(int user) {
        children.choose(user);
    }

    /**
     * Updates the explained item to its new place. If none is selected and no run trains, selects the best held-out item, or else the
     * first.
     */
    private void explain() {
        ListPlace known = model.explainedProperty().get();
        if (known == null && model.liveProperty().get() == null) {
            model.list().stream()
                    .filter(place -> place.entry().heldOut())
                    .findFirst()
                    .or(() -> model.list().stream().findFirst())
                    .ifPresent(model.explainedProperty()::set);
        } else if (known != null) {
            model.list().stream()
                    .filter(place -> place.entry().item() == known.entry().item())
                    .findFirst()
                    .ifPresent(model.explainedProperty()::set);
        }
    }

    private void live() {
        StoredRun run = model.runProperty().get();
        model.liveProperty().set(run == null ? null : live.get(run.id()));
        view.live(live);
    }

    /** Handles the requests of the view. */
    private final class Asked implements ChildRequests {
        @Override
        public void watch(boolean wanted) {
            Child child = model.chosenProperty().get();
            if (child != null) {
                watched.watch(child, wanted);
            }
        }

        @Override
        public void run(long run) {
            onRun.accept(run);
        }

        @Override
        public void train() {
            onTrain.run();
        }

        @Override
        public void open() {
            onOpen.run();
        }

        @Override
        public void explainAgain() {
            reasons.find();
        }
    }

    /** Updates the view after a change of the model on screen, or when the workspace becomes visible. */
    private void catchUp() {
        Session.@Nullable Model current = session.modelProperty().get();
        if (current == null) {
            model.explainedProperty().set(null);
            watched.clear();
        } else {
            watched.read(current);
        }
        otherRun.follow();
        whatIf.follow();
        list.show();
        history.refresh();
        // While the run trains, explanations are only computed on request: one takes as long as many lists.
        if (current == null || model.liveProperty().get() == null) {
            reasons.find();
        }
    }
}
