package dev.nara.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.SpeedProbe.Speed;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import dev.nara.run.RunControl;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import java.nio.file.Path;
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

    /** As bfloat16 is refused by all engines but one. */
    @Test
    void enginesThatRefuseAreLeftOutUnlessAllDo(@TempDir Path folder) throws DataException {
        Dataset data = Toy.twoTastes(40, 60, 12);
        RunSpec small = RunSpec.draft()
                .data("toy")
                .format("toy")
                .fingerprint(data.fingerprint())
                .split("leave-one-out")
                .candidates("all")
                .algorithm("gmf")
                .engine("vector")
                .device("cpu")
                .spec();
        PreparedRun run = TestServices.on(folder).prepare(small, data);
        RunControl control = new RunControl();
        assertEquals(
                Set.of("vector"),
                MeasuredSpeeds.of(run, small, List.of("unknown", "vector"), control)
                        .speeds()
                        .keySet());
        DataException refused = assertThrows(
                DataException.class, () -> MeasuredSpeeds.of(run, small, List.of("unknown", "nobody"), control));
        assertTrue(refused.message(Locale.ENGLISH).contains("unknown"), refused.message(Locale.ENGLISH));
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
