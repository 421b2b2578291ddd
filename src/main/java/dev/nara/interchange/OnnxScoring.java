package dev.nara.interchange;

import dev.nara.algorithm.Weights;

/** A model whose scoring can be written as an ONNX graph, from its weights and their notes. */
interface OnnxScoring {
    /** The names of inputs of both graphs, and of the axes of inputs and outputs. */
    String USER = "user";

    String ITEM = "item";
    String PAIRS = "pairs";
    String USERS = "users";

    /** Adds the scores of some pairs, from {@link #USER} and {@link #ITEM}, each [pairs], and returns the name of the [pairs]. */
    String pairs(OnnxGraph graph);

    /** Adds the scores of the catalogue for some users, from {@link #USER}, [users], and returns the name of the [users × items]. */
    String catalogue(OnnxGraph graph);

    /** The number of items in the catalogue. */
    int items();

    /** A required array. */
    static float[] array(Weights weights, String name) {
        float[] array = weights.get(name);
        if (array == null) {
            throw new IllegalArgumentException(name);
        }
        return array;
    }
}
