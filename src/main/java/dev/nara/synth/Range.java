package dev.nara.synth;

/** Whole numbers from low to high, both included. */
record Range(int low, int high) {
    /** Reads {@code low-high}. */
    static Range of(String text) {
        int dash = text.indexOf('-');
        return new Range(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    int draw(Dice dice) {
        return dice.between(low, high);
    }
}
