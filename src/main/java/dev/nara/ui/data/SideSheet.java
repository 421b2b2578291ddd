package dev.nara.ui.data;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A sheet over the right side of the page, closed by its button, Escape or a click outside. */
final class SideSheet extends StackPane {
    /** The maximum width as a share of the page. */
    private static final double MOST = 0.94;

    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private final Label title = new Label();
    private final VBox sheet;
    private final Texts texts;

    SideSheet(Texts texts) {
        this.texts = texts;
        setId("data-sheet");
        getStyleClass().add("sheet-dim");
        title.getStyleClass().add("card-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                title,
                gap,
                Icons.button("data-sheet-close", Feather.X, texts.binding("data.sheet.close"), this::close));
        head.getStyleClass().addAll("card-head", "sheet-head");
        sheet = new VBox(head);
        sheet.getStyleClass().add("data-sheet");
        sheet.maxWidthProperty()
                .bind(Bindings.min(sheet.prefWidthProperty(), widthProperty().multiply(MOST)));
        StackPane.setAlignment(sheet, Pos.CENTER_RIGHT);
        getChildren().add(sheet);
        setVisible(false);
        setOnMouseClicked(e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close();
                e.consume();
            }
        });
    }

    /** Shows a content; the text {@code data.tab.NAME} is the title. */
    void show(String name, Node content, double width) {
        title.textProperty().bind(texts.binding("data.tab." + name));
        if (sheet.getChildren().size() > 1) {
            sheet.getChildren().remove(1);
        }
        sheet.getChildren().add(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        sheet.setPrefWidth(width);
        setVisible(true);
        shown.set(name);
        content.requestFocus();
    }

    void close() {
        setVisible(false);
        shown.set("");
    }

    /** The name of the content, "" for none. */
    ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
