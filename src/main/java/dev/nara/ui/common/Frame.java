package dev.nara.ui.common;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;

/**
 * The window's services for all of its parts.
 *
 * @param jobs runs work off the JavaFX thread
 * @param texts texts in the current language
 * @param theme the colours
 * @param dialogs asks questions and shows errors
 * @param notices shows notes
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
