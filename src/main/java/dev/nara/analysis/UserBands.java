package dev.nara.analysis;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Role;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/** Groups evaluated users into few groups, so that all can be shown together: numbers are cut into bands of about equally many users. */
final class UserBands {
    private static final int BANDS = 4;
    private static final int AGE_BANDS = 5;
    private static final int MOST_VALUES = 6;

    private final Dataset dataset;
    private final Split split;
    private final int[] users;

    UserBands(Dataset dataset, Split split, int[] users) {
        this.dataset = dataset;
        this.split = split;
        this.users = users;
    }

    /** The attribute by which users are grouped, and the groups in order with their users. */
    record Grouping(Text title, Map<GroupKey, List<Integer>> groups) {}

    /** By age; refused if the data has no age. */
    Grouping ages() {
        Attributes attributes = dataset.userAttributes();
        String column = attributes.column(Role.AGE).orElseThrow();
        Text title = Text.of("gains.age");
        if (!attributes.isNumeric(column)) {
            return new Grouping(title, values(column));
        }
        double[] ages = attributes.numbers(column);
        return new Grouping(title, bands(user -> ages[user], AGE_BANDS));
    }

    /** By the first attribute with few values. */
    Optional<Grouping> attribute() throws DataException {
        for (String name : dataset.userAttributes().names()) {
            if (!dataset.userAttributes().isAggregate(name)) {
                Map<GroupKey, List<Integer>> groups = values(name);
                if (groups.size() > 1 && groups.size() <= MOST_VALUES) {
                    return Optional.of(new Grouping(Text.of("said.as.written", GroupKey.attribute(name)), groups));
                }
            }
        }
        return Optional.empty();
    }

    private Map<GroupKey, List<Integer>> values(String column) {
        Attributes attributes = dataset.userAttributes();
        Map<GroupKey, List<Integer>> groups = new TreeMap<>();
        for (int user : users) {
            String value = attributes.text(column, user);
            Object words = value.isEmpty()
                    ? Text.of("slice.missing")
                    : attributes.isCoded(column) ? GroupKey.code(value) : value;
            GroupKey key = new GroupKey(value.isEmpty() ? 1 : 0, value, Text.of("said.as.written", words));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(user);
        }
        return groups;
    }

    /** By rows before the split. */
    Grouping rows() {
        return new Grouping(Text.of("gains.rows"), bands(user -> split.train().count(user), BANDS));
    }

    /** By whether they have new items held out. */
    Grouping rewatched() {
        Map<GroupKey, List<Integer>> groups = new TreeMap<>();
        for (int user : users) {
            int[] seen = split.known().distinctItems(user);
            int[] truth = split.truth(user);
            long again = Arrays.stream(truth)
                    .filter(item -> Arrays.binarySearch(seen, item) >= 0)
                    .count();
            int place = again == 0 ? 0 : again == truth.length ? 2 : 1;
            String key = place == 0 ? "gains.new" : place == 1 ? "gains.both" : "gains.again";
            groups.computeIfAbsent(GroupKey.of(place, key), k -> new ArrayList<>())
                    .add(user);
        }
        return new Grouping(Text.of("gains.found"), groups);
    }

    /** Numbers cut so that about as many users are on both sides; users without a number are left out. */
    private Map<GroupKey, List<Integer>> bands(IntToDoubleFunction number, int most) {
        double[] sorted = Arrays.stream(users)
                .mapToDouble(number)
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        List<Double> starts = new ArrayList<>();
        for (int band = 0; band < most && sorted.length > 0; band++) {
            double start = sorted[(int) ((long) band * sorted.length / most)];
            if (starts.isEmpty() || start > starts.get(starts.size() - 1)) {
                starts.add(start);
            }
        }
        Map<GroupKey, List<Integer>> groups = new TreeMap<>();
        for (int user : users) {
            double x = number.applyAsDouble(user);
            int band = (int) starts.stream().filter(start -> start <= x).count() - 1;
            if (band >= 0) {
                groups.computeIfAbsent(key(starts, band, sorted[sorted.length - 1]), k -> new ArrayList<>())
                        .add(user);
            }
        }
        return groups;
    }

    private static GroupKey key(List<Double> starts, int band, double last) {
        long from = Math.round(starts.get(band));
        boolean top = band == starts.size() - 1;
        long to = Math.round(top ? last : Math.ceil(starts.get(band + 1)) - 1);
        Text name = to <= from
                ? Text.of("said.as.written", from)
                : top && to > from + 1000 ? Text.of("gains.more", from) : Text.of("gains.band", from, to);
        return new GroupKey(band, Integer.toString(band), name);
    }
}
