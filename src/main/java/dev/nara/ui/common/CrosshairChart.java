package dev.nara.ui.common;

import dev.nara.chart.Crosshair;
import dev.nara.chart.Palette;
import dev.nara.text.Numbers;
import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jspecify.annotations.Nullable;

/** A chart of curves with a line that follows the mouse through all its plots, and beside it a table of the curves' values. */
public final class CrosshairChart extends HBox {
    private static final double SWATCH = 22;
    /** In less there is no room for a table beside the chart, in pixels. */
    private static final double WIDE = 480;

    private final ChartViewer viewer;
    private final Crosshair crosshair;
    private final Texts texts;
    private final TableView<Crosshair.Row> values;
    private final TableColumn<Crosshair.Row, String> names = new TableColumn<>();

    /** Shows a chart whose plots lie over one axis. Its legend gives way to the table, where there is room for one. */
    public CrosshairChart(JFreeChart chart, Palette palette, Texts texts) {
        this.texts = texts;
        viewer = Charts.viewer(chart, texts);
        crosshair = new Crosshair(chart, palette);
        values = Tables.table("curve-values", texts, "chart.values.empty");
        Tables.ofManyRows(values);
        names.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().name()));
        names.setText(texts.get("chart.values.latest"));
        names.setCellFactory(column -> new NameCell());
        values.getColumns().add(names);
        HBox.setHgrow(viewer, Priority.ALWAYS);
        getChildren().addAll(viewer, values);
        viewer.addEventHandler(MouseEvent.MOUSE_MOVED, e -> follow(e.getX()));
        viewer.addEventHandler(MouseEvent.MOUSE_EXITED, e -> leave());
        values.managedProperty().bind(values.visibleProperty());
        widthProperty().addListener((o, was, is) -> makeRoom(is.doubleValue()));
        makeRoom(WIDE);
        chart.addChangeListener(e -> fill());
        fill();
    }

    private void makeRoom(double width) {
        values.setVisible(width >= WIDE);
        LegendTitle legend = viewer.getChart().getLegend();
        if (legend != null && legend.isVisible() == values.isVisible()) {
            legend.setVisible(!values.isVisible());
        }
    }

    private void follow(double x) {
        Rectangle2D area = viewer.getRenderingInfo().getPlotInfo().getDataArea();
        if (area.isEmpty() || !(viewer.getChart().getPlot() instanceof CombinedDomainXYPlot plot)) {
            return;
        }
        double at = plot.getDomainAxis().java2DToValue(x, area, plot.getDomainAxisEdge());
        if (plot.getDomainAxis().getRange().contains(at)) {
            show(at);
        } else {
            leave();
        }
    }

    /** Puts the line at a value of the axis. */
    public void show(double at) {
        double place = crosshair.moveTo(at);
        String axis = viewer.getChart().getXYPlot().getDomainAxis().getLabel();
        names.setText(axis + " " + Numbers.plain(Math.round(place * 100) / 100.0));
    }

    private void leave() {
        crosshair.hide();
        names.setText(texts.get("chart.values.latest"));
    }

    /** Writes what the curves are, at every change of the chart, the line's included. */
    private void fill() {
        List<Crosshair.Row> rows = crosshair.rows();
        boolean apart = rows.stream().allMatch(row -> row.values().size() < 2);
        List<String> wanted = apart ? List.of("") : crosshair.plots();
        boolean bands =
                rows.stream().anyMatch(row -> row.values().values().stream().anyMatch(value -> value.contains("±")));
        double width = apart ? 236 : bands ? 390 : 300;
        List<String> had =
                values.getColumns().stream().skip(1).map(TableColumn::getText).toList();
        if (!had.equals(wanted)) {
            values.getColumns().setAll(List.of(names));
            for (String plot : wanted) {
                TableColumn<Crosshair.Row, String> column = Tables.plain(
                        plot,
                        apart ? 66 : bands ? 135 : 90,
                        row -> apart
                                ? String.join("", row.values().values())
                                : row.values().getOrDefault(plot, ""));
                column.getStyleClass().add("number-column");
                values.getColumns().add(column);
            }
            names.setPrefWidth(apart ? 167 : 118);
            values.setMinWidth(width);
            values.setPrefWidth(width);
        }
        values.getItems().setAll(rows);
    }

    /** The name of a curve, after a piece of its line. */
    private static final class NameCell extends TableCell<Crosshair.Row, String> {
        private final Line line = new Line(0, 0, SWATCH, 0);
        /** Names are longer than the column. */
        private final Tooltip whole = new Tooltip();

        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            Crosshair.@Nullable Row row = empty ? null : getTableRow().getItem();
            setText(empty ? "" : name);
            whole.setText(name);
            setTooltip(empty ? null : whole);
            setGraphic(row == null ? null : line);
            if (row != null) {
                line.setStroke(
                        row.paint() instanceof java.awt.Color c
                                ? Color.rgb(c.getRed(), c.getGreen(), c.getBlue())
                                : Color.GRAY);
                line.getStrokeDashArray().clear();
                if (row.stroke() instanceof BasicStroke stroke) {
                    line.setStrokeWidth(stroke.getLineWidth());
                    for (float dash : stroke.getDashArray() == null ? new float[0] : stroke.getDashArray()) {
                        line.getStrokeDashArray().add((double) dash);
                    }
                }
            }
        }
    }
}
