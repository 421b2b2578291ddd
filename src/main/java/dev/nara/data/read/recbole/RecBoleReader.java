package dev.nara.data.read.recbole;

import dev.nara.data.Attributes;
import dev.nara.data.ColumnRole;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Findings;
import dev.nara.data.GivenTest;
import dev.nara.data.IdIndex;
import dev.nara.data.InteractionsBuilder;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.SkippedRow;
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.Glimpse;
import dev.nara.data.read.file.AttributeFile;
import dev.nara.data.read.file.AttributeFile.Column;
import dev.nara.data.read.file.AttributeFile.Kind;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.DataFiles;
import dev.nara.data.read.file.DelimitedFile;
import dev.nara.data.read.table.BadRows;
import dev.nara.data.read.time.TimeColumn;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads RecBole's atomic files: NAME.inter with NAME.item and NAME.user beside it, tab-separated, each column named with its type as in
 * {@code user_id:token}. Of files that are already split, the training and the validation part are used for training, and the test part is
 * held out, see {@link Cut}.
 */
public final class RecBoleReader implements DatasetReader {
    private static final String LOG = ".inter";
    private static final List<String> TYPES = List.of("token", "token_seq", "float", "float_seq");

    @Override
    public String format() {
        return "recbole";
    }

    @Override
    public boolean recognises(DataFiles files) {
        return !files.endingWith(LOG).isEmpty()
                && files.chosen()
                        .map(f -> f.name().matches(".*\\.(inter|item|user)"))
                        .orElse(true);
    }

    /** The base names of all logs here: NAME of NAME.inter and of NAME.train.inter. */
    private static String name(DataFiles files) throws DataException {
        Set<String> names = new TreeSet<>();
        Optional<DataFile> chosen = files.chosen();
        if (chosen.isPresent()) {
            names.add(base(chosen.get().name()));
        } else {
            files.endingWith(LOG).forEach(f -> names.add(base(f.name())));
        }
        if (names.size() != 1) {
            throw new DataException(
                    files.path(),
                    Text.of("data.recbole.several", names.size()),
                    Text.of("data.recbole.several.remedy"));
        }
        return names.iterator().next();
    }

    private static String base(String file) {
        return file.replaceAll("(" + Cut.PARTS + ")?\\.(inter|item|user)$", "");
    }

    @Override
    public Dataset read(DataFiles files, Recipe recipe, Progress progress) throws DataException {
        String name = name(files);
        IdIndex users = new IdIndex();
        IdIndex items = new IdIndex();
        Cut cut = Cut.of(files, name);
        DataFile log = cut.train();
        Header header = Header.of(log);
        TimeColumn times = header.time() == null
                ? TimeColumn.lines()
                : TimeColumn.of(tabbed(log, header.columns()), 2, recipe.timeSettings());
        InteractionsBuilder rows = new InteractionsBuilder(header.numbers().toArray(String[]::new));
        Findings findings = new Findings();
        Rows reading = new Rows(header, times, users, items, BadRows.skips(recipe.badRows()), new ArrayList<>());
        reading.read(log, rows, progress, findings);
        Optional<DataFile> valid = cut.valid();
        if (valid.isPresent()) {
            int trained = rows.size();
            reading.read(valid.get(), rows, Progress.NONE, findings);
            findings.put("validation-rows", rows.size() - trained, valid.get().name());
        }
        Optional<DataFile> held = cut.test();
        InteractionsBuilder test = new InteractionsBuilder(header.numbers().toArray(String[]::new));
        if (held.isPresent()) {
            reading.read(held.get(), test, Progress.NONE, findings);
        }
        GivenTest given = held.isPresent()
                ? new GivenTest(test.build(users.size(), items.size()), new int[users.size()][0])
                : null;
        Attributes ofUsers = attributes(files.find(name + ".user"), header.user(), users, "users", findings);
        Attributes ofItems = attributes(files.find(name + ".item"), header.item(), items, "items", findings);
        times.addTo(findings);
        Dataset.Source source = new Dataset.Source(
                files.path(), name, format(), files.encodings(), times.calendar(), findings.list(), reading.skipped());
        return new Dataset(
                source, users, items, rows.build(users.size(), items.size()), ofUsers, ofItems, Dataset.Task.of(given));
    }

    @Override
    public Glimpse glimpse(DataFiles files, Recipe recipe) throws DataException {
        String name = name(files);
        Cut cut = Cut.of(files, name);
        List<DataFile> read = Stream.concat(
                        cut.files(), Stream.of(".item", ".user").flatMap(end -> files.find(name + end).stream()))
                .toList();
        DataFile log = cut.train();
        Header header = Header.of(log);
        Map<String, ColumnRole> roles = new HashMap<>();
        header.numbers().forEach(number -> roles.put(number + ":float", ColumnRole.NUMBER));
        roles.put(header.user(), ColumnRole.USER);
        roles.put(header.item(), ColumnRole.ITEM);
        if (header.time() != null) {
            roles.put(header.time(), ColumnRole.TIME);
        }
        return Glimpse.headed(files, read, tabbed(log, List.of()), "\t", roles);
    }

