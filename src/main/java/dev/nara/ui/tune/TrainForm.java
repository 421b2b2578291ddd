package dev.nara.ui.tune;

import dev.nara.data.prepare.Prepared;
import dev.nara.spec.RunSpec;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a search takes from the Train form.
 *
 * @param start makes its settings a run of a dataset
 * @param space what its fields vary, as in {@code --space}; "" for nothing
 */
public record TrainForm(Function<Prepared, RunSpec> start, Supplier<String> space) {}
