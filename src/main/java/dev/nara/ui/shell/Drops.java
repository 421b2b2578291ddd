package dev.nara.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens folders and files that are dropped anywhere on the window. */
final class Drops {
    private Drops() {}

    /** {@code hovering} is true while files are dragged over the node. */
    static void on(Node node, BooleanProperty hovering, Consumer<List<Path>> opener) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                hovering.set(true);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> hovering.set(false));
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            hovering.set(false);
            List<File> files = event.getDragboard().getFiles();
            if (!files.isEmpty()) {
                opener.accept(files.stream().map(File::toPath).toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }
}
