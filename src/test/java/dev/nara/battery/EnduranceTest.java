package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.NaraProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A long training holds no more memory, handles and threads at its end than once it was under way: half an hour an engine,
 * {@code -Dnara.minutes=N} in all. As Linux counts them.
 */
@Tag("scale")
class EnduranceTest {
    private static final double MINUTES = Double.parseDouble(System.getProperty("nara.minutes", "60"));
    private static final int SAMPLES = 40;
    /** Grown heaps and caches settle within the first half; then so much may come, in KB. */
    private static final long MAY_GROW_KB = 24 << 10;

    @TempDir
    private Path folder;

    private record Sample(long memory, long handles, long threads) {}

    @ParameterizedTest
    @ValueSource(strings = {"vector", "mxnet"})
    void memoryHandlesAndThreadsStayFlat(String engine) throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "only Linux counts them so");
        String data = SmallWorkspace.writeData(folder.resolve("u.data")).toString();
        Process process = NaraProcess.startToCompute(
                folder,
                "train",
                "--data",
                data,
                "--split",
                "leave-one-out",
                "--candidates",
                "all",
                "--engine",
                engine,
                "--epochs",
                "10000000",
                "--set",
                "batch_size=16",
                "--set",
                "layers=8",
                "--json");
        // What it prints is not read.
        Thread reader = new Thread(() -> drain(process));
        reader.setDaemon(true);
        reader.start();
        List<Sample> samples = new ArrayList<>();
        try {
            long pause = (long) (MINUTES / 2 / SAMPLES * TimeUnit.MINUTES.toMillis(1));
            while (samples.size() < SAMPLES) {
                assertTrue(!process.waitFor(pause, TimeUnit.MILLISECONDS), "it ended");
                samples.add(sample(process.pid()));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        List<Sample> before = samples.subList(SAMPLES / 4, SAMPLES / 2);
        List<Sample> after = samples.subList(3 * SAMPLES / 4, SAMPLES);
        String all = samples.toString();
        assertTrue(most(after, Sample::memory) <= most(before, Sample::memory) + MAY_GROW_KB, all);
        assertTrue(most(after, Sample::handles) <= most(before, Sample::handles), all);
        assertTrue(most(after, Sample::threads) <= most(before, Sample::threads), all);
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It was ended.
        }
    }

    private static long most(List<Sample> samples, ToLongFunction<Sample> of) {
        return samples.stream().mapToLong(of).max().orElseThrow();
    }

    private static Sample sample(long process) throws IOException {
        Path of = Path.of("/proc", Long.toString(process));
        List<String> status = Files.readAllLines(of.resolve("status"));
        try (Stream<Path> handles = Files.list(of.resolve("fd"))) {
            return new Sample(number(status, "VmRSS:"), handles.count(), number(status, "Threads:"));
        }
    }

    private static long number(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
