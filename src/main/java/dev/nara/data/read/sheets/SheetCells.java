package dev.nara.data.read.sheets;

import dev.nara.data.DataException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cells of a sheet as texts, row by row: numbers without unnecessary digits, dates in ISO 8601. */
final class SheetCells implements AutoCloseable {
    private static final int MOST_COLUMNS = 4096;
    private static final double DAY_MILLIS = 86_400_000;
    private static final double MOST_DAYS = 3_000_000;
    private static final double LARGEST_WHOLE = 1e15;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Workbook workbook;
    private final PartReader xml;
    private long row;
    private boolean texts;
    private int width;

    SheetCells(Workbook workbook, Workbook.Sheet sheet) throws DataException {
        this.workbook = workbook;
        this.xml = new PartReader(sheet.part());
    }

    /** The cells of the next row, "" for empty ones; an empty list for an empty row, null after the last. */
    @Nullable
    List<String> next() throws DataException {
        while (xml.next()) {
            if (xml.begins("row")) {
                int given = Workbook.number(xml.attribute("r"));
                row = given > 0 ? given : row + 1;
                return cells();
            }
        }
        return null;
    }

    /** The number of the last returned row, from 1. */
    long row() {
        return row;
    }

    /** Whether all cells of the last returned row are texts. */
    boolean texts() {
        return texts;
    }

    /** The number of columns of the last returned row, including those that are not read. */
    int width() {
        return width;
    }

    private List<String> cells() throws DataException {
        List<String> cells = new ArrayList<>();
        texts = true;
        width = 0;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                int column = column(xml.attribute("r"), width);
                String cell = cell();
                if (cell.isEmpty()) {
                    continue;
                }
                width = column + 1;
                while (cells.size() < column && column < MOST_COLUMNS) {
                    cells.add("");
                }
                if (column < MOST_COLUMNS) {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    /** The column of a cell with a name such as "AB12", from 0. */
    private static int column(String name, int otherwise) {
        int column = 0;
        int letters = 0;
        while (letters < name.length() && letters < 3 && name.charAt(letters) >= 'A' && name.charAt(letters) <= 'Z') {
            column = column * 26 + name.charAt(letters++) - 'A' + 1;
        }
        return letters == 0 ? otherwise : Math.max(otherwise, column - 1);
    }

    private String cell() throws DataException {
        String type = xml.attribute("t");
        int style = Workbook.number(xml.attribute("s"));
        StringBuilder inline = new StringBuilder();
        String value = "";
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("v")) {
                value = xml.text(Workbook.MOST_CHARACTERS);
            } else if (xml.begins("t")) {
                inline.append(xml.text(Workbook.MOST_CHARACTERS));
            }
        }
        return switch (type) {
            case "s" -> workbook.text(Workbook.number(value)).strip();
            case "inlineStr" -> inline.toString().strip();
            case "str", "d" -> value.strip();
            case "e" -> "";
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            default -> number(value.strip(), style);
        };
    }

    private String number(String value, int style) {
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return value;
        }
        texts = false;
        if (workbook.isDate(style) && number >= 0 && number < MOST_DAYS) {
            LocalDateTime first =
                    workbook.since1904() ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
            LocalDateTime time = first.plus(Duration.ofMillis(Math.round(number * DAY_MILLIS) + 500));
            return number == Math.rint(number) ? time.toLocalDate().toString() : TIME.format(time);
        }
        return number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    @Override
    public void close() {
        xml.close();
    }
}
