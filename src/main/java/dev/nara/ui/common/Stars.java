package dev.nara.ui.common;

import javafx.scene.layout.Region;

/** The symbol for held-out interactions: a filled star. */
public final class Stars {
    private Stars() {}

    public static Region one() {
        Region star = new Region();
        star.getStyleClass().add("star-glyph");
        return star;
    }
}
