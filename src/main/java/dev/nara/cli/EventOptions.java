package dev.nara.cli;

import dev.nara.data.ColumnRoles;
import dev.nara.data.Preparation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What kinds of event the rows are, and which of them are positives. */
final class EventOptions {
    @Option(names = "--words", paramLabel = "COLUMN", descriptionKey = "cli.words")
    private @Nullable List<String> words;

    @Option(names = "--positive", paramLabel = "EVENT:WEIGHT,…", descriptionKey = "cli.positive")
    private @Nullable String positive;

    boolean given() {
        return words != null;
    }

    /** The roles with the columns of words that are said, an empty one for none. */
    ColumnRoles over(ColumnRoles roles) {
        return words == null
                ? roles
                : roles.withWords(
                        words.stream().filter(column -> !column.isEmpty()).toList());
    }

    @Nullable
    String positive(Preparation base) {
        return positive == null ? base.positive() : positive;
    }
}
