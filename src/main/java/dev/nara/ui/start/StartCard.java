package dev.nara.ui.start;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A card of the start screen: a head, a picture, a few words, and a row of buttons at its foot. */
final class StartCard {
    private StartCard() {}

    /** The parts below each other; {@code aside} stands at the end of the head. */
    static VBox of(Texts texts, String id, Feather sign, Node aside, Region picture, Node words, Node foot) {
        HBox head = new HBox(
                Icons.of(sign, "accent"), Labels.whole(texts.binding("start." + id), "card-title"), gap(), aside);
        head.getStyleClass().add("start-head");
        Region rest = new Region();
        VBox.setVgrow(rest, Priority.ALWAYS);
        VBox card = new VBox(head, picture, words, rest, foot);
        card.setId("start-" + id);
        card.getStyleClass().addAll("card", "start-card");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** The keys of a combination, each in a frame. */
    static HBox keys(String... names) {
        HBox row = new HBox();
        row.getStyleClass().add("start-keys");
        for (String name : names) {
            row.getChildren().add(new StackPane(keyLabel(name)));
        }
        return row;
    }

    private static Node keyLabel(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("keys");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
