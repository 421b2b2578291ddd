package dev.nara.data.service;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.data.file.DataFile;
import dev.nara.data.file.DelimitedFile;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.StringColumn;

/** meta_data_plus.csv, which may be missing: the heaviest keywords of each album, heaviest first. */
final class Keywords {
    private static final int SHOWN = 5;

    private Keywords() {}

    static void read(DataFile file, IdIndex items, Attributes.Builder builder) throws DataException {
        StringColumn column = builder.text("keywords");
        record Keyword(String name, long value) {}
        List<List<Keyword>> best = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            best.add(new ArrayList<>(SHOWN + 1));
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
                    if (kept.size() > SHOWN) {
                        kept.remove(SHOWN);
                    }
                });
        for (int i = 0; i < best.size(); i++) {
            column.set(
                    i, String.join(", ", best.get(i).stream().map(Keyword::name).toList()));
        }
    }
}
