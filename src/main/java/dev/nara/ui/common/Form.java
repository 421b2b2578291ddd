package dev.nara.ui.common;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * A form shown in a dialog.
 *
 * @param id the id of the dialog card
 * @param content the fields
 * @param yes the text of the button that accepts the form; the button's id is the card's with {@code -yes}
 * @param problem why the form cannot be accepted yet; "" if it can
 * @param value returns the result when the button is pressed
 */
public record Form<T>(
        String id, String title, Node content, String yes, ObservableValue<String> problem, Supplier<T> value) {}
