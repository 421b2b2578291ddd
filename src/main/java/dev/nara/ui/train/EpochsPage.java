package dev.nara.ui.train;

import dev.nara.analysis.AgainstPrevious;
import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The table of epochs of the run on screen, newest first, below its result on the test part; only columns with values are shown. */
final class EpochsPage {
    static final double ROW = 26;
    private static final double FIGURE = 50;
    private static final double SIGNED = 62;
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final PseudoClass READ = PseudoClass.getPseudoClass("read");

    private final TrainModel model;
    private final Texts texts;
    private final ObservableList<EpochRow> rows = FXCollections.observableArrayList();
    private final TableView<EpochRow> table;
    private @Nullable Shown columns;

    private double read = Double.NaN;

    EpochsPage(TrainModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table("epochs", texts, "train.epochs.empty");
        table.accessibleTextProperty().bind(texts.binding("train.page.epochs"));
        table.getStyleClass().remove("striped");
        table.setItems(rows);
        table.setFixedCellSize(ROW);
        table.setPlaceholder(Labels.of(texts.binding("train.epochs.empty"), "caption"));
        table.setRowFactory(t -> new Row());
        model.epochs().addListener((ListChangeListener<RunEvent.EpochDone>) change -> show());
        model.detailsProperty().addListener((o, was, is) -> show());
        model.metricProperty().addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> {
            columns = null;
            show();
        });
        show();
    }

    TableView<EpochRow> table() {
        return table;
    }

    /** Marks the epoch that ends at a value of the horizontal axis; NaN for none. */
    void read(double place) {
        read = place;
        table.refresh();
        rows.stream()
                .filter(row -> !row.test() && row.passed() == place)
                .findFirst()
                .ifPresent(table::scrollTo);
    }

    private void show() {
        List<EpochRow> now = EpochRow.of(model.epochs(), model.detailsProperty().get(), metric());
        showColumns(now);
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
    }

    /** The metric by which epochs are compared with those of the previous run. */
    private String metric() {
        String chosen = model.metricProperty().get();
        return model.metrics().contains(chosen) || model.metrics().isEmpty()
                ? chosen
                : model.metrics().get(0);
    }

    /** What determines the columns. */
    private record Shown(Locale locale, Part part, List<String> metrics, boolean phases, boolean losses, long other) {}

    private void showColumns(List<EpochRow> now) {
        Set<String> metrics = new LinkedHashSet<>();
        now.forEach(row -> metrics.addAll(row.metrics().keySet()));
        AgainstPrevious against = model.detailsProperty().get().against();
        boolean held = now.stream().anyMatch(row -> !Double.isNaN(row.against()));
        Shown wanted = new Shown(
                texts.locale(),
                model.epochPartProperty().get(),
                List.copyOf(metrics),
                now.stream()
                        .anyMatch(row -> !row.phase().isEmpty() && !row.phase().equals("train")),
                now.stream().anyMatch(row -> row.loss() != 0 && !Double.isNaN(row.loss())),
                held && against != null ? against.previous().id() : 0);
        if (!wanted.equals(columns)) {
            columns = wanted;
            table.getColumns().setAll(columns(wanted));
        }
    }

    private List<TableColumn<EpochRow, ?>> columns(Shown wanted) {
        List<TableColumn<EpochRow, ?>> all = new ArrayList<>();
        if (wanted.phases) {
            all.add(Tables.text(texts, "column.phase", 90, this::phase));
        }
        all.add(column(texts.get("column.epoch"), 62, this::epoch));
        all.add(column(texts.get("train.column.time"), 56, row -> row.test() ? "" : Numbers.duration(row.seconds())));
        if (wanted.losses) {
            all.add(column(texts.get("column.loss"), 54, EpochsPage::loss));
        }
        wanted.metrics.forEach(
                metric -> all.add(column(metric, 46 + 4.6 * metric.length(), row -> figure(row.metrics(), metric))));
        if (wanted.other > 0) {
            TableColumn<EpochRow, String> against =
                    column(texts.get("train.column.against", wanted.other), 72, EpochsPage::against);
            against.setMinWidth(SIGNED);
            all.add(against);
        }
        return all;
    }

    private static String loss(EpochRow row) {
        return Double.isNaN(row.loss()) ? "" : BareNumbers.rounded(row.loss(), 3);
    }

    private static String against(EpochRow row) {
        return Double.isNaN(row.against()) ? "" : BareNumbers.signed(row.against());
    }

    private static String figure(Map<String, Double> metrics, String metric) {
        Double figure = metrics.get(metric);
        return figure == null ? "" : BareNumbers.figure(figure);
    }

    private String phase(EpochRow row) {
        return row.test() || row.phase().isEmpty() ? "" : texts.get("phase." + row.phase());
    }

    private String epoch(EpochRow row) {
        return row.test() ? texts.get("train.row.test") : Integer.toString(row.epoch());
    }

    private static TableColumn<EpochRow, String> column(String name, double width, Function<EpochRow, String> words) {
        TableColumn<EpochRow, String> column = Tables.plain("", width, words);
        // A long name may be truncated, but never a figure.
        column.setMinWidth(Math.min(width, FIGURE));
        // Long names are truncated, so they have a tooltip.
        Label head = new Label(name);
        Tips.on(head, name);
        column.setGraphic(head);
        column.setSortable(false);
        column.getStyleClass().add("number-column");
        return column;
    }

    private final class Row extends TableRow<EpochRow> {
        @Override
        protected void updateItem(@Nullable EpochRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(BEST, !empty && row != null && row.best());
            pseudoClassStateChanged(READ, !empty && row != null && !row.test() && row.passed() == read);
        }
    }
}
