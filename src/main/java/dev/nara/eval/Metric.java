package dev.nara.eval;

/** A measure of one user's list at a cut-off K; the figure of a run is its mean over users with something to find. */
enum Metric {
    /** 1 if any item to find is within K, else 0. With one item held out, the paper's hit ratio. */
    HR("HR") {
        @Override
        double of(Ranking ranking, int k) {
            int first = ranking.hits().nextSetBit(0);
            return first >= 0 && first < k ? 1 : 0;
        }
    },
    /** Items found within K over min(K, items to find). */
    RECALL("Recall") {
        @Override
        double of(Ranking ranking, int k) {
            return ranking.hits().get(0, k).cardinality() / (double) Math.min(k, ranking.truth());
        }
    },
    /** Discounted gain, a hit at rank r from 0 counting 1 / ln(r + 2), over that of the best possible list. */
    NDCG("NDCG") {
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
    /** The competition's: 0.75 Recall + 0.25 NDCG. */
    SCORE("Score") {
        @Override
        double of(Ranking ranking, int k) {
            return 0.75 * RECALL.of(ranking, k) + 0.25 * NDCG.of(ranking, k);
        }
    },
    /** Distinct items in all lists over the catalogue; a figure of the lists together, not of a user. */
    COVERAGE("Coverage") {
        @Override
        double of(Ranking ranking, int k) {
            throw new UnsupportedOperationException("coverage has no figure a user");
        }
    };

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    /** The name people know it by, without its cut-off. */
    String label() {
        return label;
    }

    abstract double of(Ranking ranking, int k);
}
