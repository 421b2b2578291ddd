package dev.nara.synth;

import java.util.ArrayList;
import java.util.List;

/** Simulates a child's use of the service over some days, session by session. */
final class ServiceUse {
    private static final double KEEPS_SESSION = 0.03;

    private final Catalogue catalogue;
    private final NextAlbum next;
    private final ServiceDays days;
    private final Habits habits;

    ServiceUse(Catalogue catalogue, Trends trends, ServiceDays days, Habits habits) {
        this.catalogue = catalogue;
        this.next = new NextAlbum(catalogue, trends, habits);
        this.days = days;
        this.habits = habits;
    }

    /**
     * Starts of a child from the first to the last day, in order of time; slightly fewer than requested if time runs
     * out.
     */
    List<Start> watch(Child child, int starts, int firstDay, int lastDay) {
        List<Start> seen = new ArrayList<>(starts);
        int now = firstDay * ServiceDays.DAY;
        int session = now;
        int end = (lastDay + 1) * ServiceDays.DAY;
        for (SessionPlan plan : SessionPlan.draw(days, starts, firstDay, lastDay, child.dice())) {
            int begin = Math.max(now + 2 * ServiceDays.MINUTE, plan.moment());
            drift(child, begin / ServiceDays.DAY - now / ServiceDays.DAY);
            // Some devices stay on for days, and so does their session.
            if (seen.isEmpty() || !child.dice().chance(KEEPS_SESSION)) {
                session = begin;
            }
            now = new ViewingSession(catalogue, next, child, session, end, seen).watch(begin, plan.starts());
        }
        return seen;
    }

    private void drift(Child child, int daysPassed) {
        for (int i = 0; i < daysPassed; i++) {
            if (child.dice().chance(habits.drift())) {
                child.taste().drift(child.dice());
            }
        }
    }
}
