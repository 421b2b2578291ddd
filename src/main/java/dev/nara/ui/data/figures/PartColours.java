package dev.nara.ui.data.figures;

import dev.nara.ui.common.Colours;
import javafx.scene.paint.Color;

/** The colours of the three parts of a split. */
final class PartColours {
    private PartColours() {}

    static Color train(Colours colours) {
        return colours.series().get(0);
    }

    static Color validation(Colours colours) {
        return colours.series().get(4);
    }

    static Color test(Colours colours) {
        return colours.series().get(1);
    }
}
