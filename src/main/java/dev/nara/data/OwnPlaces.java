package dev.nara.data;

import dev.nara.text.Text;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The program's own files in a workspace and in the user's data folder, which {@link OutputFile} must not overwrite. In a workspace, which
 * may come from somebody else, none of them may be a symbolic link; the workspace itself and the user's data folder may.
 */
public final class OwnPlaces {
    private static final Pattern WITHIN = Pattern.compile("(runs|processes|set-aside|snapshots|skipped-rows)(/.*)?"
            + "|submissions(/[0-9a-f]{64}\\.csv)?|recipes(/[0-9a-f-]{36}\\.recipe\\.json)?"
            + "|runs\\.db[^/]*|damaged-[^/]*|pseudonyms\\.key|ledger\\.json|canaries\\.txt|[^/]*\\.lock");
    private static final Pattern AROUND = Pattern.compile(
            "(logs|engines|temporary|drivers)(/.*)?|(damaged-.*)?settings\\.json|nara-spark\\.jar|workspace");

    private OwnPlaces() {}

    /** Whether a path, which need not exist, is one of them or inside one. */
    static boolean hold(Path real) {
        for (Path folder = real.getParent(); folder != null; folder = folder.getParent()) {
            String name = name(folder.relativize(real));
            if ((WITHIN.matcher(name).matches() && isWorkspace(folder))
                    || (AROUND.matcher(name).matches() && isWorkspace(folder.resolve("workspace")))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Throws if a path is a workspace's own and a symbolic link, or leads through one: whoever placed the link could have files elsewhere
     * read or overwritten.
     *
     * @throws IOException with a {@link DataException} that names the link
     */
    public static void checkNoLink(Path path) throws IOException {
        Optional<DataException> link = link(path);
        if (link.isPresent()) {
            throw new IOException(link.get().getMessage(), link.get());
        }
    }

    /** The message about the link for which {@link #checkNoLink} throws; empty if there is none. */
    public static Optional<DataException> link(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        for (Path folder = whole.getParent(); folder != null; folder = folder.getParent()) {
            Path within = folder.relativize(whole);
            if (WITHIN.matcher(name(within)).matches() && isWorkspace(folder)) {
                Path part = folder;
                for (Path each : within) {
                    part = part.resolve(each);
                    if (Files.isSymbolicLink(part)) {
                        return Optional.of(new DataException(part, Text.of("file.link"), Text.of("file.link.remedy")));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String name(Path within) {
        return within.toString().replace(File.separatorChar, '/');
    }

    private static boolean isWorkspace(Path folder) {
        return isThere(folder.resolve("runs.db"))
                || (isThere(folder.resolve("runs")) && isThere(folder.resolve("processes")));
    }

    private static boolean isThere(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }
}
