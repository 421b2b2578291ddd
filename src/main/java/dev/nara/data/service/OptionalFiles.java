package dev.nara.data.service;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.data.file.DataFile;
import dev.nara.data.file.DataFiles;
import dev.nara.data.file.DelimitedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;

/** The four files that may be missing; each adds what it can to the albums' attributes. */
final class OptionalFiles {
    private static final int KEYWORDS_SHOWN = 3;

    private OptionalFiles() {}

    static void read(DataFiles files, IdIndex items, Attributes.Builder builder) throws DataException {
        Optional<DataFile> ends = files.find("watch_e_data.csv");
        if (ends.isPresent()) {
            watchShare(ends.get(), items, builder.aggregate("watch_share"));
        }
        Optional<DataFile> purchases = files.find("buy_data.csv");
        if (purchases.isPresent()) {
            countAlbums(purchases.get(), items, builder.aggregate("purchases"));
        }
        Optional<DataFile> searches = files.find("search_data.csv");
        if (searches.isPresent()) {
            countAlbums(searches.get(), items, builder.aggregate("searched"));
        }
        Optional<DataFile> keywords = files.find("meta_data_plus.csv");
        if (keywords.isPresent()) {
            keywords(keywords.get(), items, builder.text("keywords"));
        }
    }

    /** The mean share of an album that was watched, 0 … 1, from the viewing ends. */
    private static void watchShare(DataFile file, IdIndex items, DoubleColumn column) throws DataException {
        double[] sums = new double[items.size()];
        int[] counts = new int[items.size()];
        DelimitedFile.csv(file, "album_id", "watch_time", "total_time")
                .orNoRows()
                .forEach(Progress.NONE, row -> {
                    int item = items.indexOf(Long.toString(row.wholeNumber(0)));
                    double watched = row.number(1);
                    double total = row.number(2);
                    if (item >= 0 && total > 0 && watched >= 0) {
                        sums[item] += Math.min(1, watched / total);
                        counts[item]++;
                    }
                });
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                column.set(i, Math.round(1000 * sums[i] / counts[i]) / 1000.0);
            }
        }
    }

    private static void countAlbums(DataFile file, IdIndex items, DoubleColumn column) throws DataException {
        int[] counts = new int[items.size()];
        DelimitedFile.csv(file, "album_id").orNoRows().forEach(Progress.NONE, row -> {
            int item = items.indexOf(Long.toString(row.wholeNumber(0)));
            if (item >= 0) {
                counts[item]++;
            }
        });
        for (int i = 0; i < counts.length; i++) {
            column.set(i, counts[i]);
        }
    }

    /** The heaviest keywords of an album, heaviest first. */
    private static void keywords(DataFile file, IdIndex items, StringColumn column) throws DataException {
        record Keyword(String name, long value) {}
        List<List<Keyword>> best = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            best.add(new ArrayList<>(KEYWORDS_SHOWN + 1));
        }
        DelimitedFile.csv(file, "album_id", "keyword_name", "keyword_value")
                .orNoRows()
                .forEach(Progress.NONE, row -> {
                    int item = items.indexOf(Long.toString(row.wholeNumber(0)));
                    String name = row.text(1).strip();
                    if (item < 0 || name.isEmpty()) {
                        return;
                    }
                    List<Keyword> kept = best.get(item);
                    long value = row.wholeNumber(2);
                    int place = kept.size();
                    while (place > 0 && kept.get(place - 1).value() < value) {
                        place--;
                    }
                    kept.add(place, new Keyword(name, value));
                    if (kept.size() > KEYWORDS_SHOWN) {
                        kept.remove(KEYWORDS_SHOWN);
                    }
                });
        for (int i = 0; i < best.size(); i++) {
            column.set(
                    i, String.join(", ", best.get(i).stream().map(Keyword::name).toList()));
        }
    }
}
