package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Train workspace: settings on the left, live curves and the table of epochs on the right. */
final class TrainView {
    /** Best, phase, epoch, loss, seconds and speed. */
    private static final int FIXED_COLUMNS = 6;

    private static final double NARROW = 880;

    private final TrainModel model;
    private final Texts texts;
    private final SettingsPane settings;
    private final ReadOnlyObjectProperty<Theme> theme;
    private final SplitPane root;
    private final StackPane chartPlace = new StackPane();
    private final TableView<RunEvent.EpochDone> table;
    private final PreviousChip previous;
    private Part shownPart = Part.VALIDATION;

    TrainView(
            TrainModel model,
            SettingsPane settings,
            Texts texts,
            ReadOnlyObjectProperty<Theme> theme,
            Runnable start,
            Runnable pause,
            Runnable stop) {
        this.theme = theme;
        this.model = model;
        this.texts = texts;
        this.settings = settings;
        previous = new PreviousChip(model.detailsProperty(), texts);
        table = Tables.table("epochs", texts, "train.epochs.empty");
        table.setItems(model.epochs());
        var fitted = table.getColumnResizePolicy();
        // Where there is no room for all columns they are scrolled, not cut.
        table.widthProperty()
                .addListener((o, was, is) -> table.setColumnResizePolicy(
                        is.doubleValue() < NARROW ? TableView.UNCONSTRAINED_RESIZE_POLICY : fitted));
        model.epochs().addListener((ListChangeListener<RunEvent.EpochDone>) change -> showColumns());
        texts.localeProperty().addListener((o, was, is) -> renewColumns());
        root = new SplitPane(left(start, pause, stop), right());
        root.setId("train-workspace");
        root.setDividerPositions(0.34);
    }

    Region root() {
        return root;
    }

    PreviousChip previous() {
        return previous;
    }

    private Node left(Runnable start, Runnable pause, Runnable stop) {
        ScrollPane scroll = new ScrollPane(settings);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label forecast = new Label();
        forecast.setId("forecast");
        forecast.textProperty().bind(model.forecastProperty());
        forecast.getStyleClass().addAll("cell-detail", "forecast");
        forecast.setWrapText(true);
        forecast.setMinHeight(Region.USE_PREF_SIZE);
        Label warnings = new Label();
        warnings.setId("form-warnings");
        warnings.textProperty().bind(model.warningsProperty());
        warnings.getStyleClass().addAll("field-warning", "forecast");
        warnings.managedProperty().bind(warnings.textProperty().isNotEmpty());
        warnings.setWrapText(true);
        warnings.setMinHeight(Region.USE_PREF_SIZE);
        VBox left = new VBox(scroll, warnings, forecast, coming(), buttons(start, pause, stop));
        left.setMinWidth(340);
        SplitPane.setResizableWithParent(left, false);
        return left;
    }

