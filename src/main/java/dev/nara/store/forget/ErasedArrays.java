package dev.nara.store.forget;

import dev.nara.algorithm.Weights;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Removes one user from arrays. Repeating it changes nothing. */
final class ErasedArrays {
    private static final String AXES = "axes.";
    private static final String COUNTS = "counts";
    private static final String NEIGHBOURS = "neighbours";
    private static final String SIMILARITIES = "similarities";

    private ErasedArrays() {}

    /**
     * Weights with zeros in the rows of a user; empty if they have no rows of users.
     *
     * @param user its index
     * @param users how many there are
     */
    static Optional<Weights> ofModel(Weights weights, int user, int users) {
        Set<String> rows = new HashSet<>();
        for (String name : weights.names()) {
            if (countsUsers(weights, name) && array(weights, name).length % users == 0) {
                rows.add(name);
            }
        }
        boolean near = rows.remove(COUNTS);
        if (rows.isEmpty() && !near) {
            return Optional.empty();
        }
        Weights erased = near ? withoutNeighbour(weights, user) : weights;
        Weights all = new Weights();
        for (String name : erased.names()) {
            float[] array = array(erased, name).clone();
            if (rows.contains(name)) {
                int width = array.length / users;
                Arrays.fill(array, user * width, (user + 1) * width, 0);
            }
            all.put(name, array, erased.shape(name));
        }
        weights.notes().forEach(all::note);
        return Optional.of(all);
    }

    /** Whether the first axis of an array is that of the users. */
    private static boolean countsUsers(Weights weights, String name) {
        String axes = weights.notes().getOrDefault(AXES + name, "");
        return axes.equals("user") || axes.startsWith("user,") || axes.startsWith("user:");
    }

    /** Neighbour lists without the user: entries of the user, and all entries of the user's own list, get similarity zero. */
    private static Weights withoutNeighbour(Weights weights, int user) {
        float[] counts = array(weights, COUNTS);
        float[] near = array(weights, NEIGHBOURS).clone();
        float[] similarities = array(weights, SIMILARITIES).clone();
        int next = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int n = 0; n < (int) counts[row]; n++, next++) {
                if (row == user || near[next] == user) {
                    near[next] = row;
                    similarities[next] = 0;
                }
            }
        }
        Weights all = new Weights();
        for (String name : weights.names()) {
            all.put(
                    name,
                    name.equals(NEIGHBOURS) ? near : name.equals(SIMILARITIES) ? similarities : array(weights, name),
                    weights.shape(name));
        }
        return all;
    }

    /**
     * Figures of evaluated users without one of them; empty if they are not of these users.
     *
     * @param evaluated the users they are of, ascending
     */
    static Optional<Weights> ofFigures(Weights figures, int[] evaluated, int user) {
        int place = Arrays.binarySearch(evaluated, user);
        if (place < 0 || !areOf(figures, evaluated)) {
            return Optional.empty();
        }
        Weights fewer = new Weights();
        for (String name : figures.names()) {
            float[] of = array(figures, name);
            float[] kept = new float[Math.max(0, of.length - 1)];
            if (of.length > 0) {
                System.arraycopy(of, 0, kept, 0, place);
                System.arraycopy(of, place + 1, kept, place, kept.length - place);
            }
            fewer.put(name, kept, kept.length);
        }
        figures.notes().forEach(fewer::note);
        return Optional.of(fewer);
    }

    /** Whether figures are of that many users; metrics of all lists together have no values per user. */
    static boolean areOf(Weights figures, int[] evaluated) {
        return figures.names().stream()
                .mapToInt(name -> array(figures, name).length)
                .allMatch(length -> length == evaluated.length || length == 0);
    }

    /** The users without one of them. */
    static int[] without(int[] users, int user) {
        return IntStream.of(users).filter(u -> u != user).toArray();
    }

    private static float[] array(Weights weights, String name) {
        return Objects.requireNonNull(weights.get(name));
    }
}
