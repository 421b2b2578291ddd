package dev.nara.baseline;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Reason;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import java.util.List;

/**
 * Recommends the items with most users, overall or in the user's group: an item's score is its number of users in training. Within a group,
 * ties are broken by all users' counts.
 */
public final class Popularity implements Algorithm {
    private static final String VIEWERS = "viewers";

    private final boolean grouped;

    private Popularity(boolean grouped) {
        this.grouped = grouped;
    }

    /** The same list for all users. */
    public static Popularity ofAll() {
        return new Popularity(false);
    }

    /** A list for each group of users, such as an age. */
    public static Popularity ofGroups() {
        return new Popularity(true);
    }

    @Override
    public String id() {
        return grouped ? "group-popularity" : "popularity";
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public List<Parameter> parameters() {
        return grouped ? List.of(Groups.parameter()) : List.of();
    }

    @Override
    public void check(TrainingInput input, ParameterValues values) throws DataException {
        groups(input, values);
    }

    private Groups groups(TrainingInput input, ParameterValues values) throws DataException {
        return grouped ? Groups.of(input, values) : Groups.one(input);
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) throws DataException {
        Groups groups = groups(input, values);
        return new Direct(
                (long) groups.count() * input.items(),
                progress -> new Counts(groups, groups.viewersThenAll(input.train())));
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        Groups groups = groups(input, values);
        return new Counts(groups, WeightArrays.rows(weights, VIEWERS, groups.count(), input.items()));
    }

    @Override
    public Recommender restoreSome(TrainingInput some, ParameterValues values, Weights weights) throws DataException {
        Groups groups = Groups.in(weights, VIEWERS, some.users());
        return new Counts(groups, WeightArrays.rows(weights, VIEWERS, groups.count(), some.items()));
    }

    private static final class Counts implements Recommender {
        private final Groups groups;
        private final float[][] viewers;

        Counts(Groups groups, float[][] viewers) {
            this.groups = groups;
            this.viewers = viewers;
        }

        @Override
        public int items() {
            return viewers[0].length;
        }

        @Override
        public void scores(int[] users, Scores to) {
            for (int n = 0; n < users.length; n++) {
                to.stretch(n, 0, viewers[groups.of(users[n])], 0, items());
            }
        }

        @Override
        public void scores(int user, int[] items, float[] out) {
            float[] own = viewers[groups.of(user)];
            for (int i = 0; i < items.length; i++) {
                out[i] = own[items[i]];
            }
        }

        @Override
        public List<Reason> why(int user, int item) {
            return List.of(new Reason(Reason.Kind.POPULARITY, 0, viewers[groups.of(user)][item]));
        }

        @Override
        public Weights weights() {
            return groups.count() == 1
                    ? new Weights()
                            .put(VIEWERS, viewers[0], items())
                            .axes(VIEWERS, "item")
                            .score("viewers[i]")
                    : groups.weights(VIEWERS, viewers, items()).score("viewers[group[u], i]");
        }
    }
}
