package dev.nara.search.sampler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the new setting with the highest acquisition value: among random settings and neighbours of the best, then by local search from the
 * best of those.
 */
final class Acquisition {
    private static final int ANYWHERE = 600;
    private static final int NEAR = 60;
    private static final int CLIMBS = 3;
    private static final int STEPS = 8;

    private final SettingMoves moves;
    private final Function<double[][], double[]> worth;

    /** A setting's coordinates and acquisition value. */
    private static final class Rated {
        private final double[] x;
        private final double worth;

        Rated(double[] x, double worth) {
            this.x = x;
            this.worth = worth;
        }
    }

    Acquisition(SettingMoves moves, Function<double[][], double[]> worth) {
        this.moves = moves;
        this.worth = worth;
    }

    /** The best that counts as new; the best of all if none does. */
    double[] best(List<double[]> leaders, Predicate<double[]> fresh) {
        List<double[]> pool = new ArrayList<>(moves.all(ANYWHERE));
        if (pool.isEmpty()) {
            for (int i = 0; i < ANYWHERE; i++) {
                pool.add(moves.anywhere());
            }
            for (double[] leader : leaders) {
                for (int i = 0; i < NEAR; i++) {
                    pool.add(moves.near(leader));
                }
            }
        }
        List<Rated> rated = rated(pool);
        for (Rated start : List.copyOf(rated.subList(0, Math.min(CLIMBS, rated.size())))) {
            climb(start, rated);
        }
        rated.sort(Comparator.comparingDouble(each -> -each.worth));
        return rated.stream().map(each -> each.x).filter(fresh).findFirst().orElse(rated.get(0).x);
    }

    private void climb(Rated start, List<Rated> rated) {
        Rated at = start;
        for (int step = 0; step < STEPS; step++) {
            List<Rated> next = rated(moves.neighbours(at.x));
            rated.addAll(next);
            if (next.isEmpty() || next.get(0).worth <= at.worth) {
                return;
            }
            at = next.get(0);
        }
    }

    private List<Rated> rated(List<double[]> settings) {
        double[] worths = worth.apply(settings.toArray(double[][]::new));
        List<Rated> rated = new ArrayList<>();
        for (int i = 0; i < worths.length; i++) {
            rated.add(new Rated(settings.get(i), worths[i]));
        }
        rated.sort(Comparator.comparingDouble(each -> -each.worth));
        return rated;
    }
}
