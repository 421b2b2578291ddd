package dev.nara.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.SideFeature;
import java.util.ArrayList;
import java.util.List;

/** A GMF, MLP or NeuMF that lives on a device with what the optimiser remembers of it. */
final class DeviceModel {
    private final NeuMfSpec spec;
    private final DeviceSide users;
    private final DeviceSide items;
    private final DeviceTable dense;
    private final NDArray denseRow;
    private final List<Piece> pieces = new ArrayList<>();

    /** A stretch of the MLP's input after the embeddings: a category's place, or numbers {@code from} … {@code to} - 1. */
    private record Piece(boolean ofUser, int category, int from, int to) {}

    /** Arrays of that manager; nothing is sent yet. */
    DeviceModel(NDManager manager, NeuMfWeights weights, Optimizer optimizer) {
        spec = weights.spec();
        users = new DeviceSide(manager, weights, true, optimizer);
        items = new DeviceSide(manager, weights, false, optimizer);
        dense = new DeviceTable(manager, 1, List.of(weights.dense()), optimizer);
        denseRow = manager.create(new long[] {0});
        planFeatures();
    }

    /** Numbers of one side that follow each other are one piece. */
    private void planFeatures() {
        int[] numbers = {0, 0};
        for (int f = 0; f < spec.features().size(); f++) {
            SideFeature feature = spec.features().get(f);
            if (feature.isCategorical()) {
                pieces.add(new Piece(feature.ofUser(), f, 0, 0));
                continue;
            }
            int at = numbers[feature.ofUser() ? 0 : 1]++;
            int last = pieces.size() - 1;
            boolean goesOn = last >= 0 && pieces.get(last).category < 0 && pieces.get(last).ofUser == feature.ofUser();
            int from = goesOn ? pieces.remove(last).from : at;
            pieces.add(new Piece(feature.ofUser(), -1, from, at + 1));
        }
    }

    /** Sends all parameters to the device. */
    void send() {
        users.send();
        items.send();
        dense.send();
    }

    /** Brings all parameters home. */
    void fetch() {
        users.fetch();
        items.fetch();
        dense.fetch();
    }

    /** Brings the embeddings of some users and items, and the layers, home. */
    void fetch(int[] ofUsers, int[] ofItems) {
        users.fetch(ofUsers);
        items.fetch(ofItems);
        dense.fetch();
    }

    /** What a batch takes of the model. */
    Batch take(NDManager step, NDArray userIndices, NDArray itemIndices) {
        return new Batch(users.take(step, userIndices), items.take(step, itemIndices), dense.rows(step, denseRow));
    }

    /** One batch in its model. */
    final class Batch {
        private final DeviceSide.Taken ofUsers;
        private final DeviceSide.Taken ofItems;
        private final DeviceTable.Rows layers;

        private Batch(DeviceSide.Taken ofUsers, DeviceSide.Taken ofItems, DeviceTable.Rows layers) {
            this.ofUsers = ofUsers;
            this.ofItems = ofItems;
            this.layers = layers;
        }

        /** The logits [examples]; {@code masks} [examples × width] one a hidden layer, or none. */
        NDArray logits(List<NDArray> masks) {
            NDList parts = layers.parameters().split(bounds(), 1);
            NDList user = ofUsers.embeddings();
            NDList item = ofItems.embeddings();
            NDList seen = new NDList();
            if (!spec.layers().isEmpty()) {
                NDArray hidden = input(user.get(user.size() - 1), item.get(item.size() - 1));
                for (int k = 0; k < spec.layers().size(); k++) {
                    hidden = Activation.relu(
                            linear(hidden, parts, k, spec.layers().get(k)));
                    hidden = masks.isEmpty() ? hidden : hidden.mul(masks.get(k));
                }
                seen.add(hidden);
            }
            if (spec.gmf() > 0) {
                seen.add(user.get(0).mul(item.get(0)));
            }
            NDArray joined = seen.size() == 1 ? seen.get(0) : NDArrays.concat(seen, 1);
            return linear(joined, parts, spec.layers().size(), 1).flatten();
        }

        private NDArray input(NDArray user, NDArray item) {
            NDList input = new NDList(user, item);
            for (Piece piece : pieces) {
                DeviceSide.Taken side = piece.ofUser ? ofUsers : ofItems;
                input.add(piece.category < 0 ? side.numbers(piece.from, piece.to) : side.category(piece.category));
            }
            return NDArrays.concat(input, 1);
        }

        /** Lets the optimiser change all that the batch took. */
        void update(float scale) {
            ofUsers.update(scale);
            ofItems.update(scale);
            layers.update(scale);
        }
    }

    /** Where the weights and the biases of each layer but the first weights start. */
    private long[] bounds() {
        long[] bounds = new long[2 * spec.layers().size() + 1];
        for (int k = 0; k < spec.layers().size(); k++) {
            bounds[2 * k] = spec.biasOffset(k);
            bounds[2 * k + 1] = spec.weightOffset(k + 1);
        }
        bounds[bounds.length - 1] = spec.denseSize() - 1L;
        return bounds;
    }

    private static NDArray linear(NDArray input, NDList parts, int layer, int units) {
        NDArray weight = parts.get(2 * layer).reshape(units, -1);
        return Linear.linear(input, weight, parts.get(2 * layer + 1).reshape(new Shape(units)))
                .singletonOrThrow();
    }
}
