package dev.nara.baseline;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.Reason;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SearchRange;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.data.LogCalendar;
import dev.nara.text.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recommends a user's most watched items, then the most popular ones of the user's group. A known item's score is 1 plus its views, where a
 * view d days older than the newest of all counts 2^(-d / half-life); other items score below 1 by their rank in the group. In the 2022 U+
 * AI Ground competition, this rule scored higher than every list of a NeuMF alone.
 */
public final class OwnFirst implements Algorithm {
    private static final String ORDER = "order";
    private static final String NEWEST = "newest_day";

    /** The weight of popularity among known items, which only breaks ties. */
    private static final float TIE = 1e-3f;

    /** The minimum weight of a view, so that the item still counts as known. */
    private static final float LEAST = 1e-5f;

    @Override
    public String id() {
        return "own-watched";
    }

    @Override
    public boolean random() {
        return false;
    }

    @Override
    public boolean recommendsRepeats() {
        return true;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Groups.parameter(),
                new Parameter.Real("view_half_life", "0", 0, 10_000)
                        .searched(SearchRange.ladder("1", "3", "7", "14", "30", "60", "120", "240", "0")
                                .needing(SearchRange.Needs.DATES)));
    }

    @Override
    public void check(TrainingInput input, ParameterValues values) throws DataException {
        Groups.of(input, values);
    }

    @Override
    public Fitting start(TrainingInput input, ParameterValues values, long seed) throws DataException {
        Groups groups = Groups.of(input, values);
        double halfLife = values.real("view_half_life");
        return new Direct((long) groups.count() * input.items(), progress -> {
            float[][] order = groups.viewersThenAll(input.train());
            IntStream.range(0, order.length).parallel().forEach(g -> order[g] = shares(order[g]));
            return new Rule(input, groups, order, halfLife, newest(input));
        });
    }

    /** Numbers below 1 in the same order; ties are kept. */
    private static float[] shares(float[] counts) {
        float[] sorted = counts.clone();
        Arrays.sort(sorted);
        float[] shares = new float[counts.length];
        for (int i = 0; i < shares.length; i++) {
            int low = 0;
            int high = sorted.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < counts[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            shares[i] = low / (float) counts.length;
        }
        return shares;
    }

    @Override
    public Recommender restore(TrainingInput input, ParameterValues values, Weights weights) throws DataException {
        Groups groups = Groups.of(input, values);
        float[][] order = WeightArrays.rows(weights, ORDER, groups.count(), input.items());
        return new Rule(input, groups, order, values.real("view_half_life"), newest(input));
    }

    /** The day of the newest row. */
    private static long newest(TrainingInput input) {
        return input.dataset().calendar().day(input.train().lastTime());
    }

    @Override
    public Recommender restoreSome(TrainingInput some, ParameterValues values, Weights weights) throws DataException {
        Groups groups = Groups.in(weights, ORDER, some.users());
        float[][] order = WeightArrays.rows(weights, ORDER, groups.count(), some.items());
        return new Rule(some, groups, order, values.real("view_half_life"), Long.parseLong(weights.note(NEWEST)));
    }

    private static final class Rule extends WholeRows {
        private final Interactions train;
        private final LogCalendar calendar;
        private final Groups groups;
        private final float[][] order;
        private final double halfLife;
        private final long newest;

        Rule(TrainingInput input, Groups groups, float[][] order, double halfLife, long newest) {
            super(input.items());
            this.train = input.train();
            this.calendar = input.dataset().calendar();
            this.groups = groups;
            this.order = order;
            this.halfLife = halfLife;
            this.newest = newest;
        }

        @Override
        void add(int user, float[] out) {
            for (int r = train.start(user); r < train.end(user); r++) {
                out[train.item(r)] += halfLife == 0
                        ? 1
                        : LEAST + (float) Math.pow(2, (calendar.day(train.time(r)) - newest) / halfLife);
            }
            float[] rest = order[groups.of(user)];
            for (int i = 0; i < out.length; i++) {
                out[i] = out[i] > 0 ? 1 + out[i] + rest[i] * TIE : rest[i];
            }
        }

        @Override
        public List<Reason> why(int user, int item) {
            float[] all = new float[items()];
            add(user, all);
            double popularity = order[groups.of(user)][item];
            return all[item] < 1
                    ? List.of(new Reason(Reason.Kind.POPULARITY, 0, popularity))
                    : List.of(
                            new Reason(Reason.Kind.OWN_VIEWS, item, all[item] - popularity * TIE),
                            new Reason(Reason.Kind.POPULARITY, 0, popularity * TIE));
        }

        @Override
        public Weights weightsWithUserState() {
            return weights().note(NEWEST, Long.toString(newest));
        }

        @Override
        public Weights weights() {
            String views = halfLife == 0
                    ? "the number of u's rows with i"
                    : "the sum over u's rows with i of 0.00001 + 2 ** (-d / " + Spelling.number(halfLife)
                            + "), d the days from the row to the newest row of all";
            return groups.weights(ORDER, order, items())
                    .score("order[group[u], i] where u does not have i, else 1 + 0.001 * order[group[u], i] + "
                            + views);
        }
    }
}
