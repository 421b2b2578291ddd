package dev.nara.data.read.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Detects files that are parts of one table, by their names: those of Spark ({@code part-00000-ID.csv}), BigQuery ({@code
 * NAME000000000000.csv}), Hive ({@code 000000_0} in folders {@code day=2024-01-01}), split ({@code xaa}), and any that differ only in a
 * number or a month.
 */
public final class PartFiles {
    /** Hive's name for a missing value. */
    private static final String NOTHING = "__HIVE_DEFAULT_PARTITION__";

    private static final int DEEPEST = 8;

    private static final Pattern VARYING = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|(?<![a-z])(" + PartOrder.MONTHS + ")(?![a-z])"
            + "|^x[a-z]{2}$|(?<=[._-])[a-z]{2}$|[0-9]+");

    /** Files for cross-validation contain the same rows repeatedly, so they are not parts. */
    private static final Pattern FOLDS = Pattern.compile("(?i)fold|\\.(base|test|train)$|^cv|(^|[^a-z])cv");

    private PartFiles() {}

    /** The name with a {@code *} in place of what differs between parts; the name itself if nothing can differ. */
    public static String pattern(String name) {
        String pattern = VARYING.matcher(name).replaceAll("*").replaceAll("\\*+", "*");
        return FOLDS.matcher(name).find() || name.matches(".*[\\[\\]{}*?\\\\].*") ? name : pattern;
    }

    /** The files grouped by their patterns, in order; a file that is not a part is a group of its own. */
    public static Map<String, List<DataFile>> groups(List<DataFile> files) {
        Map<String, List<DataFile>> groups = new LinkedHashMap<>();
        for (DataFile file : files) {
            String whole = String.valueOf(file.shown().getFileName());
            groups.computeIfAbsent(pattern(whole), name -> new ArrayList<>()).add(file);
        }
        return groups;
    }

    /** Whether files differ only in what differs between parts. */
    static boolean areParts(List<DataFile> files) {
        Map<String, List<DataFile>> groups = groups(files);
        return files.size() > 1
                && groups.size() == 1
                && groups.keySet().iterator().next().contains("*");
    }

    /** Whether the folders in a folder represent values of a column. */
    static boolean isPartitioned(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.anyMatch(
                    inner -> String.valueOf(inner.getFileName()).matches("[^._=][^=]*=.*") && Files.isDirectory(inner));
        }
    }

    /** The files of a folder at any depth in the order of parts, without auxiliary files of programs. */
    public static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            Stream<Path> files = all.filter(Files::isRegularFile).filter(file -> Stream.iterate(
                            file, inner -> !inner.equals(folder), Path::getParent)
                    .noneMatch(inner -> String.valueOf(inner.getFileName()).matches("[._].*")));
            return PartOrder.sorted(files, file -> file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The values in the names of the folders between a root and a file, by column: {@code day=2024-01-01}. */
    public static Map<String, String> values(Path root, Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        Path folder = file.getParent();
        for (Path part : folder == null || !folder.startsWith(root) ? List.<Path>of() : root.relativize(folder)) {
            String name = part.toString();
            int equals = name.indexOf('=');
            if (equals > 0) {
                values.put(name.substring(0, equals), value(name.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String value(String written) {
        try {
            return written.equals(NOTHING)
                    ? ""
                    : URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return written;
        }
    }
}
