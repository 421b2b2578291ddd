package dev.nara.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestWorkbench;
import dev.nara.algorithm.Preset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How long a run goes on after it was asked to stop, in every preset, on the data that {@code -Dnara.full} names. */
@EnabledIfSystemProperty(named = "nara.full", matches = ".+")
class StopAtScaleTest {
    private static final double SECOND = 1000;

    @TempDir
    private Path folder;

    @Test
    void everyPresetStopsWithinASecond() throws Exception {
        Workbench workbench = TestWorkbench.on(folder);
        Prepared data = workbench.open(Path.of(System.getProperty("nara.full")), Recipe.USUAL, Progress.NONE);
        double longest = 0;
        for (Preset preset : workbench.catalogue().algorithm("neumf").presets()) {
            for (String engine : new String[] {"vector", "mxnet"}) {
                Map<String, String> values = new HashMap<>(preset.settings());
                values.remove("features");
                RunSpec spec = new RunSpec(
                        data.dataset().path().toString(),
                        data.dataset().format(),
                        data.dataset().fingerprint(),
                        "",
                        "",
                        "neumf",
                        values,
                        1,
                        0,
                        1,
                        engine,
                        "cpu",
                        "",
                        data.recipe(),
                        1);
                RunControl control = new RunControl();
                AtomicLong asked = new AtomicLong();
                AtomicLong batches = new AtomicLong();
                new Runner(
                                workbench.prepare(spec, data.dataset()),
                                event -> {
                                    if (event instanceof RunEvent.Batch && batches.incrementAndGet() == 3) {
                                        // Just after the run has looked, so that a whole batch comes first.
                                        asked.set(System.nanoTime());
                                        control.cancel();
                                    }
                                },
                                control)
                        .run();
                double milliseconds = (System.nanoTime() - asked.get()) / 1e6;
                longest = Math.max(longest, milliseconds);
                System.out.printf(Locale.ROOT, "%s, %s: stopped after %.0f ms%n", preset.name(), engine, milliseconds);
            }
        }
        assertTrue(longest < SECOND, longest + " ms");
    }
}
