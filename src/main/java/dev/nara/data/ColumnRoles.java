package dev.nara.data;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The roles of the columns of a delimited file. A column is identified by its name in the header; in a file without one, by its number,
 * counted from 1.
 *
 * @param delimiter the separator of cells, one character or more
 * @param header whether the first row names the columns
 * @param user the column of user ids
 * @param item the column of item ids
 * @param time the column of times, "" for none; if a time is spread over several columns, the date and the time of day, or year, month, day
 *     and so on, joined with {@link #AND}
 * @param numbers columns with a number of each row, such as a count or a rating, for conditions
 * @param userAttributes columns that describe the user of a row; the first value of each user counts
 * @param itemAttributes columns that describe the item of a row; the first value of each item counts
 * @param words columns with a word of each row, such as the kind of an event, for conditions; null for none
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
    /** Joins the names of columns that form a time together. */
    public static final String AND = " + ";

    /** Values that a file leaves out are empty. */
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

    /** The columns of times: none, one, or several in the order of {@link #time}. */
    public List<String> timeColumns() {
        return time.isEmpty() ? List.of() : List.of(time.split(Pattern.quote(AND), -1));
    }

    /** The columns of words. */
    public List<String> wordColumns() {
        return words == null ? List.of() : words;
    }

    /** A copy with other columns of numbers. */
    public ColumnRoles withNumbers(List<String> columns) {
        return new ColumnRoles(delimiter, header, user, item, time, columns, userAttributes, itemAttributes, words);
    }

    /** A copy with other columns of words. */
    public ColumnRoles withWords(List<String> columns) {
        return new ColumnRoles(delimiter, header, user, item, time, numbers, userAttributes, itemAttributes, columns);
    }

    /** The role of a column. */
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

    /** Whether a list has a column, which may be written {@code NAME=ROLE}. */
    private static boolean holds(List<String> columns, String name) {
        return columns.stream().anyMatch(column -> column.equals(name) || column.startsWith(name + "="));
    }
}
