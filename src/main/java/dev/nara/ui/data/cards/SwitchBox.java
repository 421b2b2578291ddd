package dev.nara.ui.data.cards;

import javafx.scene.control.CheckBox;

/** A check box that looks like a switch. */
final class SwitchBox extends CheckBox {
    SwitchBox(String id) {
        setId(id);
        getStyleClass().add("switch");
    }
}
