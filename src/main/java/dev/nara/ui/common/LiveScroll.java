package dev.nara.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A scroll pane that repaints only what has changed. JavaFX's own keeps an image of all that is in view, and paints everything in it again
 * for each change: a moving progress bar of a few pixels costs as much as the whole page.
 */
public class LiveScroll extends ScrollPane {

    public LiveScroll(Node content) {
        super(content);
    }

    public LiveScroll() {}

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        getChildrenUnmodifiable().forEach(part -> part.setCache(false));
        return skin;
    }
}
