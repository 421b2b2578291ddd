package dev.nara.ui.shell;

import dev.nara.chart.Palette;
import dev.nara.data.DataException;
import dev.nara.data.Pseudonyms;
import dev.nara.data.Recipe;
import dev.nara.interchange.HtmlReport;
import dev.nara.settings.OwnPreset;
import dev.nara.settings.Settings;
import dev.nara.settings.SettingsFile;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.ui.child.ChildController;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.FilePicker;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Notices;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.compare.CompareController;
import dev.nara.ui.data.DataController;
import dev.nara.ui.export.ExportController;
import dev.nara.ui.runs.RunActions;
import dev.nara.ui.runs.RunList;
import dev.nara.ui.runs.ShownRun;
import dev.nara.ui.train.TrainController;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.DoubleStream;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;

/** The window: menus, workspaces, the list of runs, the status bar; it opens the bundled sample. */
public final class MainWindow {
    private static final List<String> WORKSPACES = List.of("data", "train", "compare", "child", "export");
    private static final List<String> DATA_TABS =
            List.of("profile", "quality", "prepare", "split", "attributes", "rows");

    private static final double MIN_WIDTH = 960;
    /** From this width on there is room for what is known of a run, in pixels. */
    private static final double WIDE = 1500;

    private static final double DETAILS_WIDTH = 320;

    private static final Duration OTHERS = Duration.seconds(2);

    private final Services services;
    private final Stage stage;
    private final SettingsFile settingsFile;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final Session session = new Session();
    private final Pseudonymiser masks;
    private final RunStore store;
    private final Dialogs dialogs;
    private final Notices notices;
    private final FilePicker picker;
    private final Jobs jobs;
    private final DataController data;
    private final TrainController train;
    private final CompareController compare;
    private final ChildController child;
    private final ExportController export;
    private final RunList runs;
    private final RunActions runActions;
    private final Exports exports;
    private final Actions actions;
    private final StatusBar status = new StatusBar();
    private final SegmentedButton switcher = new SegmentedButton();
    private final DataPlaces places;
    private final ObservableList<OwnPreset> presets;
    private final SplitPane body = new SplitPane();
    private final BooleanProperty detailsShown = new SimpleBooleanProperty();
    private long chosenRun;
    private boolean lookingAtOthers;
    private boolean trainsOn;
    private boolean detailsChosen;

    /** What the window is given from outside: where choices are kept, who works in the background, who picks files. */
    public record Surroundings(
            SettingsFile settings, ExecutorService loading, ExecutorService training, Optional<FilePicker> picker) {}

    /** Builds and shows the window; call on the JavaFX thread. */
    public static MainWindow show(Services services, Stage stage, Surroundings around) throws DataException {
        return new MainWindow(services, stage, around);
    }

