package dev.nara.interchange;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.nara.algorithm.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A NeuMF, GMF or MLP as described by its weights' notes {@code parts} and {@code inputs}. Side features are tables of users or items, so
 * that a score needs only a user and an item. For the catalogue, the first layer is split into the shares of user and item.
 */
final class OnnxNeuMf implements OnnxScoring {
    private final Weights weights;
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, float[]> parts = new HashMap<>();
    private final Map<String, int[]> shapes = new HashMap<>();

    /** A stretch of the MLP's input, see {@code inputs} among the notes; {@code from} is its first column. */
    private record Input(String array, boolean ofUser, String codes, int from, int width) {}

    OnnxNeuMf(Weights weights) {
        this.weights = weights;
        float[] dense = OnnxScoring.array(weights, "dense");
        for (JsonElement each : list("parts")) {
            JsonObject part = each.getAsJsonObject();
            JsonArray extents = part.getAsJsonArray("shape");
            int[] shape = new int[extents.size()];
            Arrays.setAll(shape, i -> extents.get(i).getAsInt());
            int offset = part.get("offset").getAsInt();
            int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
            shapes.put(part.get("name").getAsString(), shape);
            parts.put(part.get("name").getAsString(), Arrays.copyOfRange(dense, offset, offset + size));
        }
        int from = 0;
        for (JsonElement each : list("inputs")) {
            JsonObject input = each.getAsJsonObject();
            int width = input.get("width").getAsInt();
            inputs.add(new Input(
                    input.get("array").getAsString(),
                    input.get("of").getAsString().equals("user"),
                    input.get("codes").getAsString(),
                    from,
                    width));
            from += width;
        }
    }

    static boolean has(Weights weights) {
        return weights.names().contains("dense") && weights.notes().containsKey("parts");
    }

    private JsonArray list(String note) {
        return new Gson().fromJson(weights.notes().getOrDefault(note, "[]"), JsonArray.class);
    }

    @Override
    public int items() {
        return weights.shape(hasGmf() ? "gmf.item" : "mlp.item")[0];
    }

    private boolean hasGmf() {
        return weights.names().contains("gmf.item");
    }

