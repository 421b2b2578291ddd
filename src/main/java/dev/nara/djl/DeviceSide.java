package dev.nara.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.SideFeature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model knows of its users, or of its items, on a device: embeddings of both halves, and side features. */
final class DeviceSide {
    private final NeuMfSpec spec;
    private final int gmf;
    private final DeviceTable embeddings;
    /** The numeric side features in their order: [rows × features]. */
    private final @Nullable NDArray numbers;
    /** The categorical ones by their place among all. */
    private final Map<Integer, Category> categories = new HashMap<>();

    /** The embedding of a side feature, and the code of each user or item: [rows]. */
    private record Category(DeviceTable table, NDArray codes) {}

    DeviceSide(NDManager manager, NeuMfWeights weights, boolean ofUser, Optimizer optimizer) {
        spec = weights.spec();
        gmf = spec.gmf();
        int rows = ofUser ? spec.users() : spec.items();
        List<float[]> arrays = new ArrayList<>();
        if (gmf > 0) {
            arrays.add(ofUser ? weights.gmfUser() : weights.gmfItem());
        }
        if (!spec.layers().isEmpty()) {
            arrays.add(ofUser ? weights.mlpUser() : weights.mlpItem());
        }
        embeddings = new DeviceTable(manager, rows, arrays, optimizer);
        List<SideFeature> numeric = new ArrayList<>();
        for (int f = 0; f < spec.features().size(); f++) {
            SideFeature feature = spec.features().get(f);
            if (feature.ofUser() == ofUser && feature.isCategorical()) {
                long[] codes = new long[rows];
                for (int r = 0; r < rows; r++) {
                    codes[r] = feature.code(r);
                }
                DeviceTable table =
                        new DeviceTable(manager, feature.categories(), List.of(weights.feature(f)), optimizer);
                categories.put(f, new Category(table, manager.create(codes)));
            } else if (feature.ofUser() == ofUser) {
                numeric.add(feature);
            }
        }
        numbers = numeric.isEmpty() ? null : numbers(manager, rows, numeric);
    }

    private static NDArray numbers(NDManager manager, int rows, List<SideFeature> features) {
        float[] numbers = new float[Math.multiplyExact(rows, features.size())];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = features.get(n % features.size()).number(n / features.size());
        }
        return manager.create(numbers, new Shape(rows, features.size()));
    }

    private List<DeviceTable> tables() {
        List<DeviceTable> tables = new ArrayList<>(List.of(embeddings));
        categories.values().forEach(category -> tables.add(category.table));
        return tables;
    }

    /** Sends all parameters to the device. */
    void send() {
        tables().forEach(DeviceTable::send);
    }

    /** Brings all parameters home. */
    void fetch() {
        tables().forEach(DeviceTable::fetch);
    }

    /** Brings the embeddings of some rows home. */
    void fetch(int[] rows) {
        embeddings.fetch(rows);
    }

    /** What a batch of users or items [examples] takes. */
    Taken take(NDManager step, NDArray indices) {
        return new Taken(step, indices);
    }

    /** The rows of some parameters that a batch takes, and which of them each example takes. */
    private record Distinct(DeviceTable.Rows rows, NDArray ofExample) {
        static Distinct of(NDManager step, DeviceTable table, NDArray indices) {
            NDList found = indices.unique(null, true, true, false);
            return new Distinct(table.rows(step, found.get(0).toType(DataType.INT64, false)), found.get(1));
        }

        /** The parameters of each example: [examples × width]. */
        NDArray ofExamples() {
            return Embedding.embedding(ofExample, rows.parameters(), SparseFormat.DENSE)
                    .singletonOrThrow();
        }
    }

    /** The share of one side in a step. */
    final class Taken {
        private final Distinct distinct;
        private final Map<Integer, Distinct> features = new HashMap<>();
        private final @Nullable NDArray given;

        private Taken(NDManager step, NDArray indices) {
            distinct = Distinct.of(step, embeddings, indices);
            categories.forEach((f, category) -> features.put(
                    f, Distinct.of(step, category.table, category.codes.get(step, new NDIndex("{}", indices)))));
            given = numbers == null ? null : numbers.get(step, new NDIndex("{}", indices));
        }

        /** The embeddings of both halves, the GMF's first: each [examples × dimension]; one where there is one half. */
        NDList embeddings() {
            NDArray all = distinct.ofExamples();
            return gmf > 0 && !spec.layers().isEmpty() ? all.split(new long[] {gmf}, 1) : new NDList(all);
        }

        /** The embedding of a categorical side feature, by its place among all: [examples × width]. */
        NDArray category(int feature) {
            Distinct found = features.get(feature);
            if (found == null) {
                throw new IllegalArgumentException(String.valueOf(feature));
            }
            return found.ofExamples();
        }

        /** Some of the numeric side features: [examples × to - from]. */
        NDArray numbers(int from, int to) {
            if (given == null) {
                throw new IllegalStateException("no numbers");
            }
            return given.get(new NDIndex(":, {}:{}", from, to));
        }

        /** Lets the optimiser change what was taken. */
        void update(float scale) {
            distinct.rows.update(scale);
            features.values().forEach(feature -> feature.rows.update(scale));
        }
    }
}