    private MainWindow(Services services, Stage stage, Surroundings around) throws DataException {
        this.services = services;
        this.stage = stage;
        this.settingsFile = around.settings();
        Settings settings = settingsFile.read();
        texts = new Texts(language(settings.language()));
        theme = new SimpleObjectProperty<>(settings.dark() ? Theme.DARK : Theme.LIGHT);
        store = services.store(services.workspace());
        dialogs = new Dialogs(stage, texts);
        dialogs.catchUncaught();
        notices = new Notices(stage, texts, dialogs);
        picker = around.picker().orElseGet(() -> new DialogFilePicker(stage));
        jobs = new Jobs(around.loading(), dialogs::error);
        places = new DataPlaces(services, stage, picker, dialogs, jobs, texts, status::setText, settings.recent());
        masks = new Pseudonymiser(pseudonyms(store));
        data = new DataController(services, session, jobs, texts, theme, masks, places);
        places.onOpen(this::open);
        presets = FXCollections.observableArrayList(settings.presets());
        presets.addListener((ListChangeListener<OwnPreset>) change -> keepSettings());
        train = new TrainController(
                services, store, session, jobs, around.training(), texts, theme, dialogs, notices, presets);
        child = new ChildController(services, store, session, jobs, texts, theme, masks);
        compare = new CompareController(services, store, session, jobs, texts, theme, masks);
        compare.onExport(exporter());
        compare.onChild(this::showChild);
        runs = new RunList(store, jobs, texts, train.liveProperty(), dialogs::error);
        runs.onChoose(this::showRuns);
        compare.onPick(runs::choose);
        export = new ExportController(
                services, store, session, jobs, texts, picker, masks, status::setText, dialogs::error);
        runs.onRead(all -> {
            train.runs(all);
            compare.runs(all);
            export.runs(all);
            child.runs(all);
        });
        Frame lent = new Frame(jobs, texts, dialogs, picker, status::setText);
        runActions = new RunActions(services, store, train, runs, lent, masks);
        train.onChange(runs::refresh);
        train.onFollow(run -> {
            runs.mark(run);
            compare.choose(List.of(run));
            export.choose(List.of(run));
        });
        runs.refresh();
        watchOthers();
        exports = new Exports(session, masks, store, jobs, texts, picker, status::setText, export::readLedger);
        actions = actions();
        Scene scene = new Scene(frame(), settings.width(), settings.height());
        detailsShown.addListener((o, was, is) -> {
            detailsChosen = true;
            showDetails(is);
        });
        detailsShown.set(
                settings.details().isEmpty() ? settings.width() >= WIDE : Boolean.parseBoolean(settings.details()));
        detailsChosen = !settings.details().isEmpty();
        if (settings.dividers().size() == body.getDividers().size()) {
            body.setDividerPositions(settings.dividers().stream()
                    .mapToDouble(position -> position)
                    .toArray());
        }
        theme.get().apply(scene);
        theme.addListener((o, was, is) -> is.apply(scene));
        stage.setScene(scene);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(640);
        stage.titleProperty().bind(texts.binding("app.title"));
        for (String size : List.of("16", "32", "48", "128", "256")) {
            addIcon("/assets/icons/nara-" + size + ".png");
        }
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, this::closing);
        stage.show();
        data.open(services.sample());
        train.inspectEngine();
        jobs.run(store.claim()::take, alone -> {
            if (!alone) {
                notices.problem(texts.get("workspace.shared.title"), texts.get("workspace.shared"), "");
            }
        });
    }

    /** Puts what is known of the run on screen beside the workspaces, or takes it away. */
    private void showDetails(boolean shown) {
        double left = body.getDividerPositions()[0];
        if (shown) {
            body.getItems().add(train.details());
            body.setDividerPositions(left, 1 - DETAILS_WIDTH / Math.max(stage.getWidth(), MIN_WIDTH));
        } else {
            body.getItems().remove(train.details());
            body.setDividerPositions(left);
        }
    }

    /** Reads the runs again when another program has changed the workspace. */
    private void watchOthers() {
        Timeline timeline = new Timeline(new KeyFrame(OTHERS, e -> {
            if (!lookingAtOthers) {
                lookingAtOthers = true;
                jobs.quietly(
                        store::changedElsewhere,
                        changed -> {
                            lookingAtOthers = false;
                            if (changed) {
                                runs.refresh();
                                train.follow();
                            }
                        },
                        error -> lookingAtOthers = false);
            }
        }));
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.play();
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, e -> timeline.stop());
    }

    private static Pseudonyms pseudonyms(RunStore store) throws DataException {
        try {
            return Pseudonyms.of(store.workspace());
        } catch (IOException e) {
            throw DataException.unreadable(store.workspace(), e);
        }
    }

    private void addIcon(String resource) {
        Optional.ofNullable(MainWindow.class.getResourceAsStream(resource))
                .ifPresent(in -> stage.getIcons().add(new Image(in)));
    }

    private static Locale language(String chosen) {
        String wanted = chosen.isEmpty() ? Locale.getDefault().getLanguage() : chosen;
        return wanted.equals("ko") ? Locale.KOREAN : Locale.ENGLISH;
    }

    private void exportCurves() {
        if (train.comparedRuns().isEmpty()) {
            exports.curves(train.shownEvents());
        } else {
            exports.comparedCurves(train.comparedRuns());
        }
    }

    private Actions actions() {
        Actions list = new Actions(texts);
        var nothingShown = train.headlineProperty().isEmpty();
        var noModel = session.modelProperty().isNull();
        var noData = session.openedProperty().isNull();
        list.add("open", "Shortcut+I", places::choose, null);
        list.add("open.file", "Shortcut+Shift+I", places::chooseFile, null);
        list.add("import", "", places::assist, null);
        for (String tab : DATA_TABS) {
            list.add("data." + tab, "", () -> showData(DATA_TABS.indexOf(tab)), noData);
        }
        list.add("open.sample", "", () -> data.open(services.sample()), null);
        list.add("export.submission", "Shortcut+E", exports::submission, noModel);
        list.add("export.recommendations", "", exports::recommendations, noModel);
        list.add("export.curves", "", this::exportCurves, nothingShown);
        list.add("export.chart", "", () -> exports.chart(train.chart(Palette.light())), nothingShown);
        list.add("exit", "Shortcut+Q", this::requestClose, null);
        list.add("start", "F5", this::startTraining, noData);
        list.add(
                "pause",
                "Shortcut+P",
                train::pauseOrGoOn,
                train.pausableProperty().not());
        list.add(
                "stop",
                "Shortcut+PERIOD",
                train::stop,
                train.controllableProperty().not());
        runActions.addTo(list);
        list.add("undo", "Shortcut+Z", this::undo, null);
        list.add("redo", "Shortcut+Shift+Z", train::redo, null);
        list.add("paste.settings", "Shortcut+Shift+V", this::pasteSettings, null);
        for (String name : WORKSPACES) {
            int place = WORKSPACES.indexOf(name);
            list.add("workspace." + name, "Shortcut+" + (place + 1), () -> choose(place), null);
        }
        list.add("theme", "", () -> theme.set(theme.get() == Theme.DARK ? Theme.LIGHT : Theme.DARK), null);
        list.add(
                "present",
                "Shortcut+Shift+P",
                () -> masks.onProperty().set(!masks.onProperty().get()),
                null);
        list.add("details", "F9", () -> detailsShown.set(!detailsShown.get()), null);
        list.add("language", "", this::switchLanguage, null);
        list.add("full.screen", "F11", () -> stage.setFullScreen(!stage.isFullScreen()), null);
        list.add("problems", "", notices::showProblems, null);
        list.add("find.action", "Shortcut+K", () -> ActionFinder.ask(stage, texts, list.all()), null);
        list.add("shortcuts", "F1", () -> dialogs.inform(texts.get("action.shortcuts"), list.shortcuts()), null);
        list.add(
                "about",
                "",
                () -> dialogs.inform(texts.get("action.about"), texts.get("help.about", services.workspace())),
                null);
        return list;
    }

    private Region frame() {
        var menus = Actions.bar(
                actions.menu("file", "open", "open.file", "import", "open.sample", "-", "exit"),
                actions.menu("data", DATA_TABS.stream().map(t -> "data." + t).toArray(String[]::new)),
                actions.menu("edit", "undo", "redo", "-", "copy.command", "paste.settings"),
                actions.menu(
                        "run",
                        "start",
                        "repeat",
                        "pause",
                        "stop",
                        "run.at.a.time",
                        "-",
                        "run.new",
                        "run.warm",
                        "run.star",
                        "run.rename",
                        "run.resume",
                        "run.up",
                        "run.down",
                        "run.delete",
                        "-",
                        "run.import",
                        "run.export",
                        "runs.trash",
                        "runs.clean"),
                actions.menu(
                        "view",
                        "workspace.data",
                        "workspace.train",
                        "workspace.compare",
                        "workspace.child",
                        "workspace.export",
                        "-",
                        "details",
                        "present",
                        "theme",
                        "language",
                        "full.screen"),
                actions.menu("help", "find.action", "shortcuts", "problems", "about"));
        var exportMenu =
                actions.menu("export", "export.submission", "export.recommendations", "export.curves", "export.chart");
        exportMenu.setId("menu-export");
        menus.getMenus().get(0).getItems().add(2, places.recentMenu());
        menus.getMenus().get(0).getItems().add(5, exportMenu);
        StackPane workspaces = new StackPane(data.view(), train.view(), compare.view(), child.view(), export.view());
        body.getItems().setAll(runs, workspaces);
        body.setDividerPositions(0.17);
        SplitPane.setResizableWithParent(train.details(), false);
        SplitPane.setResizableWithParent(runs, false);
        runs.setMinWidth(170);
        BorderPane root = new BorderPane(body);
        root.setId("main-window");
        root.setTop(new VBox(menus, header(workspaces)));
        root.setBottom(statusBar());
        choose(0);
        return root;
    }

    private Node header(StackPane workspaces) {
        ToggleGroup group = new ToggleGroup();
        for (int w = 0; w < WORKSPACES.size(); w++) {
            ToggleButton button = new ToggleButton();
            button.setId("workspace-" + WORKSPACES.get(w));
            button.textProperty().bind(texts.binding("workspace." + WORKSPACES.get(w)));
            Node place = workspaces.getChildren().get(w);
            place.visibleProperty().bind(button.selectedProperty());
            switcher.getButtons().add(button);
        }
        switcher.setToggleGroup(group);
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && was != null) {
                was.setSelected(true);
            }
        });
        Label presenting = new Label();
        presenting.setId("presenting");
        presenting.textProperty().bind(texts.binding("present.on"));
        presenting.getStyleClass().add("presenting");
        presenting.visibleProperty().bind(masks.onProperty());
        presenting.managedProperty().bind(presenting.visibleProperty());
        Label dataset = new Label();
        dataset.getStyleClass().add("header-data");
        dataset.textProperty()
                .bind(session.openedProperty().map(o -> o.dataset().name()).orElse(""));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton details = new ToggleButton();
        details.setId("details");
        details.textProperty().bind(texts.binding("train.details"));
        details.selectedProperty().bindBidirectional(detailsShown);
        HBox header = new HBox(switcher, gap, presenting, dataset, details);
        header.getStyleClass().add("window-header");
        return header;
    }

    private StatusBar statusBar() {
        status.setText("");
        train.statusProperty().addListener((o, was, is) -> status.setText(is));
        jobs.runningProperty().addListener((o, was, is) -> status.setProgress(is.intValue() > 0 ? -1 : 0));
        Label hint = new Label();
        hint.textProperty().bind(texts.binding("status.workspace", services.workspace()));
        hint.getStyleClass().add("status-detail");
        Button badge = new Button();
        badge.setId("problems");
        badge.getStyleClass().addAll("flat", "problem-badge");
        badge.textProperty().bind(notices.unseenProperty().asString("⚠ %d"));
        badge.accessibleTextProperty().bind(texts.binding("action.problems"));
        badge.visibleProperty().bind(notices.unseenProperty().greaterThan(0));
        badge.managedProperty().bind(badge.visibleProperty());
        badge.setOnAction(e -> notices.showProblems());
        status.getRightItems().addAll(badge, hint);
        return status;
    }

    private void choose(int place) {
        switcher.getButtons().get(place).setSelected(true);
    }

    private void startTraining() {
        choose(WORKSPACES.indexOf("train"));
        train.start();
    }

    private void switchLanguage() {
        boolean korean = texts.locale().getLanguage().equals("ko");
        texts.localeProperty().set(korean ? Locale.ENGLISH : Locale.KOREAN);
    }

    private void showData(int tab) {
        choose(0);
        data.tab(tab);
    }

    private void open(Path path, Optional<Recipe> recipe) {
        choose(0);
        data.open(path, recipe.orElse(null));
    }

    /** Shows a stored run's curves, and makes its model again where it has one; several are held against each other. */
    private void showRuns(List<StoredRun> chosen) {
        List<Long> ids = chosen.stream().map(StoredRun::id).toList();
        compare.choose(ids);
        export.choose(ids);
        if (chosen.size() > 1) {
            train.compare(chosen);
            return;
        }
        StoredRun run = chosen.get(0);
        Session.Model current = session.modelProperty().get();
        if (run.id() == train.shownRun() && current != null) {
            return;
        }
        chosenRun = run.id();
        train.show(run, () -> {
            if (run.best().isPresent() && run.id() == chosenRun) {
                Session.Opened open = session.openedProperty().get();
                // Its curves are there all the same; why its lists are not stands in the status bar.
                jobs.run(
                        () -> ShownRun.read(services, store, run, open),
                        read -> showRead(run, read),
                        problem -> status.setText(texts.of(problem)));
            }
        });
    }

    private CompareController.Exporter exporter() {
        return new CompareController.Exporter() {
            @Override
            public void table(List<List<String>> rows) {
                exports.table("runs.csv", rows);
            }

            @Override
            public void report(List<StoredRun> runs, String metric, HtmlReport.Details details) {
                exports.comparison(store, services.algorithms(), runs, metric, details);
            }
        };
    }

    private void showChild(int user) {
        choose(WORKSPACES.indexOf("child"));
        child.show(user);
    }

    /** Unless another run has been chosen meanwhile. */
    private void showRead(StoredRun run, ShownRun read) {
        if (run.id() == train.shownRun()) {
            read.show(session);
        }
    }

    private void closing(WindowEvent event) {
        if (train.runningProperty().get() && !mayClose()) {
            event.consume();
            return;
        }
        if (!trainsOn) {
            train.queue().close();
        }
        settingsFile.write(settings());
    }

    private Settings settings() {
        Scene scene = stage.getScene();
        return new Settings(
                texts.locale().getLanguage(),
                theme.get() == Theme.DARK,
                places.recent(),
                scene.getWidth(),
                scene.getHeight(),
                List.copyOf(presets),
                detailsChosen ? Boolean.toString(detailsShown.get()) : "",
                DoubleStream.of(body.getDividerPositions()).boxed().toList());
    }

    private void keepSettings() {
        Settings now = settings();
        jobs.run(
                () -> {
                    settingsFile.write(now);
                    return now;
                },
                kept -> {});
    }

    /** Takes back what was done last: a change of the form on the Train workspace, or the throwing away of runs. */
    private void undo() {
        boolean inForm = switcher.getButtons().get(WORKSPACES.indexOf("train")).isSelected();
        if (!inForm || runActions.trash().usedSince(train.changedAt()) || !train.undo()) {
            runActions.trash().takeBack();
        }
    }

    private void pasteSettings() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null) {
            choose(WORKSPACES.indexOf("train"));
            train.paste(text);
        }
    }

    /** Whether runs train on after the window was closed. */
    boolean trainsOn() {
        return trainsOn;
    }

    /**
     * Asks what becomes of the runs that train: they train on without a window, are left to be resumed, stopped for good, or
     * the window stays.
     */
    private boolean mayClose() {
        String keep = texts.get("close.keep");
        String pause = texts.get("close.pause");
        String stop = texts.get("close.stop");
        Optional<String> answer =
                dialogs.choose(texts.get("close.title"), texts.get("close.question"), List.of(keep, pause, stop));
        if (answer.filter(stop::equals).isPresent()) {
            train.stopAll();
        }
        trainsOn = answer.filter(keep::equals).isPresent();
        if (trainsOn) {
            // What stands still would never end.
            train.queue().resumeAll();
            // The next window is not told of this one.
            jobs.run(
                    () -> {
                        store.claim().giveUp();
                        return true;
                    },
                    done -> {});
        }
        return answer.isPresent();
    }

    private void requestClose() {
        WindowEvent request = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
        stage.fireEvent(request);
        if (!request.isConsumed()) {
            stage.hide();
        }
    }

    /** Shows a workspace by its place, from 0. */
    public void workspace(int place) {
        choose(place);
    }

    /** The window's language, to be set. */
    public ObjectProperty<Locale> localeProperty() {
        return texts.localeProperty();
    }

    /** The window's theme, to be set. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }
}
