package dev.nara.ui.data;

import dev.nara.data.Dataset;
import dev.nara.data.file.Encodings;
import dev.nara.ui.common.Charts;
import dev.nara.ui.common.FactGrid;
import dev.nara.ui.common.Masks;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** The Data workspace: a tab each for the profile, the quality, the preparation, the split and the rows. */
final class DataView {
    /** Two plots in the first row of six columns, up to three in the second. */
    private static final int FIRST_ROW = 2;

    private final DataModel model;
    private final Texts texts;
    private final Masks masks;
    private final StackPane root = new StackPane();
    private final Label title = new Label();
    private final ComboBox<String> encoding = new ComboBox<>();
    private String shownEncoding = "";
    private final GridPane charts = new GridPane();
    private final TableView<LogRows.Row> rows;
    private List<String> rowColumns = List.of();
    private @Nullable LogRows log;
    private final TabPane tabs = new TabPane();
    private final VBox content;

    /** What people can ask for here. */
    interface Requests {
        /** A folder or file to be chosen. */
        void choose();

        /** The file or folder that was dropped. */
        void open(Path path);

        /** The open data to be read again in another encoding, "" to find it out. */
        void decode(String encoding);

        /** To stop reading. */
        void cancel();
    }

    DataView(
            DataModel model,
            Texts texts,
            Masks masks,
            Requests requests,
            Node quality,
            Node preparation,
            Node cut,
            Node attributes) {
        this.model = model;
        this.texts = texts;
        this.masks = masks;
        masks.onProperty().addListener((o, was, is) -> refreshRows());
        root.setId("data-workspace");
        rows = Tables.table("log-rows", texts, "data.rows.empty");
        Tables.ofManyRows(rows);
        tabs.setId("data-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tab("profile", profile(requests));
        tab("quality", quality);
        tab("prepare", preparation);
        tab("split", cut);
        tab("attributes", attributes);
        tab("rows", rows);
        content = new VBox(tabs);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        content.setVisible(false);
        root.getChildren().addAll(empty(requests), content, loading(requests));
        acceptDrops(requests);
    }

    Region root() {
        return root;
    }

    private void tab(String name, Node node) {
        tabs.getTabs().add(Tables.page(texts, "data.tab." + name, node));
    }

    /** Shows one of the tabs, from 0. */
    void tab(int place) {
        tabs.getSelectionModel().select(place);
    }

    private Node empty(Requests requests) {
        Label hint = new Label();
        hint.textProperty().bind(texts.binding("data.empty"));
        hint.getStyleClass().add("empty-text");
        Button button = new Button();
        button.textProperty().bind(texts.binding("action.open"));
        button.setOnAction(e -> requests.choose());
        VBox box = new VBox(hint, button);
        box.getStyleClass().add("empty-box");
        box.visibleProperty()
                .bind(content.visibleProperty()
                        .not()
                        .and(model.loadingProperty().not()));
        return box;
    }

    private Node loading(Requests requests) {
        Label label = new Label();
        label.textProperty().bind(texts.binding("data.loading"));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setPrefWidth(260);
        Label left = new Label();
        left.textProperty().bind(model.timeLeftProperty());
        left.getStyleClass().add("section-detail");
        Button cancel = new Button();
        cancel.setId("cancel-reading");
        cancel.textProperty().bind(texts.binding("dialog.cancel"));
        cancel.setOnAction(e -> requests.cancel());
        VBox box = new VBox(label, bar, left, cancel);
        box.getStyleClass().addAll("empty-box", "loading-box");
        box.visibleProperty().bind(model.loadingProperty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private SplitPane profile(Requests requests) {
        title.getStyleClass().add("workspace-title");
        VBox left = new VBox(title, new FactGrid(model.facts(), texts), encoding(requests));
        left.getStyleClass().add("side");
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(280);
        charts.getStyleClass().add("chart-grid");
        for (int c = 0; c < 6; c++) {
            ColumnConstraints sixth = new ColumnConstraints();
            sixth.setPercentWidth(100 / 6.0);
            charts.getColumnConstraints().add(sixth);
        }
        SplitPane split = new SplitPane(scroll, charts);
        split.setDividerPositions(0.33);
        SplitPane.setResizableWithParent(scroll, false);
        return split;
    }

    /** The encoding to read in, for files whose bytes do not tell it. */
    private Node encoding(Requests requests) {
        encoding.setId("data-encoding");
        encoding.getItems().add("");
        Encodings.offered().forEach(c -> encoding.getItems().add(Encodings.name(c)));
        encoding.setConverter(Words.of(e -> e.isEmpty() ? texts.get("import.found.out") : e));
        texts.localeProperty().addListener((o, was, is) -> encoding.setConverter(encoding.getConverter()));
        encoding.setOnAction(e -> {
            String wanted = encoding.getValue();
            if (wanted != null && !wanted.equals(shownEncoding)) {
                requests.decode(wanted);
            }
        });
        Label label = new Label();
        label.textProperty().bind(texts.binding("data.decode"));
        label.setLabelFor(encoding);
        label.getStyleClass().add("fact-name");
        HBox row = new HBox(label, encoding);
        row.getStyleClass().add("head-row");
        return row;
    }

    private void acceptDrops(Requests requests) {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            if (!files.isEmpty()) {
                requests.open(files.get(0).toPath());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /**
     * Shows a dataset: its name at once, then its plots, two in a row, and all its rows, piece by piece, for all of them in
     * one go would hold the window.
     */
    List<Runnable> show(Dataset dataset, String inEncoding, List<JFreeChart> plots) {
        shownEncoding = inEncoding;
        encoding.setValue(inEncoding);
        title.setText(dataset.name());
        content.setVisible(true);
        charts.getChildren().clear();
        charts.getRowConstraints().clear();
        RowConstraints half = new RowConstraints();
        half.setPercentHeight(plots.size() > FIRST_ROW ? 50 : 100);
        charts.getRowConstraints().addAll(half, half);
        List<Runnable> pieces = new ArrayList<>();
        for (int c = 0; c < plots.size(); c++) {
            int place = c;
            pieces.add(() -> show(plots.get(place), place));
        }
        pieces.add(() -> showRows(dataset));
        return pieces;
    }

    private void show(JFreeChart plot, int place) {
        boolean wide = place < FIRST_ROW;
        charts.add(
                Charts.viewer(plot, texts), wide ? 3 * place : 2 * (place - FIRST_ROW), wide ? 0 : 1, wide ? 3 : 2, 1);
    }

    private void showRows(Dataset dataset) {
        List<String> known = List.copyOf(dataset.interactions().columns());
        // New columns make every cell anew, which is felt.
        if (rows.getColumns().isEmpty() || !rowColumns.equals(known)) {
            rowColumns = known;
            rows.getColumns().setAll(columns());
        }
        log = new LogRows(dataset);
        rows.setItems(log);
    }

    private void refreshRows() {
        rows.refresh();
    }

    private List<TableColumn<LogRows.Row, ?>> columns() {
        List<TableColumn<LogRows.Row, ?>> columns = new ArrayList<>(List.of(
                Tables.text(texts, "column.user", 80, row -> masks.user(row.user())),
                Tables.text(texts, "column.time", 140, LogRows.Row::time),
                Tables.text(texts, "column.item", 80, LogRows.Row::item),
                Tables.text(texts, "column.title", 300, LogRows.Row::title)));
        for (String column : rowColumns) {
            TableColumn<LogRows.Row, String> number =
                    Tables.plain(column, 130, row -> log == null ? "" : log.number(column, row));
            number.getStyleClass().add("number-column");
            columns.add(number);
        }
        columns.forEach(c -> c.setSortable(false));
        rows.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        return columns;
    }
}