    /** The rows of the logs of one dataset, which share their users, items and header. */
    private record Rows(
            Header header, TimeColumn times, IdIndex users, IdIndex items, boolean skip, List<SkippedRow> skipped) {
        void read(DataFile log, InteractionsBuilder rows, Progress progress, Findings findings) throws DataException {
            float[] numbers = new float[header.numbers().size()];
            BadRows reading = new BadRows(skip, header.columns().size(), row -> {
                for (int n = 0; n < numbers.length; n++) {
                    numbers[n] = (float) row.number(3 + n);
                }
                String user = row.required(0);
                String item = row.required(1);
                long time = times.read(row);
                rows.add(users.add(user), items.add(item), time, numbers);
            });
            tabbed(log, header.columns()).forEach(progress, reading);
            skipped.addAll(reading.end(findings));
        }
    }

    private static DelimitedFile tabbed(DataFile file, List<String> columns) {
        return DelimitedFile.withHeader(file, "\t", columns.toArray(String[]::new))
                .withoutQuotes();
    }

    private static Attributes attributes(
            Optional<DataFile> file, String id, IdIndex ids, String kind, Findings findings) throws DataException {
        if (file.isEmpty()) {
            return Attributes.none();
        }
        List<String> wanted = new ArrayList<>(List.of(id));
        List<Column> columns = new ArrayList<>();
        for (String cell : tabbed(file.get(), List.of()).header()) {
            String type = Header.type(file.get(), cell);
            if (!cell.equals(id)) {
                wanted.add(cell);
                String name = renamed(cell.substring(0, cell.indexOf(':')));
                columns.add(new Column(name, holds(type, name)));
            }
        }
        return AttributeFile.read(tabbed(file.get(), wanted), columns, ids, kind, findings)
                .withUsualRoles();
    }

    /** The kind of a column; a title is one text, although RecBole stores it as a list of words. */
    private static Kind holds(String type, String name) {
        return switch (type) {
            case "float" -> Kind.NUMBER;
            case "token_seq", "float_seq" -> name.equals("title") ? Kind.TEXT : Kind.SPACED_LIST;
            default -> Kind.TEXT;
        };
    }

    /** The name of a column here, where RecBole's names of titles differ. */
    private static String renamed(String name) {
        return name.matches("movie_title|item_title|item_name|name") ? "title" : name;
    }

    /** The typed header of a log: the cells of user, item and time, and the names of the other numbers. */
    private record Header(
            String user, String item, @Nullable String time, List<String> numbers) {
        static Header of(DataFile log) throws DataException {
            List<String> cells = tabbed(log, List.of()).header();
            String user = null;
            String item = null;
            String time = null;
            List<String> numbers = new ArrayList<>();
            for (String cell : cells) {
                String type = type(log, cell);
                String name = cell.substring(0, cell.indexOf(':'));
                if (user == null && name.matches("user(_?id)?")) {
                    user = cell;
                } else if (item == null && name.matches("(item|movie|album|product|business|artist)(_?id)?")) {
                    item = cell;
                } else if (time == null && name.matches("(.*_)?(time(stamp)?|date(time)?)")) {
                    time = cell;
                } else if (type.equals("float")) {
                    numbers.add(name);
                }
            }
            Optional<String> sequence = cells.stream()
                    .filter(cell -> cell.matches("(item|movie|album|product|business|artist)(_?id)?_list:token_seq"))
                    .findFirst();
            if (sequence.isPresent()) {
                throw new DataException(
                        log.shown(),
                        1,
                        Text.of("data.recbole.sequences", sequence.get()),
                        Text.of("data.recbole.sequences.remedy"));
            }
            if (user == null || item == null) {
                throw new DataException(
                        log.shown(), 1, Text.of("data.recbole.header"), Text.of("data.recbole.header.remedy"));
            }
            return new Header(user, item, time, List.copyOf(numbers));
        }

        /** User, item, time (the user again if there is none), then the numbers. */
        List<String> columns() {
            List<String> columns = new ArrayList<>(List.of(user, item, time == null ? user : time));
            numbers.forEach(n -> columns.add(n + ":float"));
            return columns;
        }

        static String type(DataFile file, String cell) throws DataException {
            String type = cell.substring(cell.indexOf(':') + 1);
            if (cell.indexOf(':') < 1 || !TYPES.contains(type)) {
                throw new DataException(
                        file.shown(), 1, Text.of("data.recbole.type", cell), Text.of("data.recbole.type.remedy"));
            }
            return type;
        }
    }
}
