package dev.nara.ui.shell;

import dev.nara.data.DataException;
import dev.nara.settings.LeftAt;
import dev.nara.settings.OwnPreset;
import dev.nara.settings.Settings;
import dev.nara.settings.SettingsFile;
import dev.nara.settings.SystemLook;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.DesktopNotes;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.FilePicker;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Layers;
import dev.nara.ui.common.Notices;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhatIsThis;
import dev.nara.ui.database.ConnectionSheet;
import dev.nara.ui.help.HelpController;
import dev.nara.ui.palette.CommandPalette;
import dev.nara.ui.runs.LostRuns;
import dev.nara.ui.runs.RunActions;
import dev.nara.ui.runs.RunList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The main window: creates the workspaces and the list of runs, connects them, and can open the bundled sample. */
public final class MainWindow {
    private final Stage stage;
    private final Layers layers;
    private final SettingsFile settingsFile;
    private final Choices choices;
    private final Look look;
    private final ObjectProperty<Supplier<String>> said = new SimpleObjectProperty<>(() -> "");
    private final DamagedFiles damaged = new DamagedFiles();
    private final StatusLine statusLine;
    private final ScreenContext shared;
    private final DataPlaces places;
    private final ObservableList<OwnPreset> presets;
    private final Screens screens;
    private final RunList runs;
    private final RunActions runActions;
    private final Switcher switcher;
    private final WindowBody body;
    private final WindowState state;
    private final StartControl start;
    private final FirstSteps steps;
    private final Settings before;
    private final ObservableList<String> lately;
    private final KeptSettings kept;
    private final Closing closing;

    /**
     * What the window gets from outside: the file of settings, background threads, the file picker, the system's look, and desktop
     * notifications.
     */
    public record Surroundings(
            SettingsFile settings,
            ExecutorService loading,
            ExecutorService training,
            Optional<FilePicker> picker,
            SystemLook system,
            DesktopNotes desktop) {}

    /** Builds and shows the window; call on the JavaFX thread. */
    public static MainWindow show(Services services, Stage stage, Surroundings around, StartOptions options)
            throws DataException {
        return new MainWindow(services, stage, around, options);
    }

    private MainWindow(Services given, Stage stage, Surroundings around, StartOptions options) throws DataException {
        this.stage = stage;
        layers = new Layers(stage);
        settingsFile = around.settings();
        before = settingsFile.read();
        choices = new Choices(before.preferences());
        look = new Look(choices, around.system());
        Services services = options.services(given, before.preferences().workspace());
        RunStore store = services.store(services.workspace());
        Frame frame = frame(around);
        Session session = new Session();
        look.speakOf(session);
        Pseudonymiser pseudonymiser = new Pseudonymiser(damaged.pseudonyms(store.workspace()), frame.texts(), session);
        pseudonymiser.onProperty().bindBidirectional(choices.presentingProperty());
        shared = new ScreenContext(services, store, session, frame, pseudonymiser);
        places = new DataPlaces(frame, before.recent());
        presets = FXCollections.observableArrayList(before.presets());
        lately = FXCollections.observableArrayList(before.left().lately());
        screens = Screens.of(shared, around.training(), places, presets);
        runs = new RunList(
                store,
                services.algorithms(),
                shared.session(),
                frame.jobs(),
                frame.texts(),
                screens.train().liveProperty());
        runActions = new RunActions(services, store, screens.train(), runs, frame, shared.pseudonymiser());
        new RunChoice(shared, screens, runs);
        switcher = new Switcher(screens.views(), frame.texts());
        steps = new FirstSteps(shared, screens, switcher, choices);
        body = new WindowBody(stage, runs, workspaces());
        statusLine = new StatusLine(frame, shared.session(), said, screens.train(), services.workspace());
        state = new WindowState(stage);
        start = new StartControl(shared, screens, places, switcher, runs, before.left());
        kept = new KeptSettings(stage, settingsFile, frame.jobs(), this::settings);
        closing = new Closing(stage, frame, store, screens, kept::now);
        connect();
        show(before, options);
        keep();
    }

