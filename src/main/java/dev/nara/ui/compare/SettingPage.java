package dev.nara.ui.compare;

import dev.nara.analysis.RunFigures;
import dev.nara.analysis.SettingValue;
import dev.nara.analysis.SettingsComparison;
import dev.nara.analysis.Standing;
import dev.nara.chart.Palette;
import dev.nara.chart.Scatter;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Charts;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows runs by the value of a setting: the mean and best of each value, and a plot of the metric. */
final class SettingPage {
    private final CompareModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final Consumer<List<StoredRun>> judge;
    private final StackPane settingPlace = new StackPane();
    private final ComboBox<String> grouping = new ComboBox<>();
    private final ObservableList<SettingValue> values = FXCollections.observableArrayList();
    private final Region root;
    private final WhenVisible showing;
    private boolean renewing;

    /** {@code judge} compares the best runs of the values, {@code seen} says whether the page is visible. */
    SettingPage(
            CompareModel model,
            Texts texts,
            ObjectProperty<Theme> theme,
            Consumer<List<StoredRun>> judge,
            ObservableBooleanValue seen) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        this.judge = judge;
        root = setting();
        // The best runs of the values are compared only while the page is visible.
        showing = new WhenVisible(seen, this::show);
        model.runs().addListener((ListChangeListener<StoredRun>) change -> showing.due());
        model.metricProperty().addListener((o, was, is) -> showing.due());
        grouping.valueProperty().addListener((o, was, is) -> {
            if (!renewing) {
                showing.due();
            }
        });
        theme.addListener((o, was, is) -> showing.due());
        texts.localeProperty().addListener((o, was, is) -> showing.due());
        showing.due();
    }

    Region root() {
        return root;
    }

    private void show() {
        renew();
        showSetting();
    }

    /** Updates the settings by which runs can be grouped. */
    private void renew() {
        Set<String> differing = SettingsComparison.differences(model.runs()).keySet();
        String kept = grouping.getValue();
        renewing = true;
        grouping.getItems().setAll(differing);
        grouping.setValue(kept != null && differing.contains(kept) ? kept : null);
        if (grouping.getValue() == null && !grouping.getItems().isEmpty()) {
            grouping.setValue(grouping.getItems().get(0));
        }
        renewing = false;
    }

    private Region setting() {
        TableView<SettingValue> table = Tables.table("compare-groups", texts, "compare.scatter.empty");
        table.setItems(values);
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.value", 120, SettingValue::value),
                        Tables.number(texts, "column.runs", 60, v -> v.runs().size(), Numbers::grouped),
                        Tables.number(texts, "column.mean", 80, SettingValue::mean, SettingPage::figure),
                        Tables.number(texts, "column.best", 80, this::best, SettingPage::figure),
                        Tables.text(texts, "column.verdict", 130, this::verdict)));
        model.bestsProperty().addListener((o, was, is) -> table.refresh());
        grouping.setId("compare-grouping");
        grouping.accessibleTextProperty().bind(texts.binding("compare.group"));
        HBox chooser = new HBox(Labels.whole(texts.binding("compare.group"), "field-label"), grouping);
        chooser.getStyleClass().add("head-row");
        VBox.setVgrow(table, Priority.ALWAYS);
        SplitPane parts = new SplitPane(new VBox(chooser, table), settingPlace);
        parts.setDividerPositions(0.42);
        return parts;
    }

    private static String figure(Number figure) {
        return BareNumbers.figure(figure.doubleValue());
    }

    private double best(SettingValue value) {
        return value.reported(model.metricProperty().get());
    }

    private String verdict(SettingValue value) {
        Standing standing = model.bestsProperty().get().get(value.top().get(0).id());
        return standing == null ? "" : Verdicts.of(texts, standing);
    }

    /** Shows all runs of the table by the value of a setting. */
    private void showSetting() {
        String name = grouping.getValue();
        String metric = model.metricProperty().get();
        values.clear();
        settingPlace.getChildren().clear();
        if (name == null || metric == null) {
            return;
        }
        values.setAll(SettingValue.of(model.runs(), name, metric));
        judge.accept(values.stream().flatMap(value -> value.top().stream()).toList());
        drawSetting(name, metric);
    }

    /** Plots the metric against the setting, on an axis of numbers or of categories. */
    private void drawSetting(String name, String metric) {
        List<String> words = values.stream().map(SettingValue::value).toList();
        boolean numbers =
                words.stream().allMatch(value -> RunFilter.number(value).isPresent());
        List<Scatter.Point> points = new ArrayList<>();
        for (SettingValue value : values) {
            double x = numbers ? RunFilter.number(value.value()).orElse(Double.NaN) : words.indexOf(value.value());
            value.runs().forEach(run -> points.add(new Scatter.Point(x, RunFigures.reported(run, metric))));
        }
        if (!points.isEmpty()) {
            Palette palette = theme.get().palette();
            String axis = texts.setting(name);
            settingPlace
                    .getChildren()
                    .setAll(Charts.viewer(
                            numbers
                                    ? Scatter.of(points, axis, metric, false, palette)
                                    : Scatter.of(points, words, axis, metric, palette),
                            texts));
        }
    }
}
