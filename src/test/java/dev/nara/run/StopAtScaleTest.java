package dev.nara.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Preset;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.prepare.Prepared;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a run goes on after it was asked to stop or to stand still, in every preset, while it is evaluated and in every
 * baseline, on the data that {@code -Dnara.full} names.
 */
@EnabledIfSystemProperty(named = "nara.full", matches = ".+")
@Tag("scale")
class StopAtScaleTest {
    private static final double SECOND = 1000;

    @TempDir
    private Path folder;

    private Services services;
    private Prepared data;
    private double longest;

    @BeforeEach
    void open() throws DataException {
        services = TestServices.on(folder);
        data = services.open(Path.of(System.getProperty("nara.full")), Recipe.USUAL, Progress.NONE);
    }

    private PreparedRun preparedRun(String algorithm, Map<String, String> values, String engine) throws DataException {
        RunSpec spec = RunSpec.draft()
                .data(data.dataset().path().toString())
                .format(data.dataset().format())
                .fingerprint(data.dataset().fingerprint())
                .algorithm(algorithm)
                .values(values)
                .epochs(2)
                .engine(engine)
                .device("cpu")
                .recipe(data.recipe())
                .spec();
        return services.prepare(spec, data.dataset());
    }

    private void took(String what, long asked, long answered) {
        double milliseconds = (answered - asked) / 1e6;
        longest = Math.max(longest, milliseconds);
        System.out.printf(Locale.ROOT, "%s after %.0f ms%n", what, milliseconds);
    }

    @Test
    void everyPresetStopsAndPausesWithinASecond() throws Exception {
        for (Preset preset : services.algorithms().algorithm("neumf").presets()) {
            for (String engine : new String[] {"vector", "mxnet"}) {
                String name = preset.name() + ", " + engine;
                PreparedRun preparedRun = preparedRun("neumf", new HashMap<>(preset.settings()), engine);
                RunControl control = new RunControl();
                AtomicLong asked = new AtomicLong();
                AtomicLong batches = new AtomicLong();
                new Runner(
                                preparedRun,
                                event -> {
                                    // Just after the run has looked, so that a whole batch comes first.
                                    if (event instanceof RunEvent.Batch && batches.incrementAndGet() == 3) {
                                        asked.set(System.nanoTime());
                                        control.pause();
                                    } else if (event instanceof RunEvent.Paused) {
                                        took(name + ": stood still", asked.get(), System.nanoTime());
                                        control.resume();
                                    } else if (event instanceof RunEvent.Batch && batches.get() == 6) {
                                        asked.set(System.nanoTime());
                                        control.cancel();
                                    }
                                },
                                control)
                        .run();
                took(name + ": stopped", asked.get(), System.nanoTime());
            }
        }
        assertTrue(longest < SECOND, longest + " ms");
    }

    @Test
    void anEvaluationStopsWithinASecond() throws Exception {
        RunControl control = new RunControl();
        AtomicLong asked = new AtomicLong();
        new Runner(
                        preparedRun("gmf", Map.of("batch_size", "16384"), "vector"),
                        event -> {
                            if (event instanceof RunEvent.Evaluating && asked.compareAndSet(0, System.nanoTime())) {
                                control.cancel();
                            }
                        },
                        control)
                .run();
        took("an evaluation: stopped", asked.get(), System.nanoTime());
        assertTrue(longest < SECOND, longest + " ms");
    }

    @Test
    void everyBaselineStopsWithinASecond() throws Exception {
        for (Algorithm algorithm : services.algorithms().all()) {
            if (algorithm.engines().isEmpty()) {
                for (int after : new int[] {20, 200, 1500}) {
                    stop(algorithm.id(), after);
                }
            }
        }
        assertTrue(longest < SECOND, longest + " ms");
    }

    /** Asks another thread to stop, that long after the training began; too late for those that are done by then. */
    private void stop(String algorithm, int after) throws Exception {
        RunControl control = new RunControl();
        AtomicLong asked = new AtomicLong();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread asking = new Thread(() -> {
            try {
                begun.await();
                if (!ended.await(after, TimeUnit.MILLISECONDS)) {
                    asked.set(System.nanoTime());
                    control.cancel();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        asking.start();
        new Runner(
                        preparedRun(algorithm, Map.of(), "auto"),
                        event -> {
                            if (event instanceof RunEvent.Started) {
                                begun.countDown();
                            }
                        },
                        control)
                .run();
        ended.countDown();
        asking.join();
        if (asked.get() > 0) {
            took(algorithm + ", " + after + " ms after its begin: stopped", asked.get(), System.nanoTime());
        }
    }
}
