package dev.nara.ui.child;

import javafx.scene.layout.Region;

/** The sign of what is held out: a full star. */
final class Stars {
    private Stars() {}

    static Region one() {
        Region star = new Region();
        star.getStyleClass().add("star-glyph");
        return star;
    }
}
