package dev.nara.bench;

import dev.nara.neumf.Kernels;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How many multiply-adds this machine can do, one stretch of work on each core at the same time. */
final class Peak {
    private static final int SIZE = 384;
    private static final long IN_REGISTERS = 1 << 20;

    private final Kernels arithmetic;
    private final int cores;

    /** Work that one core repeats; returns the multiply-adds done. */
    @FunctionalInterface
    private interface Work {
        double once();
    }

    Peak(Kernels arithmetic, int cores) {
        this.arithmetic = arithmetic;
        this.cores = cores;
    }

    /** A second, in the program's own products of square matrices that fit into the cache. */
    double product(double seconds) {
        return onAllCores(seconds, () -> {
            int stride = SIZE + 16;
            float[] a = new float[SIZE * SIZE];
            float[] b = new float[SIZE * stride];
            float[] c = new float[SIZE * stride];
            return () -> {
                arithmetic.addProduct(SIZE, SIZE, SIZE, a, 0, SIZE, b, 0, stride, c, 0, stride);
                return (double) SIZE * SIZE * SIZE;
            };
        });
    }

    /** A second, on numbers in registers alone. */
    double registers(double seconds) {
        return onAllCores(seconds, () -> {
            float[] sum = new float[1];
            return () -> arithmetic.multiplyAdds(IN_REGISTERS, sum);
        });
    }

    private double onAllCores(double seconds, Supplier<Work> works) {
        long begun = System.nanoTime();
        long until = begun + (long) (seconds * 1e9);
        double done = IntStream.range(0, cores)
                .parallel()
                .mapToDouble(core -> {
                    Work work = works.get();
                    double sum = work.once();
                    while (System.nanoTime() < until) {
                        sum += work.once();
                    }
                    return sum;
                })
                .sum();
        return done / ((System.nanoTime() - begun) / 1e9);
    }
}
