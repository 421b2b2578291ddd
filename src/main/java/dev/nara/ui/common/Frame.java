package dev.nara.ui.common;

import java.util.function.Consumer;

/**
 * What the window lends all of its parts.
 *
 * @param jobs does work off the JavaFX thread
 * @param texts the words in today's language
 * @param dialogs asks, and shows errors
 * @param picker asks for files and folders
 * @param say shows a sentence in the status bar
 */
public record Frame(Jobs jobs, Texts texts, Dialogs dialogs, FilePicker picker, Consumer<String> say) {}