    /** The workspaces in the same place, below the line about newly opened data. */
    private VBox workspaces() {
        Workspaces all = new Workspaces(screens.views());
        VBox.setVgrow(all, Priority.ALWAYS);
        return new VBox(steps.line(), all);
    }

    private Frame frame(Surroundings around) {
        Texts texts = look.texts();
        Dialogs dialogs = new Dialogs(layers, texts);
        dialogs.catchUncaught();
        Jobs jobs = new Jobs(around.loading(), dialogs::error);
        return new Frame(
                jobs,
                texts,
                look.themeProperty(),
                dialogs,
                new Notices(layers, texts, jobs, around.desktop()),
                around.picker().orElseGet(() -> new DialogFilePicker(stage)),
                words -> said.set(StatusLine.today(words, texts)));
    }

    private void connect() {
        body.replaceRuns(switcher.showing("child"), screens.child().rail());
        body.makeRoom(switcher.showing("tune"), runs.collapsed(body::showRuns));
        places.onOpen(start::open);
        places.onFail(start::failed);
        shared.session().openedProperty().addListener((o, was, is) -> {
            switcher.faint(is == null);
            if (is != null) {
                places.opened(is.dataset());
            }
        });
        switcher.faint(true);
        connectData();
        screens.compare().onChild(this::showChild);
        screens.child().onRun(run -> runs.choose(List.of(run)));
        screens.child().onMissing(places::choose, () -> switcher.show("train"));
        screens.child().follow(screens.train().liveProperty());
        screens.tune().onChild(run -> {
            runs.choose(List.of(run));
            switcher.show("child");
        });
        runs.onStudy(study -> {
            switcher.show("tune");
            screens.tune().open(study);
        });
        screens.tune().onCompare(chosen -> {
            switcher.show("compare");
            runs.choose(chosen);
        });
        screens.train().statusProperty().addListener((o, was, is) -> {
            if (is != null) {
                said.set(() -> look.texts().of(is));
            }
        });
        runs.keep(before.left().views());
        runs.refresh();
    }

    private void connectData() {
        shared.frame().notices().quiet(choices.silentProperty().get());
        choices.silentProperty()
                .addListener((o, was, is) -> shared.frame().notices().quiet(is));
        choices.withinProperty().subscribe(shared.frame().notices()::keepOffDesktop);
        places.onIdentify(path -> {
            switcher.show("data");
            screens.data().identify(path);
        });
        places.onTrain(() -> {
            switcher.show("train");
            screens.train().start();
        });
    }

    /** Opens the bundled sample. */
    public void openSample() {
        start.sample();
    }

    private void showChild(int user) {
        switcher.show("child");
        screens.child().show(user);
    }

    private void show(Settings settings, StartOptions options) {
        layers.cover(new StackPane(root(), steps.cards()));
        state.arrange(settings.window());
        Scene scene = new Scene(layers, stage.getWidth(), stage.getHeight());
        body.arrange(settings.window());
        look.colour(scene);
        stage.setScene(scene);
        WindowTitle.on(stage, shared.session(), look.texts());
        stage.show();
        state.bound();
        start.takeKeys();
        start.read(options.data().isEmpty() && settings.preferences().goesOn());
        options.data().ifPresent(places::open);
        screens.train().inspectEngines();
        statusLine.inspect(shared.services().algorithms());
        OtherPrograms others = new OtherPrograms(shared.store(), shared.frame(), () -> {
            runs.refresh();
            screens.train().viewer().follow();
        });
        others.watch(stage);
        others.warn();
        new LostRuns(shared.store(), runs, shared.frame()).look();
        damaged.tell(settingsFile, shared.frame());
    }

