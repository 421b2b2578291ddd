package dev.nara.eval;

import dev.nara.data.Dataset;
import dev.nara.data.Role;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A metric of recommended lists at a cut-off K. Most are computed for one user's list and averaged over users with held-out items; some are
 * computed from all lists together. Ranks r count from 0. Only positions that a list has count as recommended; a list shorter than K is
 * still divided by K where the formula has K. A new metric is one entry here.
 */
enum Metric {
    /** 1 if any held-out item is within K, else 0 (Deshpande and Karypis 2004). With one held-out item, the hit ratio of the NCF paper. */
    HR("HR", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            int first = ranking.hits().nextSetBit(0);
            return first >= 0 && first < k ? 1 : 0;
        }
    },
    /** Held-out items found within K over all held-out items (Manning et al. 2008, section 8.3). */
    RECALL("Recall", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.found(k) / (double) ranking.truth();
        }
    },
    /** Held-out items found within K over min(K, held-out items), so that K hits give 1 (Liang et al. 2018). */
    CAPPED_RECALL("CappedRecall", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.found(k) / (double) Math.min(k, ranking.truth());
        }
    },
    /** Held-out items found within K over K (Manning et al. 2008, section 8.4). */
    PRECISION("Precision", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.found(k) / (double) k;
        }
    },
    /** Discounted gain, a hit at rank r counting 1 / ln(r + 2), normalised by the best possible list (Järvelin and Kekäläinen 2002). */
    NDCG("NDCG", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            double gain = 0;
            for (int r = ranking.hits().nextSetBit(0);
                    r >= 0 && r < k;
                    r = ranking.hits().nextSetBit(r + 1)) {
                gain += 1 / Math.log(r + 2.0);
            }
            double ideal = 0;
            for (int r = 0; r < Math.min(k, ranking.truth()); r++) {
                ideal += 1 / Math.log(r + 2.0);
            }
            return gain / ideal;
        }
    },
    /**
     * Average precision: the sum over hits of (hits so far) / (r + 1), over min(K, held-out items); its mean is MAP (Manning et al. 2008,
     * section 8.4).
     */
    MAP("MAP", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            double sum = 0;
            int hits = 0;
            for (int r = ranking.hits().nextSetBit(0);
                    r >= 0 && r < k;
                    r = ranking.hits().nextSetBit(r + 1)) {
                sum += ++hits / (r + 1.0);
            }
            return sum / Math.min(k, ranking.truth());
        }
    },
    /** 1 / (r + 1) of the first hit within K, else 0 (Voorhees 1999). */
    MRR("MRR", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            int first = ranking.hits().nextSetBit(0);
            return first >= 0 && first < k ? 1 / (first + 1.0) : 0;
        }
    },
    /**
     * The share of pairs of a held-out item and another candidate in the right order, ties counting as wrong, over all candidates (Rendle
     * et al. 2009). With a cut-off, the limited AUC (Schröder et al. 2011): positions beyond K count as ordered by chance.
     */
    AUC("AUC", Kind.TRUTH, Metric.ALL) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.auc(k);
        }
    },
    /** The competition's score: 0.75 CappedRecall + 0.25 NDCG. */
    SCORE("Score", Kind.TRUTH, Metric.COMPETITION) {
        @Override
        double of(Ranking ranking, int k) {
            return 0.75 * CAPPED_RECALL.of(ranking, k) + 0.25 * NDCG.of(ranking, k);
        }
    },
    /** The mean share of users who know a recommended item (average recommendation popularity, Yin et al. 2012). */
    POPULARITY("Popularity", Kind.LIST, Direction.NONE) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.mean(k, item -> ranking.facts().popularity(item));
        }
    },
    /** The mean self-information of recommended items in bits, -log2 of the share of users who know them (Zhou et al. 2010). */
    NOVELTY("Novelty", Kind.LIST, Metric.COMPETITION) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.mean(k, item -> ranking.facts().novelty(item));
        }
    },
    /**
     * The share of recommended items outside the head: the most popular items that hold 80% of the known pairs (Abdollahpouri et al. 2019).
     */
    TAIL("Tail", Kind.LIST, Metric.COMPETITION) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.mean(k, item -> ranking.facts().inTail(item) ? 1 : 0);
        }
    },
    /** The share of pairs of recommended items without a common genre (after Ziegler et al. 2005); 0 for one item. */
    DIVERSITY("Diversity", Kind.LIST, Metric.COMPETITION) {
        @Override
        double of(Ranking ranking, int k) {
            int length = ranking.length(k);
            long different = 0;
            for (int a = 0; a < length; a++) {
                for (int b = a + 1; b < length; b++) {
                    different += ranking.facts().genres().same(ranking.list()[a], ranking.list()[b]) ? 0 : 1;
                }
            }
            return length < 2 ? 0 : different / (length * (length - 1) / 2.0);
        }

        @Override
        Optional<Text> problem(Dataset dataset, String name) {
            return dataset.itemAttributes().has(Role.GENRE)
                    ? Optional.empty()
                    : Optional.of(Text.of("metric.no.genres", name));
        }
    },
    /** The share of the list taken by its most frequent series. Specific to this service, where series fill lists. */
    SERIES("Series", Kind.LIST, Direction.NONE) {
        @Override
        double of(Ranking ranking, int k) {
            Map<Integer, Integer> counts = new HashMap<>();
            int most = 0;
            for (int r = 0; r < ranking.length(k); r++) {
                int series = ranking.facts().series(ranking.list()[r]);
                most = Math.max(most, series < 0 ? 1 : counts.merge(series, 1, Integer::sum));
            }
            return most / (double) Math.max(1, ranking.length(k));
        }

        @Override
        Optional<Text> problem(Dataset dataset, String name) {
            return dataset.itemAttributes().has(Role.SERIES)
                    ? Optional.empty()
                    : Optional.of(Text.of("metric.no.series", name));
        }
    },
    /** The share of recommended items that the user already knows. Specific to this service, where items are watched again. */
    SEEN("Seen", Kind.LIST, Direction.NONE) {
        @Override
        double of(Ranking ranking, int k) {
            int[] known = ranking.facts().known(ranking.user());
            return ranking.mean(k, item -> Arrays.binarySearch(known, item) >= 0 ? 1 : 0);
        }
    },
    /** Distinct items in all lists over the size of the catalogue (Ge et al. 2010). */
    COVERAGE("Coverage", Kind.ALL_LISTS, Metric.COMPETITION) {
        @Override
        double ofAll(Ranking[] rankings, int k, int items) {
            BitSet seen = new BitSet(items);
            for (Ranking ranking : rankings) {
                for (int r = 0; r < ranking.length(k); r++) {
                    seen.set(ranking.list()[r]);
                }
            }
            return seen.cardinality() / (double) items;
        }
    },
    /**
     * How unequally recommendations are spread over the catalogue: with the n items' counts x ascending, the sum of (2 i - n - 1) x_i over
     * n times the sum of x, i from 1; 0 if all items are equally frequent, near 1 if one takes all (Gini 1912).
     */
    GINI("Gini", Kind.ALL_LISTS, Direction.LOWER) {
        @Override
        double ofAll(Ranking[] rankings, int k, int items) {
            int[] places = Ranking.places(rankings, k, items);
            Arrays.sort(places);
            double weighted = 0;
            double sum = 0;
            for (int i = 0; i < items; i++) {
                weighted += (2.0 * (i + 1) - items - 1) * places[i];
                sum += places[i];
            }
            return sum == 0 ? 0 : weighted / (items * sum);
        }
    },
    /** Shannon entropy of the items' shares of all recommendations, in bits (Shannon 1948). */
    ENTROPY("Entropy", Kind.ALL_LISTS, Metric.COMPETITION) {
        @Override
        double ofAll(Ranking[] rankings, int k, int items) {
            int[] places = Ranking.places(rankings, k, items);
            double sum = Arrays.stream(places).asLongStream().sum();
            double entropy = 0;
            for (int count : places) {
                if (count > 0) {
                    entropy -= count / sum * Math.log(count / sum) / Math.log(2);
                }
            }
            return entropy;
        }
    };

    /** A cut-off must be given. */
    private static final int NAMED = -1;

    /** All candidates count unless a cut-off is given. */
    private static final int ALL = 0;

    /** The competition's cut-off, unless another is given. */
    private static final int COMPETITION = 25;

    /** What a metric is computed from. */
    enum Kind {
        /** The ranks of held-out items in a user's list. */
        TRUTH,
        /** A user's list, regardless of held-out items. */
        LIST,
        /** All users' lists together. */
        ALL_LISTS
    }

    /** Which values are better. */
    enum Direction {
        /** Higher values. */
        HIGHER,
        /** Lower values. */
        LOWER,
        /** Neither: the metric describes lists without judging them. */
        NONE
    }

    private final String label;
    private final Kind kind;
    private final int usualK;
    private final Direction direction;

    Metric(String label, Kind kind, int usualK) {
        this(label, kind, usualK, Direction.HIGHER);
    }

    /** With the competition's cut-off, unless another is given. */
    Metric(String label, Kind kind, Direction direction) {
        this(label, kind, Metric.COMPETITION, direction);
    }

    Metric(String label, Kind kind, int usualK, Direction direction) {
        this.label = label;
        this.kind = kind;
        this.usualK = usualK;
        this.direction = direction;
    }

    /** The usual name, without a cut-off. */
    String label() {
        return label;
    }

    /** What it is computed from. */
    Kind kind() {
        return kind;
    }

    /** Which values are better. */
    Direction direction() {
        return direction;
    }

    /** The default cut-off, 0 for all candidates; negative if one must be given. */
    int usualK() {
        return usualK;
    }

    /** How it is written, optional parts in brackets. */
    String form() {
        return usualK < 0 ? label + "@K" : label + "[@K]";
    }

    /** What the data lacks for this metric, written as {@code name}; empty if nothing. */
    Optional<Text> problem(Dataset dataset, String name) {
        return Optional.empty();
    }

    /** A user's figure. */
    double of(Ranking ranking, int k) {
        throw new UnsupportedOperationException(label + " has no figure a user");
    }

    /** The figure of all users' lists. */
    double ofAll(Ranking[] rankings, int k, int items) {
        throw new UnsupportedOperationException(label + " is a figure a user");
    }
}
