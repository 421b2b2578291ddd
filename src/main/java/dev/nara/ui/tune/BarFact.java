package dev.nara.ui.tune;

import dev.nara.ui.common.Tips;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A fact in the bar: its name, and its value below. */
final class BarFact extends VBox {

    private final Label name = new Label();
    private final Label note = new Label();
    private final Label value = new Label();
    private final Label more = new Label();
    private final HBox below = new HBox(value, more);

    BarFact(String id) {
        setId(id);
        getStyleClass().add("bar-fact");
        name.getStyleClass().add("bar-name");
        note.getStyleClass().add("bar-name");
        value.getStyleClass().add("bar-value");
        more.getStyleClass().add("bar-more");
        for (Label label : new Label[] {name, note, value, more}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        below.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new HBox(name, gap, note), below);
        managedProperty().bind(visibleProperty());
    }

    /** Adds a node beside the value. */
    void beside(Node node) {
        below.getChildren().add(node);
        below.setSpacing(8);
    }

    void show(String what, String figure, String muted) {
        name.setText(what);
        value.setText(figure);
        more.setText(muted);
        setAccessibleText(what + ": " + figure + muted);
    }

    /** Sets a remark in the upper right corner. */
    void note(String words) {
        note.setText(words);
        note.setPadding(words.isEmpty() ? Insets.EMPTY : new Insets(0, 0, 0, 12));
    }

    /** Makes the fact a button for mouse and keys. */
    void onClick(Runnable action) {
        setFocusTraversable(true);
        getStyleClass().add("bar-pressed");
        setAccessibleRole(AccessibleRole.BUTTON);
        addEventHandler(MouseEvent.MOUSE_CLICKED, e -> action.run());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.ENTER) {
                action.run();
                e.consume();
            }
        });
    }

    /** Sets an explanation, shown as a tooltip and to screen readers. */
    void help(ObservableValue<String> words) {
        Tips.wrapped(this, words);
        accessibleHelpProperty().bind(words);
    }

    /** The value with its muted part as text. */
    String words() {
        return value.getText() + more.getText();
    }
}
