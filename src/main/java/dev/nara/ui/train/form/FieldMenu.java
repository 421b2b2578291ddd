package dev.nara.ui.train.form;

import dev.nara.ui.common.FieldValue;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** The menu on the name of a field: its explanation, its page of the guide, its default, and several values. */
final class FieldMenu {
    private static final double WIDTH = 300;

    private final FieldValue value;
    private final Texts texts;
    private final Runnable help;
    private final @Nullable Runnable vary;

    /**
     * @param vary gives the field several values, or a single one again; null if it cannot have several
     */
    FieldMenu(FieldValue value, Texts texts, Runnable help, @Nullable Runnable vary) {
        this.value = value;
        this.texts = texts;
        this.help = help;
        this.vary = vary;
    }

    /** Opens the menu on clicks on the label. */
    void of(Label label) {
        label.getStyleClass().add("asks");
        label.setOnMouseClicked(e -> made().show(label, Side.BOTTOM, 0, 0));
    }

    private ContextMenu made() {
        Label words = Labels.wrapped(value.helpProperty());
        words.setMaxWidth(WIDTH);
        words.setPrefWidth(WIDTH);
        CustomMenuItem says = new CustomMenuItem(words, false);
        says.getStyleClass().add("says");
        ContextMenu menu = new ContextMenu(says, item("field.what", help));
        if (!value.usual()) {
            menu.getItems().add(item("field.reset", value::reset));
        }
        if (vary != null) {
            menu.getItems().add(item("vary.toggle", vary));
        }
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(e -> action.run());
        return item;
    }
}
