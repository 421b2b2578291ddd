package dev.nara.ui.compare;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The symbols in the forest plot's legend, coloured by the style sheet. */
final class ForestMarks {
    private ForestMarks() {}

    /** The symbol of a mean with its interval. */
    static Node interval() {
        Region line = region("legend-line", 16, 2);
        Region square = region("legend-square", 8, 8);
        line.relocate(0, 5);
        square.relocate(4, 2);
        Pane mark = new Pane(line, square);
        mark.setMinSize(16, 12);
        mark.setMaxSize(16, 12);
        return mark;
    }

    /** The symbol of a seed. */
    static Node seed() {
        return region("legend-dot", 6, 6);
    }

    /** A bar with a class of the style sheet. */
    static Region region(String style, double width, double height) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setMinSize(width, height);
        region.setPrefSize(width, height);
        region.setMaxSize(width, height);
        return region;
    }
}
