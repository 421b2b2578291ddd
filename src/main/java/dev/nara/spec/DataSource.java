package dev.nara.spec;

import dev.nara.data.Dataset;
import dev.nara.data.Recipe;

/**
 * The data of a run.
 *
 * @param path of the file or folder
 * @param format the reader's name
 * @param fingerprint a hash of the dataset, by which a change is noticed
 * @param recipe how it is read and prepared, with every default filled in
 */
public record DataSource(String path, String format, String fingerprint, Recipe recipe) {
    /** No dataset yet; the default recipe. */
    static final DataSource NONE = new DataSource("", "", "", Recipe.USUAL);

    /** The source of a dataset prepared with this recipe. */
    static DataSource of(Dataset dataset, Recipe recipe) {
        return new DataSource(dataset.path().toString(), dataset.format(), dataset.fingerprint(), recipe);
    }
}
