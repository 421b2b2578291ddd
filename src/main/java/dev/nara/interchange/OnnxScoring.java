package dev.nara.interchange;

import dev.nara.algorithm.Weights;

/** A model whose scores are a graph of ONNX, made from its weights and what their notes say of them. */
interface OnnxScoring {
    /** Inputs of both graphs, and the names of the axes of inputs and outputs. */
    String USER = "user";

    String ITEM = "item";
    String PAIRS = "pairs";
    String USERS = "users";

    /** Adds the scores of some pairs, from {@link #USER} and {@link #ITEM}, each [pairs], and returns the name of the [pairs]. */
    String pairs(OnnxGraph graph);

    /** Adds the scores of the catalogue for some users, from {@link #USER}, [users], and returns the name of the [users × items]. */
    String catalogue(OnnxGraph graph);

    /** How many items the catalogue has. */
    int items();

    /** An array that must be there. */
    static float[] array(Weights weights, String name) {
        float[] array = weights.get(name);
        if (array == null) {
            throw new IllegalArgumentException(name);
        }
        return array;
    }
}
