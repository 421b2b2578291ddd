package dev.nara.ui.compare;

import dev.nara.analysis.ComparedRow;
import dev.nara.analysis.SettingWords;
import dev.nara.eval.CutoffMetric;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Links;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A table of the settings in which the rows differ, their cost and their results, in the order of the forest plot. */
final class DifferTable {
    private static final double ROW = 24;
    private static final double HEAD = 27;
    private static final double BAR = 18;
    private static final double RESULT = 130;
    private static final double FIGURE = 78;
    private static final double LETTER = 7;
    private static final double PADDING = 16;
    private static final int MOST_ROWS = 12;
    private static final int MOST_METRICS = 4;
    private static final int MOST_COLUMNS = 16;

    private final CompareModel model;
    private final Texts texts;
    private final RowLook look;
    private final TableView<ComparedRow> table;
    private final BooleanProperty all = new SimpleBooleanProperty();
    private final StringProperty counted = new SimpleStringProperty("");
    private final VBox root;
    /** Whether the rows are only being reordered. */
    private boolean sorting;

    /** {@code others} opens the page with the runs by the value of a setting. */
    DifferTable(CompareModel model, Texts texts, RowLook look, Runnable others) {
        this.model = model;
        this.texts = texts;
        this.look = look;
        table = Tables.table("compare-table", texts, "compare.settings.empty");
        table.getStyleClass().remove("striped");
        table.getStyleClass().add("differ-table");
        table.accessibleTextProperty().bind(texts.binding("compare.differs"));
        table.setItems(model.rows());
        table.setFixedCellSize(ROW);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setSortPolicy(this::sort);
        root = new VBox(head(others), table);
        root.getStyleClass().addAll("card", "table-card");
        model.rows().addListener((ListChangeListener<ComparedRow>) change -> {
            if (!sorting && !change.getList().isEmpty()) {
                renew();
            }
        });
        all.addListener((o, was, is) -> renew());
    }

    Region root() {
        return root;
    }

    TableView<ComparedRow> table() {
        return table;
    }

    private HBox head(Runnable others) {
        Label title = Labels.whole(texts.binding("compare.differs"), "card-title");
        Label detail = Labels.of(counted, "card-detail");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink by = Links.of("compare-by-setting", texts.binding("compare.by.setting"), others);
        Hyperlink show =
                Links.of("compare-all-settings", texts.binding("compare.all.settings"), () -> all.set(!all.get()));
        all.addListener((o, was, is) -> {
            show.textProperty().unbind();
            show.textProperty().bind(texts.binding(is ? "compare.only.differing" : "compare.all.settings"));
        });
        HBox head = new HBox(title, detail, gap, by, show);
        head.getStyleClass().add("card-head");
        return head;
    }

    /** Sorts the rows, but keeps the baseline below the settings. */
    private boolean sort(TableView<ComparedRow> sorted) {
        Comparator<ComparedRow> order = sorted.getComparator();
        if (order != null) {
            sorting = true;
            FXCollections.sort(
                    model.rows(), Comparator.comparing(ComparedRow::baseline).thenComparing(order));
            sorting = false;
        }
        return true;
    }

