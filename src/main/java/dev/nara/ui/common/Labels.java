package dev.nara.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels whose text follows something. */
public final class Labels {
    private Labels() {}

    /** A label of the style classes that shows the text. */
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

    /** A label that breaks its text into as many lines as the width asks for, and is never lower than these. */
    public static Label wrapped(ObservableValue<String> text, String... styles) {
        Label label = of(text, styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
