package dev.nara.neumf;

import dev.nara.algorithm.ExampleBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** Measures the effect of a step on the weights it updates, from copies before the step. */
final class StepHealth {
    /** The number of examples of the batch whose rows are measured; more would cost time without further information. */
    private static final int LOOKED_AT = 1024;

    private final List<Part> parts = new ArrayList<>();
    private final Optimizer optimizer;
    private final DoubleSupplier gradient;

    /** Copies of some rows of an array. */
    private static final class Part {
        private final String name;
        private final float[] array;
        private final int[] starts;
        private final int width;
        private final float[] before;

        /** Rows that begin at these offsets, each of that width. */
        Part(String name, float[] array, int[] starts, int width) {
            this.name = name;
            this.array = array;
            this.starts = starts;
            this.width = width;
            this.before = new float[starts.length * width];
            for (int r = 0; r < starts.length; r++) {
                System.arraycopy(array, starts[r], before, r * width, width);
            }
        }

        static Part ofRows(String name, float[] array, int[] rows, int width) {
            return new Part(
                    name, array, IntStream.of(rows).map(row -> row * width).toArray(), width);
        }

        /** The norm of the change relative to the norm before. */
        double moved() {
            double change = 0;
            double norm = 0;
            for (int r = 0; r < starts.length; r++) {
                for (int j = 0; j < width; j++) {
                    double was = before[r * width + j];
                    double moved = array[starts[r] + j] - was;
                    change += moved * moved;
                    norm += was * was;
                }
            }
            return norm > 0 ? Math.sqrt(change / norm) : 0;
        }
    }

    /** Copies the weights before a step on the batch. */
    StepHealth(TrainingStep step, NeuMfWeights weights, ExampleBatch batch, Optimizer optimizer) {
        this.optimizer = optimizer;
        NeuMfSpec spec = weights.spec();
        int[] users = IntStream.of(batch.users())
                .limit(Math.min(LOOKED_AT, batch.size()))
                .distinct()
                .toArray();
        int[] items = IntStream.of(batch.items())
                .limit(Math.min(LOOKED_AT, batch.size()))
                .distinct()
                .toArray();
        step.fetch(users, items);
        if (spec.gmf() > 0) {
            parts.add(Part.ofRows("gmf_user", weights.gmfUser(), users, spec.gmf()));
            parts.add(Part.ofRows("gmf_item", weights.gmfItem(), items, spec.gmf()));
        }
        if (!spec.layers().isEmpty()) {
            parts.add(Part.ofRows("mlp_user", weights.mlpUser(), users, spec.mlpUser()));
            parts.add(Part.ofRows("mlp_item", weights.mlpItem(), items, spec.mlpItem()));
        }
        float[] dense = weights.dense();
        gradient = optimizer.watchGradient(dense);
        for (int k = 0; k < spec.layers().size(); k++) {
            int size = spec.widthBefore(k) * spec.layers().get(k);
            parts.add(new Part("layer" + (k + 1), dense, new int[] {spec.weightOffset(k)}, size));
        }
        parts.add(new Part("output", dense, new int[] {spec.outputOffset()}, spec.outputWidth()));
    }

    /** The effect of the step; see {@link dev.nara.algorithm.Fitting#health}. */
    Map<String, Double> after() {
        Map<String, Double> health = new LinkedHashMap<>();
        health.put("rate", (double) optimizer.learningRate());
        health.put("gradient", gradient.getAsDouble());
        parts.forEach(part -> health.put("update." + part.name, part.moved()));
        return health;
    }
}
