package dev.nara.interchange;

import dev.nara.algorithm.Weights;
import java.util.List;

/** Scores that are a dot product of factors and an item's bias. */
final class OnnxFactors implements OnnxScoring {
    private static final String USER_FACTORS = "user_factors";
    private static final String ITEM_FACTORS = "item_factors";
    private static final String BIAS = "item_bias";

    private final Weights weights;

    OnnxFactors(Weights weights) {
        this.weights = weights;
    }

    static boolean has(Weights weights) {
        return weights.names().containsAll(List.of(USER_FACTORS, ITEM_FACTORS, BIAS));
    }

    @Override
    public int items() {
        return weights.shape(BIAS)[0];
    }

    @Override
    public String pairs(OnnxGraph graph) {
        tables(graph);
        graph.node("Gather", "of_user", USER_FACTORS, USER);
        graph.node("Gather", "of_item", ITEM_FACTORS, ITEM);
        graph.node("Mul", "products", "of_user", "of_item");
        graph.node("ReduceSum", "keepdims", 0, "product", "products", graph.wholes("axis", 1));
        graph.node("Gather", "bias", BIAS, ITEM);
        return graph.node("Add", "sum", "product", "bias");
    }

    @Override
    public String catalogue(OnnxGraph graph) {
        tables(graph);
        graph.node("Gather", "of_user", USER_FACTORS, USER);
        return graph.node("Gemm", "transB", 1, "all", "of_user", ITEM_FACTORS, BIAS);
    }

    private void tables(OnnxGraph graph) {
        for (String name : List.of(USER_FACTORS, ITEM_FACTORS, BIAS)) {
            graph.table(name, OnnxScoring.array(weights, name), weights.shape(name));
        }
    }
}
