package dev.nara.data.read.delimited;

import dev.nara.data.ColumnRoles;
import dev.nara.data.DataException;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A first guess at what an unknown delimited file holds, from its first rows, for people to correct. */
public final class ColumnGuess {
    /** The delimiters that are tried, and that people may choose from. */
    public static final List<String> DELIMITERS = List.of(",", "\t", ";", "|", "::", " ");

    private static final int ROWS = 50;

    private ColumnGuess() {}

    /** The guess; roles that cannot be guessed are empty. */
    public static ColumnRoles of(DataFile file) throws DataException {
        return of(file, delimiter(file));
    }

    /** The guess for a delimiter that is known. */
    public static ColumnRoles of(DataFile file, String delimiter) throws DataException {
        checkDelimiter(delimiter);
        List<List<String>> rows = head(file, delimiter, ROWS);
        if (rows.isEmpty()) {
            return new ColumnRoles(delimiter, false, "", "", "", List.of(), List.of(), List.of());
        }
        boolean header = hasHeader(rows);
        return roles(delimiter, header, names(rows, header), rows.subList(header ? 1 : 0, rows.size()));
    }

    /** Refuses what cannot stand between cells. */
    static void checkDelimiter(String delimiter) throws DataException {
        if (delimiter.isEmpty() || delimiter.matches("(?s).*[\"\\n\\r\0].*")) {
            throw new DataException(Text.of("data.delimiter", delimiter.strip()), Text.of("data.delimiter.remedy"));
        }
    }

    /** The names of the columns: those of the header, or numbers from 1. */
    public static List<String> names(List<List<String>> rows, boolean header) {
        List<String> first = rows.isEmpty() ? List.of() : rows.get(0);
        return header
                ? first.stream().map(String::strip).toList()
                : IntStream.rangeClosed(1, first.size())
                        .mapToObj(Integer::toString)
                        .toList();
    }

    /** The first rows split into cells. */
    public static List<List<String>> head(DataFile file, String delimiter, int rows) throws DataException {
        DelimitedFile table = DelimitedFile.withoutHeader(file, delimiter);
        return (delimiter.length() > 1 ? table.withoutQuotes() : table).firstRows(rows);
    }

    private static String delimiter(DataFile file) throws DataException {
        String best = ",";
        int most = 1;
        for (String delimiter : DELIMITERS) {
            List<List<String>> rows;
            try {
                rows = head(file, delimiter, ROWS);
            } catch (DataException e) {
                continue;
            }
            int width = rows.isEmpty() ? 0 : rows.get(0).size();
            if (width > most && rows.stream().allMatch(r -> r.size() == width)) {
                most = width;
                best = delimiter;
            }
        }
        if (most == 1) {
            // Nothing splits; let the reading itself say what is wrong.
            head(file, best, 1);
        }
        return best;
    }

    /** A first row whose cells are all words, above rows of which some are numbers. */
    private static boolean hasHeader(List<List<String>> rows) {
        boolean words = rows.get(0).stream().noneMatch(ColumnGuess::isNumber)
                && rows.get(0).stream().anyMatch(c -> !c.isBlank());
        boolean numbersBelow =
                rows.stream().skip(1).anyMatch(r -> r.stream().anyMatch(ColumnGuess::isNumber)) || rows.size() == 1;
        return words
                && (numbersBelow || rows.get(0).stream().anyMatch(c -> kind(c) != Kind.OTHER || TimeGuess.mentions(c)));
    }

    private enum Kind {
        USER,
        ITEM,
        NUMBER,
        OTHER
    }

    private static Kind kind(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.chars().anyMatch(Character::isDigit)) {
            return Kind.OTHER;
        }
        if (lower.matches("(user|profile|member|customer|visitor|uid|사용자|회원|프로필|고객).*")) {
            return Kind.USER;
        }
        if (lower.matches("(item|album|movie|product|video|content|book|song|track|iid|sku|상품|아이템|앨범|영화|콘텐츠).*")) {
            return Kind.ITEM;
        }
        return lower.matches(".*(rating|score|count|views|plays|stars|weight|평점|별점|점수|횟수).*")
                ? Kind.NUMBER
                : Kind.OTHER;
    }

    private static ColumnRoles roles(String delimiter, boolean header, List<String> names, List<List<String>> rows) {
        String user = "";
        String item = "";
        List<String> numbers = new ArrayList<>();
        int timed = header ? TimeGuess.named(names, rows) : TimeGuess.unnamed(rows);
        String time = timed < 0 ? "" : names.get(timed);
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c);
            Kind kind = header ? kind(name) : Kind.OTHER;
            if (kind == Kind.USER && user.isEmpty()) {
                user = name;
            } else if (kind == Kind.ITEM && item.isEmpty()) {
                item = name;
            } else if (c != timed && (kind == Kind.NUMBER || (!header && c == 2))) {
                numbers.add(name);
            }
        }
        if (!header && names.size() >= 2 && !(timed == 1 && names.size() == 2)) {
            user = names.get(0);
            item = names.get(timed == 1 ? TimeGuess.ids(rows, 2) : 1);
        }
        return new ColumnRoles(
                delimiter,
                header,
                user,
                item,
                time,
                areNumbers(rows, names, numbers) ? numbers : List.of(),
                List.of(),
                List.of());
    }

    private static boolean areNumbers(List<List<String>> rows, List<String> names, List<String> wanted) {
        return wanted.stream().mapToInt(names::indexOf).allMatch(c -> rows.stream()
                .allMatch(r -> r.size() <= c || r.get(c).isBlank() || isNumber(r.get(c))));
    }

    private static boolean isNumber(String text) {
        return text.strip().matches("-?\\d+(\\.\\d+)?");
    }
}
