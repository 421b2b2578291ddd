package dev.nara.neumf;

import dev.nara.data.Attributes;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An attribute of users or items as an input of the MLP: a number as it is or scaled to mean 0 and deviation 1 (missing
 * ones become the mean), or a category with an embedding of its own (missing ones share an embedding).
 */
public final class SideFeature {
    private static final int DEFAULT_DIMENSION = 8;

    private final String name;
    private final boolean ofUser;
    private final int dimension;
    private final int categories;
    private final float[] numbers;
    private final int[] codes;

    private SideFeature(String name, boolean ofUser, int dimension, int categories, float[] numbers, int[] codes) {
        this.name = name;
        this.ofUser = ofUser;
        this.dimension = dimension;
        this.categories = categories;
        this.numbers = numbers;
        this.codes = codes;
    }

    /** A numeric feature: one number a user or item. */
    static SideFeature numeric(String name, boolean ofUser, float[] numbers) {
        return new SideFeature(name, ofUser, 0, 0, numbers, new int[0]);
    }

    /** A categorical feature: one code a user or item, below {@code categories}. */
    static SideFeature categorical(String name, boolean ofUser, int dimension, int categories, int[] codes) {
        return new SideFeature(name, ofUser, dimension, categories, new float[0], codes);
    }

    /** Reads a list such as {@code user.age, user.sex:4, item.run_time:scaled, item.genre_mid:14}. */
    static List<SideFeature> parse(String list, Dataset dataset) throws DataException {
        List<SideFeature> features = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            if (!entry.isBlank()) {
                SideFeature feature = parseOne(entry.strip(), dataset);
                if (features.stream().anyMatch(f -> f.name().equals(feature.name()))) {
                    throw new DataException(Text.of("feature.twice", feature.name()), Text.of("feature.twice.remedy"));
                }
                features.add(feature);
            }
        }
        return features;
    }

    private static SideFeature parseOne(String entry, Dataset dataset) throws DataException {
        String[] parts = entry.split(":", 2);
        String how = parts.length > 1 ? parts[1] : "";
        boolean ofUser = parts[0].startsWith("user.");
        String column = parts[0].substring(parts[0].indexOf('.') + 1);
        Attributes attributes = ofUser ? dataset.userAttributes() : dataset.itemAttributes();
        if (!attributes.has(column)) {
            String table = ofUser ? "user." : "item.";
            String known = attributes.names().stream().map(n -> table + n).collect(Collectors.joining(", "));
            throw new DataException(Text.of("feature.missing", parts[0]), Text.of("feature.missing.remedy", known));
        }
        if (attributes.isAggregate(column)) {
            throw new DataException(Text.of("feature.aggregate", parts[0]), Text.of("feature.aggregate.remedy"));
        }
        boolean number = attributes.isNumeric(column);
        if (number && (how.isEmpty() || how.equals("scaled"))) {
            return numeric(parts[0], ofUser, inputs(attributes.numbers(column), how.equals("scaled")));
        }
        if (how.equals("scaled")) {
            throw new DataException(Text.of("feature.scaled", parts[0]), Text.of("feature.scaled.remedy"));
        }
        int dimension = how.isEmpty() ? DEFAULT_DIMENSION : Integer.parseInt(how);
        Attributes.Categories categories = attributes.categories(column);
        int[] codes = new int[ofUser ? dataset.users().size() : dataset.items().size()];
        Arrays.setAll(codes, categories::code);
        return categorical(parts[0], ofUser, Math.max(1, dimension), categories.count(), codes);
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

    /** The name, such as item.genre_mid. */
    public String name() {
        return name;
    }

    /** Whether it belongs to users; else to items. */
    public boolean ofUser() {
        return ofUser;
    }

    /** Whether it has an embedding. */
    public boolean isCategorical() {
        return categories > 0;
    }

    /** How many codes the embedding has rows for. */
    public int categories() {
        return categories;
    }

    /** How many inputs of the MLP it takes. */
    public int width() {
        return isCategorical() ? dimension : 1;
    }

    /** The code of a user or item. */
    public int code(int index) {
        return codes[index];
    }

    /** The codes of the first {@code count} users or items. */
    void codes(int[] indices, int count, int[] out) {
        for (int e = 0; e < count; e++) {
            out[e] = codes[indices[e]];
        }
    }

    /** The number of a user or item. */
    public float number(int index) {
        return numbers[index];
    }
}
