package dev.nara.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Processor times up to a moment; the difference of two gives what these and other processes used.
 *
 * @param seconds on the clock
 * @param own processor seconds of this process and those that it started
 * @param busy processor time of all processes, in units of the system; 0 if unknown
 * @param all the same including idle time
 */
record MachineLoad(double seconds, double own, long busy, long all) {
    private static final Path LINUX = Path.of("/proc/stat");

    /** Now. */
    static MachineLoad now() {
        ProcessHandle self = ProcessHandle.current();
        double own = Stream.concat(Stream.of(self), self.descendants())
                        .mapToLong(p -> p.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos())
                        .sum()
                / 1e9;
        return of(System.nanoTime() / 1e9, own, first(LINUX));
    }

    private static String first(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file).get(0) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** From Linux's line for all processors: user, nice, system, idle, iowait and more; "" on other systems. */
    static MachineLoad of(double seconds, double own, String line) {
        long[] times = Arrays.stream(line.strip().split("\\s+"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        long all = Arrays.stream(times).limit(8).sum();
        return new MachineLoad(seconds, own, times.length < 5 ? 0 : all - times[3] - times[4], all);
    }

    /** The average number of processors used by these processes since then. */
    double coresSince(MachineLoad before) {
        return (own - before.own) / Math.max(1e-9, seconds - before.seconds);
    }

    /** The share of all processors used by other processes since then, 0 … 1; 0 if unknown. */
    double othersSince(MachineLoad before, int processors) {
        double taken = (double) (busy - before.busy) / Math.max(1, all - before.all);
        return Math.max(0, taken - coresSince(before) / processors);
    }
}
