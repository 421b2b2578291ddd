package dev.nara.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;

/** Links that run an action, also repeatedly. */
public final class Links {
    private Links() {}

    /** A link whose text follows a value and is never truncated. */
    public static Hyperlink of(String id, ObservableValue<String> text, Runnable action) {
        Hyperlink link = new Hyperlink();
        link.setId(id);
        link.textProperty().bind(text);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(e -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }
}
