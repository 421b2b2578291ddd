package dev.nara.ui.common;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/**
 * What the window lends all of its parts.
 *
 * @param jobs does work off the JavaFX thread
 * @param texts the words in today's language
 * @param theme the colours
 * @param dialogs asks, and shows errors
 * @param notices says what nobody asked for
 * @param picker asks for files and folders
 * @param say shows a sentence in the status bar
 */
public record Frame(
        Jobs jobs,
        Texts texts,
        ObjectProperty<Theme> theme,
        Dialogs dialogs,
        Notices notices,
        FilePicker picker,
        Consumer<String> say) {}
