package dev.nara.ui.common;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * Something to be filled in, in the window and in its own time.
 *
 * @param id the name of the card that holds it
 * @param content the fields
 * @param yes what the button says that takes what was filled in; its name is the id with {@code -yes}
 * @param problem why that cannot be done yet; "" where it can
 * @param value what was filled in, asked when the button is pressed
 */
public record Form<T>(
        String id, String title, Node content, String yes, ObservableValue<String> problem, Supplier<T> value) {}
