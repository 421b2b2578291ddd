package dev.nara.data.read.folder;

import dev.nara.data.DataException;
import dev.nara.data.read.duckdb.SqlOverFiles;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.InnerFolders;
import dev.nara.data.read.roles.ColumnWords;
import dev.nara.text.ShellWords;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The errors for a folder without a table that is certainly the log. */
final class Unclear {
    private static final int MOST_PARTS = 30;
    private static final int MOST_LISTED = 16;
    private static final String QUERIED = "(?i).*\\.(csv|tsv|txt|json|jsonl|parquet)";

    private Unclear() {}

    /**
     * The error.
     *
     * @param logs the tables with users and items, most likely first
     * @param broken files that are not tables
     */
    static DataException of(Path path, List<SeenTable> seen, List<SeenTable> logs, List<Text> broken) {
        Optional<DataException> hop = seen.stream()
                .sorted(Comparator.comparingDouble(SeenTable::estimate).reversed())
                .flatMap(log -> hop(path, log, seen).stream())
                .findFirst();
        if (hop.isPresent()) {
            return hop.get();
        }
        Text listed = Stream.concat(
                        seen.stream().map(table -> Text.of("folder.file", table.name(), table.shownColumns())),
                        broken.stream())
                .limit(MOST_LISTED)
                .reduce((one, other) -> Text.of("folder.and", one, other))
                .orElse(Text.of("folder.nothing"));
        if (seen.isEmpty()) {
            return new DataException(path, Text.of("folder.none"), Text.of("folder.none.remedy", listed));
        }
        String commands = (logs.isEmpty() ? seen : logs)
                .stream()
                        .limit(3)
                        .map(table -> "--data " + ShellWords.quoted(table.path().toString()))
                        .collect(Collectors.joining("  "));
        Optional<DataException> union = union(path, logs, commands);
        if (union.isPresent()) {
            return union.get();
        }
        String key = logs.size() > 1 ? "folder.several" : "folder.unclear";
        return new DataException(path, Text.of(key), Text.of(key + ".remedy", listed, commands));
    }

    /** Throws for a folder with several folders and no data files; none of them was entered. */
    static void refuseFolders(DataFiles files) throws DataException {
        Path path = files.path();
        if (files.chosen().isPresent() || !files.data().isEmpty() || !Files.isDirectory(path)) {
            return;
        }
        try {
            List<Text> folders = InnerFolders.of(path).stream()
                    .map(inner -> String.valueOf(inner.getFileName()))
                    .sorted()
                    .map(name -> Text.of("folder.folder", name))
                    .toList();
            if (!folders.isEmpty()) {
                throw of(path, List.of(), List.of(), folders);
            }
        } catch (IOException e) {
            throw DataException.unreadable(path, e);
        }
    }

    /** If several tables have the same named columns, an error that suggests a query over all of them. */
    private static Optional<DataException> union(Path path, List<SeenTable> logs, String commands) {
        List<SeenTable> parts = logs.stream()
                .filter(log -> log.columns().equals(logs.get(0).columns()))
                .filter(log -> log.name().matches(QUERIED))
                .toList();
        if (parts.size() < 2
                || parts.size() > MOST_PARTS
                || !parts.get(0).table().named()) {
            return Optional.empty();
        }
        String union = parts.stream()
                .map(part -> "SELECT * FROM " + SqlOverFiles.table(path, part.path()))
                .sorted()
                .collect(Collectors.joining(" UNION ALL "));
        return Optional.of(new DataException(
                path,
                Text.of("folder.several"),
                Text.of("folder.parts.remedy", commands, union, ShellWords.quoted(path.toString()))));
    }

    /** If rows have the id of an order, and another table has the user of each order, an error that suggests joining them. */
    private static Optional<DataException> hop(Path path, SeenTable log, List<SeenTable> seen) {
        String order = log.guess().roles().user();
        if (ColumnWords.user(order) != ColumnWords.WEAK
                || log.guess().roles().item().isEmpty()) {
            return Optional.empty();
        }
        return seen.stream()
                .filter(table ->
                        !table.path().equals(log.path()) && table.columns().contains(order) && table.unique(order))
                .flatMap(table -> table.columns().stream()
                        .filter(column -> ColumnWords.user(column) > ColumnWords.WEAK && table.hasIds(column))
                        .map(user -> joined(path, log, table, user)))
                .findFirst();
    }

    private static DataException joined(Path path, SeenTable log, SeenTable orders, String user) {
        String order = log.guess().roles().user();
        String item = log.guess().roles().item();
        String select = "SELECT " + SqlOverFiles.column(user) + ", " + SqlOverFiles.column(item) + " FROM "
                + SqlOverFiles.table(path, log.path()) + " JOIN " + SqlOverFiles.table(path, orders.path())
                + " USING (" + SqlOverFiles.column(order) + ")";
        return new DataException(
                path,
                Text.of("folder.hop", log.name(), order, orders.name()),
                Text.of(
                        "folder.hop.remedy",
                        select,
                        ShellWords.quoted(path.toString()),
                        ShellWords.quoted(user),
                        ShellWords.quoted(item)));
    }
}
