package dev.nara.synth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The start of a session and its number of viewing starts. */
record SessionPlan(int moment, int starts) {
    private static final double SHORT = 2.2;
    private static final double LONG = 9;
    private static final double A_START = 0.012;

    /** Sessions with this total number of starts, in order of time; busy children have longer sessions. */
    static List<SessionPlan> draw(ServiceDays days, int starts, int firstDay, int lastDay, Dice dice) {
        List<SessionPlan> plans = new ArrayList<>();
        double mean = Math.min(LONG, SHORT + A_START * starts);
        for (int left = starts; left > 0; ) {
            int size = Math.min(left, 1 + dice.geometric(mean));
            plans.add(new SessionPlan(days.draw(dice, firstDay, lastDay), size));
            left -= size;
        }
        plans.sort(Comparator.comparingInt(SessionPlan::moment));
        return plans;
    }
}
