package dev.nara.baseline;

import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.TrainingInput;
import dev.nara.algorithm.Weights;
import dev.nara.data.Attributes;
import dev.nara.data.Categories;
import dev.nara.data.DataException;
import dev.nara.data.Interactions;
import dev.nara.data.Role;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.List;

/** Groups users by an attribute; users without a value form a group. */
final class Groups {
    private static final String GROUP = "group";

    private final int[] ofUser;
    private final int count;

    private Groups(int[] ofUser, int count) {
        this.ofUser = ofUser;
        this.count = count;
    }

    /** The attribute used for grouping; if empty, age if the data has it, else all users are one group. */
    static Parameter parameter() {
        return new Parameter.Suggested(Fitting.GROUP, "", List.of(Role.AGE.word(), Role.SEX.word()), "[^\\s,:]+");
    }

    static Groups one(TrainingInput input) {
        return new Groups(new int[input.users()], 1);
    }

    /** Groups by the attribute that the parameter names. */
    static Groups of(TrainingInput input, ParameterValues values) throws DataException {
        return of(input, values.text(Fitting.GROUP));
    }

    private static Groups of(TrainingInput input, String wanted) throws DataException {
        Attributes attributes = input.dataset().userAttributes();
        String column = attributes.named(wanted.isEmpty() ? Role.AGE.word() : wanted);
        if (!attributes.has(column)) {
            if (wanted.isEmpty()) {
                return one(input);
            }
            throw new DataException(
                    Text.of("baseline.group.unknown", wanted),
                    Text.of("baseline.group.unknown.remedy", String.join(", ", attributes.names())));
        }
        Categories categories = attributes.categories(column);
        int[] ofUser = new int[input.users()];
        for (int u = 0; u < ofUser.length; u++) {
            ofUser[u] = categories.code(u);
        }
        return new Groups(ofUser, categories.count());
    }

    /** Restores groups from {@link #weights}; one group of all users if there are none. */
    static Groups in(Weights weights, String numbers, int users) {
        float[] groups = weights.get(GROUP);
        if (groups == null) {
            return new Groups(new int[users], 1);
        }
        int[] ofUser = new int[groups.length];
        Arrays.setAll(ofUser, u -> (int) groups[u]);
        return new Groups(ofUser, weights.shape(numbers)[0]);
    }

    int count() {
        return count;
    }

    int of(int user) {
        return ofUser[user];
    }

    /** Numbers per group, and the group of each user: {@code numbers} of shape [groups][items]. */
    Weights weights(String name, float[][] numbers, int items) {
        float[] groups = new float[ofUser.length];
        for (int u = 0; u < groups.length; u++) {
            groups[u] = ofUser[u];
        }
        return new Weights()
                .put(name, WeightArrays.flat(numbers, items), numbers.length, items)
                .put(GROUP, groups, groups.length)
                .axes(name, "group, item")
                .axes(GROUP, "user: the user's group");
    }

    /** How many users of each group have each item: shape [groups][items]. */
    float[][] viewers(Interactions train) {
        float[][] viewers = new float[count][train.items()];
        for (int u = 0; u < train.users(); u++) {
            for (int item : train.distinctItems(u)) {
                viewers[ofUser[u]][item]++;
            }
        }
        return viewers;
    }

    /** The same with ties within a group broken by all users' counts: count in the group plus a fraction below 1: shape [groups][items]. */
    float[][] viewersThenAll(Interactions train) {
        float[][] viewers = viewers(train);
        if (count > 1) {
            float[] all = new float[train.items()];
            for (float[] group : viewers) {
                for (int i = 0; i < all.length; i++) {
                    all[i] += group[i];
                }
            }
            for (float[] group : viewers) {
                for (int i = 0; i < all.length; i++) {
                    group[i] += all[i] / (train.users() + 1);
                }
            }
        }
        return viewers;
    }
}
