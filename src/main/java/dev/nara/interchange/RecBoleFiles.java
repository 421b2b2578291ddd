package dev.nara.interchange;

import dev.nara.data.Attributes;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.LogTime;
import dev.nara.split.Split;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RecBole's atomic files, see {@link DatasetFormat#RECBOLE}. */
final class RecBoleFiles {
    static final String INTER = ".inter";
    static final String TRAIN_INTER = ".train.inter";
    static final String VALID_INTER = ".valid.inter";
    static final String TEST_INTER = ".test.inter";
    private static final String USER = "user_id:token";
    private static final String ITEM = "item_id:token";

    private final TabbedFiles files;
    private final Dataset dataset;
    private final @Nullable Split split;

    RecBoleFiles(TabbedFiles files, Dataset dataset, @Nullable Split split) {
        this.files = files;
        this.dataset = dataset;
        this.split = split;
    }

    void write() throws IOException {
        if (split == null) {
            files.write(INTER, out -> interactions(out, dataset.interactions()));
        } else {
            Split cut = split;
            Optional<Split> valid = cut.validation();
            Interactions learnt = valid.map(Split::train).orElse(cut.train());
            files.write(TRAIN_INTER, out -> interactions(out, learnt));
            if (valid.isPresent()) {
                files.write(VALID_INTER, out -> truth(out, valid.get()));
            }
            files.write(TEST_INTER, out -> truth(out, cut));
        }
        attributes(".user", USER, dataset.users(), dataset.userAttributes());
        attributes(".item", ITEM, dataset.items(), dataset.itemAttributes());
    }

    private void interactions(Writer out, Interactions rows) throws IOException {
        header(out);
        for (int u = 0; u < rows.users(); u++) {
            for (int r = rows.start(u); r < rows.end(u); r++) {
                row(out, u, rows, r);
            }
        }
    }

    private void row(Writer out, int user, Interactions rows, int row) throws IOException {
        List<String> cells = cells(user, rows.item(row), rows.time(row));
        for (String column : rows.columns()) {
            float number = rows.number(column, row);
            cells.add(Float.isNaN(number) ? "" : TabbedFiles.plain(number));
        }
        for (String column : rows.wordColumns()) {
            cells.add(rows.word(column, row).replaceAll("\\s+", " "));
        }
        TabbedFiles.line(out, cells);
    }

    private void truth(Writer out, Split cut) throws IOException {
        Interactions rows = dataset.interactions();
        header(out);
        for (int u = 0; u < rows.users(); u++) {
            for (int item : cut.truth(u)) {
                int row = lastRow(u, item);
                if (row >= 0) {
                    row(out, u, rows, row);
                } else {
                    List<String> cells = cells(u, item, rows.count(u) == 0 ? 0 : rows.time(rows.end(u) - 1));
                    rows.columns().forEach(c -> cells.add(""));
                    rows.wordColumns().forEach(c -> cells.add(""));
                    TabbedFiles.line(out, cells);
                }
            }
        }
    }

    /** A user's last row with an item; -1 if the log has none. */
    private int lastRow(int user, int item) {
        Interactions rows = dataset.interactions();
        for (int r = rows.end(user) - 1; r >= rows.start(user); r--) {
            if (rows.item(r) == item) {
                return r;
            }
        }
        return -1;
    }

    private void attributes(String name, String id, IdIndex ids, Attributes attributes) throws IOException {
        List<String> columns = attributes.names().stream()
                .filter(c -> !attributes.isAggregate(c))
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        files.write(name, out -> {
            List<String> header = new ArrayList<>(List.of(id));
            columns.forEach(c -> header.add(c + type(attributes, c)));
            TabbedFiles.line(out, header);
            for (int i = 0; i < ids.size(); i++) {
                List<String> cells = new ArrayList<>(List.of(ids.id(i)));
                for (String column : columns) {
                    cells.add(
                            attributes.isList(column)
                                    ? attributes.members(column, i).stream()
                                            .map(member -> member.replaceAll("\\s+", "_"))
                                            .collect(Collectors.joining(" "))
                                    : attributes.text(column, i).replaceAll("\\s+", " "));
                }
                TabbedFiles.line(out, cells);
            }
        });
    }

    private static String type(Attributes attributes, String column) {
        return attributes.isNumeric(column) ? ":float" : attributes.isList(column) ? ":token_seq" : ":token";
    }

    private String user(int index) {
        return dataset.users().id(index);
    }

    private String item(int index) {
        return dataset.items().id(index);
    }

    /** Without dates there is no column of times; the order of rows is kept. */
    private void header(Writer out) throws IOException {
        List<String> header = new ArrayList<>(List.of(USER, ITEM));
        if (dataset.clock()) {
            header.add("timestamp:float");
        }
        dataset.interactions().columns().forEach(c -> header.add(c + ":float"));
        dataset.interactions().wordColumns().forEach(c -> header.add(c + ":token"));
        TabbedFiles.line(out, header);
    }

    private List<String> cells(int user, int item, long time) {
        List<String> cells = new ArrayList<>(List.of(user(user), item(item)));
        if (dataset.clock()) {
            cells.add(LogTime.seconds(time));
        }
        return cells;
    }
}
