package dev.nara.spark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Measures work: seconds, processor seconds of this Java, and the most memory that it has held so far. */
final class Measured {
    private static final Path STATUS = Path.of("/proc/self/status");

    private Measured() {}

    /** Runs the work, prints its costs, and returns its result. */
    static <T> T of(String name, Callable<T> work) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = system.getProcessCpuTime();
        long start = System.nanoTime();
        T made = work.call();
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %.1f s, %.1f processor seconds, %s%n", name, seconds, cpuSeconds, memory());
        return made;
    }

    private static String memory() throws IOException {
        if (!Files.exists(STATUS)) {
            return "memory unknown";
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> String.format(Locale.ROOT, "%.2f GB", Long.parseLong(line.replaceAll("\\D", "")) / 1e6))
                .findFirst()
                .orElse("memory unknown");
    }
}
