package dev.nara.ui.child;

import dev.nara.ui.common.Colours;
import javafx.scene.Node;

/** The node of a recommended item in a {@link CardGrid}. */
interface AlbumNode {
    Node node();

    void show(ListPlace place, Genres genres, Colours colours);
}
