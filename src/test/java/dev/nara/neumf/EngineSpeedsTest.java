package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Device;
import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.SpeedProbe;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EngineSpeedsTest {
    private static final Named BROKEN = new Named("broken", Optional.of(Text.of("device.cpu", 1)));
    private static final Named ONE = new Named("one", Optional.empty());
    private static final Named TWO = new Named("two", Optional.empty());

    private final Map<String, Map<String, Double>> memory = new HashMap<>();
    private final List<String> started = new ArrayList<>();

    private boolean busy;
    private GpuShare gpus = GpuShare.ALONE;

    private Map<String, Double> measure(EngineSpeeds speeds, int batch, double work) {
        return measure(speeds, batch, work, 1e9);
    }

    private Map<String, Double> measure(EngineSpeeds speeds, int batch, double work, double examples) {
        return speeds.of(new EngineSpeeds.Size(batch, work, examples), "auto", gpus, (engine, device) -> {
            started.add(device.equals("auto") ? engine.id() : engine.id() + " on " + device);
            return new Paced(engine == ONE ? 100 : 10_000);
        });
    }

    /** With what earlier starts of the program kept. */
    private EngineSpeeds kept(NeuMfEngine... engines) {
        return new EngineSpeeds(
                List.of(engines),
                new EngineSpeeds.Memory() {
                    @Override
                    public Map<String, Map<String, Double>> read() {
                        return new HashMap<>(memory);
                    }

                    @Override
                    public void write(Map<String, Map<String, Double>> speeds) {
                        memory.putAll(speeds);
                    }
                },
                () -> busy,
                new SpeedProbe(.02, .4));
    }

    @Test
    void modelsOfAlikeSizeAreMeasuredOnce() {
        Map<String, Double> first = measure(kept(BROKEN, ONE, TWO), 256, 1000);
        assertEquals(List.of("one", "two"), List.copyOf(first.keySet()));
        assertTrue(first.getOrDefault("two", 0.0) > first.getOrDefault("one", 0.0), first.toString());
        assertEquals(first, measure(kept(BROKEN, ONE, TWO), 300, 1200), "kept from one start to the next");
        assertEquals(List.of("one", "two"), started);
        assertEquals(
                Set.of("broken", "one", "two"),
                memory.values().iterator().next().keySet(),
                "not asked again");
        measure(kept(BROKEN, ONE, TWO), 4096, 1000);
        assertEquals(List.of("one", "two", "one", "two"), started, "a larger batch");
    }

    @Test
    void anEpochThatIsDoneSoonIsNotWorthMeasuring() {
        assertEquals(Map.of(), measure(kept(ONE, TWO), 256, 8000, 2.4e7));
        assertEquals(List.of(), started);
        Map<String, Double> measured = measure(kept(ONE, TWO), 256, 8000, 2.6e7);
        assertEquals(List.of("one", "two"), started);
        assertEquals(measured, measure(kept(ONE, TWO), 256, 8000, 1), "known from a longer one");
    }

    @Test
    void whereThereIsNoChoiceNothingIsMeasured() {
        assertEquals(Map.of(), measure(kept(BROKEN, ONE), 256, 1000));
        assertEquals(Map.of(), measure(EngineSpeeds.unmeasured(List.of(ONE, TWO)), 256, 1000));
        assertEquals(List.of(), started);
    }

    @Test
    void aBusyMachineTellsWhatItKnowsAndMeasuresNothing() {
        busy = true;
        assertEquals(Map.of(), measure(kept(ONE, TWO), 256, 1000));
        busy = false;
        Map<String, Double> measured = measure(kept(ONE, TWO), 256, 1000);
        busy = true;
        assertEquals(measured, measure(kept(ONE, TWO), 256, 1000));
        assertEquals(List.of("one", "two"), started);
    }

    @Test
    void aSizeWithoutItsSpeedsIsMeasuredAnew() {
        Map<String, Double> measured = measure(kept(ONE, TWO), 256, 1000);
        String size = memory.keySet().iterator().next();
        Map<String, Double> damaged = new HashMap<>(measured);
        damaged.put("one", null);
        memory.put(size, damaged);
        assertEquals(Set.of("one", "two"), measure(kept(ONE, TWO), 256, 1000).keySet());
        assertEquals(List.of("one", "two", "one", "two"), started);
    }

    /** While another program computes on them, nothing is measured, and nothing kept; else on the one whose turn it is. */
    @Test
    void enginesOnGpusAreMeasuredInTheirTurn() {
        Named onGpus = new Named("gpus", Optional.empty());
        gpus = asked -> Optional.empty();
        assertEquals(Map.of(), measure(kept(ONE, onGpus), 256, 1000));
        assertEquals(Map.of(), memory);
        assertEquals(List.of(), started, "nor begun in vain");
        gpus = asked -> Optional.of(new GpuShare.Turn(asked.get(1).id(), () -> started.add("given back")));
        assertEquals(
                Set.of("one", "gpus"), measure(kept(ONE, onGpus), 256, 1000).keySet());
        assertEquals(List.of("one", "gpus on gpu1", "given back"), started);
    }

    @Test
    void enginesOfOneGpuAreMeasuredOnItOneAfterTheOther() {
        Set<String> free = new HashSet<>(Set.of("gpu0"));
        gpus = asked -> asked.stream()
                .map(NamedGpu::id)
                .filter(free::remove)
                .findFirst()
                .map(gpu -> new GpuShare.Turn(gpu, () -> free.add(gpu)));
        measure(kept(new Named("gpus", Optional.empty()), new Named("gpus too", Optional.empty())), 256, 1000);
        assertEquals(List.of("gpus on gpu0", "gpus too on gpu0"), started);
        assertEquals(Set.of("gpu0"), free);
    }

    /** An engine that is not asked to train; those of names with "gpus" have two. */
    private record Named(String id, Optional<Text> unavailable) implements NeuMfEngine {
        @Override
        public List<Device> devices() {
            return Stream.of("cpu", "gpu0", "gpu1")
                    .filter(device -> device.equals("cpu") || id.startsWith("gpus"))
                    .map(device -> new Device(device, Text.of("device.cpu", 1), unavailable))
                    .toList();
        }

        @Override
        public TrainingStep open(NeuMfWeights weights, StepSettings settings) {
            throw new UnsupportedOperationException();
        }
    }

    /** Says that it did so many examples since it was asked last. */
    private record Paced(long examples) implements Fitting {
        @Override
        public List<Phase> phases() {
            return List.of();
        }

        @Override
        public long parameterCount() {
            return 1;
        }

        @Override
        public double epoch(EpochProgress progress) {
            long begun = System.nanoTime();
            while (true) {
                progress.batch((System.nanoTime() - begun) * examples / 1_000_000, Long.MAX_VALUE, 0);
            }
        }

        @Override
        public Recommender recommender() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
