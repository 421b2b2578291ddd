package dev.nara.cli;

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

    /** The columns of words, an empty one for none; null where nothing is said. */
    @Nullable
    List<String> words() {
        return words;
    }

    @Nullable
    String positive(Preparation base) {
        return positive == null ? base.positive() : positive;
    }
}
