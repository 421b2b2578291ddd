package dev.nara.baseline;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Values;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.text.Text;
import java.util.List;

/** Recommends to everyone what most users watched: the score of an item is how many users have it in training. */
public final class Popularity implements Algorithm {
    private static final String VIEWERS = "viewers";

    @Override
    public String id() {
        return "popularity";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Fitting start(TrainingInput input, Values values, long seed) {
        return new Counting(input.train());
    }

    @Override
    public Recommender restore(TrainingInput input, Values values, Weights weights) throws DataException {
        float[] viewers = weights.get(VIEWERS);
        if (viewers == null || viewers.length != input.items()) {
            throw new DataException(Text.of("weights.mismatch", VIEWERS), Text.of("weights.mismatch.remedy"));
        }
        return new Counts(viewers);
    }

    private static final class Counting implements Fitting {
        private final Interactions train;
        private final float[] viewers;

        Counting(Interactions train) {
            this.train = train;
            this.viewers = new float[train.items()];
        }

        @Override
        public List<Phase> phases() {
            return List.of(new Phase("train", 1));
        }

        @Override
        public long parameterCount() {
            return viewers.length;
        }

        @Override
        public double epoch(EpochProgress progress) {
            for (int u = 0; u < train.users(); u++) {
                for (int item : train.distinctItems(u)) {
                    viewers[item]++;
                }
            }
            progress.batch(train.size(), train.size(), 0);
            return 0;
        }

        @Override
        public Recommender recommender() {
            return new Counts(viewers.clone());
        }

        @Override
        public void close() {}
    }

    private static final class Counts implements Recommender {
        private final float[] viewers;

        Counts(float[] viewers) {
            this.viewers = viewers;
        }

        @Override
        public int items() {
            return viewers.length;
        }

        @Override
        public void scores(int[] users, Scores to) {
            for (int n = 0; n < users.length; n++) {
                to.stretch(n, 0, viewers, 0, viewers.length);
            }
        }

        @Override
        public void scores(int user, int[] items, float[] out) {
            for (int i = 0; i < items.length; i++) {
                out[i] = viewers[items[i]];
            }
        }

        @Override
        public Weights weights() {
            return new Weights().put(VIEWERS, viewers, viewers.length);
        }
    }
}
