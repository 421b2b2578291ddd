package dev.nara.cli.data;

import dev.nara.cli.terminal.Output;
import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.WrittenPath;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.folder.FolderTables;
import dev.nara.data.read.roles.RoleGuess;
import dev.nara.data.read.table.Written;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for the data and its preparation, shared by every command that reads data. */
public final class DataOptions {
    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.data")
    private @Nullable String data;

    @Mixin
    private final QueryOptions query = new QueryOptions();

    @Option(names = "--format", paramLabel = "F", descriptionKey = "cli.format")
    private @Nullable String format;

    @Option(names = "--encoding", paramLabel = "E", descriptionKey = "cli.encoding")
    private @Nullable String encoding;

    @Option(names = "--recipe", paramLabel = "FILE", descriptionKey = "cli.recipe")
    private @Nullable Path recipe;

    @Option(names = "--no-recipe", descriptionKey = "cli.no-recipe")
    private boolean noRecipe;

    @Mixin
    private final ColumnOptions columns = new ColumnOptions();

    @Option(names = "--time-format", paramLabel = "FORM", descriptionKey = "cli.time-format")
    private @Nullable String timeFormat;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.zone")
    private @Nullable String zone;

    @Mixin
    private final EventOptions events = new EventOptions();

    @Mixin
    private final SecondTableOptions tables = new SecondTableOptions();

    @Mixin
    private final BadRowsOption badRows = new BadRowsOption();

    @Option(names = "--repairs", paramLabel = "IDS", split = ",", descriptionKey = "cli.repairs")
    private @Nullable List<String> repairs;

    @Option(names = "--distinct", paramLabel = "KEY", descriptionKey = "cli.distinct")
    private @Nullable String distinct;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "cli.since")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "cli.until")
    private @Nullable String until;

    @Option(names = "--min-user", paramLabel = "N", descriptionKey = "cli.min-user")
    private @Nullable Integer minimumOfUser;

    @Option(names = "--min-item", paramLabel = "N", descriptionKey = "cli.min-item")
    private @Nullable Integer minimumOfItem;

    @Option(names = "--core", paramLabel = "K", descriptionKey = "cli.core")
    private @Nullable Integer core;

    @Option(names = "--derive", paramLabel = "SPEC", descriptionKey = "cli.derive")
    private @Nullable List<String> derive;

    private @Nullable Path snapshot;
    private @Nullable FolderTables folder;

    /** Whether any data other than the bundled sample is requested. */
    public boolean given() {
        return data != null || recipe != null || query.given();
    }

    Path path(Services services) throws DataException {
        if (snapshot != null) {
            return snapshot;
        }
        if (folder != null) {
            return folder.log();
        }
        return data == null
                ? services.sample()
                : WrittenPath.needed(data).toAbsolutePath().normalize();
    }

    /** Reads and prepares the data; shows progress on a terminal, and prints what was guessed. */
    public Prepared read(Services services, Output output) throws DataException {
        String named = data == null ? services.sample().toString() : data;
        if (query.asked(named)) {
            snapshot = query.snapshot(named, services, output);
        }
        Recipe asked = recipe(services, output);
        query.tellChange(path(services), asked.columns(), output);
        Prepared prepared;
        try {
            prepared = services.open(path(services), asked, output.reading());
        } finally {
            output.endReading();
        }
        BadRowsOption.tell(prepared.raw(), services.workspace(), output);
        return prepared;
    }

    /** The given recipe, otherwise the one next to the data, otherwise the default; other options take precedence over it. */
    private Recipe recipe(Services services, Output output) throws DataException {
        Optional<Path> file = recipeFile(services);
        Recipe base = file.isPresent() ? RecipeFile.read(file.get()) : Recipe.USUAL;
        Recipe reading = base.read(
                Objects.requireNonNullElse(format, base.format()),
                Objects.requireNonNullElse(encoding, base.encoding()));
        base = inFolder(services, base, reading, file, output);
        ColumnRoles roles = base.columns();
        String reader = reading.format();
        if (roles != null) {
            roles = events.over(columns.over(roles));
            reader = reader.isEmpty() ? DelimitedReader.FORMAT : reader;
            if (events.asks()) {
                Written written = new Written(roles.delimiter(), roles.header());
                Recipe asReader = reading.read(reader, reading.encoding());
                roles = events.with(
                        roles,
                        services.datasets()
                                .table(path(services), asReader, written)
                                .table());
            }
        } else if (columns.asked() || events.given() || !known(services, reading)) {
            Datasets.Found found = services.datasets().table(path(services), reading, columns.written());
            roles = guessed(found, output);
            reader = found.format();
        }
        Recipe whole = new Recipe(
                reader,
                reading.encoding(),
                new TimeSettings(
                        Objects.requireNonNullElse(
                                timeFormat, base.timeSettings().format()),
                        Objects.requireNonNullElse(zone, base.timeSettings().zone())),
                roles,
                preparation(base.preparation()));
        Recipe joined = tables.over(whole.joined(base.items(), base.users()), path(services));
        return badRows.over(joined.withBadRows(base.badRows()));
    }

    /** The recipe with the other tables in the folder of the log, if the data is a folder of several tables. */
    private Recipe inFolder(Services services, Recipe base, Recipe reading, Optional<Path> file, Output output)
            throws DataException {
        if (data == null || snapshot != null || recipe != null) {
            return base;
        }
        folder = FolderLines.find(services.datasets(), path(services), reading, file, output)
                .orElse(null);
        return folder == null
                ? base
                : base.joined(
                        base.items() == null ? folder.items() : base.items(),
                        base.users() == null ? folder.users() : base.users());
    }

    private boolean known(Services services, Recipe reading) throws DataException {
        return reading.format().isEmpty()
                ? services.datasets().recognises(path(services), reading)
                : !services.datasets().asks(reading.format());
    }

    /** Guesses the roles of a table's columns and prints them; throws if they are doubtful. */
    private ColumnRoles guessed(Datasets.Found found, Output output) throws DataException {
        RoleGuess guess = RoleGuess.of(found.table());
        ColumnRoles said = events.over(columns.over(columns.leaving(guess.roles())));
        RoleGuess specified = guess.with(events.asks() ? events.with(said, found.table()) : said);
        if (specified.doubt().isPresent()) {
            throw specified.doubtful(found.table().path());
        }
        if (!columns.settled()) {
            GuessLines.say(specified, found.table(), output);
        }
        return specified.roles();
    }

    /** The file of the recipe in use: the given one, otherwise the one next to the data, if any. */
    Optional<Path> recipeFile(Services services) throws DataException {
        if (recipe != null) {
            return Optional.of(recipe);
        }
        if (noRecipe) {
            return Optional.empty();
        }
        Optional<Path> beside = RecipeFile.of(path(services));
        // A recipe saved for an earlier snapshot of the same query.
        return beside.isPresent() || snapshot == null ? beside : RecipeFile.of(snapshot.resolveSibling("."));
    }

    private Preparation preparation(Preparation base) {
        return new Preparation(
                repairs == null
                        ? base.repairs()
                        : repairs.stream().filter(r -> !r.equals("none")).toList(),
                Objects.requireNonNullElse(distinct, base.distinct()),
                events.where(base),
                Objects.requireNonNullElse(since, base.from()),
                Objects.requireNonNullElse(until, base.to()),
                Objects.requireNonNullElse(minimumOfUser, base.minimumOfUser()),
                Objects.requireNonNullElse(minimumOfItem, base.minimumOfItem()),
                Objects.requireNonNullElse(core, base.core()),
                Objects.requireNonNullElse(derive, base.derive()),
                events.positive(base));
    }
}
