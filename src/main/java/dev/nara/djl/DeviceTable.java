package dev.nara.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.nara.neumf.AdamRates;
import dev.nara.neumf.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some arrays of parameters side by side on a device: [rows × columns], of which a row holds its parameters, then what the
 * optimiser remembers of them. One gathering brings all of a row, one write puts all of it back.
 */
final class DeviceTable {
    /** Numbers sent or brought at a time. */
    private static final int BLOCK = 1 << 22;

    private final Optimizer optimizer;
    private final int rows;
    private final int width;
    private final List<Stretch> stretches = new ArrayList<>();
    private final int columns;
    private final NDArray cells;

    /** The columns from {@code from} on, and the array [rows × width] that they come from and go home to. */
    private static final class Stretch {
        private final float[] home;
        private final int from;
        private final int width;

        Stretch(float[] home, int from, int width) {
            this.home = home;
            this.from = from;
            this.width = width;
        }
    }

    /** Of arrays [rows × any width] whose numbers the optimiser changes; nothing is sent yet. */
    DeviceTable(NDManager manager, int rows, List<float[]> arrays, Optimizer optimizer) {
        this.optimizer = optimizer;
        this.rows = rows;
        width = arrays.stream().mapToInt(array -> array.length / rows).sum();
        int from = 0;
        for (float[] array : arrays) {
            List<float[]> memory = optimizer.memory(array);
            int each = array.length / rows;
            stretches.add(new Stretch(array, from, each));
            for (int m = 0; m < memory.size(); m++) {
                stretches.add(new Stretch(memory.get(m), (m + 1) * width + from, each));
            }
            from += each;
        }
        columns = stretches.stream().mapToInt(stretch -> stretch.width).sum();
        cells = manager.zeros(new Shape(rows, columns));
    }

    /** Sends all numbers to the device. */
    void send() {
        for (int from = 0; from < rows; from += blockRows()) {
            int to = Math.min(rows, from + blockRows());
            float[] block = new float[(to - from) * columns];
            for (Stretch stretch : stretches) {
                for (int r = from; r < to; r++) {
                    int place = (r - from) * columns + stretch.from;
                    System.arraycopy(stretch.home, r * stretch.width, block, place, stretch.width);
                }
            }
            try (NDArray sent = cells.getManager().create(block, new Shape(to - from, columns))) {
                cells.set(new NDIndex("{}:{}", from, to), sent);
            }
        }
    }

    /** Brings all numbers home. */
    void fetch() {
        for (int from = 0; from < rows; from += blockRows()) {
            int to = Math.min(rows, from + blockRows());
            fetch(new NDIndex("{}:{}", from, to), IntStream.range(from, to).toArray());
        }
    }

    /** Brings some rows home. */
    void fetch(int[] some) {
        try (NDArray indices = cells.getManager().create(some)) {
            fetch(new NDIndex("{}", indices), some);
        }
    }

    private void fetch(NDIndex place, int[] found) {
        float[] block;
        try (NDArray part = cells.get(place)) {
            block = part.toFloatArray();
        }
        for (Stretch stretch : stretches) {
            for (int k = 0; k < found.length; k++) {
                System.arraycopy(
                        block, k * columns + stretch.from, stretch.home, found[k] * stretch.width, stretch.width);
            }
        }
    }

    private int blockRows() {
        return Math.max(1, BLOCK / columns);
    }

    /** Some distinct rows by their indices [count], copied for a step. */
    Rows rows(NDManager step, NDArray indices) {
        return new Rows(step, indices);
    }

    /** Distinct rows of a step: what its gradients are taken by. */
    final class Rows {
        private final NDArray indices;
        private final NDArray copied;
        private final NDList parts;

        private Rows(NDManager step, NDArray indices) {
            this.indices = indices;
            copied = cells.get(step, new NDIndex("{}", indices));
            parts = width == columns ? new NDList(copied) : copied.split(new long[] {width, 2L * width}, 1);
            parameters().setRequiresGradient(true);
        }

        /** The parameters: [count × width]. */
        NDArray parameters() {
            return parts.get(0);
        }

        /** Lets the optimiser change the rows by their gradient times {@code scale}, and puts them back. */
        void update(float scale) {
            NDArray gradient = parameters().getGradient();
            NDList changed = new NDList(parameters());
            float decay = optimizer.weightDecay();
            if (parts.size() == 1) {
                NDList inputs = new NDList(parameters(), gradient);
                parameters()
                        .getNDArrayInternal()
                        .sgdUpdate(inputs, changed, optimizer.learningRate(), decay, scale, -1, 0, true);
            } else {
                // The bias of the second moment's root is corrected in the rate, so that epsilon is scaled alike.
                double steps = optimizer.steps();
                double root = Math.sqrt(1 - Math.pow(AdamRates.BETA2, steps));
                float rate = (float) (optimizer.learningRate() * root / (1 - Math.pow(AdamRates.BETA1, steps)));
                float epsilon = (float) (AdamRates.EPSILON * root);
                NDList inputs = new NDList(parameters(), gradient, parts.get(1), parts.get(2));
                parameters()
                        .getNDArrayInternal()
                        .adamUpdate(
                                inputs,
                                changed,
                                optimizer.learningRate(),
                                rate,
                                decay,
                                scale,
                                -1,
                                AdamRates.BETA1,
                                AdamRates.BETA2,
                                epsilon,
                                true,
                                false);
            }
            cells.set(new NDIndex("{}", indices), copied);
        }
    }
}
