package dev.nara.neumf;

import java.io.Serializable;
import java.util.Arrays;

/**
 * An attribute of users or items as an input of the MLP: a number as it is or scaled to mean 0 and deviation 1 (missing
 * ones become the mean), or a category with an embedding of its own (missing ones share an embedding). Lists of them are
 * read by {@link SideFeatures}. Serialisable.
 */
public final class SideFeature implements Serializable {
    private static final long serialVersionUID = 1L;

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

    /** A numeric feature: one number per user or item. */
    static SideFeature numeric(String name, boolean ofUser, float[] numbers) {
        return new SideFeature(name, ofUser, 0, 0, numbers, new int[0]);
    }

    /** A categorical feature: one code per user or item, below {@code categories}. */
    static SideFeature categorical(String name, boolean ofUser, int dimension, int categories, int[] codes) {
        return new SideFeature(name, ofUser, dimension, categories, new float[0], codes);
    }

    /** The same for some users or items, renumbered. */
    SideFeature of(int[] some) {
        float[] someNumbers = new float[isCategorical() ? 0 : some.length];
        for (int n = 0; n < someNumbers.length; n++) {
            someNumbers[n] = numbers[some[n]];
        }
        int[] someCodes =
                isCategorical() ? Arrays.stream(some).map(n -> codes[n]).toArray() : new int[0];
        return new SideFeature(name, ofUser, dimension, categories, someNumbers, someCodes);
    }

    /** The name, such as item.genre_mid. */
    public String name() {
        return name;
    }

    /** Whether it belongs to users, not items. */
    public boolean ofUser() {
        return ofUser;
    }

    /** Whether it has an embedding. */
    public boolean isCategorical() {
        return categories > 0;
    }

    /** The number of codes that have an embedding. */
    public int categories() {
        return categories;
    }

    /** The number of MLP inputs. */
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
