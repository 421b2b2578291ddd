package dev.nara.ui.shell;

import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.WrittenPath;
import dev.nara.settings.LeftAt;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Motion;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.runs.RunList;
import dev.nara.ui.start.LastRun;
import dev.nara.ui.start.RecentData;
import dev.nara.ui.start.StartFacts;
import dev.nara.ui.start.StartModel;
import dev.nara.ui.start.StartRequests;
import dev.nara.ui.start.StartScreen;
import dev.nara.ui.train.form.FormDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The start screen in the window: what it opens, and its transition to the workspaces. */
final class StartControl implements StartRequests {
    private static final double FADE_MILLIS = 160;

    private final ScreenContext shared;
    private final Frame frame;
    private final Screens screens;
    private final DataPlaces places;
    private final Switcher switcher;
    private final RunList runs;
    private final LeftAt left;
    private final StartModel model = new StartModel();
    private final StartScreen screen;
    private final Latest reading;
    private final FormDraft draft;
    private @Nullable LastRun coming;
    /** Whether the form was restored, or other data was opened instead. */
    private boolean drafted;

    /** {@code left} is the state in which the window was closed last. */
    StartControl(
            ScreenContext shared, Screens screens, DataPlaces places, Switcher switcher, RunList runs, LeftAt left) {
        this.shared = shared;
        this.frame = shared.frame();
        this.screens = screens;
        this.places = places;
        this.switcher = switcher;
        this.runs = runs;
        this.left = left;
        screen = new StartScreen(model, frame.texts(), this);
        reading = new Latest(frame.jobs());
        draft = new FormDraft(
                shared.services(), shared.session(), screens.train().form());
        Session session = shared.session();
        session.readingProperty().addListener((o, was, is) -> model.readingProperty()
                .set(session.openedProperty().get() == null ? is : ""));
        model.shareProperty().bind(screens.data().shareProperty());
        model.timeLeftProperty().bind(screens.data().timeLeftProperty());
        session.openedProperty().addListener((o, was, is) -> opened());
        switcher.nothing().addListener((o, was, is) -> shown(is));
    }

    Region view() {
        return screen.view();
    }

    /** Moves the focus to the default button. */
    void takeKeys() {
        screen.takeKeys();
    }

    StartModel model() {
        return model;
    }

    /** The settings of the form, to be stored between sessions. */
    FormDraft draft() {
        return draft;
    }

    /** Whether it is on screen. */
    boolean shows() {
        return switcher.nothing().get();
    }

    /** Updates the screen, and then, if {@code goesOn}, continues with the last run. */
    void read(boolean goesOn) {
        reading.run(() -> StartFacts.read(shared.services(), shared.store(), places.recent(), left.run()), facts -> {
            model.factsProperty().set(facts);
            if (goesOn) {
                facts.last().filter(last -> shows()).ifPresent(this::goOn);
            }
        });
    }

    private void shown(boolean shown) {
        Region view = screen.view();
        view.setMouseTransparent(!shown);
        if (shown) {
            view.setOpacity(1);
            view.setVisible(true);
            read(false);
            screen.takeKeys();
        } else if (Motion.on() && view.getScene() != null) {
            FadeTransition fade = new FadeTransition(Motion.millis(FADE_MILLIS), view);
            fade.setToValue(0);
            fade.setOnFinished(e -> view.setVisible(shows()));
            fade.play();
        } else {
            view.setVisible(false);
        }
    }

    /** Opens data; the start screen shows the progress while it is visible. */
    void open(Path path, Optional<Recipe> recipe) {
        open(StartModel.Card.OPEN, path, recipe);
    }

    private void open(StartModel.Card asked, Path path, Optional<Recipe> recipe) {
        model.askedProperty().set(asked);
        model.problemProperty().set("");
        // If other data are open, the Data workspace shows the progress.
        if (!shows() || shared.session().openedProperty().get() != null) {
            switcher.show("data");
        }
        screens.data().open(path, recipe.orElse(null));
    }

