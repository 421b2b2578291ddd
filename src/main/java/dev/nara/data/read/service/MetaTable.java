package dev.nara.data.read.service;

import dev.nara.data.AttributesBuilder;
import dev.nara.data.DataException;
import dev.nara.data.Finding;
import dev.nara.data.Findings;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.Progress;
import dev.nara.data.Role;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.table.DataRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** meta_data.csv: one row of attributes per album; if an album has several rows, the first is used. */
final class MetaTable {
    private static final String[] COLUMNS = {
        "album_id",
        "title",
        "sub_title",
        "genre_large",
        "genre_mid",
        "genre_small",
        "country",
        "run_time",
        "onair_date",
        "cast_1",
        "cast_2",
        "cast_3",
        "cast_4",
        "cast_5",
        "cast_6",
        "cast_7"
    };
    private static final List<String> TEXTS =
            List.of("title", "sub_title", "genre_large", "genre_mid", "genre_small", "country");
    private static final int SUB_TITLE = 2;
    private static final int TITLE = 0;
    private static final int GENRE_MID = 3;
    private static final int RUN_TIME = 7;
    private static final int ON_AIR = 8;
    private static final int FIRST_CAST = 9;

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private record Row(int item, List<String> texts, double runTime, String onAir, String cast) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Integer> copies = new ArrayList<>();
    private final IdIndex items;

    private MetaTable(IdIndex items) {
        this.items = items;
    }

    static MetaTable read(DataFile file, IdIndex items, Findings findings) throws DataException {
        MetaTable table = new MetaTable(items);
        DelimitedFile.csv(file, COLUMNS).forEach(Progress.NONE, row -> table.take(row, findings));
        return table;
    }

    private void take(DataRow row, Findings findings) throws DataException {
        String id = Long.toString(row.wholeNumber(0));
        spellings(row, id, findings);
        int known = items.indexOf(id);
        if (known >= 0) {
            copies.set(known, copies.get(known) + 1);
            difference(row, rows.get(known))
                    .ifPresent(column -> findings.add(
                            "meta-conflict",
                            () -> id + ": " + column + " "
                                    + row.text(List.of(COLUMNS).indexOf(column))));
            if (copies.get(known) == 2) {
                String subTitle = row.text(2);
                findings.add("meta-repeated", () -> id + ": " + subTitle);
            }
            return;
        }
        List<String> texts = new ArrayList<>();
        for (int c = 1; c <= TEXTS.size(); c++) {
            texts.add(row.text(c).strip());
        }
        List<String> cast = new ArrayList<>();
        for (int c = FIRST_CAST; c < COLUMNS.length; c++) {
            String name = row.text(c).strip();
            if (!name.isEmpty()) {
                cast.add(name);
            }
        }
        copies.add(1);
        rows.add(new Row(
                items.add(id),
                texts,
                row.number(RUN_TIME),
                withoutFraction(row.text(ON_AIR)),
                String.join(", ", cast)));
    }

    /** The first column, apart from sub_title, in which a further row of an album differs from its first row. */
    private static Optional<String> difference(DataRow row, Row first) throws DataException {
        for (int c = 1; c <= TEXTS.size(); c++) {
            if (c != SUB_TITLE && !row.text(c).strip().equals(first.texts().get(c - 1))) {
                return Optional.of(COLUMNS[c]);
            }
        }
        return Double.compare(row.number(RUN_TIME), first.runTime()) == 0
                ? Optional.empty()
                : Optional.of(COLUMNS[RUN_TIME]);
    }

    private static void spellings(DataRow row, String id, Findings findings) {
        String onAir = row.text(ON_AIR).strip();
        if (onAir.isEmpty()) {
            findings.add("on-air-empty", () -> id);
        } else if (onAir.endsWith(".0")) {
            findings.add("on-air-spelling", () -> id + ": " + onAir);
        }
        String lastCast = row.text(COLUMNS.length - 1).strip();
        if (NUMBER.matcher(lastCast).matches()) {
            findings.add("numbers-as-cast", () -> id + ": " + lastCast);
        }
    }

    /** Adds a few joined rows as examples, and how many rows a join with all rows of meta_data.csv would have produced. */
    void join(Interactions starts, Findings findings) {
        long naive = 0;
        int[] counts = starts.itemCounts();
        long matched = 0;
        for (int i = 0; i < rows.size(); i++) {
            naive += (long) counts[i] * copies.get(i);
            matched += counts[i];
        }
        if (naive > matched) {
            findings.put("join-multiplies", naive, "× " + Math.round(100.0 * naive / matched) / 100.0);
        }
        Set<String> shown = new HashSet<>();
        for (int i = 0; i < rows.size() && shown.size() < Finding.EXAMPLES; i++) {
            String genre = rows.get(i).texts().get(GENRE_MID);
            if (counts[i] > 0 && shown.add(genre)) {
                String id = items.id(i);
                findings.add("join-sample", () -> id + " → " + genre);
            }
        }
    }

    /** Dates are written as 20160411 or 20160411.0. */
    private static String withoutFraction(String number) {
        String text = number.strip();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    void addTo(AttributesBuilder builder) {
        for (int t = 0; t < TEXTS.size(); t++) {
            StringColumn column = t == TITLE
                    ? builder.text(TEXTS.get(t), Role.TITLE)
                    : t == GENRE_MID ? builder.text(TEXTS.get(t), Role.GENRE) : builder.text(TEXTS.get(t));
            int text = t;
            rows.forEach(row -> column.set(row.item(), row.texts().get(text)));
        }
        StringColumn series = builder.text("series", Role.SERIES);
        rows.forEach(row -> series.set(row.item(), SeriesName.of(row.texts().get(0))));
        DoubleColumn runTime = builder.number("run_time");
        rows.forEach(row -> runTime.set(row.item(), row.runTime()));
        StringColumn onAir = builder.text("onair_date");
        rows.forEach(row -> onAir.set(row.item(), row.onAir()));
        StringColumn cast = builder.text("cast");
        rows.forEach(row -> cast.set(row.item(), row.cast()));
    }
}