    private float[] part(String name) {
        float[] part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(name);
        }
        return part;
    }

    private int[] shape(String name) {
        return shapes.getOrDefault(name, new int[] {0, 0});
    }

    private int layers() {
        return (int) parts.keySet().stream()
                .filter(name -> name.endsWith(".bias") && name.startsWith("layer."))
                .count();
    }

    private int lastWidth() {
        return layers() == 0 ? 0 : shape("layer." + (layers() - 1) + ".bias")[0];
    }

    @Override
    public String pairs(OnnxGraph graph) {
        tables(graph);
        List<String> last = new ArrayList<>();
        if (layers() > 0) {
            List<String> stretches = inputs.stream()
                    .map(input -> rows(graph, input, input.ofUser() ? USER : ITEM))
                    .toList();
            String hidden = graph.node("Concat", "axis", 1, "input", stretches.toArray(String[]::new));
            for (int k = 0; k < layers(); k++) {
                String layer = "layer." + k;
                dense(graph, layer + ".weight");
                dense(graph, layer + ".bias");
                graph.node("Gemm", "transB", 1, layer, hidden, layer + ".weight", layer + ".bias");
                hidden = graph.node("Relu", layer + ".relu", layer);
            }
            last.add(hidden);
        }
        if (hasGmf()) {
            graph.node("Gather", "gmf.of.user", "gmf.user", USER);
            graph.node("Gather", "gmf.of.item", "gmf.item", ITEM);
            last.add(graph.node("Mul", "gmf", "gmf.of.user", "gmf.of.item"));
        }
        graph.node("Concat", "axis", 1, "last", last.toArray(String[]::new));
        float[] output = part("output.weight");
        graph.table("output.weight", output, 1, output.length);
        dense(graph, "output.bias");
        graph.node("Gemm", "transB", 1, "output", "last", "output.weight", "output.bias");
        return graph.node("Squeeze", "logit", "output", graph.wholes("axis", 1));
    }

    @Override
    public String catalogue(OnnxGraph graph) {
        tables(graph);
        dense(graph, "output.bias");
        String sum = "output.bias";
        if (hasGmf()) {
            float[] output = part("output.weight");
            graph.table(
                    "output.gmf", Arrays.copyOfRange(output, lastWidth(), output.length), output.length - lastWidth());
            graph.node("Gather", "gmf.of.user", "gmf.user", USER);
            graph.node("Mul", "gmf.weighed", "gmf.of.user", "output.gmf");
            sum = graph.node("Gemm", "transB", 1, "gmf", "gmf.weighed", "gmf.item", sum);
        }
        return layers() == 0 ? sum : graph.node("Add", "logits", mlp(graph), sum);
    }

    /** The MLP's part of the logits for some users and the catalogue: [users × items]. */
    private String mlp(OnnxGraph graph) {
        String ofUser = share(graph, true);
        String ofItem = share(graph, false);
        dense(graph, "layer.0.bias");
        graph.node("Add", "first.user.biased", ofUser, "layer.0.bias");
        graph.node("Unsqueeze", "first.user.each", "first.user.biased", graph.wholes("axis", 1));
        graph.node("Add", "layer.0", "first.user.each", ofItem);
        String hidden = graph.node("Relu", "layer.0.relu", "layer.0");
        for (int k = 1; k < layers(); k++) {
            String layer = "layer." + k;
            dense(graph, layer + ".weight");
            dense(graph, layer + ".bias");
            graph.node("Transpose", layer + ".turned", layer + ".weight");
            graph.node("MatMul", layer + ".product", hidden, layer + ".turned");
            graph.node("Add", layer, layer + ".product", layer + ".bias");
            hidden = graph.node("Relu", layer + ".relu", layer);
        }
        graph.table("output.mlp", Arrays.copyOf(part("output.weight"), lastWidth()), lastWidth(), 1);
        graph.node("MatMul", "mlp.each", hidden, "output.mlp");
        return graph.node("Squeeze", "mlp", "mlp.each", graph.wholes("last.axis", 2));
    }

    /** The share of users or all items in the first layer: [users or items × width of layer 0]. */
    private String share(OnnxGraph graph, boolean ofUser) {
        List<Input> own =
                inputs.stream().filter(input -> input.ofUser() == ofUser).toList();
        String side = ofUser ? "user" : "item";
        String[] stretches = own.stream()
                .map(input -> rows(graph, input, ofUser ? USER : ""))
                .toArray(String[]::new);
        graph.node("Concat", "axis", 1, "input." + side, stretches);
        int out = shape("layer.0.weight")[0];
        int in = shape("layer.0.weight")[1];
        int width = own.stream().mapToInt(Input::width).sum();
        float[] columns = new float[out * width];
        for (int o = 0; o < out; o++) {
            int place = o * width;
            for (Input input : own) {
                System.arraycopy(part("layer.0.weight"), o * in + input.from(), columns, place, input.width());
                place += input.width();
            }
        }
        graph.table("layer.0." + side, columns, out, width);
        return graph.node("Gemm", "transB", 1, "first." + side, "input." + side, "layer.0." + side);
    }

    /** The rows of an input range for the users or items that a graph input names; all of them if it is "". */
    private static String rows(OnnxGraph graph, Input input, String named) {
        String rows = "rows of " + input.array();
        if (input.codes().isEmpty()) {
            return named.isEmpty() ? input.array() : graph.node("Gather", rows, input.array(), named);
        }
        String codes = named.isEmpty()
                ? input.codes()
                : graph.node("Gather", "rows of " + input.codes(), input.codes(), named);
        return graph.node("Gather", rows, input.array(), codes);
    }

    private void tables(OnnxGraph graph) {
        if (hasGmf()) {
            graph.table("gmf.user", OnnxScoring.array(weights, "gmf.user"), weights.shape("gmf.user"));
            graph.table("gmf.item", OnnxScoring.array(weights, "gmf.item"), weights.shape("gmf.item"));
        }
        for (Input input : inputs) {
            float[] array = OnnxScoring.array(weights, input.array());
            graph.table(input.array(), array, array.length / input.width(), input.width());
            if (!input.codes().isEmpty()) {
                graph.wholes(input.codes(), OnnxScoring.array(weights, input.codes()));
            }
        }
    }

    private void dense(OnnxGraph graph, String part) {
        graph.table(part, part(part), shape(part));
    }
}
