package dev.nara.data.read.file;

import dev.nara.data.DataException;
import dev.nara.data.DataInUse;
import dev.nara.data.InputFile;
import dev.nara.data.OwnOutput;
import dev.nara.data.OwnPlaces;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files at a path: those of a folder, the entries of a zip or tar archive, or a single file with access to its neighbours. */
public final class DataFiles {
    /** The most nested folders, each with nothing but a folder in it, that are entered. */
    private static final int DEEPEST = 3;

    private static final Pattern BESIDE = Pattern.compile(
            "(?i)\\..*|_.*|thumbs\\.db|desktop\\.ini|(.*[-_ .])?read_?me([-_"
                    + " .].*)?|dataset_(infos?|dict)\\.json|dataset-metadata\\.json|state\\.json|croissant\\.json|licen[sc]e.*|citation.*|.*\\.(md|pdf|html?|docx?|rst|sh|pl|py|ipynb|png|jpg|nara|onnx|(vectors|labels)\\.tsv|recipe\\.json)");

    /** A file that only Excel workbooks contain. */
    private static final Path WORKBOOK = Path.of("xl", "workbook.xml");

    private static final Pattern PARQUET = Pattern.compile("(?i)\\.(parquet|parq|pq)\\z");

    private final Path path;
    private final List<DataFile> all;
    private final @Nullable DataFile chosen;
    private final @Nullable Path workbook;
    private @Nullable List<DataFile> data;

    private DataFiles(Path path, List<DataFile> all, @Nullable DataFile chosen) {
        this(path, all, chosen, null);
    }

    private DataFiles(Path path, List<DataFile> all, @Nullable DataFile chosen, @Nullable Path workbook) {
        this.path = path;
        this.all = all;
        this.chosen = chosen;
        this.workbook = workbook;
    }

    /** The files at a path; {@code forced} is their encoding, null to detect it. */
    public static DataFiles at(Path path, @Nullable Charset forced) throws DataException {
        try {
            OwnPlaces.checkNoLink(path);
            DataInUse.add(path);
            return found(path, forced);
        } catch (IOException e) {
            throw DataFile.of(path).unreadable(e);
        }
    }

