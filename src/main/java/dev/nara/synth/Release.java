package dev.nara.synth;

/**
 * The release dates of a series' episodes.
 *
 * @param day of the first one, counted from the first day of the data; negative for old series
 * @param interval days between episodes, 0 if all were released together
 */
record Release(int day, int interval) {
    private static final int OLDEST = 2600;
    private static final double NEW = 0.12;
    private static final double RUNNING = 0.10;

    /** Most series are old and complete, some run week by week, some start during the months that are written. */
    static Release draw(Dice dice, int episodes) {
        double fate = dice.uniform();
        if (fate < NEW) {
            return new Release(dice.below(ServiceDays.DAYS), dice.chance(0.5) ? 7 : 0);
        }
        if (fate < NEW + RUNNING && episodes > 4) {
            int interval = dice.chance(0.6) ? 7 : 3;
            return new Release(-interval * dice.between(2, episodes - 1), interval);
        }
        return new Release(-1 - dice.below(OLDEST), 0);
    }

    int episodes(int today, int all) {
        if (today < day) {
            return 0;
        }
        return interval == 0 ? all : Math.min(all, 1 + (today - day) / interval);
    }
}