    private Node buttons(Runnable start, Runnable pause, Runnable stop) {
        Button startButton = new Button();
        startButton.setId("start");
        startButton.setDefaultButton(true);
        startButton
                .textProperty()
                .bind(Bindings.when(model.runningProperty())
                        .then(texts.binding("train.enqueue"))
                        .otherwise(texts.binding("action.start")));
        startButton
                .disableProperty()
                .bind(model.preparingProperty()
                        .or(settings.problemsProperty().greaterThan(0))
                        .or(model.comingProperty().isNotEmpty()));
        startButton.setOnAction(e -> start.run());
        Button pauseButton = new Button();
        pauseButton.setId("pause");
        pauseButton
                .textProperty()
                .bind(Bindings.when(model.pausingProperty())
                        .then(texts.binding("train.resume"))
                        .otherwise(texts.binding("action.pause")));
        pauseButton.disableProperty().bind(model.pausableProperty().not().or(model.stoppingProperty()));
        pauseButton.setOnAction(e -> pause.run());
        Button stopButton = new Button();
        stopButton.setId("stop");
        stopButton.textProperty().bind(texts.binding("action.stop"));
        stopButton.disableProperty().bind(model.controllableProperty().not().or(model.stoppingProperty()));
        stopButton.setOnAction(e -> stop.run());
        Label problems = new Label();
        problems.getStyleClass().add("field-problem");
        problems.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> problemText(settings.problemsProperty().get()),
                        settings.problemsProperty(),
                        texts.localeProperty()));
        HBox bar = new HBox(startButton, pauseButton, stopButton, problems);
        bar.getStyleClass().add("button-row");
        return bar;
    }

    private String problemText(int count) {
        return count == 0 ? "" : "⚠ " + texts.get("train.problems", count);
    }

    /** That a run has to wait for the data that is being read. */
    private Label coming() {
        Label coming = Labels.wrapped(
                Bindings.createStringBinding(
                        () -> model.comingProperty().get().isEmpty()
                                ? ""
                                : "… "
                                        + texts.get(
                                                "train.coming",
                                                model.comingProperty().get()),
                        model.comingProperty(),
                        texts.localeProperty()),
                "forecast");
        coming.setId("data-coming");
        coming.managedProperty().bind(coming.textProperty().isNotEmpty());
        return coming;
    }

    private Node right() {
        Label empty = new Label();
        empty.textProperty().bind(texts.binding("train.empty"));
        empty.getStyleClass().add("empty-text");
        chartPlace.getChildren().setAll(empty);
        chartPlace.setMinHeight(200);
        VBox.setVgrow(chartPlace, Priority.ALWAYS);
        TabPane pages = new TabPane(
                ofRun("train.page.epochs", Tables.page(texts, "train.page.epochs", table)),
                ofRun("train.page.health", new HealthPane(model.epochs(), texts, theme).tab()));
        pages.setId("train-pages");
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        SplitPane parts = new SplitPane(new VBox(new CurveBar(model, texts), chartPlace), pages);
        parts.setOrientation(Orientation.VERTICAL);
        parts.setDividerPositions(0.66);
        VBox.setVgrow(parts, Priority.ALWAYS);
        return new VBox(head(), told(), standing(), previous, parts);
    }

    /** Says on the tab of which of several runs it is. */
    private Tab ofRun(String key, Tab tab) {
        tab.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (texts.get(key) + "  " + model.epochsOfProperty().get()).strip(),
                        model.epochsOfProperty(),
                        texts.localeProperty()));
        return tab;
    }

    /** Which run is on screen, that it is of other settings, and what it does. */
    private Node head() {
        Label headline = new Label();
        headline.textProperty().bind(model.headlineProperty());
        headline.getStyleClass().add("workspace-title");
        headline.setMinWidth(0);
        Label status = new Label();
        status.setId("run-status");
        status.textProperty().bind(model.shownStatusProperty());
        status.getStyleClass().add("run-status");
        Label stale = new Label();
        stale.setId("stale");
        stale.textProperty()
                .bind(Bindings.createStringBinding(
                        this::staleWords,
                        settings.differingProperty(),
                        model.shownLiveProperty(),
                        texts.localeProperty()));
        stale.getStyleClass().add("field-warning");
        chartPlace
                .opacityProperty()
                .bind(Bindings.when(stale.textProperty().isEmpty()).then(1.0).otherwise(0.6));
        table.opacityProperty().bind(chartPlace.opacityProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(headline, stale, gap, status);
        head.getStyleClass().add("head-row");
        return head;
    }

    /** Where the run on screen stands among the references, once it is told on the test part. */
    private Node standing() {
        Label standing = new Label();
        standing.setId("run-standing");
        standing.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.detailsProperty().get().standing(texts.locale()),
                        model.detailsProperty(),
                        texts.localeProperty()));
        standing.managedProperty().bind(standing.textProperty().isNotEmpty());
        standing.setWrapText(true);
        standing.setMinHeight(Region.USE_PREF_SIZE);
        standing.getStyleClass().add("run-standing");
        return standing;
    }

    /** What the run on screen is told by, apart from the curves of the part that decides. */
    private Node told() {
        Label told = new Label();
        told.setId("told");
        told.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> ToldWords.of(model.detailsProperty().get(), texts),
                        model.detailsProperty(),
                        texts.localeProperty()));
        told.getStyleClass().add("told");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        told.managedProperty().bind(told.textProperty().isNotEmpty());
        return told;
    }

    /** Says where what is on screen is of other settings than the form's; while a run trains, the form is for the next. */
    private String staleWords() {
        int differing = settings.differingProperty().get();
        return differing > 0 && !model.shownLiveProperty().get() ? "≠ " + texts.get("train.stale", differing) : "";
    }

    /** Puts a run's curves on screen. */
    void show(Node curves) {
        curves.setId("train-chart");
        chartPlace.getChildren().setAll(curves);
    }

    private void renewColumns() {
        table.getColumns().clear();
        showColumns();
    }

    private void showColumns() {
        Set<String> metrics = new LinkedHashSet<>();
        model.epochs().forEach(e -> metrics.addAll(e.metrics().keySet()));
        table.refresh();
        Part part = model.epochPartProperty().get();
        if (part == shownPart && table.getColumns().size() == metrics.size() + FIXED_COLUMNS) {
            return;
        }
        shownPart = part;
        List<TableColumn<RunEvent.EpochDone, ?>> columns = new ArrayList<>();
        columns.add(Tables.text(texts, "column.best", 48, e -> isBest(e) ? "★" : ""));
        columns.add(Tables.text(texts, "column.phase", 80, e -> texts.get("phase." + e.phase())));
        columns.add(Tables.number(texts, "column.epoch", 70, RunEvent.EpochDone::epoch, Numbers::grouped));
        columns.add(Tables.number(texts, "column.loss", 80, RunEvent.EpochDone::loss, Numbers::figure));
        metrics.forEach(metric -> columns.add(metricColumn(part, metric)));
        columns.add(Tables.number(texts, "column.seconds", 70, RunEvent.EpochDone::seconds, Numbers::seconds));
        columns.add(Tables.number(texts, "column.speed", 90, RunEvent.EpochDone::examplesPerSecond, Numbers::grouped));
        table.getColumns().setAll(columns);
    }

    /** Every epoch was the best in its time; the last of them is the best of all. Without figures there is none. */
    private boolean isBest(RunEvent.EpochDone epoch) {
        return epoch.best()
                && !epoch.metrics().isEmpty()
                && model.epochs().stream().noneMatch(e -> e.best() && e.epoch() > epoch.epoch());
    }

    private TableColumn<RunEvent.EpochDone, Number> metricColumn(Part part, String metric) {
        TableColumn<RunEvent.EpochDone, Number> column = Tables.number(
                texts, "column.loss", 120, e -> e.metrics().getOrDefault(metric, Double.NaN), Numbers::figure);
        column.textProperty().unbind();
        column.setText(texts.of(part.of(metric)));
        return column;
    }
}
