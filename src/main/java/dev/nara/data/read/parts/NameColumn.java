package dev.nara.data.read.parts;

import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.roles.ColumnWords;
import dev.nara.data.read.roles.RoleGuess;
import dev.nara.data.read.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The ids in the names of files that each have the rows of one user or one item, while no column has them: {@code u1.csv} and {@code
 * u2.csv} are of the users u1 and u2.
 *
 * @param name of the column
 */
record NameColumn(String name) {
    private static final Pattern NAME =
            Pattern.compile("(?<word>\\p{L}{0,60}+)(?<between>[_ .-]?)(?<number>\\d{1,30}+)(\\..{0,60})?");

    private static final int ROWS = 1000;

    private static final Pattern ZEROS = Pattern.compile("0\\d+");

    /** A year, a month or a day. */
    private static final Pattern DATE = Pattern.compile("(19|20)\\d{2}((0[1-9]|1[0-2])(\\d{2})?)?");

    /**
     * The column that the names of files stand for beside those in the files; empty if none is missing, or the names do not have it.
     *
     * @param like the table of one of the files
     * @param columns of that table, and of folders
     */
    static Optional<NameColumn> of(List<DataFile> files, Table like, List<String> columns) throws DataException {
        boolean user = has(columns, ColumnWords::user);
        boolean item = has(columns, ColumnWords::item);
        Matcher first = NAME.matcher(files.get(0).name());
        if (files.size() < 2 || (user && item) || !first.matches()) {
            return Optional.empty();
        }
        String word = first.group("word");
        List<String> numbers = files.stream()
                .map(file -> NAME.matcher(file.name()))
                .filter(name -> name.matches() && name.group("word").equals(word))
                .map(name -> name.group("number"))
                .toList();
        if (numbers.size() < files.size() || areOfParts(numbers)) {
            return Optional.empty();
        }
        if (word.isEmpty()) {
            return user == item || counts(numbers) || hasBoth(like)
                    ? Optional.empty()
                    : Optional.of(new NameColumn(user ? "item" : "user"));
        }
        boolean missing = (!user && ColumnWords.user(word) > ColumnWords.WEAK)
                || (!item && ColumnWords.item(word) > ColumnWords.WEAK);
        // Files called "users_1" are parts of a table of users.
        return missing && !word.endsWith("s") && !columns.contains(word) && !describe(like, user || item)
                ? Optional.of(new NameColumn(word))
                : Optional.empty();
    }

    /** Whether numbers are those of a table's parts: with zeros before them, or nothing but dates. */
    private static boolean areOfParts(List<String> numbers) {
        return numbers.stream().anyMatch(number -> ZEROS.matcher(number).matches())
                || numbers.stream().allMatch(number -> DATE.matcher(number).matches());
    }

    /** Whether numbers begin at 0 or 1 and none is left out, as parts are numbered. */
    private static boolean counts(List<String> numbers) {
        Set<String> all = Set.copyOf(numbers);
        int least = all.contains("0") ? 0 : 1;
        return IntStream.range(least, least + all.size())
                .mapToObj(Integer::toString)
                .allMatch(all::contains);
    }

    /** Whether the files themselves have users and items, one of them in a column without a name for it. */
    private static boolean hasBoth(Table like) throws DataException {
        return RoleGuess.of(like).doubt().isEmpty();
    }

    /** Whether the files have rows of users or of items with an id each and nothing beside them, so that they are no logs. */
    private static boolean describe(Table like, boolean known) throws DataException {
        List<String> columns = like.columns();
        boolean pairs = known
                || columns.stream()
                        .anyMatch(name -> ColumnWords.user(name) + ColumnWords.item(name) > ColumnWords.NONE);
        for (int c = 0; c < columns.size() && !pairs; c++) {
            List<String> cells = like.cells(c, ROWS);
            if (ColumnWords.counter(columns.get(c)) && Set.copyOf(cells).size() == cells.size()) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(List<String> columns, ToIntFunction<String> says) {
        return columns.stream().anyMatch(column -> says.applyAsInt(column) > ColumnWords.WEAK);
    }

    /** The finding that the files' names say whose their rows are. */
    Finding finding(List<DataFile> files) {
        List<String> examples = files.stream()
                .limit(Finding.EXAMPLES)
                .map(file -> name + " " + of(file) + ": " + file.shown().getFileName())
                .toList();
        return new Finding("ids-of-file-names", files.size(), examples);
    }

    /** The id in a file's name: the number, with the letters directly before it. */
    String of(DataFile file) {
        Matcher matcher = NAME.matcher(file.name());
        boolean whole = matcher.matches() && matcher.group("between").isEmpty();
        return whole ? matcher.group("word") + matcher.group("number") : matcher.group("number");
    }
}
