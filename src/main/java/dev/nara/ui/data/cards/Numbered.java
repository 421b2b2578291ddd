package dev.nara.ui.data.cards;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The head of a card: its number on the page, title, detail, and a node at the end. */
final class Numbered extends HBox {
    Numbered(int number, ObservableValue<String> title, Node beside, Node end) {
        Label place = new Label(Integer.toString(number));
        place.getStyleClass().add("step-number");
        Label name = new Label();
        name.textProperty().bind(title);
        name.getStyleClass().add("card-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("card-head");
        setSpacing(8);
        getChildren().addAll(place, name, beside, gap, end);
    }
}
