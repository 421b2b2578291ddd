package dev.nara.battery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nara.NaraProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five programs at once on one workspace, some of them killed: none fails, and what is stored agrees. {@code -Dnara.minutes=10} keeps
 * them at it for so long.
 */
@Tag("process")
@Tag("battery")
class ManyProgramsTest {
    private static final int PROGRAMS = 5;
    private static final double MINUTES = Double.parseDouble(System.getProperty("nara.minutes", "0"));

    @TempDir
    private Path folder;

    private String data = "";

    @Test
    void noneFailsAndWhatIsStoredAgrees() throws Exception {
        data = SmallWorkspace.writeData(folder.resolve("u.data")).toString();
        Path workspace = folder.resolve("workspace");
        assertEquals(0, Program.run(workspace, train("1")).code());
        long end = System.nanoTime() + (long) (MINUTES * TimeUnit.MINUTES.toNanos(1));
        ExecutorService threads = Executors.newFixedThreadPool(PROGRAMS);
        List<Future<List<String>>> all = new ArrayList<>();
        for (int n = 0; n < PROGRAMS; n++) {
            all.add(threads.submit(worker(n, end)));
        }
        for (Future<List<String>> worker : all) {
            assertEquals(List.of(), worker.get());
        }
        threads.shutdown();
        Program.Said resumed = Program.run(workspace, "resume", "--all", "--json");
        assertFalse(resumed.err().contains("Exception"), resumed.err());
        assertEquals(List.of(), Witness.of(workspace));
    }

    private static String[] with(String data, String... more) {
        return SmallWorkspace.with(new String[] {"train", "--data", data, "--split", "leave-one-out", "--json"}, more);
    }

    private String[] train(String seed) {
        return with(data, "--engine", "vector", "--epochs", "3", "--set", "layers=4", "--seed", seed);
    }

    private Callable<List<String>> worker(int n, long end) {
        return () -> {
            SplittableRandom random = new SplittableRandom(n);
            Path home = Files.createDirectories(folder.resolve("home-" + n));
            List<String> wrong = new ArrayList<>();
            do {
                wrong.addAll(step(home, random, n));
            } while (System.nanoTime() < end);
            return wrong;
        };
    }

    /** The last program kills what it starts, the others let it end. */
    private List<String> step(Path home, SplittableRandom random, int n) throws IOException, InterruptedException {
        String[] command =
                switch (n) {
                    case 0 -> new String[] {"runs", "list", "--json"};
                    case 1 -> new String[] {"evaluate", "--run", "1", "--json"};
                    case 2 -> with(data, "--algorithm", "popularity");
                    default -> train(Integer.toString(random.nextInt(100)));
                };
        Process process = NaraProcess.start(
                home,
                SmallWorkspace.with(
                        command, "--workspace", folder.resolve("workspace").toString()));
        if (n == PROGRAMS - 1) {
            process.getInputStream().read();
            process.waitFor(random.nextInt(500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            return List.of();
        }
        byte[] out = process.getInputStream().readAllBytes();
        String said = Files.readString(home.resolve("messages.txt"));
        return process.waitFor() == 0
                ? List.of()
                : List.of(String.join(" ", command) + ": " + said + new String(out, StandardCharsets.UTF_8));
    }
}
