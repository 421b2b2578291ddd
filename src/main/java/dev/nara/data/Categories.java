package dev.nara.data;

/** The values of a column as codes: equal values share a code, missing ones have 0. */
public final class Categories {
    private final int[] codes;
    private final int count;

    Categories(int[] codes, int count) {
        this.codes = codes;
        this.count = count;
    }

    /** The code of a row, from 0 and below the count. */
    public int code(int index) {
        return codes[index];
    }

    /** The number of codes, including the one for missing values. */
    public int count() {
        return count;
    }
}
