package dev.nara.data;

import dev.nara.text.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Parses a stored path, perhaps from another machine with other rules for paths. */
public final class WrittenPath {
    private WrittenPath() {}

    /** The path; empty if it is not valid here. */
    public static Optional<Path> of(String written) {
        try {
            return Optional.of(Path.of(written));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The path; throws if it is not valid here. */
    public static Path needed(String written) throws DataException {
        return of(written)
                .orElseThrow(() -> new DataException(Text.of("data.no.path", written), Text.of("data.no.path.remedy")));
    }
}
