package dev.nara.data.prepare;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Attributes derived from others and from the training part, never from the test part: {@code user.views} and {@code item.views} (the
 * logarithm of 1 + rows), {@code user.favourite:COLUMN} (the most frequent value of an item attribute in a user's rows; of equally frequent
 * ones the alphabetically first), and {@code user.COLUMN:buckets:N} or {@code item.COLUMN:buckets:N} (N ranges of a number with equally
 * many values each, as far as ties allow). COLUMN is a column or the name of a role. The new columns are called views, favourite_COLUMN and
 * COLUMN_group.
 */
public final class Derived {
    private static final Pattern VIEWS = Pattern.compile("(user|item)\\.views");
    private static final Pattern FAVOURITE = Pattern.compile("user\\.favourite:(.+)");
    private static final Pattern BUCKETS = Pattern.compile("(user|item)\\.(.+):buckets:([2-9]|[1-9]\\d)");

    private Derived() {}

    /** The dataset with the specified attributes, computed from the rows of the training part. */
    public static Dataset apply(Dataset dataset, Interactions train, List<String> specs) throws DataException {
        Dataset result = dataset;
        for (String spec : specs) {
            result = one(result, train, spec.strip());
        }
        return result;
    }

    private static Dataset one(Dataset dataset, Interactions train, String spec) throws DataException {
        Matcher views = VIEWS.matcher(spec);
        if (views.matches()) {
            boolean user = views.group(1).equals("user");
            double[] numbers = user ? viewsOfUsers(train) : viewsOfItems(train);
            return with(dataset, user, attributes(dataset, user).plus("views", numbers));
        }
        Matcher favourite = FAVOURITE.matcher(spec);
        if (favourite.matches()) {
            String column = dataset.itemAttributes().named(favourite.group(1));
            check(dataset.itemAttributes(), column, false, spec);
            String[] texts = favourites(train, dataset.itemAttributes(), column);
            return with(dataset, true, dataset.userAttributes().plus("favourite_" + favourite.group(1), texts));
        }
        Matcher buckets = BUCKETS.matcher(spec);
        if (buckets.matches()) {
            boolean user = buckets.group(1).equals("user");
            Attributes attributes = attributes(dataset, user);
            String column = attributes.named(buckets.group(2));
            check(attributes, column, true, spec);
            String[] texts = buckets(attributes.numbers(column), Integer.parseInt(buckets.group(3)));
            return with(dataset, user, attributes.plus(buckets.group(2) + "_group", texts));
        }
        throw new DataException(Text.of("derive.unknown", spec), Text.of("derive.unknown.remedy"));
    }

    private static Attributes attributes(Dataset dataset, boolean user) {
        return user ? dataset.userAttributes() : dataset.itemAttributes();
    }

    private static Dataset with(Dataset dataset, boolean user, Attributes changed) {
        return user ? dataset.with(changed, dataset.itemAttributes()) : dataset.with(dataset.userAttributes(), changed);
    }

    private static void check(Attributes attributes, String column, boolean numeric, String spec) throws DataException {
        if (!attributes.has(column) || (numeric && !attributes.isNumeric(column)) || attributes.isAggregate(column)) {
            throw new DataException(
                    Text.of("derive.column", column, spec),
                    Text.of("derive.column.remedy", String.join(", ", attributes.names())));
        }
    }

    private static double[] viewsOfUsers(Interactions train) {
        double[] views = new double[train.users()];
        Arrays.setAll(views, u -> Math.log1p(train.count(u)));
        return views;
    }

    private static double[] viewsOfItems(Interactions train) {
        return Arrays.stream(train.itemCounts()).mapToDouble(Math::log1p).toArray();
    }

    private static String[] favourites(Interactions train, Attributes items, String column) {
        String[] values = new String[train.items()];
        Arrays.setAll(values, i -> items.text(column, i));
        String[] favourites = new String[train.users()];
        for (int u = 0; u < favourites.length; u++) {
            Map<String, Integer> counts = new HashMap<>();
            for (int r = train.start(u); r < train.end(u); r++) {
                String value = values[train.item(r)];
                if (!value.isEmpty()) {
                    counts.merge(value, 1, Integer::sum);
                }
            }
            favourites[u] = counts.entrySet().stream()
                    .min(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
        return favourites;
    }

    /** The range of each number as text, "" for a missing one. */
    static String[] buckets(double[] numbers, int count) {
        double[] sorted =
                Arrays.stream(numbers).filter(n -> !Double.isNaN(n)).sorted().toArray();
        double[] bounds = new double[sorted.length == 0 ? 0 : count - 1];
        Arrays.setAll(bounds, b -> sorted[(int) ((b + 1L) * sorted.length / count)]);
        double[] distinct =
                Arrays.stream(bounds).filter(b -> b > sorted[0]).distinct().toArray();
        String[] names = new String[numbers.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = Double.isNaN(numbers[i]) ? "" : range(numbers[i], distinct);
        }
        return names;
    }

    private static String range(double number, double[] bounds) {
        int place = 0;
        while (place < bounds.length && number >= bounds[place]) {
            place++;
        }
        String low = place == 0 ? "" : Numbers.plain(bounds[place - 1]);
        String high = place == bounds.length ? "" : Numbers.plain(bounds[place]);
        return low.isEmpty() && high.isEmpty()
                ? "all"
                : low.isEmpty() ? "< " + high : low + (high.isEmpty() ? " +" : " – " + high);
    }
}
