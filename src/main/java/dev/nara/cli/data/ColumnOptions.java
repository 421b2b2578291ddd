package dev.nara.cli.data;

import dev.nara.data.ColumnRoles;
import dev.nara.data.read.table.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the format of a table and the roles of its columns. */
final class ColumnOptions {
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

    @Option(names = "--number", paramLabel = "COLUMN", descriptionKey = "cli.number")
    private @Nullable List<String> numbers;

    @Option(names = "--user-attribute", paramLabel = "COLUMN", descriptionKey = "cli.user-attribute")
    private @Nullable List<String> userAttributes;

    @Option(names = "--item-attribute", paramLabel = "COLUMN", descriptionKey = "cli.item-attribute")
    private @Nullable List<String> itemAttributes;

    /** Whether any of these options is given. */
    boolean asked() {
        return Stream.of(user, item, time, numbers, delimiter, header, userAttributes, itemAttributes)
                .anyMatch(Objects::nonNull);
    }

    /** Whether the user, item and time columns are all given, so that none has to be guessed. */
    boolean settled() {
        return user != null && item != null && time != null;
    }

    /** The format of the file, as far as given. */
    Written written() {
        return new Written(delimiter == null ? "" : delimiter(delimiter), header);
    }

    private static String delimiter(String typed) {
        return typed.replace("\\t", "\t");
    }

    /** The given roles, with the others taken from {@code start}. */
    ColumnRoles over(ColumnRoles start) {
        return new ColumnRoles(
                delimiter == null ? start.delimiter() : delimiter(delimiter),
                Objects.requireNonNullElse(header, start.header()),
                Objects.requireNonNullElse(user, start.user()),
                Objects.requireNonNullElse(item, start.item()),
                Objects.requireNonNullElse(time, start.time()),
                columns(numbers, start.numbers()),
                columns(userAttributes, start.userAttributes()),
                columns(itemAttributes, start.itemAttributes()),
                start.words());
    }

    /** The guessed roles, without columns that are given another role. */
    ColumnRoles leaving(ColumnRoles guessed) {
        List<String> said = new ArrayList<>();
        Stream.of(user, item, time).filter(Objects::nonNull).forEach(said::add);
        Stream.of(numbers, userAttributes, itemAttributes)
                .filter(Objects::nonNull)
                .forEach(said::addAll);
        return new ColumnRoles(
                guessed.delimiter(),
                guessed.header(),
                said.contains(guessed.user()) ? "" : guessed.user(),
                said.contains(guessed.item()) ? "" : guessed.item(),
                said.contains(guessed.time()) ? "" : guessed.time(),
                guessed.numbers().stream()
                        .filter(column -> !said.contains(column))
                        .toList(),
                guessed.userAttributes(),
                guessed.itemAttributes(),
                guessed.words());
    }

    /** The given columns, without empty names, so that one empty name means none; if not given, those of {@code start}. */
    private static List<String> columns(@Nullable List<String> named, List<String> start) {
        return named == null
                ? start
                : named.stream().filter(column -> !column.isEmpty()).toList();
    }
}
