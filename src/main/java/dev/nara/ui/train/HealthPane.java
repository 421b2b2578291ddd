package dev.nara.ui.train;

import dev.nara.analysis.UpdateSize;
import dev.nara.chart.HealthCurves;
import dev.nara.run.RunEvent;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Charts;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Diagnostics of a run's training: the learning rate, the norm of the gradient, the speed, and the relative size of the last update of each
 * part of the model in an epoch, with a light for what is usual. Shown as current figures, and as curves over the epochs: those selected in
 * the table, or the updates of all parts.
 */
final class HealthPane {
    private final ObservableList<RunEvent.EpochDone> epochs;
    private final Texts texts;
    private final ReadOnlyObjectProperty<Theme> theme;
    private final TableView<Line> table;
    private final StackPane place = new StackPane();
    private final Tab tab;
    private @Nullable HealthCurves curves;
    /** The names of all figures that were known when the curves were drawn. */
    private Set<String> drawn = Set.of();

    private boolean filling;

    /** A figure of the last epoch. */
    private record Line(String name, double now) {
        boolean update() {
            return name.startsWith(HealthCurves.UPDATE);
        }
    }

    HealthPane(ObservableList<RunEvent.EpochDone> epochs, Texts texts, ReadOnlyObjectProperty<Theme> theme) {
        this.epochs = epochs;
        this.texts = texts;
        this.theme = theme;
        table = Tables.table("health", texts, "train.health.empty");
        TableColumn<Line, String> light =
                Tables.text(texts, "column.health.light", 175, line -> texts.get("health." + light(line)));
        light.setCellFactory(column -> new LightCell());
        table.getColumns()
                .setAll(List.of(
                        Tables.text(texts, "column.health", 130, this::name),
                        Tables.number(texts, "column.health.now", 70, Line::now, HealthPane::figure),
                        light));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        SplitPane both = new SplitPane(table, place);
        both.setDividerPositions(0.55);
        place.setMinSize(0, 0);
        tab = Tables.page(texts, "train.page.health", both);
        epochs.addListener((ListChangeListener<RunEvent.EpochDone>) this::changed);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Line>) change -> {
            if (!filling) {
                draw();
            }
        });
        seen().addListener((o, was, is) -> {
            show();
            draw();
        });
        theme.addListener((o, was, is) -> draw());
        texts.localeProperty().addListener((o, was, is) -> {
            table.refresh();
            draw();
        });
    }

    /** The tab with this page. */
    Tab tab() {
        return tab;
    }

    private ReadOnlyBooleanProperty seen() {
        return tab.selectedProperty();
    }

    private void changed(ListChangeListener.Change<? extends RunEvent.EpochDone> change) {
        if (!seen().get()) {
            return;
        }
        show();
        boolean added = true;
        int from = epochs.size();
        while (change.next()) {
            added &= change.wasAdded() && !change.wasRemoved() && change.getTo() == epochs.size();
            from = Math.min(from, change.getFrom());
        }
        boolean known = HealthCurves.names(epochs).equals(drawn);
        if (added && known && curves != null && from > 0) {
            curves.add(List.copyOf(epochs.subList(from, epochs.size())));
        } else {
            draw();
        }
    }

    private void show() {
        Set<String> chosen = chosen();
        List<Line> lines = HealthCurves.names(epochs).stream()
                .map(name -> new Line(name, now(name)))
                .toList();
        filling = true;
        table.getItems().setAll(lines);
        for (int row = 0; row < lines.size(); row++) {
            if (chosen.contains(lines.get(row).name)) {
                table.getSelectionModel().select(row);
            }
        }
        filling = false;
    }

    private Set<String> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .map(Line::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The figure in the last epoch that has it; NaN if none has. */
    private double now(String name) {
        for (int n = epochs.size() - 1; n >= 0; n--) {
            Map<String, Double> figures = HealthCurves.figures(epochs.get(n));
            Double figure = figures.get(name);
            if (figure != null) {
                return figure;
            }
        }
        return Double.NaN;
    }

    /** Draws the selected figures, or the updates of all parts; baselines have only their speed. */
    private void draw() {
        if (!seen().get() || epochs.isEmpty()) {
            curves = null;
            place.getChildren().clear();
            return;
        }
        Set<String> all = HealthCurves.names(epochs);
        drawn = all;
        Set<String> shown = new LinkedHashSet<>(chosen());
        if (shown.isEmpty()) {
            all.stream().filter(name -> name.startsWith(HealthCurves.UPDATE)).forEach(shown::add);
        }
        HealthCurves fresh =
                new HealthCurves(shown.isEmpty() ? all : shown, theme.get().palette(), texts.locale());
        fresh.add(List.copyOf(epochs));
        curves = fresh;
        place.getChildren().setAll(Charts.viewer(fresh.chart(), texts));
    }

    private String name(Line line) {
        return line.update()
                ? texts.get("health.update", line.name.substring(HealthCurves.UPDATE.length()))
                : texts.get("health." + line.name);
    }

    private static String figure(Number figure) {
        double value = figure.doubleValue();
        if (value >= 1000) {
            return Numbers.grouped(Math.round(value));
        }
        return value != 0 && Math.abs(value) < 0.001
                ? new BigDecimal(value).round(new MathContext(2)).toPlainString()
                : Numbers.figure(figure);
    }

    private static String light(Line line) {
        return line.update() ? UpdateSize.of(line.now).name().toLowerCase(Locale.ROOT) : "plain";
    }

    private static final class LightCell extends TableCell<Line, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            Line line = empty || getTableRow() == null ? null : getTableRow().getItem();
            getStyleClass().removeAll("light-well", "light-warn", "light-bad");
            setText(line == null ? "" : words);
            if (line != null && line.update()) {
                getStyleClass()
                        .add(
                                switch (UpdateSize.of(line.now)) {
                                    case WELL -> "light-well";
                                    case HIGH, LOW -> "light-warn";
                                    case WILD, STILL -> "light-bad";
                                });
            }
        }
    }
}
