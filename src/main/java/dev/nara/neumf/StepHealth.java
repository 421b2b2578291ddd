package dev.nara.neumf;

import dev.nara.algorithm.ExampleBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/** What one step does to the weights it touches: kept before the step, measured after it. */
final class StepHealth {
    /** Examples of the batch whose rows are looked at; more would cost time and tell nothing else. */
    private static final int LOOKED_AT = 1024;

    private final List<Part> parts = new ArrayList<>();
    private final Optimizer optimizer;
    private final DoubleSupplier gradient;

    /** Some rows of one array, as they were. */
    private static final class Part {
        private final String name;
        private final float[] array;
        private final int[] starts;
        private final int width;
        private final float[] before;

        /** Rows that begin at the given places, each of that width. */
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

        /** The norm of the change as a share of the norm before. */
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

    /** Looks at the weights before that step runs on the batch. */
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

    /** What the step did; see {@link dev.nara.algorithm.Fitting#health}. */
    Map<String, Double> after() {
        Map<String, Double> health = new LinkedHashMap<>();
        health.put("rate", (double) optimizer.learningRate());
        health.put("gradient", gradient.getAsDouble());
        parts.forEach(part -> health.put("update." + part.name, part.moved()));
        return health;
    }
}