    private Region root() {
        Actions actions = actions();
        DataChip chip = new DataChip(shared.session(), look.texts(), actions, places::recentItems);
        BorderPane root = new BorderPane(new StackPane(body.view(), start.view()));
        root.setId("main-window");
        root.setTop(new VBox(
                WindowBars.menus(actions, places.recentMenu()),
                WindowBars.toolbar(shared, actions, chip.view(), switcher)));
        root.setBottom(statusLine.view());
        Drops.on(root, start.model().hoveringProperty(), start::open);
        body.view().visibleProperty().bind(switcher.nothing().not());
        return root;
    }

    private ConnectionSheet database() {
        return new ConnectionSheet(
                layers,
                shared.frame().jobs(),
                look.texts(),
                shared.session(),
                shared.services().workspace(),
                places::openAnswer);
    }

    /** All actions, in the order in which a search by name finds them. */
    private Actions actions() {
        Actions actions = new Actions(look.texts());
        places.addTo(actions, database());
        actions.add("open.sample", "", this::openSample);
        Exports exports = new Exports(shared, screens.train(), screens.export()::readLedger);
        screens.compare().onExport(exports);
        exports.addTo(actions, screens.train());
        actions.add("exit", "Shortcut+Q", closing::request);
        TrainActions training = new TrainActions(screens, switcher, runActions.trash());
        training.addRunning(actions, shared.frame(), shared.session());
        runActions.addTo(actions);
        screens.export()
                .onFiles(List.of(actions.get("run.export"), actions.get("export.curves"), actions.get("export.chart")));
        training.addEditing(actions);
        new ViewActions(stage, shared, look, switcher).addTo(actions, screens.data());
        HelpController guide = new HelpController(layers, look.texts());
        screens.train().form().onHelp(setting -> HelpActions.explain(guide, setting));
        HelpActions.addTo(actions, guide, shared.frame(), shared.services().workspace(), switcher::shown);
        actions.add("tour", "", steps::tour, shared.session().openedProperty().isNull(), "off.no.data");
        actions.add("start.screen", "", switcher::showNothing);
        PreferencesSheet preferences =
                new PreferencesSheet(layers, shared, choices, screens.train(), settingsFile.path());
        actions.add("preferences", "Shortcut+COMMA", preferences::open);
        layers.addEventHandler(WhatIsThis.Asked.GUIDE, e -> guide.open(e.page()));
        CommandPalette palette = FindAnything.of(layers, shared, actions, screens, runs, switcher, guide, preferences);
        palette.remember(lately);
        actions.add("find.action", "Shortcut+K", palette::open);
        actions.add("part.next", "F6", () -> layers.ring().go(1));
        actions.add("part.before", "Shift+F6", () -> layers.ring().go(-1));
        return actions;
    }

    private Settings settings() {
        return new Settings(choices.now(), places.recent(), state.now(body), List.copyOf(presets), left());
    }

    /** What is on screen; if nothing was opened since the start, what was stored before. */
    private LeftAt left() {
        Session.@Nullable Opened open = shared.session().openedProperty().get();
        return open == null
                ? before.left().lately(List.copyOf(lately))
                : new LeftAt(
                        open.dataset().path().toString(),
                        switcher.shown(),
                        screens.train().screen().run(),
                        screens.child().shown(),
                        start.draft().text(),
                        start.draft().varied(),
                        List.copyOf(lately),
                        runs.kept());
    }

    /** Stores the settings after the user's actions and after changes by the program. */
    private void keep() {
        kept.watch(layers);
        kept.watch(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty());
        kept.watch(look.themeProperty(), look.texts().localeProperty(), choices.presentingProperty(), presets, lately);
        kept.watch(shared.session().openedProperty(), screens.train().headlineProperty());
        screens.train().form().onChange(kept::soon);
    }

    /** Whether runs continue after the window was closed. */
    boolean trainsOn() {
        return closing.trainsOn();
    }

    /** Shows a workspace by its index, from 0. */
    public void workspace(int place) {
        switcher.show(place);
    }

    /** The window's language; can be set. */
    public ObjectProperty<Locale> localeProperty() {
        return look.texts().localeProperty();
    }

    /** The window's theme; can be set. */
    public ObjectProperty<Theme> themeProperty() {
        return look.themeProperty();
    }
}