    private static DataFiles found(Path path, @Nullable Charset forced) throws IOException, DataException {
        try {
            if (Files.isDirectory(path)) {
                return ofFolder(path, forced, 0);
            }
            List<Path> several = FilePattern.files(path);
            if (!several.isEmpty()) {
                return new DataFiles(
                        path,
                        several.stream().map(file -> DataFile.of(file, forced)).toList(),
                        null);
            }
            if (!Files.exists(path)) {
                return within(path, forced)
                        .orElseThrow(
                                () -> new DataException(path, Text.of("data.missing"), Text.of("data.missing.remedy")));
            }
            InputFile.checkRegular(path);
            Optional<Archive> archive = ArchiveKinds.at(path);
            if (archive.isPresent()) {
                return ofArchive(path, archive.get(), forced);
            }
            Path folder = path.toAbsolutePath().getParent();
            List<DataFile> neighbours = folder == null ? List.of() : folder(folder, forced);
            return new DataFiles(path, neighbours, DataFile.of(path, forced));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A folder with only an archive is treated as the archive; one with only a folder as that folder. */
    private static DataFiles ofFolder(Path path, @Nullable Charset forced, int depth)
            throws IOException, DataException {
        LakeTable.refuse(path);
        List<DataFile> files = folder(path, forced);
        List<DataFile> data = data(files);
        if (data.size() == 1) {
            Path only = data.get(0).shown();
            Optional<Archive> archive = ArchiveKinds.at(only);
            return archive.isPresent() ? ofArchive(only, archive.get(), forced) : new DataFiles(path, files, null);
        }
        if (data.isEmpty() && PartFiles.isPartitioned(path)) {
            return new DataFiles(
                    path,
                    PartFiles.below(path).stream()
                            .map(file -> DataFile.of(file, forced))
                            .toList(),
                    null);
        }
        List<Path> inner = data.isEmpty() && depth < DEEPEST ? InnerFolders.of(path) : List.of();
        return inner.size() == 1 ? ofFolder(inner.get(0), forced, depth + 1) : new DataFiles(path, files, null);
    }

    private static DataFiles ofArchive(Path path, Archive archive, @Nullable Charset forced)
            throws IOException, DataException {
        List<DataFile> entries = entries(path, archive, forced);
        return new DataFiles(path, entries, entries.size() == 1 ? entries.get(0) : null);
    }

    /** A path inside an archive identifies one of its files; inside a workbook, one of its sheets. */
    private static Optional<DataFiles> within(Path path, @Nullable Charset forced) throws IOException, DataException {
        Path wanted = path.toAbsolutePath().normalize();
        Path file = wanted.getParent();
        while (file != null && !Files.exists(file)) {
            file = file.getParent();
        }
        Optional<Archive> archive = file == null ? Optional.empty() : ArchiveKinds.at(file);
        if (file == null || archive.isEmpty()) {
            return Optional.empty();
        }
        List<DataFile> entries = entries(file, archive.get(), forced);
        Optional<DataFile> entry = entries.stream()
                .filter(one -> one.shown().toAbsolutePath().normalize().equals(wanted))
                .findFirst();
        List<DataFile> several = matching(entries, wanted);
        if (entry.isEmpty() && !several.isEmpty()) {
            return Optional.of(new DataFiles(path, several, null));
        }
        boolean sheet = entry.isEmpty()
                && file.equals(wanted.getParent())
                && entries.stream().anyMatch(one -> one.shown().endsWith(WORKBOOK));
        return sheet
                ? Optional.of(new DataFiles(path, entries, null, file))
                : entry.map(one -> new DataFiles(path, entries, one));
    }

    /** The entries that match a path inside an archive with a {@code *} in its name. */
    private static List<DataFile> matching(List<DataFile> entries, Path wanted) {
        String name = String.valueOf(wanted.getFileName());
        return !name.contains("*")
                ? List.of()
                : entries.stream()
                        .filter(one -> {
                            Path file = one.shown().toAbsolutePath().normalize();
                            return Objects.equals(wanted.getParent(), file.getParent())
                                    && PartFiles.pattern(String.valueOf(file.getFileName()))
                                            .equals(name);
                        })
                        .toList();
    }

    /** Whether there is anything at a path. */
    public static boolean exist(Path path) {
        try {
            return Files.exists(path)
                    || !FilePattern.files(path).isEmpty()
                    || within(path, null).isPresent();
        } catch (IOException | UncheckedIOException | DataException e) {
            return false;
        }
    }

    /** The files at a path, each in its detected encoding. */
    public static DataFiles at(Path path) throws DataException {
        return at(path, null);
    }

    private static List<DataFile> folder(Path folder, @Nullable Charset forced) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> DataFile.of(file, forced))
                    .toList();
        }
    }

    private static List<DataFile> entries(Path path, Archive archive, @Nullable Charset forced)
            throws IOException, DataException {
        List<String> names = archive.names();
        if (names.size() > Archive.MOST) {
            throw new DataException(
                    path,
                    Text.of("data.archive.entries", Numbers.grouped(names.size())),
                    Text.of("data.archive.entries.remedy", Archive.MOST));
        }
        return names.stream()
                .filter(name -> !name.startsWith("__MACOSX/"))
                .sorted(Comparator.comparingLong((String name) ->
                                name.chars().filter(c -> c == '/').count())
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> DataFile.entry(path, archive, name, forced))
                .toList();
    }

    /** The folder, archive or file. */
    public Path path() {
        return path;
    }

    /** The folder or archive that holds the files, for messages about one that is missing. */
    public Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        return chosen != null && chosen.shown().equals(path) && parent != null ? parent : path;
    }

    /** The single file that was requested; empty for a folder or an archive of several. */
    public Optional<DataFile> chosen() {
        return Optional.ofNullable(chosen);
    }

    /** Whether the files are entries of an archive. */
    public boolean isArchive() {
        return workbook != null
                || (Files.isRegularFile(path)
                        && (chosen == null || !chosen.shown().equals(path)));
    }

    /** Whether they are the parts of an Excel workbook. */
    public boolean isWorkbook() {
        return isArchive() && all.stream().anyMatch(file -> file.shown().endsWith(WORKBOOK));
    }

    /** The file of the workbook, if it is one. */
    public Path workbook() {
        return workbook == null ? path : workbook;
    }

    /** The name of the requested sheet, if any. */
    public Optional<String> sheet() {
        return workbook == null ? Optional.empty() : Optional.of(String.valueOf(path.getFileName()));
    }

    /** The single file that was requested, or the only data file of a folder; empty if there are several. */
    public Optional<DataFile> only() {
        return chosen != null || data().size() != 1 ? chosen() : Optional.of(data().get(0));
    }

    /**
     * The parts of one table, ordered by {@link PartOrder}; empty if there are other files, or only one, unless its folders are columns.
     */
    public List<DataFile> parts() {
        List<DataFile> data = chosen == null ? data() : List.of();
        boolean inFolders = data.stream()
                .noneMatch(file -> PartFiles.values(path, file.shown()).isEmpty());
        boolean named = data.size() > 1 && (FilePattern.is(path) || PartFiles.areParts(data));
        return inFolders || named ? PartOrder.sorted(data.stream(), DataFile::shown) : List.of();
    }

    /** The data files, without documentation, and without results that this program wrote beside data. */
    public List<DataFile> data() {
        List<DataFile> known = data;
        if (known == null) {
            known = data(all);
            data = known;
        }
        return known;
    }

    private static List<DataFile> data(List<DataFile> files) {
        return OwnOutput.without(files.stream().filter(DataFiles::isData).toList(), DataFile::isOutput);
    }

    private static boolean isOfWorkbook(DataFile file) {
        return String.valueOf(file.shown().getParent())
                .replace('\\', '/')
                .matches(".*\\.xlsx(/(_rels|docProps|xl|customXml)(/.*)?)?");
    }

    /** Whether a file is data by its name, and not documentation, or a file that systems or this program add. */
    private static boolean isData(DataFile file) {
        return !BESIDE.matcher(file.name()).matches();
    }

    /** Restarts the record of opened files for {@link #unopened}. */
    public void forgetOpened() {
        all.forEach(DataFile::forgetOpened);
    }

    /** The names of data files of a folder or an archive that were not opened. */
    public List<String> unopened() {
        return chosen != null
                ? List.of()
                : data().stream()
                        .filter(file -> !file.opened() && !isOfWorkbook(file))
                        .map(DataFile::name)
                        .filter(name -> !isParquet(name))
                        .toList();
    }

    /** Whether a file or a pattern of files is named as Parquet; such files are not opened as text here. */
    public static boolean isParquet(String name) {
        return PARQUET.matcher(name).find();
    }

    /** All files: of a folder by name, of an archive from the top down. */
    public List<DataFile> all() {
        return all;
    }

    /** The file with a name, compressed or not, ignoring case. */
    public Optional<DataFile> find(String name) {
        return all.stream().filter(f -> f.name().equalsIgnoreCase(name)).findFirst();
    }

    /** The file with a name; if there is none, a file that throws when it is read. */
    public DataFile get(String name) {
        return find(name).orElseGet(() -> DataFile.of(folder().resolve(name)));
    }

    /** The files whose names have a suffix. */
    public List<DataFile> endingWith(String suffix) {
        return all.stream().filter(f -> f.name().endsWith(suffix)).toList();
    }

    /** The encodings of all files that were read so far, such as "UTF-8, MS949". */
    public String encodings() {
        return Stream.concat(all.stream(), Stream.ofNullable(chosen))
                .flatMap(file -> file.encodingReadIn().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The name of the data: that of its folder or archive. */
    public String name() {
        Path last =
                (chosen == null ? path : folder()).toAbsolutePath().normalize().getFileName();
        String name = String.valueOf(last);
        if (FilePattern.is(path) && path.toAbsolutePath().getParent() != null) {
            name = String.valueOf(path.toAbsolutePath().getParent().getFileName());
        }
        return name.replaceFirst("(?i)\\.(zip|tgz|tar(\\.(gz|bz2|xz|zst))?)$", "");
    }
}
