package dev.nara.cli;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.Preparation;
import dev.nara.data.Recipe;
import dev.nara.data.TimeSettings;
import dev.nara.data.prepare.Prepared;
import dev.nara.data.prepare.RecipeFile;
import dev.nara.data.read.delimited.ColumnGuess;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.Encodings;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the data is and what is done to it: shared by every command that reads some. */
final class DataOptions {
    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.data")
    private @Nullable Path data;

    @Option(names = "--format", paramLabel = "F", descriptionKey = "cli.format")
    private @Nullable String format;

    @Option(names = "--encoding", paramLabel = "E", descriptionKey = "cli.encoding")
    private @Nullable String encoding;

    @Option(names = "--recipe", paramLabel = "FILE", descriptionKey = "cli.recipe")
    private @Nullable Path recipe;

    @Option(names = "--no-recipe", descriptionKey = "cli.no-recipe")
    private boolean noRecipe;

    @Option(names = "--delimiter", paramLabel = "D", descriptionKey = "cli.delimiter")
    private @Nullable String delimiter;

    @Option(names = "--header", negatable = true, descriptionKey = "cli.header")
    private @Nullable Boolean header;

    @Option(names = "--user", paramLabel = "COLUMN", descriptionKey = "cli.user")
    private @Nullable String user;

    @Option(names = "--item", paramLabel = "COLUMN", descriptionKey = "cli.item")
    private @Nullable String item;

    @Option(names = "--time", paramLabel = "COLUMN", descriptionKey = "cli.time")
    private @Nullable String time;

    @Option(names = "--time-format", paramLabel = "FORM", descriptionKey = "cli.time-format")
    private @Nullable String timeFormat;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "cli.zone")
    private @Nullable String zone;

    @Option(names = "--number", paramLabel = "COLUMN", descriptionKey = "cli.number")
    private @Nullable List<String> numbers;

    @Option(names = "--user-attribute", paramLabel = "COLUMN", descriptionKey = "cli.user-attribute")
    private @Nullable List<String> userAttributes;

    @Option(names = "--item-attribute", paramLabel = "COLUMN", descriptionKey = "cli.item-attribute")
    private @Nullable List<String> itemAttributes;

    @Mixin
    private final EventOptions events = new EventOptions();

    @Option(names = "--repairs", paramLabel = "IDS", split = ",", descriptionKey = "cli.repairs")
    private @Nullable List<String> repairs;

    @Option(names = "--distinct", paramLabel = "KEY", descriptionKey = "cli.distinct")
    private @Nullable String distinct;

    @Option(names = "--where", paramLabel = "CONDITION", descriptionKey = "cli.where")
    private @Nullable List<String> where;

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

    /** Whether other data than the bundled sample is asked for. */
    boolean given() {
        return data != null || recipe != null;
    }

    Path path(Services services) {
        return data == null ? services.sample() : data.toAbsolutePath().normalize();
    }

    /** Reads and prepares the data; a terminal shows how far it is. */
    Prepared read(Services services, Output output) throws DataException {
        try {
            return services.open(path(services), recipe(services), output.reading());
        } finally {
            output.endReading();
        }
    }

    /** The recipe named, else the one beside the data, else the usual; what other options say goes before it. */
    private Recipe recipe(Services services) throws DataException {
        Path path = path(services);
        Optional<Path> file = recipeFile(services);
        Recipe base = file.isPresent() ? RecipeFile.read(file.get()) : Recipe.USUAL;
        String charset = Objects.requireNonNullElse(encoding, base.encoding());
        ColumnRoles roles = roles(path, base.columns(), charset);
        String reader = Objects.requireNonNullElse(format, base.format());
        return new Recipe(
                reader.isEmpty() && roles != null ? new DelimitedReader().format() : reader,
                charset,
                new TimeSettings(
                        Objects.requireNonNullElse(
                                timeFormat, base.timeSettings().format()),
                        Objects.requireNonNullElse(zone, base.timeSettings().zone())),
                roles,
                preparation(base.preparation()));
    }

    /** The file of the recipe in use: the one named, else the one beside the data, if there is one. */
    Optional<Path> recipeFile(Services services) throws DataException {
        if (recipe != null) {
            return Optional.of(recipe);
        }
        return noRecipe ? Optional.empty() : RecipeFile.of(path(services));
    }

    private @Nullable ColumnRoles roles(Path path, @Nullable ColumnRoles base, String charset) throws DataException {
        boolean asked = user != null
                || item != null
                || time != null
                || numbers != null
                || delimiter != null
                || header != null
                || userAttributes != null
                || itemAttributes != null
                || events.given()
                || DelimitedReader.FORMAT.equals(format);
        if (!asked && base == null) {
            return null;
        }
        ColumnRoles start = base == null ? guess(path, charset) : base;
        return new ColumnRoles(
                Objects.requireNonNullElse(delimiter, start.delimiter()).replace("\\t", "\t"),
                Objects.requireNonNullElse(header, start.header()),
                Objects.requireNonNullElse(user, start.user()),
                Objects.requireNonNullElse(item, start.item()),
                Objects.requireNonNullElse(time, start.time()),
                columns(numbers, start.numbers()),
                columns(userAttributes, start.userAttributes()),
                columns(itemAttributes, start.itemAttributes()),
                columns(events.words(), start.wordColumns()));
    }

    /** The columns named, of which an empty one stands for none; else those of the start. */
    private static List<String> columns(@Nullable List<String> named, List<String> start) {
        return named == null
                ? start
                : named.stream().filter(column -> !column.isEmpty()).toList();
    }

    private ColumnRoles guess(Path path, String charset) throws DataException {
        DataFile file = DelimitedReader.file(DataFiles.at(path, charset.isEmpty() ? null : Encodings.named(charset)));
        return delimiter == null ? ColumnGuess.of(file) : ColumnGuess.of(file, delimiter.replace("\\t", "\t"));
    }

    private Preparation preparation(Preparation base) {
        return new Preparation(
                repairs == null
                        ? base.repairs()
                        : repairs.stream().filter(r -> !r.equals("none")).toList(),
                Objects.requireNonNullElse(distinct, base.distinct()),
                Objects.requireNonNullElse(where, base.where()),
                Objects.requireNonNullElse(since, base.from()),
                Objects.requireNonNullElse(until, base.to()),
                Objects.requireNonNullElse(minimumOfUser, base.minimumOfUser()),
                Objects.requireNonNullElse(minimumOfItem, base.minimumOfItem()),
                Objects.requireNonNullElse(core, base.core()),
                Objects.requireNonNullElse(derive, base.derive()),
                events.positive(base));
    }
}
