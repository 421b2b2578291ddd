package dev.nara.ui.data;

import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Data workspace: pages in tabs, or what to do while there is no data. */
final class DataView {
    private final DataModel model;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private final TabPane tabs = new TabPane();
    private final VBox content;

    /** What people can ask for here. */
    interface Requests {
        /** A folder or file to be chosen. */
        void choose();

        /** The file or folder that was dropped. */
        void open(Path path);

        /** To stop reading. */
        void cancel();
    }

    DataView(DataModel model, Texts texts, Requests requests) {
        this.model = model;
        this.texts = texts;
        root.setId("data-workspace");
        tabs.setId("data-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        content = new VBox(tabs);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        content.setVisible(false);
        root.getChildren().addAll(empty(requests), content, loading(requests));
        acceptDrops(requests);
        model.pageProperty()
                .bind(Bindings.createStringBinding(
                        this::shown,
                        root.visibleProperty(),
                        tabs.getSelectionModel().selectedItemProperty()));
    }

    Region root() {
        return root;
    }

    /** Adds a page by its name. */
    void page(String name, Node node) {
        Tab tab = Tables.page(texts, "data.tab." + name, node);
        tab.setId(name);
        tabs.getTabs().add(tab);
    }

    private String shown() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        return tab == null || !root.isVisible() ? "" : tab.getId();
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

    /** There is data to show. */
    void filled() {
        content.setVisible(true);
    }
}
