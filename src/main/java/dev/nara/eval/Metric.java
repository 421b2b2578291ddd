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
 * A measure of recommended lists at a cut-off K. Most are a figure of one user's list, and a run's figure is their mean over
 * users with something to find; some are a figure of all lists together. Ranks r count from 0. Only the places a list has
 * count as recommended; a list shorter than K is divided by K where the formula has K. A new metric is one entry here.
 */
enum Metric {
    /** 1 if any item to find is within K, else 0 (Deshpande and Karypis 2004). With one item held out, the paper's hit ratio. */
    HR("HR", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            int first = ranking.hits().nextSetBit(0);
            return first >= 0 && first < k ? 1 : 0;
        }
    },
    /** Items found within K over all items to find (Manning et al. 2008, section 8.3). */
    RECALL("Recall", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.found(k) / (double) ranking.truth();
        }
    },
    /** Items found within K over min(K, items to find), so that a list of K hits is worth 1 (Liang et al. 2018). */
    CAPPED_RECALL("CappedRecall", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.found(k) / (double) Math.min(k, ranking.truth());
        }
    },
    /** Items found within K over K (Manning et al. 2008, section 8.4). */
    PRECISION("Precision", Kind.TRUTH, Metric.NAMED) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.found(k) / (double) k;
        }
    },
    /**
     * Discounted gain, a hit at rank r counting 1 / ln(r + 2), over that of the best possible list (Järvelin and
     * Kekäläinen 2002).
     */
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
     * Average precision: the sum over hits of (hits so far) / (r + 1), over min(K, items to find); its mean is MAP (Manning et
     * al. 2008, section 8.4).
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
     * The share of pairs of an item to find and another candidate that are in the right order, equal scores counting as
     * wrong, over all candidates (Rendle et al. 2009). At K the limited AUC (Schröder et al. 2011): what is below K counts
     * as ordered by chance.
     */
    AUC("AUC", Kind.TRUTH, Metric.ALL) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.auc(k);
        }
    },
    /** The competition's: 0.75 CappedRecall + 0.25 NDCG. */
    SCORE("Score", Kind.TRUTH, Metric.COMPETITION) {
        @Override
        double of(Ranking ranking, int k) {
            return 0.75 * CAPPED_RECALL.of(ranking, k) + 0.25 * NDCG.of(ranking, k);
        }
    },
    /** The mean share of training users who have a recommended item (average recommendation popularity, Yin et al. 2012). */
    POPULARITY("Popularity", Kind.LIST, Direction.NONE) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.mean(k, item -> ranking.facts().popularity(item));
        }
    },
    /** The mean self-information of recommended items in bits, -log2 of the share of users who have them (Zhou et al. 2010). */
    NOVELTY("Novelty", Kind.LIST, Metric.COMPETITION) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.mean(k, item -> ranking.facts().novelty(item));
        }
    },
    /**
     * The share of recommended items outside the head, the most popular items that take 80% of the training pairs
     * (Abdollahpouri et al. 2019).
     */
    TAIL("Tail", Kind.LIST, Metric.COMPETITION) {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.mean(k, item -> ranking.facts().inTail(item) ? 1 : 0);
        }
    },
    /** The share of pairs of recommended items that have no genre in common (after Ziegler et al. 2005); 0 for one item. */
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
    /** The share of the list that the series has of which most is recommended; of this service, where series fill lists. */
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
    /** The share of recommended items that are known of the user; of this service, where what was seen is seen again. */
    SEEN("Seen", Kind.LIST, Direction.NONE) {
        @Override
        double of(Ranking ranking, int k) {
            int[] known = ranking.facts().known(ranking.user());
            return ranking.mean(k, item -> Arrays.binarySearch(known, item) >= 0 ? 1 : 0);
        }
    },
    /** Distinct items in all lists over the catalogue (Ge et al. 2010). */
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
     * How unequally places in lists are dealt to the catalogue: with the n items' places x ascending, the sum of (2 i - n -
     * 1) x_i over n times the sum of x, i from 1; 0 all alike, near 1 all to one (Gini 1912).
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
    /** Shannon entropy of the items' shares of all places, in bits (Shannon 1948). */
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

    /** The cut-off must be named. */
    private static final int NAMED = -1;

    /** All candidates count unless a cut-off is named. */
    private static final int ALL = 0;

    /** The cut-off of the competition unless another is named. */
    private static final int COMPETITION = 25;

    /** What a metric is a figure of. */
    enum Kind {
        /** Of where the items to find stand in a user's list. */
        TRUTH,
        /** Of a user's list, whatever is to be found. */
        LIST,
        /** Of all users' lists together. */
        ALL_LISTS
    }

    /** Which of two figures is the better one. */
    enum Direction {
        /** The higher. */
        HIGHER,
        /** The lower. */
        LOWER,
        /** Neither: it describes lists and does not judge them. */
        NONE
    }

    private final String label;
    private final Kind kind;
    private final int usualK;
    private final Direction direction;

    Metric(String label, Kind kind, int usualK) {
        this(label, kind, usualK, Direction.HIGHER);
    }

    /** At the competition's cut-off unless another is named. */
    Metric(String label, Kind kind, Direction direction) {
        this(label, kind, Metric.COMPETITION, direction);
    }

    Metric(String label, Kind kind, int usualK, Direction direction) {
        this.label = label;
        this.kind = kind;
        this.usualK = usualK;
        this.direction = direction;
    }

    /** The name people know it by, without its cut-off. */
    String label() {
        return label;
    }

    /** What it is a figure of. */
    Kind kind() {
        return kind;
    }

    /** Which of two figures is the better one. */
    Direction direction() {
        return direction;
    }

    /** The cut-off where none is named, 0 for all candidates; negative where one must be named. */
    int usualK() {
        return usualK;
    }

    /** How it is written; in brackets what may be left out. */
    String form() {
        return usualK < 0 ? label + "@K" : label + "[@K]";
    }

    /** What the data lacks for this metric of that name; empty where it lacks nothing. */
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
