package dev.nara.data.read.table;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes names of columns unique, and finds columns by name. */
public final class ColumnNames {
    private static final String NUMBER = "[1-9]\\d{0,3}";

    private ColumnNames() {}

    /** Numbers from 1 for a table without names. */
    public static List<String> numbers(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).toList();
    }

    /** The names without surrounding blanks; empty ones become numbers, and repeated ones get "(2)" and so on. */
    public static List<String> unique(List<String> written) {
        List<String> names = new ArrayList<>();
        for (String cell : written) {
            String bare = bare(cell);
            String name = bare.isEmpty() ? Integer.toString(names.size() + 1) : bare;
            for (int n = 2; names.contains(name); n++) {
                name = bare + " (" + n + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** A cell without surrounding blanks of all kinds and invisible characters. */
    private static String bare(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** The index of a column by name, otherwise by name ignoring case, otherwise by number from 1; -1 for none. */
    public static int place(List<String> names, String wanted) {
        int place = names.indexOf(wanted);
        for (int n = 0; place < 0 && n < names.size(); n++) {
            place = names.get(n).equalsIgnoreCase(wanted) ? n : -1;
        }
        boolean number = place < 0 && wanted.matches(NUMBER);
        return number && Integer.parseInt(wanted) <= names.size() ? Integer.parseInt(wanted) - 1 : place;
    }

    /** Whether a wanted column is the one with that name. */
    public static boolean isPlace(List<String> names, String wanted, String name) {
        int place = place(names, wanted);
        return place >= 0 && names.get(place).equals(name);
    }

    /**
     * The places of the wanted columns.
     *
     * @throws DataException if one does not exist, with the names of the existing ones
     */
    public static int[] places(Path path, List<String> names, List<String> wanted) throws DataException {
        int[] places = new int[wanted.size()];
        for (int c = 0; c < places.length; c++) {
            places[c] = place(names, wanted.get(c));
            if (places[c] < 0) {
                throw new DataException(
                        path,
                        1,
                        Text.of("data.column.missing", wanted.get(c)),
                        Text.of("data.column.missing.remedy", String.join(", ", names)));
            }
        }
        return places;
    }
}
