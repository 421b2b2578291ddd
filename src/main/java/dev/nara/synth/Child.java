package dev.nara.synth;

/**
 * A profile and how it uses the service.
 *
 * @param starts viewing starts in the two months of the history
 * @param hundredths whether its device prints hundredths of a minute where others print seconds
 * @param reportsEnds whether the ends of its viewings are logged
 */
record Child(
        int id,
        String sex,
        int age,
        int starts,
        int firstDay,
        int lastDay,
        boolean hundredths,
        boolean reportsEnds,
        Taste taste,
        Memory memory,
        Dice dice) {}
