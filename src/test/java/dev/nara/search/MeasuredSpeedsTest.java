package dev.nara.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.TwoGpus;
import dev.nara.algorithm.GpuShare;
import dev.nara.algorithm.NamedGpu;
import dev.nara.algorithm.SpeedProbe;
import dev.nara.algorithm.SpeedProbe.Speed;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import dev.nara.store.SharedGpus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredSpeedsTest {
    private static final Speed FAST = new Speed(200_000, 2.5);
    private static final SpeedProbe PROBE = new SpeedProbe(.05, .2);
    private static final Speed SLOW = new Speed(50_000, 10);

    private final RunSpec spec = RunSpec.draft()
            .data("/data")
            .algorithm("neumf")
            .values(Map.of("factors", "8"))
            .engine("auto")
            .spec();
    private final MeasuredSpeeds measured = new MeasuredSpeeds(spec, speeds());

    private static Map<String, Speed> speeds() {
        Map<String, Speed> speeds = new LinkedHashMap<>();
        speeds.put("mxnet", SLOW);
        speeds.put("vector", FAST);
        return speeds;
    }

    @Test
    void theChosenEngineCountsAndTheFastestWhereTheProgramChooses() {
        assertEquals(Optional.of(FAST), measured.of(spec));
        assertEquals(
                Optional.of(SLOW), measured.of(spec.change().engine("mxnet").spec()));
        assertEquals(
                Optional.empty(), measured.of(spec.change().engine("pytorch").spec()), "it was not measured");
    }

    private static RunSpec small(Dataset data) {
        return RunSpec.draft()
                .data("toy")
                .format("toy")
                .fingerprint(data.fingerprint())
                .split("leave-one-out")
                .candidates("all")
                .algorithm("gmf")
                .engine("vector")
                .device("cpu")
                .spec();
    }

    /** As bfloat16 is refused by all engines but one. */
    @Test
    void enginesThatRefuseAreLeftOutUnlessAllDo(@TempDir Path folder) throws DataException {
        Dataset data = Toy.twoTastes(40, 60, 12);
        RunSpec small = small(data);
        Services services = TestServices.on(folder);
        RunControl control = new RunControl();
        assertEquals(
                Set.of("vector"),
                MeasuredSpeeds.of(services, data, small, List.of("unknown", "vector"), PROBE, control)
                        .speeds()
                        .keySet());
        DataException refused = assertThrows(
                DataException.class,
                () -> MeasuredSpeeds.of(services, data, small, List.of("unknown", "nobody"), PROBE, control));
        assertTrue(refused.message(Locale.ENGLISH).contains("unknown"), refused.message(Locale.ENGLISH));
    }

    /** While others compute on one GPU, the other is taken; without one the engine is left out, and no training begins. */
    @Test
    void aGpuIsMeasuredInItsTurn(@TempDir Path folder) throws Exception {
        Dataset data = Toy.twoTastes(40, 60, 12);
        RunSpec small = small(data).change().engine("two").spec();
        List<String> devices = new ArrayList<>();
        Services services = TwoGpus.in(TestServices.on(folder), devices::add, () -> false);
        Files.createDirectories(services.workspace());
        SharedGpus others = new SharedGpus(services.workspace());
        List<NamedGpu> both = List.of(new NamedGpu("gpu0", "gpu0"), new NamedGpu("gpu1", "gpu1"));
        RunControl control = new RunControl();
        try (GpuShare.Turn one = others.take(both).orElseThrow()) {
            assertEquals("gpu0", one.gpu());
            assertEquals(
                    Set.of("two"),
                    MeasuredSpeeds.of(services, data, small, List.of("two"), PROBE, control)
                            .speeds()
                            .keySet());
            try (GpuShare.Turn other = others.take(both).orElseThrow()) {
                assertEquals("gpu1", other.gpu(), "it was given back");
                DataException refused = assertThrows(
                        DataException.class,
                        () -> MeasuredSpeeds.of(services, data, small, List.of("two"), PROBE, control));
                assertEquals(
                        "two cannot be measured while other work of this workspace is using the GPU. Measure again"
                                + " when that has finished.",
                        refused.message(Locale.ENGLISH));
            }
        }
        Files.delete(services.workspace().resolve("training-gpu0.lock"));
        Files.createDirectory(services.workspace().resolve("training-gpu0.lock"));
        DataException unusable = assertThrows(
                DataException.class, () -> MeasuredSpeeds.of(services, data, small, List.of("two"), PROBE, control));
        assertTrue(unusable.message(Locale.ENGLISH).contains(folder.toString()), "its own cause");
        assertEquals(List.of("gpu1"), devices);
    }

    @Test
    void nothingIsSaidOfOtherSettings() {
        RunSpec larger = spec.change().values(Map.of("factors", "16")).spec();
        assertEquals(Optional.empty(), measured.of(larger));
        assertFalse(measured.sameValues(larger));
        assertEquals(Optional.empty(), measured.of(spec.change().data("/other").spec()));
        RunSpec otherSplit = spec.change().split("random:0.8").spec();
        assertEquals(Optional.empty(), measured.of(otherSplit));
        assertTrue(measured.sameValues(otherSplit), "the parameters are the same");
        assertEquals(Optional.of(FAST), measured.of(spec.withSeed(7)), "the seed makes nothing slower");
    }
}
