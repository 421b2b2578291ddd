package dev.nara.data.prepare;

import dev.nara.data.Dataset;
import dev.nara.data.Recipe;
import java.util.List;

/**
 * A dataset made ready to be split.
 *
 * @param raw as it was read
 * @param recipe what was asked for, with every default filled in
 * @param dataset what came out
 * @param steps what each step did, in order
 */
public record Prepared(Dataset raw, Recipe recipe, Dataset dataset, List<Step> steps) {}
