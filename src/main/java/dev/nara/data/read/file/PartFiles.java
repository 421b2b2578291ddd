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
 * Which files are parts of one table, by their names: those of Spark ({@code part-00000-ID.csv}), BigQuery ({@code NAME000000000000.csv}),
 * Hive ({@code 000000_0} in folders {@code day=2024-01-01}), split ({@code xaa}), and any that differ by a number or a month alone.
 */
public final class PartFiles {
    /** What Hive writes for a missing value. */
    private static final String NOTHING = "__HIVE_DEFAULT_PARTITION__";

    private static final int DEEPEST = 8;

    private static final Pattern VARYING = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|(?<![a-z])(" + PartOrder.MONTHS + ")(?![a-z])"
            + "|^x[a-z]{2}$|(?<=[._-])[a-z]{2}$|[0-9]+");

    /** Cuts for cross-validation hold the same rows again and again. */
    private static final Pattern FOLDS = Pattern.compile("(?i)fold|\\.(base|test|train)$|^cv|(^|[^a-z])cv");

    private PartFiles() {}

    /** The name with a {@code *} for what differs among parts; the name itself where nothing can. */
    public static String pattern(String name) {
        String pattern = VARYING.matcher(name).replaceAll("*").replaceAll("\\*+", "*");
        return FOLDS.matcher(name).find() || name.matches(".*[\\[\\]{}*?\\\\].*") ? name : pattern;
    }

    /** The files that are parts of one table by their patterns, in order; a file that is none is alone. */
    public static Map<String, List<DataFile>> groups(List<DataFile> files) {
        Map<String, List<DataFile>> groups = new LinkedHashMap<>();
        for (DataFile file : files) {
            String whole = String.valueOf(file.shown().getFileName());
            groups.computeIfAbsent(pattern(whole), name -> new ArrayList<>()).add(file);
        }
        return groups;
    }

    /** Whether files differ by what parts differ by alone. */
    static boolean areParts(List<DataFile> files) {
        Map<String, List<DataFile>> groups = groups(files);
        return files.size() > 1
                && groups.size() == 1
                && groups.keySet().iterator().next().contains("*");
    }

    /** Whether folders in a folder stand for the value of a column. */
    static boolean isPartitioned(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.anyMatch(
                    inner -> String.valueOf(inner.getFileName()).matches("[^._=][^=]*=.*") && Files.isDirectory(inner));
        }
    }

    /** The files of a folder at any depth in the order of parts, without those that programs leave beside. */
    public static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> Stream.iterate(file, inner -> !inner.equals(folder), Path::getParent)
                            .noneMatch(
                                    inner -> String.valueOf(inner.getFileName()).matches("[._].*")))
                    .sorted(PartOrder.OF_PATHS)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The values that the folders below a root in which a file lies stand for, by column: {@code day=2024-01-01}. */
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
