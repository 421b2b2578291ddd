package dev.nara.ui.tune;

import dev.nara.data.prepare.Prepared;
import dev.nara.spec.RunSpec;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a search takes from the Train form.
 *
 * @param start makes a run of a dataset with the form's settings
 * @param space returns the values that the form varies, as for {@code --space}; "" for none
 */
public record TrainForm(Function<Prepared, RunSpec> start, Supplier<String> space) {}
