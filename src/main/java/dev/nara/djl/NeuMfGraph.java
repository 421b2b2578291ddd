package dev.nara.djl;

import dev.nara.neumf.NeuMfSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The forward pass of a NeuMF as MXNet's symbol JSON. Inputs, in this order where the model has them: weight0, bias0,
 * weight1, … of the hidden layers and then of the output layer, labels, input, gmf_user, gmf_item, mask0, mask1, …; the
 * outputs are the logits, and their probabilities, from which the gradient of the summed binary cross-entropy goes
 * back. The loss itself is computed from the logits in Java: in the graph it would need as many operators as the model.
 */
final class NeuMfGraph {
    private final StringBuilder nodes = new StringBuilder();
    private final List<Integer> arguments = new ArrayList<>();
    private final Map<String, Integer> inputs = new LinkedHashMap<>();
    private int size;

    private NeuMfGraph() {}

    /** The names of the graph's inputs, in order. */
    static List<String> inputNames(NeuMfSpec spec, boolean dropout) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k <= spec.layers().size(); k++) {
            names.add("weight" + k);
            names.add("bias" + k);
        }
        names.add("labels");
        if (!spec.layers().isEmpty()) {
            names.add("input");
        }
        if (spec.gmf() > 0) {
            names.add("gmf_user");
            names.add("gmf_item");
        }
        for (int k = 0; dropout && k < spec.layers().size(); k++) {
            names.add("mask" + k);
        }
        return names;
    }

    /** The whole graph. */
    static String json(NeuMfSpec spec, boolean dropout) {
        NeuMfGraph graph = new NeuMfGraph();
        for (String name : inputNames(spec, dropout)) {
            graph.inputs.put(name, graph.argument(name));
        }
        int logits = graph.logits(spec, dropout);
        // The gradient of this operator is probability minus label, that of the cross-entropy, regardless of the
        // incoming gradient.
        int probabilities = graph.node("LogisticRegressionOutput", "", logits, graph.input("labels"));
        return "{\"nodes\":[" + graph.nodes + "],\"arg_nodes\":" + graph.arguments + ",\"heads\":[[" + logits
                + ",0,0],[" + probabilities + ",0,0]],\"attrs\":{\"mxnet_version\":[\"int\",10900]}}";
    }

    private int logits(NeuMfSpec spec, boolean dropout) {
        List<Integer> seen = new ArrayList<>();
        if (!spec.layers().isEmpty()) {
            int hidden = input("input");
            for (int k = 0; k < spec.layers().size(); k++) {
                hidden = fullyConnected(hidden, k, spec.layers().get(k));
                hidden = node("Activation", "\"act_type\":\"relu\"", hidden);
                hidden = dropout ? node("elemwise_mul", "", hidden, input("mask" + k)) : hidden;
            }
            seen.add(hidden);
        }
        if (spec.gmf() > 0) {
            seen.add(node("elemwise_mul", "", input("gmf_user"), input("gmf_item")));
        }
        int joined = seen.size() == 1 ? seen.get(0) : joined(seen.get(0), seen.get(1));
        int column = fullyConnected(joined, spec.layers().size(), 1);
        return node("Reshape", "\"shape\":\"(-1,)\"", column);
    }

    /** Side by side, by MXNet's NumPy operator: the backward pass of its "Concat" leaks 2.3 KB on a CPU every time. */
    private int joined(int left, int right) {
        return node("_npi_concatenate", "\"axis\":\"1\",\"num_args\":\"2\"", left, right);
    }

    private int fullyConnected(int data, int layer, int units) {
        return node(
                "FullyConnected",
                "\"num_hidden\":\"" + units + "\",\"flatten\":\"False\"",
                data,
                input("weight" + layer),
                input("bias" + layer));
    }

    private int input(String name) {
        Integer node = inputs.get(name);
        if (node == null) {
            throw new IllegalStateException(name);
        }
        return node;
    }

    private int argument(String name) {
        arguments.add(size);
        return add("null", name, "", List.of());
    }

    private int node(String operator, String attributes, Integer... from) {
        return add(operator, "n" + size, attributes, List.of(from));
    }

    private int add(String operator, String name, String attributes, List<Integer> from) {
        List<String> edges = from.stream().map(n -> "[" + n + ",0,0]").toList();
        nodes.append(size == 0 ? "" : ",")
                .append("{\"op\":\"" + operator + "\",\"name\":\"" + name + "\",\"attrs\":{" + attributes
                        + "},\"inputs\":[" + String.join(",", edges) + "]}");
        return size++;
    }
}
