package dev.nara.eval;

import dev.nara.data.Categories;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.Role;
import dev.nara.data.SharedGenres;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Properties of items and users that list metrics need; each is computed on first use. */
final class ListStatistics {
    /** The head of the catalogue holds this share of all known (user, item) pairs. */
    private static final double HEAD = 0.8;

    private final Dataset dataset;
    private final Interactions known;
    private int[] viewers = {};
    private boolean[] tail = {};
    private @Nullable SharedGenres genres;
    private int[] series = {};

    ListStatistics(Dataset dataset, Interactions known) {
        this.dataset = dataset;
        this.known = known;
    }

    /** The share of users whose known items include this one, 0 … 1. */
    double popularity(int item) {
        return viewers()[item] / (double) Math.max(1, known.users());
    }

    /** Self-information in bits, -log2 of the popularity; an item without users counts as having one. */
    double novelty(int item) {
        return Math.log(Math.max(1, known.users()) / (double) Math.max(1, viewers()[item])) / Math.log(2);
    }

    private synchronized int[] viewers() {
        if (viewers.length == 0) {
            viewers = known.viewers();
        }
        return viewers;
    }

    /** Whether the item is outside the head: the most popular items that together hold 80% of the pairs. */
    synchronized boolean inTail(int item) {
        if (tail.length == 0) {
            int[] counts = viewers();
            long pairs = Arrays.stream(counts).asLongStream().sum();
            boolean[] rest = new boolean[counts.length];
            Arrays.fill(rest, true);
            long taken = 0;
            for (int i : IntStream.range(0, counts.length)
                    .boxed()
                    .sorted((a, b) -> counts[a] != counts[b] ? counts[b] - counts[a] : a - b)
                    .toList()) {
                if (taken >= HEAD * pairs) {
                    break;
                }
                rest[i] = false;
                taken += counts[i];
            }
            tail = rest;
        }
        return tail[item];
    }

    /** Tests whether two items share a genre. */
    synchronized SharedGenres genres() {
        SharedGenres shared = genres;
        if (shared == null) {
            shared = new SharedGenres(dataset);
            genres = shared;
        }
        return shared;
    }

    /** The code of an item's series; -1 for none. */
    synchronized int series(int item) {
        if (series.length == 0) {
            Categories categories = dataset.itemAttributes()
                    .categories(dataset.itemAttributes().column(Role.SERIES).orElseThrow());
            int[] codes = new int[dataset.items().size()];
            Arrays.setAll(codes, i -> categories.code(i) - 1);
            series = codes;
        }
        return series[item];
    }

    /** The items known of a user, ascending. */
    int[] known(int user) {
        return known.distinctItems(user);
    }
}
