package dev.nara.ui.data;

import dev.nara.text.Text;
import dev.nara.ui.common.LiveScroll;
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

/** The Data workspace: the page with its sheets, or a placeholder without data. */
final class DataView {
    private final StackPane root = new StackPane();
    private final ScrollPane scroll;
    private final Placeholder empty;
    private final SideSheet sheet;
    private @Nullable Node assistant;

    /** The requests of this view. */
    interface Requests {
        /** Lets the user choose a folder or file. */
        void choose();

        /** Opens dropped files or folders. */
        void open(List<Path> paths);
    }

    DataView(DataModel model, DataPage page, Texts texts, Requests requests) {
        root.setId("data-workspace");
        scroll = new LiveScroll(page);
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

    /** Shows the page, because there are data or a message about them. */
    void filled() {
        scroll.setVisible(true);
    }

    /** Shows the placeholder. */
    void emptied() {
        scroll.setVisible(false);
    }

    /** Opens a sheet over the page. */
    void sheet(String name, Node content, double width) {
        sheet.show(name, content, width);
    }

    void closeSheet() {
        sheet.close();
    }

    /** Shows the import assistant instead of the page, or removes it for null. */
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
