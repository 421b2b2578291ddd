package dev.nara.neumf;

import com.google.gson.Gson;
import dev.nara.algorithm.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A NeuMF's named arrays with everything that readers in other languages need for scoring: notes on axes, on the parts of the dense array
 * and on the MLP's input, and the side features of every user and item as arrays.
 */
final class NeuMfLayout {
    private static final String INPUTS = "inputs";
    private static final String FEATURE = "feature.";

    private NeuMfLayout() {}

    /** A part of the dense array: {@code shape} [out, in], [out] or [in], in row-major order from {@code offset} on. */
    private record Part(String name, int offset, List<Integer> shape) {}

    /**
     * A stretch of the MLP's input: row {@code of} (user or item) of an array, or the row that {@code codes} names for it
     * where that is not empty.
     */
    private record Input(String array, String of, String codes, int width) {}

    static Weights described(NeuMfWeights learnt) {
        NeuMfSpec spec = learnt.spec();
        Weights weights = learnt.toWeights();
        if (spec.gmf() > 0) {
            weights.axes("gmf.user", "user, dimension").axes("gmf.item", "item, dimension");
        }
        if (spec.lastWidth() > 0) {
            weights.axes("mlp.user", "user, dimension").axes("mlp.item", "item, dimension");
            weights.note(INPUTS, new Gson().toJson(inputs(spec, weights)));
        }
        return weights.axes("dense", "the parts that the note 'parts' names, one after the other")
                .note("parts", new Gson().toJson(parts(spec)))
                .score(score(spec));
    }

    private static List<Part> parts(NeuMfSpec spec) {
        List<Part> parts = new ArrayList<>();
        for (int k = 0; k < spec.layers().size(); k++) {
            int out = spec.layers().get(k);
            parts.add(new Part("layer." + k + ".weight", spec.weightOffset(k), List.of(out, spec.widthBefore(k))));
            parts.add(new Part("layer." + k + ".bias", spec.biasOffset(k), List.of(out)));
        }
        parts.add(new Part("output.weight", spec.outputOffset(), List.of(spec.outputWidth())));
        parts.add(new Part("output.bias", spec.outputOffset() + spec.outputWidth(), List.of(1)));
        return parts;
    }

    /** What the MLP's input consists of, in order; what is looked up for side features joins the weights. */
    private static List<Input> inputs(NeuMfSpec spec, Weights weights) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(new Input("mlp.user", "user", "", spec.mlpUser()));
        inputs.add(new Input("mlp.item", "item", "", spec.mlpItem()));
        for (SideFeature feature : spec.features()) {
            String of = feature.ofUser() ? "user" : "item";
            String array = FEATURE + feature.name();
            float[] each = new float[feature.ofUser() ? spec.users() : spec.items()];
            for (int n = 0; n < each.length; n++) {
                each[n] = feature.isCategorical() ? feature.code(n) : feature.number(n);
            }
            if (feature.isCategorical()) {
                String codes = "code." + feature.name();
                weights.put(codes, each, each.length)
                        .axes(codes, of + ": its category")
                        .axes(array, "category, dimension");
                inputs.add(new Input(array, of, codes, feature.width()));
            } else {
                weights.put(array, each, each.length).axes(array, of + ": the number that enters the MLP");
                inputs.add(new Input(array, of, "", 1));
            }
        }
        return inputs;
    }

    /** Adds the numeric inputs for a user without data: the mean of each number, and empty sets. */
    static Weights unknownUsers(Weights weights, NeuMfSpec spec) {
        for (SideFeature feature : spec.features()) {
            if (feature.ofUser() && !feature.isCategorical() && !feature.name().contains("=")) {
                double sum = 0;
                for (int u = 0; u < spec.users(); u++) {
                    sum += feature.number(u);
                }
                weights.unknownUser(FEATURE + feature.name(), (float) (sum / spec.users()));
            }
        }
        return weights;
    }

    /** The side features of the users and items that the arrays are of, in the order of the MLP's input. */
    static List<SideFeature> features(Weights weights) {
        List<SideFeature> features = new ArrayList<>();
        String inputs = weights.notes().getOrDefault(INPUTS, "[]");
        for (Input input : new Gson().fromJson(inputs, Input[].class)) {
            if (input.array().startsWith(FEATURE)) {
                features.add(feature(input, weights));
            }
        }
        return List.copyOf(features);
    }

    private static SideFeature feature(Input input, Weights weights) {
        String name = input.array().substring(FEATURE.length());
        boolean ofUser = input.of().equals("user");
        float[] each = weights.get(input.codes().isEmpty() ? input.array() : input.codes());
        if (each == null) {
            throw new IllegalArgumentException(input.array());
        }
        if (input.codes().isEmpty()) {
            return SideFeature.numeric(name, ofUser, each);
        }
        int[] codes = new int[each.length];
        Arrays.setAll(codes, n -> (int) each[n]);
        return SideFeature.categorical(name, ofUser, input.width(), weights.shape(input.array())[0], codes);
    }

    private static String score(NeuMfSpec spec) {
        String gmf = spec.gmf() == 0
                ? ""
                : " + sum over d of output.weight[" + spec.lastWidth() + " + d] * gmf.user[u, d] * gmf.item[i, d]";
        String mlp = spec.lastWidth() == 0
                ? ""
                : " + sum over n of output.weight[n] * h[n]; h begins as the concatenation of 'inputs' in their order,"
                        + " and for k = 0 to " + (spec.layers().size() - 1)
                        + " becomes max(0, layer.k.weight @ h + layer.k.bias)";
        return "output.bias" + gmf + mlp + "; its sigmoid is the probability that was trained";
    }
}
