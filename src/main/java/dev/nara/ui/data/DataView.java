package dev.nara.ui.data;

import dev.nara.ui.common.Charts;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.data.DataModel.Fact;
import dev.nara.ui.data.DataModel.FirstRow;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;

/** The Data workspace: facts and findings on the left, two plots and the first rows on the right. */
final class DataView {
    private final DataModel model;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private final Label title = new Label();
    private final GridPane facts = new GridPane();
    private final VBox findings = new VBox();
    private final HBox charts = new HBox();
    private final SplitPane content;
    private Consumer<Throwable> errors = error -> {};

    DataView(DataModel model, Texts texts, Runnable open, Consumer<Path> opened) {
        this.model = model;
        this.texts = texts;
        root.setId("data-workspace");
        content = content();
        content.setVisible(false);
        root.getChildren().addAll(empty(open), content, loading());
        acceptDrops(opened);
        model.facts().addListener((ListChangeListener<Fact>) change -> showFacts());
        model.findings().addListener((ListChangeListener<String>) change -> showFindings());
    }

    Region root() {
        return root;
    }

    void onError(Consumer<Throwable> handler) {
        errors = handler;
    }

    void failed(Throwable error) {
        errors.accept(error);
    }

    private Node empty(Runnable open) {
        Label hint = new Label();
        hint.textProperty().bind(texts.binding("data.empty"));
        hint.getStyleClass().add("empty-text");
        Button button = new Button();
        button.textProperty().bind(texts.binding("action.open"));
        button.setOnAction(e -> open.run());
        VBox box = new VBox(hint, button);
        box.getStyleClass().add("empty-box");
        box.visibleProperty()
                .bind(content.visibleProperty()
                        .not()
                        .and(model.loadingProperty().not()));
        return box;
    }

    private Node loading() {
        Label label = new Label();
        label.textProperty().bind(texts.binding("data.loading"));
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setPrefWidth(260);
        VBox box = new VBox(label, bar);
        box.getStyleClass().addAll("empty-box", "loading-box");
        box.visibleProperty().bind(model.loadingProperty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private SplitPane content() {
        VBox left = new VBox(title, facts, heading("data.findings"), findings);
        title.getStyleClass().add("workspace-title");
        left.getStyleClass().add("side");
        facts.getStyleClass().add("facts");
        findings.getStyleClass().add("findings");
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(280);
        charts.getStyleClass().add("chart-row");
        charts.setMinHeight(180);
        SplitPane right = new SplitPane(charts, rowsSection());
        right.setOrientation(Orientation.VERTICAL);
        right.setDividerPositions(0.48);
        SplitPane split = new SplitPane(scroll, right);
        split.setDividerPositions(0.3);
        SplitPane.setResizableWithParent(scroll, false);
        return split;
    }

    private Label heading(String key) {
        Label label = new Label();
        label.textProperty().bind(texts.binding(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private Node rowsSection() {
        TableView<FirstRow> table = Tables.table("first-rows", texts, "data.rows.empty");
        table.setItems(model.rows());
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.user", 80, FirstRow::user),
                        Tables.text(texts, "column.time", 140, FirstRow::time),
                        Tables.text(texts, "column.item", 80, FirstRow::item),
                        Tables.text(texts, "column.title", 320, FirstRow::title),
                        Tables.text(texts, "column.genre", 110, FirstRow::genre)));
        VBox section = new VBox(heading("data.rows"), table);
        section.getStyleClass().add("section");
        VBox.setVgrow(table, Priority.ALWAYS);
        return section;
    }

    private void acceptDrops(Consumer<Path> opened) {
        root.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            if (!files.isEmpty()) {
                opened.accept(files.get(0).toPath());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private void showFacts() {
        facts.getChildren().clear();
        for (int row = 0; row < model.facts().size(); row++) {
            Fact fact = model.facts().get(row);
            Label name = new Label();
            name.textProperty().bind(texts.binding(fact.key()));
            name.getStyleClass().add("fact-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = new Label(fact.value());
            value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            value.setTooltip(new Tooltip(fact.value()));
            value.getStyleClass().add("fact-value");
            facts.addRow(row, name, value);
        }
    }

    private void showFindings() {
        findings.getChildren().clear();
        for (String finding : model.findings()) {
            Label label = new Label("• " + finding);
            label.setWrapText(true);
            findings.getChildren().add(label);
        }
        if (model.findings().isEmpty()) {
            Label none = new Label();
            none.textProperty().bind(texts.binding("data.findings.none"));
            findings.getChildren().add(none);
        }
    }

    void show(String name, JFreeChart lengths, JFreeChart popularity) {
        title.setText(name);
        content.setVisible(true);
        charts.getChildren().clear();
        for (JFreeChart chart : List.of(lengths, popularity)) {
            Node viewer = Charts.viewer(chart, texts);
            HBox.setHgrow(viewer, Priority.ALWAYS);
            charts.getChildren().add(viewer);
        }
        showFindings();
    }
}
