package dev.nara.synth;

/** Draws the watched time of a viewing and how it ends. */
final class WatchTime {
    /** Longest watched time, in seconds, that counts as a glance. */
    static final int GLANCE = 15;

    private static final double GLANCED = 0.19;
    private static final double TO_THE_END = 0.6;

    private WatchTime() {}

    static int seconds(int total, Dice dice) {
        if (dice.chance(GLANCED)) {
            return dice.between(1, Math.min(GLANCE, total));
        }
        if (dice.chance(TO_THE_END)) {
            return total - dice.below(4);
        }
        return dice.between(Math.min(GLANCE + 1, total), total);
    }

    static int ending(int watched, int total, boolean follows, boolean last, Dice dice) {
        if (follows) {
            return 1;
        }
        if (watched > total - 4) {
            return last ? 0 : 3;
        }
        return dice.chance(0.9) ? 2 : 3;
    }
}
