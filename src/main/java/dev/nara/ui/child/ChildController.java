package dev.nara.ui.child;

import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhenVisible;
import java.util.List;
import java.util.Random;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One child: who it is, what it watched, and what the model on screen recommends to it, after every epoch. */
public final class ChildController {
    private final Session session;
    private final ChildModel model = new ChildModel();
    private final ChildView view;
    private final BesidePane beside;
    private final ChildListing children;
    private final WatchedChildren watched;
    private final ShownList list;
    private final ShownHistory history;
    private final Reasons reasons;
    /** What changed while the workspace was not on screen, whose work would only slow a training down. */
    private final WhenVisible catchingUp;

    /** For the window's workspace and session. */
    public ChildController(ScreenContext shared) {
        RunStore store = shared.store();
        Jobs jobs = shared.frame().jobs();
        Texts texts = shared.frame().texts();
        Pseudonymiser pseudonymiser = shared.pseudonymiser();
        this.session = shared.session();
        this.beside = new BesidePane(model, session, shared.services(), store, jobs, texts);
        this.children = new ChildListing(model, session, jobs);
        this.watched = new WatchedChildren(store, model, jobs, this::refresh);
        this.list = new ShownList(model, session, jobs, texts);
        this.history = new ShownHistory(model, session, jobs, texts, pseudonymiser);
        this.reasons = new Reasons(model, session, jobs, texts, pseudonymiser);
        ChildView.Pages pages = new ChildView.Pages(
                new LearningPane(model, texts, shared.frame().theme()),
                new WhatIfPane(model, session, jobs, texts),
                beside,
                new AlbumPane(model, session, jobs, texts, pseudonymiser));
        this.view = new ChildView(model, texts, pseudonymiser, new Requests(), pages);
        this.catchingUp = new WhenVisible(view.root().visibleProperty(), () -> {
            readWatched(session.modelProperty().get());
            showNow();
        });
        listen(store, texts);
    }

    private void listen(RunStore store, Texts texts) {
        // Thousands of children to lay out would hold up the data's own first picture.
        WhenVisible childList = new WhenVisible(view.root().visibleProperty(), children::list);
        session.openedProperty().addListener((o, was, is) -> childList.due());
        session.modelProperty().addListener((o, was, is) -> {
            readWatched(is);
            refresh();
        });
        model.momentProperty().addListener((o, was, is) -> {
            if (!model.momentsProperty().get().isEmpty()) {
                show();
            }
        });
        model.chosenProperty().addListener((o, was, is) -> {
            model.why().explainedProperty().set(null);
            if (is != null) {
                store.watchedUsers().shown(is.id());
            }
            watched.showMoments(true);
            showNow();
        });
        texts.localeProperty().addListener((o, was, is) -> refresh());
    }

    /** The workspace. */
    public Region view() {
        return view.root();
    }

    /** The list of children, which stands in the place of the list of runs while this workspace is on screen. */
    public Region rail() {
        return view.rail();
    }

    /** All runs of the workspace. */
    public void runs(List<StoredRun> all) {
        beside.runs(all);
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

    /** What people ask for in the view. */
    private final class Requests implements ChildView.Requests {
        private final Random random = new Random();

        @Override
        public void watch(boolean wanted) {
            Child child = model.chosenProperty().get();
            if (child != null) {
                watched.watch(child, wanted);
            }
        }

        @Override
        public void random() {
            if (!model.children().isEmpty()) {
                model.chosenProperty()
                        .set(model.children()
                                .get(random.nextInt(model.children().size())));
            }
        }

        @Override
        public void without() {
            reasons.leaveOut();
        }
    }

    private void readWatched(Session.@Nullable Model current) {
        if (current == null) {
            watched.clear();
        } else if (seen()) {
            watched.read(current);
        }
    }

    /** Whether the workspace is on screen; if not, it catches up as soon as it is. */
    private boolean seen() {
        boolean seen = view.root().isVisible();
        if (!seen) {
            catchingUp.due();
        }
        return seen;
    }

    private void refresh() {
        if (seen()) {
            show();
        }
    }

    /** Shows what is known now; a list of an earlier epoch that is on screen stays. */
    private void show() {
        if (list.isOfThePast()) {
            list.showPast();
        } else {
            showNow();
        }
    }

    private void showNow() {
        list.showNow();
        history.refresh();
    }
}
