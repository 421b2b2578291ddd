package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.data.WrittenPath;
import java.util.List;

/** The data that a stored run or search names. */
public final class StoredData {
    private StoredData() {}

    /** Protects the data at a stored path, which may not be valid on this machine, from being overwritten. */
    public static void keep(String written) {
        WrittenPath.of(written).ifPresent(path -> {
            try {
                DataFiles files = DataFiles.at(path);
                files.chosen().map(List::of).orElseGet(files::data).forEach(DataFile::keep);
            } catch (DataException e) {
                // Data that does not exist any more needs no protection.
            }
        });
    }
}
