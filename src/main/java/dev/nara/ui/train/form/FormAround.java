package dev.nara.ui.train.form;

import dev.nara.ui.common.Texts;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What all rows of the form share.
 *
 * @param help opens the page of the guide that explains a parameter, given its name
 * @param filling whether the form is being filled, as opposed to an edit by the user
 * @param changed called when the varied values have changed
 */
record FormAround(Texts texts, Consumer<String> help, BooleanSupplier filling, Runnable changed) {}