    /** Opens files that were dropped together. */
    void open(List<Path> paths) {
        model.askedProperty().set(StartModel.Card.OPEN);
        model.problemProperty().set("");
        // If other data are open, the Data workspace shows the progress.
        if (!shows() || shared.session().openedProperty().get() != null) {
            switcher.show("data");
        }
        screens.data().open(paths);
    }

    /** Shows why data could not be opened, if the start screen is visible; returns whether it is. */
    boolean failed(Throwable error) {
        coming = null;
        if (shows()) {
            model.problemProperty().set(frame.texts().of(error));
        }
        return shows();
    }

    private void opened() {
        fillAsLeft();
        LastRun last = coming;
        coming = null;
        if (last != null) {
            goOnWithOpen(last);
        } else if (shows()) {
            switcher.show("data");
        }
    }

    /** Restores the form if the data are those of the last session. */
    private void fillAsLeft() {
        Session.@Nullable Opened open = shared.session().openedProperty().get();
        if (open != null && !drafted) {
            drafted = true;
            if (open.dataset().path().toString().equals(left.data())) {
                draft.fill(left.draft(), left.varied());
            }
        }
    }

    @Override
    public void folder() {
        places.choose();
    }

    @Override
    public void file() {
        places.chooseFile();
    }

    @Override
    public void database() {
        places.askDatabase();
    }

    @Override
    public void sample() {
        open(StartModel.Card.SAMPLE, shared.services().sample(), Optional.empty());
    }

    @Override
    public void open(Path path) {
        open(path, Optional.empty());
    }

    @Override
    public void goOn(LastRun last) {
        RunSpec spec = last.run().spec();
        Session.@Nullable Opened open = shared.session().openedProperty().get();
        if (open != null && open.isOf(spec)) {
            goOnWithOpen(last);
            return;
        }
        try {
            Path place = WrittenPath.needed(spec.data());
            coming = last;
            open(
                    StartModel.Card.CONTINUE,
                    place,
                    Optional.of(spec.recipe().read(spec.format(), spec.recipe().encoding())));
        } catch (DataException e) {
            model.askedProperty().set(StartModel.Card.CONTINUE);
            failed(e);
        }
    }

    private void goOnWithOpen(LastRun last) {
        StoredRun run = last.run();
        boolean wasThere = run.id() == left.run();
        runs.choose(List.of(run.id()));
        if (wasThere) {
            Session.@Nullable Opened open = shared.session().openedProperty().get();
            int child = open == null ? -1 : open.dataset().users().indexOf(left.child());
            if (!left.child().isEmpty() && child >= 0) {
                screens.child().show(child);
            }
        }
        boolean known = Screens.NAMES.contains(left.workspace());
        switcher.show(wasThere && known && !last.resumable() ? left.workspace() : "train");
        if (last.resumable()) {
            screens.train().takeUp(List.of(run));
        }
    }

    @Override
    public void locate(RecentData data) {
        frame.picker()
                .folder(frame.texts().get("start.locate"), Optional.empty())
                .ifPresent(place -> frame.jobs().run(() -> moved(data, place), path -> {
                    places.forget(data.data().path());
                    open(path, Optional.empty());
                }));
    }

    /** Records the new place of moved data, also for the runs on them. */
    private Path moved(RecentData data, Path place) throws DataException {
        for (StoredRun run : shared.store().list()) {
            if (run.spec().data().equals(data.data().path())) {
                shared.store()
                        .dataLocations()
                        .moved(
                                run,
                                shared.services()
                                        .datasets()
                                        .read(place, run.spec().recipe(), Progress.NONE));
                break;
            }
        }
        return place;
    }

    @Override
    public void reveal(Path path) {
        FolderView.show(path, frame);
    }

    @Override
    public void forget(RecentData data) {
        places.forget(data.data().path());
        read(false);
    }

    @Override
    public void cancel() {
        coming = null;
        screens.data().cancel();
    }
}
