package dev.nara.cli.lists;

import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.TextLines;
import dev.nara.explain.AllowedItems;
import dev.nara.spec.PreparedRun;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for the items that lists may contain. */
final class AllowedItemsOptions {
    @Option(names = "--seen", paramLabel = "keep|leave-out|only", descriptionKey = "cli.recommend.seen")
    private @Nullable String seen;

    @Option(names = "--include", paramLabel = "FILE", descriptionKey = "cli.recommend.include")
    private @Nullable Path include;

    @Option(names = "--exclude", paramLabel = "FILE", descriptionKey = "cli.recommend.exclude")
    private @Nullable Path exclude;

    /** Whether any of these options is given. */
    boolean given() {
        return seen != null || include != null || exclude != null;
    }

    /** The allowed items; prints how many ids are unknown. */
    AllowedItems of(PreparedRun preparedRun, Output output) throws DataException {
        AllowedItems allowed =
                seen == null ? AllowedItems.usual(preparedRun) : AllowedItems.of(preparedRun, seen(seen));
        IdIndex items = preparedRun.dataset().items();
        if (include != null) {
            int[] wanted = items(include, items, output);
            if (wanted.length == 0) {
                throw new DataException(include, Text.of("cli.items.none"), Text.of("item.unknown.remedy"));
            }
            allowed = allowed.only(wanted);
        }
        return exclude == null ? allowed : allowed.without(items(exclude, items, output));
    }

    private static AllowedItems.Seen seen(String word) throws DataException {
        for (AllowedItems.Seen choice : AllowedItems.Seen.values()) {
            if (choice.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return choice;
            }
        }
        throw new DataException(Text.of("cli.seen.unknown", word), Text.of("cli.seen.unknown.remedy"));
    }

    /** The items in a file, one id per line; empty lines are skipped. */
    private static int[] items(Path file, IdIndex items, Output output) throws DataException {
        List<Integer> known = new ArrayList<>();
        List<Text> unknown = new ArrayList<>();
        TextLines.forEach(DataFile.of(file), Progress.NONE, (line, number) -> {
            String id = line.strip();
            int item = items.indexOf(line) >= 0 ? items.indexOf(line) : items.indexOf(id);
            if (item >= 0) {
                known.add(item);
            } else if (!id.isEmpty()) {
                unknown.add(Text.of("cli.items.line", TextLines.shortened(id), number));
            }
        });
        if (!unknown.isEmpty()) {
            output.say(
                    Text.of("cli.items.unknown", file, unknown.size(), known.size() + unknown.size(), unknown.get(0)));
        }
        return known.stream().mapToInt(item -> item).toArray();
    }
}
