package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.ExampleBatch;
import dev.nara.data.DataException;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.NeuMfTestModel;
import dev.nara.neumf.NeuMfWeights;
import dev.nara.neumf.Optimizer;
import dev.nara.neumf.PlainKernels;
import dev.nara.neumf.StepSettings;
import dev.nara.neumf.TrainingStep;
import dev.nara.settings.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Whether the engines give back the memory that they take beside Java's: each trains 20,000 small batches in a process
 * whose heap has been taken as a whole, so that only what is native can grow.
 */
@Tag("process")
@Tag("battery")
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {
    private static final int STEPS = 20_000;
    private static final int BATCH = 16;
    /** The steps are counted in so many parts, because Java's compiler takes and gives back some memory, too. */
    private static final int PARTS = 10;

    private static final int BYTES_A_STEP = 100;

    /** So long steps are not counted: most of what Java compiles it compiles at the beginning. */
    private static final long WARM_UP_NANOS = 2_000_000_000L;

    @Test
    @Timeout(300)
    void noEngineGrowsOverTwentyThousandSteps() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "-XX:+UseSerialGC",
                        "-Xms64m",
                        "-Xmx64m",
                        "-XX:+AlwaysPreTouch",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Watched.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor());
        assertTrue(
                lines.stream().anyMatch(line -> line.startsWith("vector ")), "every engine but those without natives");
        for (String line : lines) {
            long[] growth = Arrays.stream(line.substring(line.indexOf(' ') + 1).split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .sorted()
                    .toArray();
            assertEquals(PARTS, growth.length);
            // What leaks grows in every part, what Java's compiler does is seen in some.
            assertTrue(growth[PARTS / 3] < BYTES_A_STEP * STEPS / PARTS, line);
        }
    }

    /** Prints for each engine how many bytes the process grew in each part of the steps. */
    static final class Watched {
        private Watched() {}

        public static void main(String[] arguments) throws DataException, IOException {
            for (NeuMfEngine engine : Wiring.engines(Home.ofEnvironment())) {
                if (engine.unavailable().isEmpty()) {
                    System.out.println(engine.id() + growth(engine));
                }
            }
        }

        private static String growth(NeuMfEngine engine) throws IOException {
            StringBuilder growth = new StringBuilder();
            NeuMfSpec spec = NeuMfTestModel.neuMf();
            NeuMfWeights weights = NeuMfTestModel.weights(spec, 1);
            Optimizer optimizer = new Optimizer.Adam(new PlainKernels(), 1e-3, 0);
            StepSettings settings = new StepSettings(optimizer, BATCH, 0.2f, true, "cpu", 1);
            ExampleBatch batch = new ExampleBatch(BATCH);
            try (TrainingStep step = engine.open(weights, settings)) {
                long end = System.nanoTime() + WARM_UP_NANOS;
                for (int n = 1; System.nanoTime() < end; n++) {
                    fill(batch, n, spec);
                    step.run(batch);
                }
                long before = resident();
                for (int n = 1; n <= STEPS; n++) {
                    fill(batch, n, spec);
                    step.run(batch);
                    if (n % (STEPS / PARTS) == 0) {
                        long now = resident();
                        growth.append(' ').append(now - before);
                        before = now;
                    }
                }
            }
            return growth.toString();
        }

        /** Sixteen examples; every hundredth batch has fewer, as the last one of an epoch. */
        private static void fill(ExampleBatch batch, int n, NeuMfSpec spec) {
            batch.size(n % 100 == 0 ? 1 + n / 100 % (BATCH - 1) : BATCH);
            for (int e = 0; e < batch.size(); e++) {
                batch.users()[e] = (n + e) % spec.users();
                batch.items()[e] = (n + 3 * e) % spec.items();
                batch.labels()[e] = e % 2;
            }
        }

        /** Bytes of the process that lie in main memory. */
        private static long resident() throws IOException {
            String pages = Files.readString(Path.of("/proc/self/statm")).split(" ", -1)[1];
            return Long.parseLong(pages) * 4096;
        }
    }
}
