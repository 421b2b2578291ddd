package dev.nara.data.read.service;

import dev.nara.data.Attributes;
import dev.nara.data.AttributesBuilder;
import dev.nara.data.DataException;
import dev.nara.data.IdIndex;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DelimitedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;

/** The optional meta_data_plus.csv: the keywords of each album with the largest weights, in descending order, and their weights. */
final class Keywords {
    private static final int SHOWN = 5;

    private record Keyword(String name, long value) {}

    private Keywords() {}

    static void read(DataFile file, IdIndex items, AttributesBuilder builder) throws DataException {
        StringColumn names = builder.list("keywords");
        StringColumn weights = builder.text("keywords" + Attributes.WEIGHTS);
        List<List<Keyword>> best = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            best.add(new ArrayList<>(SHOWN + 1));
        }
        DelimitedFile.csv(file, "album_id", "keyword_name", "keyword_value")
                .orNoRows()
                .forEach(Progress.NONE, row -> {
                    int item = items.indexOf(Long.toString(row.wholeNumber(0)));
                    String name =
                            row.text(1).replace(',', ' ').replace('|', ' ').strip();
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
            names.set(i, joined(best.get(i), Keyword::name));
            weights.set(i, joined(best.get(i), keyword -> Long.toString(keyword.value())));
        }
    }

    private static String joined(List<Keyword> keywords, Function<Keyword, String> part) {
        return keywords.stream().map(part).collect(Collectors.joining(", "));
    }
}