    /** Updates the rows after a change of rows, names or language. */
    void renew() {
        List<ComparedRow> settings = model.rows().stream()
                .filter(row -> !row.runs().isEmpty() && !row.baseline())
                .toList();
        List<Map<String, String>> values =
                settings.stream().map(ComparedRow::settings).toList();
        Set<String> names = new LinkedHashSet<>();
        values.forEach(one -> names.addAll(one.keySet()));
        names.removeIf(name -> !SettingWords.shown(name));
        List<String> differing = SettingWords.differing(values);
        // A single setting has nothing to differ from.
        counted.set(
                settings.size() < 2
                        ? ""
                        : texts.get(
                                "compare.differs.count",
                                differing.size(),
                                names.size(),
                                names.size() - differing.size()));
        List<TableColumn<ComparedRow, ?>> columns = new ArrayList<>();
        columns.add(new DifferColumns(texts, look).run());
        (all.get() ? List.copyOf(names) : differing)
                .forEach(name -> columns.add(new DifferColumns(texts, look).setting(name, reference(settings))));
        addFacts(columns, settings);
        columns.get(columns.size() - 1).getStyleClass().add("last-column");
        table.getColumns().setAll(columns);
        double height = HEAD
                + Math.min(MOST_ROWS, Math.max(1, model.rows().size())) * ROW
                + (columns.size() > MOST_COLUMNS ? BAR : 1);
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        table.setColumnResizePolicy(
                columns.size() > MOST_COLUMNS
                        ? TableView.UNCONSTRAINED_RESIZE_POLICY
                        : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    private static Map<String, String> reference(List<ComparedRow> settings) {
        return settings.stream()
                .filter(row -> row.kind() == ComparedRow.Kind.REFERENCE)
                .findFirst()
                .or(() -> settings.stream().findFirst())
                .map(ComparedRow::settings)
                .orElse(Map.of());
    }

    /** Adds the columns of cost and results; those without any value are omitted. */
    private void addFacts(List<TableColumn<ComparedRow, ?>> columns, List<ComparedRow> settings) {
        DifferColumns make = new DifferColumns(texts, look);
        add(
                columns,
                make.number(
                        "column.parameters",
                        84,
                        r -> r.facts().parameters() == 0
                                ? Double.NaN
                                : r.facts().parameters(),
                        x -> BareNumbers.size(x)),
                r -> r.facts().parameters() == 0 ? Double.NaN : 1);
        add(
                columns,
                make.number(
                        "column.best.epoch",
                        78,
                        r -> r.facts().bestEpoch(),
                        x -> Numbers.plain(Math.round(x * 10) / 10.0)),
                r -> r.facts().bestEpoch());
        addResults(columns, make, settings);
        add(
                columns,
                make.number(
                        "column.an.epoch",
                        70,
                        r -> r.facts().secondsPerEpoch(),
                        x -> texts.get("compare.seconds", Numbers.shortSeconds(x))),
                r -> r.facts().secondsPerEpoch());
    }

    private void addResults(List<TableColumn<ComparedRow, ?>> columns, DifferColumns make, List<ComparedRow> settings) {
        PartFigures part = PartFigures.of(model);
        columns.add(make.result(
                texts.of(part.heading(part.metric())),
                texts.of(part.whole(part.metric())),
                RESULT,
                part::mean,
                r -> BareNumbers.withDeviation(part.mean(r), r.deviation()),
                best(part.metric(), part::mean)));
        settings.stream()
                .flatMap(row -> row.facts().figures().keySet().stream())
                .distinct()
                .filter(name -> !name.equals(part.metric()))
                .filter(name -> model.rows().stream().anyMatch(row -> !Double.isNaN(part.figure(row, name))))
                .limit(MOST_METRICS)
                .forEach(name -> columns.add(make.result(
                        name,
                        texts.of(part.whole(name)),
                        Math.max(FIGURE, LETTER * name.length() + PADDING),
                        r -> part.figure(r, name),
                        r -> BareNumbers.figure(part.figure(r, name)),
                        best(name, row -> part.figure(row, name)))));
    }

    private void add(
            List<TableColumn<ComparedRow, ?>> columns,
            TableColumn<ComparedRow, Number> column,
            ToDoubleFunction<ComparedRow> known) {
        if (model.rows().stream().anyMatch(row -> !Double.isNaN(known.applyAsDouble(row)))) {
            columns.add(column);
        }
    }

    private double best(String metric, ToDoubleFunction<ComparedRow> figure) {
        return model.rows().stream()
                .map(figure::applyAsDouble)
                .filter(x -> !x.isNaN())
                .max(Comparator.comparingDouble(x -> CutoffMetric.worth(metric, x)))
                .orElse(Double.NaN);
    }
}
