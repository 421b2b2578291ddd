package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import java.util.List;

/**
 * A dataset that is ready to be split.
 *
 * @param raw the dataset as read
 * @param recipe as requested, with all defaults filled in
 * @param dataset the result
 * @param steps what each step did, in order
 */
public record Prepared(Dataset raw, Recipe recipe, Dataset dataset, List<Step> steps) {}
