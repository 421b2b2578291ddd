package dev.nara.ui.train;

import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.text.Numbers;
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
import javafx.scene.control.Label;
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

/** The Train workspace: the card of curves over the strip of pages, and the form of the next run at their right. */
final class TrainView {
    /** Best, phase, epoch, loss, seconds and speed. */
    private static final int FIXED_COLUMNS = 6;

    /** With less beside the rail the form is a bar: 1180 less the rail, in pixels. */
    private static final double NARROW = 948;

    private static final double GAP = 12;
    private static final double STRIP = 144;

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
            TrainModel model, SettingsPane settings, FormCard form, Texts texts, ReadOnlyObjectProperty<Theme> theme) {
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
                        is.doubleValue() < 880 ? TableView.UNCONSTRAINED_RESIZE_POLICY : fitted));
        model.epochs().addListener((ListChangeListener<RunEvent.EpochDone>) change -> showColumns());
        texts.localeProperty().addListener((o, was, is) -> renewColumns());
        root = new SplitPane(middle(), form);
        root.setId("train-workspace");
        root.getStyleClass().addAll("page", "apart");
        SplitPane.setResizableWithParent(form, false);
        root.widthProperty().addListener((o, was, is) -> arrange(form, was.doubleValue(), is.doubleValue()));
    }

    Region root() {
        return root;
    }

    PreviousChip previous() {
        return previous;
    }

    /** The form has its width until somebody drags it; where there is little room it is a bar. */
    private void arrange(FormCard form, double was, double is) {
        boolean narrow = is < NARROW;
        if (was == 0 || narrow != was < NARROW) {
            form.fold(narrow);
            double inside = is - root.snappedLeftInset() - root.snappedRightInset();
            root.setDividerPositions(1 - (form.getPrefWidth() + GAP / 2) / inside);
        }
    }

    private Node middle() {
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
        VBox chart = new VBox(head(), told(), standing(), previous, new CurveBar(model, texts), chartPlace);
        chart.getStyleClass().addAll("card", "chart-card");
        StackPane strip = new StackPane(pages);
        strip.getStyleClass().addAll("card", "strip-card");
        strip.setMinHeight(STRIP);
        strip.setPrefHeight(STRIP);
        SplitPane parts = new SplitPane(chart, strip);
        parts.getStyleClass().add("apart");
        parts.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(strip, false);
        return parts;
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
