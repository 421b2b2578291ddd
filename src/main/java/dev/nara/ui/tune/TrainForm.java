package dev.nara.ui.tune;

import dev.nara.data.prepare.Prepared;
import dev.nara.spec.RunSpec;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a search takes from the Train form, and gives to it.
 *
 * @param start makes a run of a dataset with the form's settings
 * @param space returns the values that the form varies, as for {@code --space}; "" for none
 * @param keep asks for a name and saves the settings of an algorithm as a preset of the form
 */
public record TrainForm(
        Function<Prepared, RunSpec> start, Supplier<String> space, BiConsumer<String, Map<String, String>> keep) {}
