package dev.nara.data.service;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset.Finding;
import dev.nara.data.DelimitedFile;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** meta_data.csv: one row of attributes an album; of several meta rows of one album the first is kept. */
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
    private static final int RUN_TIME = 7;
    private static final int ON_AIR = 8;
    private static final int FIRST_CAST = 9;

    private record Row(int item, List<String> texts, double runTime, String onAir, String cast) {}

    private final List<Row> rows = new ArrayList<>();

    static MetaTable read(Path file, IdIndex items, List<Finding> findings) throws DataException {
        MetaTable table = new MetaTable();
        long[] repeated = new long[2];
        DelimitedFile.withHeader(file, ',', COLUMNS).forEach(Progress.NONE, row -> {
            String id = Long.toString(row.wholeNumber(0));
            if (items.indexOf(id) >= 0) {
                repeated[0]++;
                return;
            }
            List<String> texts = new ArrayList<>();
            for (int c = 1; c <= TEXTS.size(); c++) {
                texts.add(row.text(c).strip());
            }
            repeated[1] += texts.get(3).contains(" 율동") ? 1 : 0;
            String cast = Arrays.stream(COLUMNS, FIRST_CAST, COLUMNS.length)
                    .map(name -> row.text(Arrays.asList(COLUMNS).indexOf(name)).strip())
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining(", "));
            table.rows.add(
                    new Row(items.add(id), texts, row.number(RUN_TIME), withoutFraction(row.text(ON_AIR)), cast));
        });
        ServiceReader.count(findings, "finding.meta.repeated", repeated[0]);
        ServiceReader.count(findings, "finding.genre.spelling", repeated[1]);
        return table;
    }

    /** Dates stand as 20160411 and as 20160411.0. */
    private static String withoutFraction(String number) {
        String text = number.strip();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    void addTo(Attributes.Builder builder) {
        for (int t = 0; t < TEXTS.size(); t++) {
            StringColumn column = builder.text(TEXTS.get(t));
            int text = t;
            rows.forEach(row -> column.set(row.item(), row.texts().get(text)));
        }
        StringColumn series = builder.text("series");
        rows.forEach(row -> series.set(row.item(), SeriesName.of(row.texts().get(0))));
        DoubleColumn runTime = builder.number("run_time");
        rows.forEach(row -> runTime.set(row.item(), row.runTime()));
        StringColumn onAir = builder.text("onair_date");
        rows.forEach(row -> onAir.set(row.item(), row.onAir()));
        StringColumn cast = builder.text("cast");
        rows.forEach(row -> cast.set(row.item(), row.cast()));
    }
}
