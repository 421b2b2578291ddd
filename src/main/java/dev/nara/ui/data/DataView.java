package dev.nara.ui.data;

import dev.nara.text.Text;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The Data workspace: the page with what lies over it, or what to do while there is no data. */
final class DataView {
    private final StackPane root = new StackPane();
    private final ScrollPane scroll;
    private final Placeholder empty;
    private final SideSheet sheet;
    private @Nullable Node assistant;

    /** What people can ask for here. */
    interface Requests {
        /** A folder or file to be chosen. */
        void choose();

        /** The files or folders that were dropped. */
        void open(List<Path> paths);
    }

    DataView(DataModel model, DataPage page, Texts texts, Requests requests) {
        root.setId("data-workspace");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFocusTraversable(false);
        scroll.heightProperty().addListener((o, was, is) -> page.room(is.doubleValue()));
        empty = new Placeholder(texts)
                .empty(Text.of("data.empty"), new Placeholder.Step(Text.of("action.open"), requests::choose));
        sheet = new SideSheet(texts);
        scroll.setVisible(false);
        empty.visibleProperty().bind(scroll.visibleProperty().not());
        root.getChildren().addAll(empty, scroll, sheet);
        acceptDrops(requests);
        model.pageProperty()
                .bind(Bindings.when(root.visibleProperty())
                        .then(sheet.shownProperty())
                        .otherwise(""));
    }

    Region root() {
        return root;
    }

    /** There is something to say: data, or what became of it. */
    void filled() {
        scroll.setVisible(true);
    }

    /** There is nothing to say. */
    void emptied() {
        scroll.setVisible(false);
    }

    /** Lays a sheet over the page. */
    void sheet(String name, Node content, double width) {
        sheet.show(name, content, width);
    }

    void closeSheet() {
        sheet.close();
    }

    /** Puts the import assistant in the page's place, null to take it away. */
    void assistant(@Nullable Node shown) {
        if (assistant != null) {
            root.getChildren().remove(assistant);
        }
        assistant = shown;
        if (shown != null) {
            root.getChildren().add(shown);
            shown.requestFocus();
        }
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
                requests.open(files.stream().map(File::toPath).toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
