package dev.nara.ui.common;

import javafx.scene.layout.Region;

/** The sign of what is held out: a full star. */
public final class Stars {
    private Stars() {}

    public static Region one() {
        Region star = new Region();
        star.getStyleClass().add("star-glyph");
        return star;
    }
}
