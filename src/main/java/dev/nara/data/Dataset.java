package dev.nara.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was read from one source.
 *
 * @param name what people call it
 * @param format the id of the reader
 * @param source the file or folder
 * @param users ids of users, index u everywhere else
 * @param items ids of the catalogue, watched or not, index i everywhere else
 * @param interactions the log rows
 * @param clock whether times are real dates, or only an order
 * @param userAttributes row u belongs to user u
 * @param itemAttributes row i belongs to item i
 * @param given the test part that came with the files, if any
 * @param recipients the user indices a submission must list, in its order; empty when the files name none
 * @param findings what the reader met and repaired
 */
public record Dataset(
        String name,
        String format,
        Path source,
        IdIndex users,
        IdIndex items,
        Interactions interactions,
        boolean clock,
        Attributes userAttributes,
        Attributes itemAttributes,
        @Nullable GivenTest given,
        List<Integer> recipients,
        List<Finding> findings) {

    /** A thing the reader met and how often. The key names a text. */
    public record Finding(String key, long count) {}

    /** Sixteen hexadecimal digits that change when the ids, their order or the rows do. */
    public String fingerprint() {
        long hash = 17;
        for (IdIndex ids : List.of(users, items)) {
            for (int i = 0; i < ids.size(); i++) {
                hash = hash * 1_000_003 + ids.id(i).hashCode();
            }
        }
        for (int r = 0; r < interactions.size(); r++) {
            hash = (hash * 1_000_003 + interactions.item(r)) * 1_000_003 + interactions.time(r);
        }
        return String.format(Locale.ROOT, "%016x", hash);
    }

    /** The best name of an item: its title, else its id. */
    public String title(int item) {
        String title = itemAttributes.text("title", item);
        return title.isEmpty() ? items.id(item) : title;
    }
}
