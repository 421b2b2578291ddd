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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A card of the start screen: a head, a picture, a short text, and a row of buttons. */
final class StartCard extends VBox {
    private final StackPane picture;
    private final StackPane words;
    private final Node drawn;
    private final Node said;

    /** The parts from top to bottom; {@code aside} is at the right end of the head. */
    StartCard(Texts texts, StartModel.Card kind, Feather sign, Node aside, Node drawn, Node said, Node foot) {
        this.drawn = drawn;
        this.said = said;
        picture = new StackPane(drawn);
        words = new StackPane(said);
        HBox head = new HBox(
                Icons.of(sign, "accent"),
                Labels.whole(texts.binding("start." + kind.id()), "card-title"),
                gap(),
                aside);
        head.getStyleClass().add("start-head");
        Region rest = new Region();
        VBox.setVgrow(rest, Priority.ALWAYS);
        getChildren().addAll(head, picture, words, rest, foot);
        setId("start-" + kind.id());
        getStyleClass().addAll("card", "start-card");
        HBox.setHgrow(this, Priority.ALWAYS);
    }

    /** Replaces the picture and the text; null restores the card's own. */
    void show(@Nullable Node inPicture, @Nullable Node inWords) {
        picture.getChildren().setAll(inPicture == null ? drawn : inPicture);
        words.getChildren().setAll(inWords == null ? said : inWords);
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
