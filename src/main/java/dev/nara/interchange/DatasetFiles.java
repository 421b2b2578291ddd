package dev.nara.interchange;

import dev.nara.data.AtomicFile;
import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A prepared dataset as files for other programs, with or without a split. Each file is written whole or not at all. */
public final class DatasetFiles {
    /** The formats there are. */
    public static final List<String> FORMATS = List.of("ncf", "recbole");

    private static final String TRAIN_RATING = ".train.rating";
    private static final String TEST_RATING = ".test.rating";
    private static final String TEST_NEGATIVE = ".test.negative";
    private static final String INTER = ".inter";
    private static final String TRAIN_INTER = ".train.inter";
    private static final String VALID_INTER = ".valid.inter";
    private static final String TEST_INTER = ".test.inter";
    private static final String USER = "user_id:token";
    private static final String ITEM = "item_id:token";

    private final Path folder;
    private final Dataset dataset;
    private final @Nullable Split split;
    /** Whether places within a minute run beyond 59; looked up for the format that needs to know. */
    private boolean hundredths;

    private DatasetFiles(Path folder, Dataset dataset, @Nullable Split split) {
        this.folder = folder;
        this.dataset = dataset;
        this.split = split;
    }

    /**
     * Makes sure that the dataset can be written there: the folder is not the data's own, holds no files of another export
     * that would be read together with this one, and no id contains what separates cells.
     *
     * @param format one of {@link #FORMATS}
     */
    public static void check(Path folder, Dataset dataset, String format, boolean cut) throws DataException {
        DatasetFiles files = new DatasetFiles(folder, dataset, null);
        List<String> others = format.equals("ncf")
                ? cut ? List.of() : List.of(TEST_RATING, TEST_NEGATIVE)
                : cut ? List.of(INTER) : List.of(TRAIN_INTER, VALID_INTER, TEST_INTER);
        Path target = folder.toAbsolutePath().normalize();
        boolean own = target.equals(dataset.path().toAbsolutePath().normalize());
        if (own || others.stream().anyMatch(o -> Files.exists(files.path(o)))) {
            throw new DataException(folder, Text.of("export.folder"), Text.of("export.folder.remedy"));
        }
        String forbidden = format.equals("ncf") ? ".*[\\t\\n\\r,()].*" : ".*[\\t\\n\\r].*";
        Pattern wrong = Pattern.compile(forbidden, Pattern.DOTALL);
        for (IdIndex ids : List.of(dataset.users(), dataset.items())) {
            for (int i = 0; i < ids.size(); i++) {
                if (wrong.matcher(ids.id(i)).matches()) {
                    throw new DataException(
                            Text.of("export.id", ids.id(i).strip(), format), Text.of("export.id.remedy"));
                }
            }
        }
    }

    /**
     * Writes NAME.train.rating, and with a split NAME.test.rating and, if it has negatives, NAME.test.negative, as the
     * NCF paper has them. The third column is the rating, 1 where there is none, the fourth the seconds since 1970, or
     * what else orders a user's rows.
     */
    public static void ncf(Path folder, Dataset dataset, @Nullable Split split) throws IOException {
        new DatasetFiles(folder, dataset, split).ncf();
    }

    /**
     * Writes NAME.inter, or with a split NAME.train.inter and NAME.test.inter, and NAME.user and NAME.item where there
     * are attributes, as RecBole's atomic files. Times are seconds since 1970; rows to find are written once a pair, at the
     * time of the user's last row.
     */
    public static void recBole(Path folder, Dataset dataset, @Nullable Split split) throws IOException {
        new DatasetFiles(folder, dataset, split).recBole();
    }

    private interface Lines {
        void write(Writer out) throws IOException;
    }

    private Path path(String name) {
        return folder.resolve(dataset.name() + name);
    }

