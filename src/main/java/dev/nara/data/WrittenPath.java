package dev.nara.data;

import dev.nara.text.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A path as it was written down, perhaps on another machine, where other characters make a path than here. */
public final class WrittenPath {
    private WrittenPath() {}

    /** The path; empty where it can be none here. */
    public static Optional<Path> of(String written) {
        try {
            return Optional.of(Path.of(written));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The path; refuses what can be none here. */
    public static Path needed(String written) throws DataException {
        return of(written)
                .orElseThrow(() -> new DataException(Text.of("data.no.path", written), Text.of("data.no.path.remedy")));
    }
}
