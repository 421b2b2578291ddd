package dev.nara.data;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a delimited file mean. A column is named as in the header; in a file without one, by its number,
 * counted from 1.
 *
 * @param delimiter what stands between two cells, one character or more
 * @param header whether the first row names the columns
 * @param user the column of user ids
 * @param item the column of item ids
 * @param time the column of times, "" for none; where it stands in several, the date and the time of day or year, month, day and
 *     what follows, all with {@link #AND} between them
 * @param numbers columns of a count, a rating or another number of each row, for conditions
 * @param userAttributes columns that describe the user of a row; the first value met counts
 * @param itemAttributes columns that describe the item of a row; the first value met counts
 * @param words columns of a word of each row, such as the kind of an event, for conditions; null for none
 */
public record ColumnRoles(
        String delimiter,
        boolean header,
        String user,
        String item,
        String time,
        List<String> numbers,
        List<String> userAttributes,
        List<String> itemAttributes,
        @Nullable List<String> words) {
    /** Stands between the names of columns that are a time together. */
    public static final String AND = " + ";

    /** Copies the lists; what a file leaves out is empty. */
    public ColumnRoles {
        delimiter = delimiter == null ? "," : delimiter;
        user = user == null ? "" : user;
        item = item == null ? "" : item;
        time = time == null ? "" : time;
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
        userAttributes = userAttributes == null ? List.of() : List.copyOf(userAttributes);
        itemAttributes = itemAttributes == null ? List.of() : List.copyOf(itemAttributes);
        words = words == null || words.isEmpty() ? null : List.copyOf(words);
    }

    /** Without columns of words. */
    public ColumnRoles(
            String delimiter,
            boolean header,
            String user,
            String item,
            String time,
            List<String> numbers,
            List<String> userAttributes,
            List<String> itemAttributes) {
        this(delimiter, header, user, item, time, numbers, userAttributes, itemAttributes, null);
    }

    /** The columns of times: one, the dates and then the times of day, year, month, day and what follows, or none. */
    public List<String> timeColumns() {
        return time.isEmpty() ? List.of() : List.of(time.split(Pattern.quote(AND), -1));
    }

    /** The columns of words. */
    public List<String> wordColumns() {
        return words == null ? List.of() : words;
    }

    /** The same with other columns of numbers. */
    public ColumnRoles withNumbers(List<String> columns) {
        return new ColumnRoles(delimiter, header, user, item, time, columns, userAttributes, itemAttributes, words);
    }

    /** The same with other columns of words. */
    public ColumnRoles withWords(List<String> columns) {
        return new ColumnRoles(delimiter, header, user, item, time, numbers, userAttributes, itemAttributes, columns);
    }

    /** What a column of that name holds. */
    public ColumnRole role(String name) {
        if (name.isEmpty()) {
            return ColumnRole.IGNORE;
        } else if (name.equals(user)) {
            return ColumnRole.USER;
        } else if (name.equals(item)) {
            return ColumnRole.ITEM;
        } else if (name.equals(time) || timeColumns().contains(name)) {
            return ColumnRole.TIME;
        } else if (numbers.contains(name)) {
            return ColumnRole.NUMBER;
        } else if (wordColumns().contains(name)) {
            return ColumnRole.WORD;
        } else if (holds(userAttributes, name)) {
            return ColumnRole.USER_ATTRIBUTE;
        }
        return holds(itemAttributes, name) ? ColumnRole.ITEM_ATTRIBUTE : ColumnRole.IGNORE;
    }

    /** A column may be written {@code NAME=ROLE}. */
    private static boolean holds(List<String> columns, String name) {
        return columns.stream().anyMatch(column -> column.equals(name) || column.startsWith(name + "="));
    }
}
