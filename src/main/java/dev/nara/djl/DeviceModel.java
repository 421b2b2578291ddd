package dev.nara.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.SideFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A GMF, MLP or NeuMF with its optimiser state on a device, as {@link StepScript} needs it. */
final class DeviceModel {
    private final NeuMfWeights weights;
    private final NeuMfSpec spec;
    private final NDManager manager;
    private final Optimizer optimizer;
    private final List<DeviceTable> tables = new ArrayList<>();
    private final Map<String, NDArray> inputs = new LinkedHashMap<>();
    private final DeviceTable users;
    private final DeviceTable items;
    private final DeviceTable dense;

    /** Uses arrays of that manager; nothing is transferred yet. */
    DeviceModel(NDManager manager, NeuMfWeights weights, Optimizer optimizer) {
        this.manager = manager;
        this.weights = weights;
        this.optimizer = optimizer;
        spec = weights.spec();
        dense = table("dense", 1, spec.denseSize());
        dense.hold(weights.dense(), 0, 1, 0);
        if (LossScript.together(spec)) {
            users = table("embeddings", spec.users() + spec.items(), spec.gmf() + spec.mlpUser());
            items = users;
        } else {
            users = table("user_embeddings", spec.users(), spec.gmf() + spec.mlpUser());
            items = table("item_embeddings", spec.items(), spec.gmf() + spec.mlpItem());
        }
        hold(users, 0, spec.users(), weights.gmfUser(), weights.mlpUser());
        hold(items, firstItem(), spec.items(), weights.gmfItem(), weights.mlpItem());
        features();
    }

    private DeviceTable table(String name, int rows, int columns) {
        DeviceTable table = new DeviceTable(manager, rows, columns, optimizer);
        tables.add(table);
        inputs.put(name, table.cells());
        return table;
    }

    private void hold(DeviceTable table, int row, int rows, float[] gmf, float[] mlp) {
        if (spec.gmf() > 0) {
            table.hold(gmf, row, rows, 0);
        }
        if (!spec.layers().isEmpty()) {
            table.hold(mlp, row, rows, spec.gmf());
        }
    }

    /** The row of the first item in the table. */
    int firstItem() {
        return items == users ? spec.users() : 0;
    }

    private void features() {
        for (int f = 0; f < spec.features().size(); f++) {
            SideFeature feature = spec.features().get(f);
            if (feature.isCategorical()) {
                table("feature" + f, feature.categories(), feature.width())
                        .hold(weights.feature(f), 0, feature.categories(), 0);
                long[] codes = new long[feature.ofUser() ? spec.users() : spec.items()];
                for (int r = 0; r < codes.length; r++) {
                    codes[r] = feature.code(r);
                }
                inputs.put("feature" + f + "_codes", manager.create(codes));
            }
        }
        numbers("user_numbers", true, spec.users());
        numbers("item_numbers", false, spec.items());
    }

    private void numbers(String name, boolean ofUser, int rows) {
        List<SideFeature> features = spec.features().stream()
                .filter(feature -> feature.ofUser() == ofUser && !feature.isCategorical())
                .toList();
        if (!features.isEmpty()) {
            float[] numbers = new float[Math.multiplyExact(rows, features.size())];
            for (int n = 0; n < numbers.length; n++) {
                numbers[n] = features.get(n % features.size()).number(n / features.size());
            }
            inputs.put(name, manager.create(numbers, new Shape(rows, features.size())));
        }
    }

    /** A step's inputs by their names in the script. */
    Map<String, NDArray> inputs() {
        return inputs;
    }

    /** Transfers all parameters to the device. */
    void send() {
        tables.forEach(DeviceTable::send);
    }

    /** Transfers all parameters back. */
    void fetch() {
        tables.forEach(DeviceTable::fetch);
    }

    /** Transfers the embeddings of some users and items, and the layers, back. */
    void fetch(int[] ofUsers, int[] ofItems) {
        users.fetch(0, ofUsers);
        items.fetch(firstItem(), ofItems);
        dense.fetch();
    }
}
