package dev.nara.ui.compare;

import dev.nara.analysis.ProtocolComparison.Row;
import dev.nara.chart.CutoffCurves;
import dev.nara.eval.CutoffMetric;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Charts;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Shows figures under several protocols, the claims that hold under each, and the metric over the length of the list. */
final class ProtocolPage {
    private final CompareModel model;
    private final Texts texts;
    private final ObjectProperty<Theme> theme;
    private final TableView<Row> protocols;
    private final StackPane lengthsPlace = new StackPane();
    private final Region root;

    ProtocolPage(CompareModel model, Texts texts, ObjectProperty<Theme> theme, Runnable evaluate) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        protocols = Tables.table("compare-protocols", texts, "compare.protocols.empty");
        root = build(evaluate);
        model.protocols().addListener((ListChangeListener<Row>) change -> show());
        theme.addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
    }

    Region root() {
        return root;
    }

    private Region build(Runnable evaluate) {
        protocols.setItems(model.protocols());
        protocols.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> showLengths());
        VBox.setVgrow(protocols, Priority.ALWAYS);
        SplitPane parts = new SplitPane(new VBox(claims(), protocols), lengthsPlace);
        parts.setDividerPositions(0.62);
        VBox.setVgrow(parts, Priority.ALWAYS);
        return new VBox(bar(evaluate), parts);
    }

    private Node bar(Runnable evaluate) {
        Button start = Tables.button(texts, "compare-evaluate", "compare.evaluate", evaluate);
        start.disableProperty().bind(model.evaluatingProperty().or(Bindings.isEmpty(model.chosen())));
        Label help = Labels.of(texts.binding("compare.protocols.help"), "cell-detail");
        help.setWrapText(true);
        help.setMinWidth(0);
        HBox bar = new HBox(start, help);
        bar.getStyleClass().add("head-row");
        return bar;
    }

    private Label claims() {
        Label claims = Labels.wrapped(
                Bindings.createStringBinding(
                        () -> model.claims().stream()
                                .map(claim -> texts.of(claim.words()))
                                .collect(Collectors.joining("\n")),
                        model.claims(),
                        texts.localeProperty()),
                "claims");
        claims.setId("compare-claims");
        claims.managedProperty().bind(claims.textProperty().isNotEmpty());
        return claims;
    }

    /** Plots the figures over the length of the list for the selected protocol, or the first if none is selected. */
    private void showLengths() {
        lengthsPlace.getChildren().clear();
        Row chosen = protocols.getSelectionModel().getSelectedItem();
        Row row = chosen != null || model.protocols().isEmpty()
                ? chosen
                : model.protocols().get(0);
        if (row == null || row.byLength().isEmpty() || row.byLength().get(0).isEmpty()) {
            return;
        }
        List<CutoffCurves.Curve> curves = new ArrayList<>();
        for (int n = 0; n < Math.min(row.byLength().size(), model.evaluated().size()); n++) {
            curves.add(new CutoffCurves.Curve(
                    model.evaluated().get(n).title(), row.byLength().get(n)));
        }
        String metric = model.metricProperty().get();
        String plain = metric.contains("@") ? metric.substring(0, metric.indexOf('@')) : metric;
        lengthsPlace
                .getChildren()
                .setAll(Charts.viewer(
                        CutoffCurves.of(
                                curves,
                                CutoffMetric.CUTOFFS,
                                (row.sampled() ? "~ " : "") + row.protocol(),
                                plain,
                                theme.get().palette()),
                        texts));
    }

    private void show() {
        List<TableColumn<Row, ?>> columns = new ArrayList<>();
        columns.add(Tables.text(texts, "column.protocol", 170, r -> (r.sampled() ? "~ " : "") + r.protocol()));
        columns.add(Tables.number(texts, "column.children", 80, Row::users, Numbers::grouped));
        for (int n = 0; n < model.evaluated().size(); n++) {
            int place = n;
            TableColumn<Row, Number> column = Tables.numbers(
                    model.evaluated().get(n).title(),
                    130,
                    r -> place < r.figures().size() ? r.figures().get(place) : Double.NaN,
                    (r, figure) -> figure(r, place));
            columns.add(column);
        }
        columns.add(Tables.number(
                texts,
                "column.tau",
                110,
                Row::tau,
                t -> Double.isNaN(t.doubleValue()) ? "" : String.format(Locale.ROOT, "%.2f", t.doubleValue())));
        protocols.getColumns().setAll(columns);
        showLengths();
    }

    /** The table of protocols as text, after its header; empty if none was evaluated. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        if (!model.protocols().isEmpty()) {
            List<String> head = new ArrayList<>(List.of(texts.get("column.protocol"), texts.get("column.children")));
            model.evaluated().forEach(run -> head.add(run.title()));
            rows.add(head);
        }
        for (Row row : model.protocols()) {
            List<String> words = new ArrayList<>(List.of(row.protocol(), Numbers.grouped(row.users())));
            for (int run = 0; run < model.evaluated().size(); run++) {
                words.add(figure(row, run));
            }
            rows.add(words);
        }
        return rows;
    }

    private static String figure(Row row, int run) {
        if (run >= row.figures().size()) {
            return "";
        }
        double deviation = row.deviations().get(run);
        return (row.sampled() ? "~ " : "")
                + BareNumbers.figure(row.figures().get(run))
                + (Double.isNaN(deviation) ? "" : " ± " + BareNumbers.figure(deviation));
    }
}
