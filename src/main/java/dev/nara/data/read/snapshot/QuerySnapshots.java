package dev.nara.data.read.snapshot;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.FileNames;
import dev.nara.data.InputFile;
import dev.nara.data.OwnPlaces;
import dev.nara.data.PrivateFiles;
import dev.nara.data.Progress;
import dev.nara.data.read.database.DatabaseAddress;
import dev.nara.data.read.database.DatabaseQuery;
import dev.nara.data.read.database.Login;
import dev.nara.data.read.duckdb.ParquetDifference;
import dev.nara.data.read.duckdb.ParquetFiles;
import dev.nara.data.read.duckdb.QueryResult;
import dev.nara.data.read.duckdb.SqlOverFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** The results of queries as Parquet files in a workspace: one folder per query, one file per execution. */
public final class QuerySnapshots {
    private static final String QUERY = "query.json";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;

    /** The snapshots of a workspace. */
    public QuerySnapshots(Path workspace) {
        this.folder = folder(workspace.toAbsolutePath());
    }

    /**
     * A snapshot after the execution of a query.
     *
     * @param file the file of the snapshot
     * @param before the previous snapshot, if there is one; the same file if nothing has changed
     */
    public record Taken(Path file, Optional<Path> before) {
        /** Whether the result is the same as before. */
        public boolean unchanged() {
            return before.filter(file::equals).isPresent();
        }
    }

    /** The newest snapshot of a query. */
    public Optional<Path> newest(SourceQuery query) throws DataException {
        Path own = folder(query);
        if (!Files.isDirectory(own)) {
            return Optional.empty();
        }
        try {
            return listed(own).stream()
                    .filter(file -> file.toString().endsWith(ParquetFiles.ENDING) && Files.isRegularFile(file))
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw DataException.unreadable(own, e);
        }
    }

    /**
     * The query of a snapshot in this workspace; empty for any other file. Files outside of the workspace, or links to them, are not
     * trusted, because their query could name a database that collects passwords.
     */
    public Optional<SourceQuery> queryOf(Path snapshot) {
        Path file = snapshot.toAbsolutePath().resolveSibling(QUERY);
        try {
            return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())
                    ? Optional.ofNullable(new Gson().fromJson(InputFile.text(file), SourceQuery.class))
                            .filter(read -> read.source() != null && read.name() != null && read.sql() != null)
                    : Optional.empty();
        } catch (IOException | DataException | JsonParseException e) {
            return Optional.empty();
        }
    }

    /** The executed queries, those with the newest snapshots first. */
    public List<SourceQuery> asked() throws DataException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try {
            return listed(folder).stream()
                    .map(one -> one.resolve(QUERY))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .flatMap(file -> queryOf(file).stream())
                    .toList();
        } catch (IOException e) {
            throw DataException.unreadable(folder, e);
        }
    }

    private static List<Path> listed(Path place) throws IOException {
        OwnPlaces.checkNoLink(place);
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        }
    }

    /** The folder of all snapshots of a workspace, which may not exist yet. */
    public static Path folder(Path workspace) {
        return workspace.resolve("snapshots");
    }

    private Path folder(SourceQuery query) {
        return FileNames.within(folder, query.name() + "-" + query.key());
    }

    private static void ask(SourceQuery query, Login login, Path file, Progress progress)
            throws DataException, IOException {
        if (!query.ofDatabase()) {
            SqlOverFiles.write(Path.of(query.source()), query.sql(), file);
            return;
        }
        try {
            DatabaseQuery.ask(
                    DatabaseAddress.of(query.source()),
                    login,
                    query.sql(),
                    0,
                    progress,
                    (rows, counted) -> QueryResult.write(rows, file, counted));
        } catch (CancellationException e) {
            Files.deleteIfExists(file); // it may have been complete already
            throw e;
        }
    }

    /** The time of a snapshot, from its name. */
    private static Optional<Instant> moment(SourceQuery query, Path file) {
        String name = file.getFileName().toString();
        int from = query.name().length() + 1;
        try {
            return Optional.of(
                    STAMP.parse(name.substring(from, name.length() - ParquetFiles.ENDING.length()), Instant::from));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return Optional.empty(); // not named by this class
        }
    }

    /**
     * Executes a query. A new snapshot is always named later than the previous one, even within the same second or after the clock was set
     * back, and never replaces it, because runs may use it. If the result has the same rows as the newest snapshot, no new one is kept.
     */
    public Taken take(SourceQuery query, Login login, Instant now, Progress progress)
            throws DataException, IOException {
        Optional<Path> before = newest(query);
        Path own = folder(query);
        PrivateFiles.createFolder(own);
        Instant moment = before.flatMap(last -> moment(query, last))
                .filter(last -> !last.isBefore(now.truncatedTo(ChronoUnit.SECONDS)))
                .map(last -> last.plusSeconds(1))
                .orElse(now);
        Path file = FileNames.within(own, query.name() + "-" + STAMP.format(moment) + ParquetFiles.ENDING);
        ask(query, login, file, progress);
        if (before.isPresent() && ParquetDifference.same(before.get(), file)) {
            Files.delete(file);
            return new Taken(before.get(), before);
        }
        AtomicFile.write(
                own.resolve(QUERY),
                out -> out.write(new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(query)
                        .getBytes(StandardCharsets.UTF_8)));
        return new Taken(file, before);
    }
}