    private void file(String name, Lines lines) throws IOException {
        AtomicFile.write(path(name), out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            lines.write(text);
            text.flush();
        });
    }

    private void ncf() throws IOException {
        Interactions rows = split == null ? dataset.interactions() : split.train();
        file(TRAIN_RATING, out -> {
            for (int u = 0; u < rows.users(); u++) {
                for (int r = rows.start(u); r < rows.end(u); r++) {
                    float rating = rows.number("rating", r);
                    line(
                            out,
                            user(u),
                            item(rows.item(r)),
                            Float.isNaN(rating) ? "1" : plain(rating),
                            Long.toString(dataset.clock() ? wholeSeconds(rows.time(r)) : rows.time(r)));
                }
            }
        });
        if (split == null) {
            return;
        }
        Split cut = split;
        file(TEST_RATING, out -> {
            for (int u = 0; u < rows.users(); u++) {
                // A user without training rows is unknown to readers of this format.
                for (int item : rows.count(u) == 0 ? new int[0] : cut.truth(u)) {
                    line(out, user(u), item(item), "1", "0");
                }
            }
        });
        if (cut.hasNegatives()) {
            file(TEST_NEGATIVE, out -> {
                for (int u = 0; u < rows.users(); u++) {
                    for (int item : rows.count(u) == 0 ? new int[0] : cut.truth(u)) {
                        List<String> cells = new ArrayList<>(List.of("(" + user(u) + "," + item(item) + ")"));
                        Arrays.stream(cut.negatives(u)).forEach(n -> cells.add(item(n)));
                        line(out, cells.toArray(String[]::new));
                    }
                }
            });
        }
    }

    private void recBole() throws IOException {
        hundredths = hundredths(dataset);
        if (split == null) {
            file(INTER, out -> interactions(out, dataset.interactions()));
        } else {
            Split cut = split;
            file(TRAIN_INTER, out -> interactions(out, cut.train()));
            file(TEST_INTER, out -> truth(out, cut));
        }
        attributes(".user", USER, dataset.users(), dataset.userAttributes());
        attributes(".item", ITEM, dataset.items(), dataset.itemAttributes());
    }

    private void interactions(Writer out, Interactions rows) throws IOException {
        Set<String> columns = rows.columns();
        header(out);
        for (int u = 0; u < rows.users(); u++) {
            for (int r = rows.start(u); r < rows.end(u); r++) {
                List<String> cells = cells(u, rows.item(r), rows.time(r));
                for (String column : columns) {
                    float number = rows.number(column, r);
                    cells.add(Float.isNaN(number) ? "" : plain(number));
                }
                line(out, cells.toArray(String[]::new));
            }
        }
    }

    private void truth(Writer out, Split cut) throws IOException {
        Interactions rows = dataset.interactions();
        header(out);
        for (int u = 0; u < rows.users(); u++) {
            for (int item : cut.truth(u)) {
                long last = rows.count(u) == 0 ? 0 : rows.time(rows.end(u) - 1);
                List<String> cells = cells(u, item, last);
                rows.columns().forEach(c -> cells.add(""));
                line(out, cells.toArray(String[]::new));
            }
        }
    }

    private void attributes(String name, String id, IdIndex ids, Attributes attributes) throws IOException {
        List<String> columns = attributes.names().stream()
                .filter(c -> !attributes.isAggregate(c))
                .toList();
        if (columns.isEmpty()) {
            return;
        }
        file(name, out -> {
            List<String> header = new ArrayList<>(List.of(id));
            columns.forEach(c -> header.add(c + type(attributes, c)));
            line(out, header.toArray(String[]::new));
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
                line(out, cells.toArray(String[]::new));
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

    /** Without dates there is no column of times; the order of the rows is kept all the same. */
    private void header(Writer out) throws IOException {
        List<String> header = new ArrayList<>(List.of(USER, ITEM));
        if (dataset.clock()) {
            header.add("timestamp:float");
        }
        dataset.interactions().columns().forEach(c -> header.add(c + ":float"));
        line(out, header.toArray(String[]::new));
    }

    private List<String> cells(int user, int item, long time) {
        List<String> cells = new ArrayList<>(List.of(user(user), item(item)));
        if (dataset.clock()) {
            cells.add(seconds(time));
        }
        return cells;
    }

    /** Seconds since 1970. Where the places within a minute run beyond 59 they are an order only, .6 s each. */
    private String seconds(long time) {
        long minute = Math.floorDiv(time, 100L) * 60;
        long place = Math.floorMod(time, 100L);
        return hundredths ? String.format(Locale.ROOT, "%.1f", minute + place * 0.6) : Long.toString(minute + place);
    }

    /** Rows of one second keep their order by standing in it. */
    private static long wholeSeconds(long time) {
        return Math.floorDiv(time, 100L) * 60 + Math.min(59, Math.floorMod(time, 100L));
    }

    private static boolean hundredths(Dataset dataset) {
        Interactions rows = dataset.interactions();
        for (int r = 0; dataset.clock() && r < rows.size(); r++) {
            if (Math.floorMod(rows.time(r), 100L) > 59) {
                return true;
            }
        }
        return false;
    }

    private static String plain(float number) {
        return new BigDecimal(Float.toString(number)).stripTrailingZeros().toPlainString();
    }

    private static void line(Writer out, String... cells) throws IOException {
        out.write(String.join("\t", cells));
        out.write('\n');
    }
}
