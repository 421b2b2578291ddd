package dev.nara.ui.train.form;

import dev.nara.ui.common.Texts;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What the rows of the form are given.
 *
 * @param help opens the page of the guide that explains a parameter, by its name
 * @param filling whether the form is being filled, and not changed by somebody
 * @param changed is called when what is varied has changed
 */
record FormAround(Texts texts, Consumer<String> help, BooleanSupplier filling, Runnable changed) {}
