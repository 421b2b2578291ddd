package dev.nara.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window's icons. */
public final class Icons {
    private Icons() {}

    /** An icon with style classes for its colour and size: {@code good}, {@code warn}, {@code bad}, {@code accent}. */
    public static FontIcon of(Feather sign, String... styles) {
        FontIcon icon = new FontIcon(sign);
        icon.getStyleClass().add("icon");
        icon.getStyleClass().addAll(styles);
        return icon;
    }

    /**
     * Shows an icon, or none, beside the text of a label in a cell of a list. Cells change while the list is laid out, where JavaFX may forget
     * the style of what is new until something else changes: the icon would be a black letter.
     */
    public static void show(Labeled label, @Nullable Node icon) {
        label.setGraphic(icon);
        if (icon != null) {
            icon.applyCss();
        }
    }

    /** A button that shows only an icon; {@code name} is its tooltip and its text for screen readers. */
    public static Button button(String id, Feather sign, ObservableValue<String> name, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setGraphic(of(sign));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "icon-button");
        button.accessibleTextProperty().bind(name);
        Tips.on(button, name);
        button.setOnAction(e -> action.run());
        return button;
    }
}
