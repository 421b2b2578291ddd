package dev.nara.neumf;

import dev.nara.data.Attributes;
import dev.nara.data.Categories;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Side features as they are written: {@code user.age} a number, {@code item.run_time:scaled} a scaled one, {@code
 * item.genre_mid:14} a category with an embedding of 14, {@code item.keywords:set:50} one input for each of the 50 values
 * that most users or items have, 1 where it is among theirs, {@code item.keywords:weighted:50} the same with each value's share of
 * the heaviest one's weight, both plus 1, in place of 1. The first layer's weights of such an input are the value's
 * embedding, and those of several values add up.
 */
final class SideFeatures {
    private static final int DEFAULT_DIMENSION = 8;
    private static final int DEFAULT_VALUES = 32;

    private final Dataset dataset;
    private final List<SideFeature> features = new ArrayList<>();

    private SideFeatures(Dataset dataset) {
        this.dataset = dataset;
    }

    /** Reads a list such as {@code user.age, user.sex:4, user.ch_interests:set, item.genre_mid:14}. */
    static List<SideFeature> parse(String list, Dataset dataset) throws DataException {
        SideFeatures read = new SideFeatures(dataset);
        for (String entry : list.split(",", -1)) {
            if (!entry.isBlank()) {
                read.parse(entry.strip());
            }
        }
        return List.copyOf(read.features);
    }

    private void parse(String entry) throws DataException {
        String[] parts = entry.split(":", 2);
        String name = parts[0];
        String how = parts.length > 1 ? parts[1] : "";
        boolean ofUser = name.startsWith("user.");
        String column = name.substring(name.indexOf('.') + 1);
        Attributes attributes = ofUser ? dataset.userAttributes() : dataset.itemAttributes();
        check(name, column, attributes);
        boolean number = attributes.isNumeric(column);
        if (how.startsWith("set") || how.startsWith("weighted")) {
            int most = how.contains(":") ? Integer.parseInt(how.substring(how.indexOf(':') + 1)) : DEFAULT_VALUES;
            addSet(name, ofUser, attributes, column, how.startsWith("weighted"), most);
        } else if (number && (how.isEmpty() || how.equals("scaled"))) {
            add(SideFeature.numeric(name, ofUser, inputs(attributes.numbers(column), how.equals("scaled"))));
        } else if (how.equals("scaled")) {
            throw new DataException(Text.of("feature.scaled", name), Text.of("feature.scaled.remedy"));
        } else {
            int dimension = how.isEmpty() ? DEFAULT_DIMENSION : Math.max(1, Integer.parseInt(how));
            Categories categories = attributes.categories(column);
            int[] codes = new int[size(ofUser)];
            Arrays.setAll(codes, categories::code);
            add(SideFeature.categorical(name, ofUser, dimension, categories.count(), codes));
        }
    }

    private static void check(String name, String column, Attributes attributes) throws DataException {
        if (!attributes.has(column)) {
            String table = name.substring(0, name.indexOf('.') + 1);
            String known = attributes.names().stream().map(n -> table + n).collect(Collectors.joining(", "));
            throw new DataException(Text.of("feature.missing", name), Text.of("feature.missing.remedy", known));
        }
        if (attributes.isAggregate(column)) {
            throw new DataException(Text.of("feature.aggregate", name), Text.of("feature.aggregate.remedy"));
        }
    }

    private void add(SideFeature feature) throws DataException {
        if (features.stream().anyMatch(f -> f.name().equals(feature.name()))) {
            throw new DataException(Text.of("feature.twice", feature.name()), Text.of("feature.twice.remedy"));
        }
        features.add(feature);
    }

    private void addSet(String name, boolean ofUser, Attributes attributes, String column, boolean weighted, int most)
            throws DataException {
        String weightColumn = column + Attributes.WEIGHTS;
        if (weighted && !attributes.has(weightColumn)) {
            throw new DataException(
                    Text.of("feature.weightless", name), Text.of("feature.weightless.remedy", weightColumn));
        }
        List<String> values = attributes.memberCounts(column).stream()
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        float[][] inputs = new float[values.size()][size(ofUser)];
        for (int i = 0; i < size(ofUser); i++) {
            List<String> members = attributes.members(column, i);
            double[] weights = weighted ? weights(attributes, weightColumn, i, members.size()) : new double[0];
            for (int m = 0; m < members.size(); m++) {
                int place = values.indexOf(members.get(m));
                if (place >= 0) {
                    inputs[place][i] = weighted ? (float) weights[m] : 1;
                }
            }
        }
        for (int v = 0; v < inputs.length; v++) {
            add(SideFeature.numeric(name + "=" + values.get(v), ofUser, inputs[v]));
        }
    }

    /** The weight of each member as a share of the heaviest, both plus 1; of one without a weight, 1. */
    private static double[] weights(Attributes attributes, String column, int index, int members) throws DataException {
        List<String> written = attributes.members(column, index);
        double[] weights = new double[members];
        double heaviest = 0;
        for (int m = 0; m < members; m++) {
            weights[m] = m < written.size() ? 1 + weight(column, written.get(m)) : 1;
            heaviest = Math.max(heaviest, weights[m]);
        }
        for (int m = 0; m < members; m++) {
            weights[m] /= heaviest;
        }
        return weights;
    }

    private static double weight(String column, String written) throws DataException {
        try {
            return Math.max(0, Double.parseDouble(written));
        } catch (NumberFormatException e) {
            throw new DataException(Text.of("feature.weight", column, written), Text.of("feature.weight.remedy"));
        }
    }

    private int size(boolean ofUser) {
        return ofUser ? dataset.users().size() : dataset.items().size();
    }

    private static float[] inputs(double[] numbers, boolean scaled) {
        double[] known = Arrays.stream(numbers).filter(v -> !Double.isNaN(v)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double variance =
                Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        float[] inputs = new float[numbers.length];
        for (int i = 0; i < inputs.length; i++) {
            double value = Double.isNaN(numbers[i]) ? mean : numbers[i];
            inputs[i] = (float) (scaled ? (value - mean) / deviation : value);
        }
        return inputs;
    }
}
