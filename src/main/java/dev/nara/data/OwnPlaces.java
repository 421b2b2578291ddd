package dev.nara.data;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The program's own files in a workspace and in the user's data folder, which {@link OutputFile} must not overwrite. */
final class OwnPlaces {
    private static final Pattern WITHIN = Pattern.compile("(runs|processes|set-aside|snapshots|skipped-rows)(/.*)?"
            + "|submissions(/[0-9a-f]{64}\\.csv)?|recipes(/[0-9a-f-]{36}\\.recipe\\.json)?"
            + "|runs\\.db[^/]*|damaged-[^/]*|pseudonyms\\.key|ledger\\.json|canaries\\.txt|[^/]*\\.lock");
    private static final Pattern AROUND = Pattern.compile(
            "(logs|engines|temporary|drivers)(/.*)?|(damaged-.*)?settings\\.json|nara-spark\\.jar|workspace");

    private OwnPlaces() {}

    /** Whether a path, which need not exist, is one of them or inside one. */
    static boolean hold(Path real) {
        for (Path folder = real.getParent(); folder != null; folder = folder.getParent()) {
            String name = folder.relativize(real).toString().replace(File.separatorChar, '/');
            if ((WITHIN.matcher(name).matches() && isWorkspace(folder))
                    || (AROUND.matcher(name).matches() && isWorkspace(folder.resolve("workspace")))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWorkspace(Path folder) {
        return Files.exists(folder.resolve("runs.db"))
                || (Files.isDirectory(folder.resolve("runs")) && Files.isDirectory(folder.resolve("processes")));
    }
}
