package dev.nara.spec;

import dev.nara.data.Dataset;
import dev.nara.data.Recipe;

/**
 * The data of a run.
 *
 * @param path where it lies
 * @param format the reader's name
 * @param fingerprint of the dataset, so that a changed one is noticed
 * @param recipe how it is read and prepared, with every default filled in
 */
public record DataSource(String path, String format, String fingerprint, Recipe recipe) {
    /** Nothing yet, prepared as usual. */
    static final DataSource NONE = new DataSource("", "", "", Recipe.USUAL);

    /** A dataset that was prepared as the recipe says. */
    static DataSource of(Dataset dataset, Recipe recipe) {
        return new DataSource(dataset.path().toString(), dataset.format(), dataset.fingerprint(), recipe);
    }
}
