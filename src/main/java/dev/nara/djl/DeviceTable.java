package dev.nara.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.nara.neumf.Optimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Parameters on a device with their gradients and optimiser state: [2 or 4 × rows × columns], first parameters, then gradients, zero
 * between steps, then optimiser state. Several arrays are placed below or next to each other.
 */
final class DeviceTable {
    /** Numbers transferred at a time. */
    private static final int BLOCK = 1 << 22;

    private final Optimizer optimizer;
    private final NDArray cells;
    private final List<Part> parts = new ArrayList<>();

    /** An array of {@code rows} × {@code width} numbers and its position in the table. */
    private record Part(Home home, int layer, int row, int rows, int column, int width) {}

    /** An array on the Java side of transfers. */
    private static final class Home {
        private final float[] array;

        Home(float[] array) {
            this.array = array;
        }
    }

    /** Initially zero. */
    DeviceTable(NDManager manager, int rows, int columns, Optimizer optimizer) {
        this.optimizer = optimizer;
        cells = manager.zeros(new Shape(optimizer instanceof Optimizer.Adam ? 4 : 2, rows, columns));
    }

    /** Places an array [rows × any width] and its optimiser state in the table; nothing is transferred yet. */
    void hold(float[] array, int row, int rows, int column) {
        int width = array.length / rows;
        parts.add(new Part(new Home(array), 0, row, rows, column, width));
        List<float[]> memory = optimizer.memory(array);
        for (int m = 0; m < memory.size(); m++) {
            parts.add(new Part(new Home(memory.get(m)), 2 + m, row, rows, column, width));
        }
    }

    /** All numbers, to be changed by a step. */
    NDArray cells() {
        return cells;
    }

    /** Transfers all numbers to the device. */
    void send() {
        for (Part part : parts) {
            int most = Math.max(1, BLOCK / part.width);
            for (int from = 0; from < part.rows; from += most) {
                int count = Math.min(most, part.rows - from);
                float[] block = new float[count * part.width];
                System.arraycopy(part.home.array, from * part.width, block, 0, block.length);
                try (NDArray sent = cells.getManager().create(block, new Shape(count, part.width))) {
                    cells.set(place(part, part.row + from, count), sent);
                }
            }
        }
    }

    private static NDIndex place(Part part, int row, int count) {
        return new NDIndex("{}, {}:{}, {}:{}", part.layer, row, row + count, part.column, part.column + part.width);
    }

    /** Transfers all numbers back. */
    void fetch() {
        for (Part part : parts) {
            int most = Math.max(1, BLOCK / part.width);
            for (int from = 0; from < part.rows; from += most) {
                int count = Math.min(most, part.rows - from);
                try (NDArray got = cells.get(place(part, part.row + from, count))) {
                    float[] block = got.toFloatArray();
                    System.arraycopy(block, 0, part.home.array, from * part.width, block.length);
                }
            }
        }
    }

    /** Transfers some rows of the arrays that begin at {@code row} back, by their indices within these. */
    void fetch(int row, int[] some) {
        try (NDManager now = cells.getManager().newSubManager()) {
            NDArray indices = now.create(some).add(row);
            for (Part part : parts) {
                if (part.row == row) {
                    NDArray layer = cells.get(now, new NDIndex("{}", part.layer));
                    NDArray rows = layer.get(now, new NDIndex("{}", indices));
                    float[] got = rows.get(now, new NDIndex(":, {}:{}", part.column, part.column + part.width))
                            .toFloatArray();
                    for (int k = 0; k < some.length; k++) {
                        System.arraycopy(got, k * part.width, part.home.array, some[k] * part.width, part.width);
                    }
                }
            }
        }
    }
}
