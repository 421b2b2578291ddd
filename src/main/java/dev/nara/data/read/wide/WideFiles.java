package dev.nara.data.read.wide;

import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import java.util.List;
import java.util.Optional;

/** The file a path means: itself, or the only text table of its folder or archive. */
final class WideFiles {
    private WideFiles() {}

    static Optional<DataFile> one(DataFiles files) {
        if (files.chosen().isPresent()) {
            return files.chosen();
        }
        List<DataFile> tables = files.data().stream()
                .filter(f -> f.name().matches("(?i).*\\.(csv|tsv|txt|tab|dat)"))
                .toList();
        return tables.size() == 1 ? Optional.of(tables.get(0)) : Optional.empty();
    }
}
