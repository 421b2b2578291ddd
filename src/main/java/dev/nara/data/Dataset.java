package dev.nara.data;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was read from one source.
 *
 * @param source where it was read
 * @param users ids of users, index u everywhere else
 * @param items ids of the catalogue, with or without rows, index i everywhere else
 * @param interactions the log rows
 * @param userAttributes row u belongs to user u
 * @param itemAttributes row i belongs to item i
 * @param task what the files ask to predict, if anything
 */
public record Dataset(
        Source source,
        IdIndex users,
        IdIndex items,
        Interactions interactions,
        Attributes userAttributes,
        Attributes itemAttributes,
        Task task) {
    /** How many digits of a {@link #fingerprint} are those of {@link #rowsFingerprint}. */
    public static final int ROWS_DIGITS = 16;

    /**
     * Where a dataset came from.
     *
     * @param path the file, folder or archive
     * @param name for people
     * @param format the id of the reader
     * @param encoding of the files, such as "UTF-8"; several where they differ
     * @param calendar the meaning of times
     * @param findings what the reader noticed
     * @param skipped rows that were left out because they could not be read
     */
    public record Source(
            Path path,
            String name,
            String format,
            String encoding,
            LogCalendar calendar,
            List<Finding> findings,
            List<SkippedRow> skipped) {
        /** A source without skipped rows. */
        public Source(
                Path path, String name, String format, String encoding, LogCalendar calendar, List<Finding> findings) {
            this(path, name, format, encoding, calendar, findings, List.of());
        }

        /** The same with more findings. */
        Source and(List<Finding> more) {
            List<Finding> all = new ArrayList<>(findings);
            all.addAll(more);
            return new Source(path, name, format, encoding, calendar, List.copyOf(all), skipped);
        }
    }

    /**
     * What the files ask to predict.
     *
     * @param given the test part in the files, if any
     * @param recipients the user indices a submission must list, in its order; empty when the files name none
     */
    public record Task(@Nullable GivenTest given, List<Integer> recipients) {
        /** The files ask for nothing. */
        public static final Task NONE = new Task(null, List.of());

        /** A test part alone. */
        public static Task of(@Nullable GivenTest given) {
            return given == null ? NONE : new Task(given, List.of());
        }
    }

    /** The file, folder or archive. */
    public Path path() {
        return source.path();
    }

    /** The name for people. */
    public String name() {
        return source.name();
    }

    /** The id of the reader. */
    public String format() {
        return source.format();
    }

    /** Whether times are real dates and not only an order. */
    public boolean clock() {
        return calendar().dates();
    }

    /** The meaning of times, and the days and hours to which they belong. */
    public LogCalendar calendar() {
        return source.calendar();
    }

    /** Whether times tell which of a user's rows came first. */
    public boolean timed() {
        return calendar().orders();
    }

    /** What the reader noticed. */
    public List<Finding> findings() {
        return source.findings();
    }

    /** The test part in the files, if any. */
    public @Nullable GivenTest given() {
        return task.given();
    }

    /** The user indices a submission must list, in its order; empty when the files name none. */
    public List<Integer> recipients() {
        return task.recipients();
    }

    /** A copy with other rows of the same users and items. */
    public Dataset with(Interactions rows) {
        return with(rows, given());
    }

    /** A copy with other rows and other held-out rows of the same users and items; null for none held out. */
    public Dataset with(Interactions rows, @Nullable GivenTest heldOut) {
        return new Dataset(source, users, items, rows, userAttributes, itemAttributes, new Task(heldOut, recipients()));
    }

    /** A copy with other attributes of the same users and items. */
    public Dataset with(Attributes ofUsers, Attributes ofItems) {
        return new Dataset(source, users, items, interactions, ofUsers, ofItems, task);
    }

    /** The same with more findings. */
    public Dataset with(List<Finding> more) {
        return new Dataset(source.and(more), users, items, interactions, userAttributes, itemAttributes, task);
    }

    /** A copy in which times have another meaning. */
    Dataset with(LogCalendar other) {
        Source changed = new Source(
                source.path(),
                source.name(),
                source.format(),
                source.encoding(),
                other,
                source.findings(),
                source.skipped());
        return new Dataset(changed, users, items, interactions, userAttributes, itemAttributes, task);
    }

    /** A copy without the items for which {@code kept} is false; their rows must have been removed already. */
    public Dataset withItems(boolean[] kept) {
        GivenTest given = given();
        int[] moved = new int[kept.length];
        int[] rows = new int[kept.length];
        IdIndex fewer = new IdIndex();
        for (int i = 0; i < kept.length; i++) {
            moved[i] = -1;
            if (kept[i]) {
                rows[fewer.size()] = i;
                moved[i] = fewer.add(items.id(i));
            }
        }
        return new Dataset(
                source,
                users,
                fewer,
                interactions.renumbered(moved, fewer.size()),
                userAttributes,
                itemAttributes.rows(Arrays.copyOf(rows, fewer.size())),
                new Task(given == null ? null : given.renumbered(moved, fewer.size()), recipients()));
    }

    /**
     * Thirty-two hexadecimal digits that change with anything that a training can see: {@link #rowsFingerprint}, then sixteen digits for
     * the attributes, the additional columns of rows and the calendar.
     */
    public String fingerprint() {
        long rest = (userAttributes.hash() * 1_000_003 + itemAttributes.hash()) * 1_000_003
                + interactions.hash().columns()
                + calendar().hash();
        return rowsFingerprint() + String.format(Locale.ROOT, "%016x", rest);
    }

    /** Sixteen hexadecimal digits that change with the ids, their order and the rows. */
    public String rowsFingerprint() {
        long hash = items.hash(users.hash(17));
        return String.format(
                Locale.ROOT, "%016x", interactions.hash().rows(hash, calendar().logTimes()));
    }

    /** Whether the dataset has that fingerprint; fingerprints of earlier versions do not cover attributes. */
    public boolean has(String fingerprint) {
        return fingerprint.equals(fingerprint.length() == ROWS_DIGITS ? rowsFingerprint() : fingerprint());
    }

    /** The number of rows per day, without days that have none; empty if times are not dates. */
    public NavigableMap<LocalDate, Integer> rowsByDay() {
        return clock() ? DayCounts.rows(interactions, calendar()) : new TreeMap<>();
    }

    /** The title of an item, or its id if it has none. */
    public String title(int item) {
        String title = itemAttributes.text(Role.TITLE, item);
        return title.isEmpty() ? items.id(item) : title;
    }

    /** The first few items with that id, or whose title or series contains those words, ignoring case. */
    public int[] find(String words, int most) {
        String part = words.toLowerCase(Locale.ROOT);
        int byId = items.indexOf(words);
        IntStream titled = IntStream.range(0, items.size())
                .filter(item -> item != byId
                        && (title(item) + " " + itemAttributes.text(Role.SERIES, item))
                                .toLowerCase(Locale.ROOT)
                                .contains(part));
        return IntStream.concat(byId < 0 ? IntStream.empty() : IntStream.of(byId), titled)
                .limit(most)
                .toArray();
    }

    /** The genres of an item, the main one first; empty if unknown. */
    public List<String> genres(int item) {
        return itemAttributes
                .column(Role.GENRE)
                .map(column -> itemAttributes.members(column, item))
                .orElse(List.of());
    }

    /** The main genre of an item, "" if unknown. */
    public String genre(int item) {
        List<String> genres = genres(item);
        return genres.isEmpty() ? "" : genres.get(0);
    }
}
