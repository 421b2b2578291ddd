package dev.nara.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A NeuMF without side features as DJL arrays, and its forward pass by DJL's operators. */
final class OpByOpModel implements AutoCloseable {
    private final Engine engine;
    private final NeuMfSpec spec;
    private final NDManager manager;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();

    OpByOpModel(Engine engine, NeuMfWeights weights) {
        this.engine = engine;
        this.spec = weights.spec();
        if (!spec.features().isEmpty()) {
            throw new IllegalArgumentException("side features are not measured");
        }
        manager = engine.newBaseManager(Device.cpu());
        add("gmf.user", weights.gmfUser(), spec.users(), spec.gmf());
        add("gmf.item", weights.gmfItem(), spec.items(), spec.gmf());
        add("mlp.user", weights.mlpUser(), spec.users(), spec.mlpUser());
        add("mlp.item", weights.mlpItem(), spec.items(), spec.mlpItem());
        for (int k = 0; k <= spec.layers().size(); k++) {
            boolean output = k == spec.layers().size();
            int out = output ? 1 : spec.layers().get(k);
            int in = output ? spec.outputWidth() : spec.widthBefore(k);
            int from = output ? spec.outputOffset() : spec.weightOffset(k);
            add("weight" + k, Arrays.copyOfRange(weights.dense(), from, from + in * out), out, in);
            add("bias" + k, Arrays.copyOfRange(weights.dense(), from + in * out, from + in * out + out), out);
        }
    }

    private void add(String name, float[] values, long... shape) {
        if (values.length > 0) {
            NDArray array = manager.create(values, new Shape(shape));
            array.setName(name);
            parameters.put(name, array);
        }
    }

    Engine engine() {
        return engine;
    }

    NDManager manager() {
        return manager;
    }

    int items() {
        return spec.items();
    }

    /** All trainable parameters, by name. */
    Map<String, NDArray> parameters() {
        return parameters;
    }

    /** The logits [pairs] of users and items [pairs]. */
    NDArray logits(NDArray users, NDArray items) {
        List<NDArray> seen = new ArrayList<>();
        if (!spec.layers().isEmpty()) {
            NDArray hidden = NDArrays.concat(new NDList(rows("mlp.user", users), rows("mlp.item", items)), 1);
            for (int k = 0; k < spec.layers().size(); k++) {
                hidden = Activation.relu(linear(hidden, k));
            }
            seen.add(hidden);
        }
        if (spec.gmf() > 0) {
            seen.add(rows("gmf.user", users).mul(rows("gmf.item", items)));
        }
        NDArray joined = seen.size() == 1 ? seen.get(0) : NDArrays.concat(new NDList(seen), 1);
        return linear(joined, spec.layers().size()).flatten();
    }

    private NDArray linear(NDArray input, int layer) {
        return Linear.linear(input, parameter("weight" + layer), parameter("bias" + layer))
                .singletonOrThrow();
    }

    private NDArray rows(String table, NDArray indices) {
        return Embedding.embedding(indices, parameter(table), SparseFormat.DENSE)
                .singletonOrThrow();
    }

    private NDArray parameter(String name) {
        NDArray array = parameters.get(name);
        if (array == null) {
            throw new IllegalStateException(name);
        }
        return array;
    }

    @Override
    public void close() {
        manager.close();
    }
}
