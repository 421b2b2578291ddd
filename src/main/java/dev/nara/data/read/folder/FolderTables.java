package dev.nara.data.read.folder;

import dev.nara.data.DataException;
import dev.nara.data.JoinedTable;
import dev.nara.data.Recipe;
import dev.nara.data.read.DatasetReader.Part;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.PartFiles;
import dev.nara.data.read.folder.SecondTables.Second;
import dev.nara.data.read.table.Written;
import dev.nara.text.ShellWords;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the tables of a folder, an archive or a workbook: the log, tables of its items and users that are joined, and others. Throws
 * if it is not certain which is the log; in a workbook, the most likely sheet is taken.
 *
 * @param log the path of the log
 * @param items the table that describes its items, null for none
 * @param users the table that describes its users, null for none
 * @param tables every examined file
 * @param unseen the number of files that were not examined, none larger than the examined ones
 */
public record FolderTables(
        Path log, @Nullable JoinedTable items, @Nullable JoinedTable users, List<Line> tables, int unseen) {
    private static final int MOST = 40;
    private static final double CLEARLY = 2;

    /**
     * The classification of a file.
     *
     * @param name of the file
     * @param what it seems to be
     * @param options for the command line that would use it, "" for none
     * @param joined whether it is already used
     */
    public record Line(String name, Text what, String options, boolean joined) {}

    public FolderTables {
        tables = List.copyOf(tables);
    }

    /**
     * Classifies the tables at a path; empty if it is neither a folder nor an archive, or is itself a table or a known format.
     *
     * @throws DataException if no table is certainly the log, with the classification of each
     */
    public static Optional<FolderTables> of(Datasets datasets, Path path, Recipe recipe) throws DataException {
        DataFiles files = DataFiles.at(path);
        String format = recipe.format();
        boolean known = format.isEmpty() ? datasets.recognises(path, recipe) : !datasets.asks(format);
        List<Part> sheets = known || files.sheet().isPresent() ? List.of() : datasets.parts(path);
        if (sheets.size() > 1) {
            return new Look(datasets, recipe, path, true).ofSheets(sheets);
        }
        List<DataFile> data = once(files.data());
        boolean single = known || files.chosen().isPresent() || isDocument(files);
        if (single || (data.size() <= 1 && opens(datasets, path, recipe))) {
            return Optional.empty();
        }
        if (!data.isEmpty()
                && !PartFiles.values(files.path(), data.get(0).shown()).isEmpty()
                && !files.parts().isEmpty()) {
            return Optional.empty();
        }
        Unclear.refuseFolders(files);
        List<PartGroup> groups = PartGroup.of(datasets, recipe, data.isEmpty() ? files.all() : data);
        if (groups.size() == 1 && groups.get(0).files().size() > 1) {
            return Optional.empty();
        }
        Look look = new Look(datasets, recipe, path, false);
        look.atLargest(groups.stream().map(PartGroup::part).toList());
        return look.isOneTable() ? Optional.empty() : Optional.of(look.tables());
    }

    /** A table of a folder that is known to be the log. */
    public static FolderTables of(Path log) {
        return new FolderTables(log, null, null, List.of(), 0);
    }

    /** Whether an archive is a workbook, or arrays of NumPy. */
    private static boolean isDocument(DataFiles files) {
        return files.isArchive()
                && (files.isWorkbook()
                        || DelimitedReader.isDocument(files)
                        || files.all().stream().allMatch(file -> file.name().endsWith(".npy")));
    }

    /** Whether a path itself is a table. */
    private static boolean opens(Datasets datasets, Path path, Recipe recipe) {
        try {
            datasets.table(path, recipe, Written.UNKNOWN);
            return true;
        } catch (DataException e) {
            return false;
        }
    }

    /** The files, without packed ones that are also there unpacked. */
    private static List<DataFile> once(List<DataFile> files) {
        Map<String, DataFile> byName = new LinkedHashMap<>();
        for (DataFile file : files) {
            byName.merge(
                    file.name(),
                    file,
                    (one, other) -> String.valueOf(one.shown()).length()
                                    <= String.valueOf(other.shown()).length()
                            ? one
                            : other);
        }
        return List.copyOf(byName.values());
    }

    /** Examines the files of a folder, one after another. */
    private static final class Look {
        private final Datasets datasets;
        private final Recipe recipe;
        private final Path path;
        private final boolean sheets;
        private final List<SeenTable> seen = new ArrayList<>();
        private final List<Line> broken = new ArrayList<>();
        private @Nullable SeenTable parquet;
        private int unseen;

        Look(Datasets datasets, Recipe recipe, Path path, boolean sheets) {
            this.datasets = datasets;
            this.recipe = recipe;
            this.path = path;
            this.sheets = sheets;
        }

        /** Classifies the sheets of a workbook; empty if none is certainly a log. */
        Optional<FolderTables> ofSheets(List<Part> parts) throws DataException {
            atLargest(parts);
            boolean log = seen.stream().anyMatch(table -> table.evidence() >= SeenTable.LOG);
            return log && seen.size() > 1 ? Optional.of(tables()) : Optional.empty();
        }

        /** Examines the largest files, in their order, because a log is larger than the tables that describe it. */
        void atLargest(List<Part> files) {
            Set<Part> largest = files.stream()
                    .sorted(Comparator.comparingLong(Part::bytes).reversed())
                    .limit(MOST)
                    .collect(Collectors.toSet());
            files.stream().filter(largest::contains).forEach(this::at);
            unseen = (int) files.stream()
                    .filter(file -> !largest.contains(file) && (parquet == null || !isParquet(file)))
                    .count();
        }

        private static boolean isParquet(Part file) {
            return DataFiles.isParquet(String.valueOf(file.path().getFileName()));
        }

        private void at(Part file) {
            Path place = file.path();
            String packed = String.valueOf(place.getFileName());
            try {
                if (isParquet(file) && together()) {
                    return;
                }
                seen.add(SeenTable.of(
                        packed,
                        place,
                        datasets.table(place, recipe, Written.UNKNOWN).table(),
                        file.bytes()));
            } catch (DataException e) {
                broken.add(new Line(packed, e.problem(), "", false));
            }
        }

        /** Whether all Parquet files form one table. */
        private boolean together() {
            if (parquet != null) {
                return true;
            }
            try {
                Recipe asParquet = recipe.read("parquet", recipe.encoding());
                SeenTable all = SeenTable.of(
                        "*.parquet",
                        path,
                        datasets.table(path, asParquet, Written.UNKNOWN).table(),
                        Long.MAX_VALUE);
                seen.add(all);
                parquet = all;
                return true;
            } catch (DataException e) {
                return false;
            }
        }

        boolean isOneTable() {
            return seen.size() == 1 && seen.get(0).equals(parquet);
        }

        FolderTables tables() throws DataException {
            List<SeenTable> logs = seen.stream()
                    .filter(table -> table.evidence() > 0)
                    .sorted(Comparator.comparingInt(SeenTable::score)
                            .thenComparingDouble(SeenTable::estimate)
                            .reversed())
                    .toList();
            if (seen.size() == 1) {
                return new FolderTables(
                        seen.get(0).path(), null, null, lines(seen.get(0), List.of(), List.of()), unseen);
            }
            List<SeenTable> sure = logs.stream()
                    .filter(table -> table.evidence() >= SeenTable.LOG || (logs.size() == 1 && table.mayBeLog()))
                    .toList();
            if (sure.isEmpty() || !(sheets || clear(sure))) {
                List<Text> others = new ArrayList<>();
                broken.forEach(line -> others.add(Text.of("folder.file", line.name(), line.what())));
                if (unseen > 0) {
                    others.add(Text.of("folder.unseen", unseen));
                }
                throw Unclear.of(path, seen, sure.isEmpty() ? logs : sure, others);
            }
            SeenTable log = sure.get(0);
            SecondTables second = new SecondTables(
                    log, seen.stream().filter(t -> !t.path().equals(log.path())).toList());
            List<Second> ofItems = second.ofItems();
            List<Second> ofUsers = second.ofUsers();
            return new FolderTables(
                    log.path(), joined(log, ofItems), joined(log, ofUsers), lines(log, ofItems, ofUsers), unseen);
        }

        private static boolean clear(List<SeenTable> logs) {
            return logs.size() == 1
                    || logs.get(0).score() > logs.get(1).score()
                    || logs.get(0).estimate() >= CLEARLY * logs.get(1).estimate();
        }

        private static @Nullable JoinedTable joined(SeenTable log, List<Second> found) {
            return SecondTables.only(found)
                    .map(second -> JoinedTable.of(log.path(), second.table().path(), second.key()))
                    .orElse(null);
        }

        private List<Line> lines(SeenTable log, List<Second> ofItems, List<Second> ofUsers) {
            List<Line> lines = new ArrayList<>();
            lines.add(new Line(log.name(), Text.of("folder.log"), "", true));
            for (SeenTable table : seen) {
                if (!table.path().equals(log.path())) {
                    lines.add(second(table, ofItems, "items")
                            .or(() -> second(table, ofUsers, "users"))
                            .orElseGet(() -> other(table, log)));
                }
            }
            lines.addAll(broken);
            return lines;
        }

        private static Optional<Line> second(SeenTable table, List<Second> found, String kind) {
            return found.stream()
                    .filter(second -> second.table().path().equals(table.path()))
                    .findFirst()
                    .map(second -> {
                        boolean joins = SecondTables.only(found).equals(Optional.of(second));
                        String options = "--" + kind + " "
                                + ShellWords.quoted(table.path().toString()) + " --" + kind + "-key "
                                + ShellWords.quoted(second.key());
                        return new Line(table.name(), Text.of(key(kind, joins), second.key()), options, joins);
                    });
        }

        private static String key(String kind, boolean joins) {
            if (kind.equals("items")) {
                return joins ? "folder.joined.items" : "folder.could.items";
            }
            return joins ? "folder.joined.users" : "folder.could.users";
        }

        private static Line other(SeenTable table, SeenTable read) {
            boolean log = table.mayBeLog() || read.isPartOfLog(table);
            return new Line(
                    table.name(),
                    Text.of(log ? "folder.another" : "folder.other", table.shownColumns()),
                    log ? "--data " + ShellWords.quoted(table.path().toString()) : "",
                    false);
        }
    }
}
