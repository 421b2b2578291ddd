package dev.nara.data.read.parts;

import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.roles.ColumnWords;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids in the names of files that each have the rows of one user or one item, while no column has them: {@code u1.csv} and {@code
 * u2.csv} are of the users u1 and u2.
 *
 * @param name of the column
 */
record NameColumn(String name) {
    private static final Pattern NAME =
            Pattern.compile("(?<word>\\p{L}{0,60}+)(?<between>[_ .-]?)(?<number>\\d{1,30}+)(\\..{0,60})?");

    /** A day or a month, or a number with zeros before it, as parts of a table have. */
    private static final Pattern OF_PARTS = Pattern.compile("0\\d+|(19|20)\\d{2}(0[1-9]|1[0-2])(\\d{2})?");

    /** The column that the names of files stand for beside those in the files; empty if none is missing, or the names do not have it. */
    static Optional<NameColumn> of(List<DataFile> files, List<String> columns) {
        boolean user = has(columns, ColumnWords::user);
        boolean item = has(columns, ColumnWords::item);
        Matcher first = NAME.matcher(files.get(0).name());
        if (files.size() < 2 || (user && item) || !first.matches()) {
            return Optional.empty();
        }
        String word = first.group("word");
        boolean alike = files.stream()
                .map(file -> NAME.matcher(file.name()))
                .allMatch(name -> name.matches()
                        && name.group("word").equals(word)
                        && (!word.isEmpty()
                                || !OF_PARTS.matcher(name.group("number")).matches()));
        if (!alike) {
            return Optional.empty();
        }
        if (word.isEmpty()) {
            return user == item ? Optional.empty() : Optional.of(new NameColumn(user ? "item" : "user"));
        }
        boolean missing = (!user && ColumnWords.user(word) > ColumnWords.WEAK)
                || (!item && ColumnWords.item(word) > ColumnWords.WEAK);
        // Files called "users_1" are parts of a table of users.
        return missing && !word.endsWith("s") && !columns.contains(word)
                ? Optional.of(new NameColumn(word))
                : Optional.empty();
    }

    private static boolean has(List<String> columns, ToIntFunction<String> says) {
        return columns.stream().anyMatch(column -> says.applyAsInt(column) > ColumnWords.WEAK);
    }

    /** The id in a file's name: the number, with the letters directly before it. */
    String of(DataFile file) {
        Matcher matcher = NAME.matcher(file.name());
        boolean whole = matcher.matches() && matcher.group("between").isEmpty();
        return whole ? matcher.group("word") + matcher.group("number") : matcher.group("number");
    }
}
