package dev.nara.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels whose text follows an observable value. */
public final class Labels {
    private Labels() {}

    /** A label with style classes. */
    public static Label of(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that is never narrower than its text. */
    public static Label whole(ObservableValue<String> text, String... styles) {
        Label label = of(text, styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label that wraps its text and is never lower than the wrapped text. */
    public static Label wrapped(ObservableValue<String> text, String... styles) {
        Label label = of(text, styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
