package dev.nara.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import dev.nara.spec.RunSpec;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VariedSettingsTest {
    private static final RunSpec BASE = RunSpec.draft()
            .values(Map.of("gmf", "16", "mlp", "16", "rate", "0.001"))
            .spec();

    private static VariedSettings.Varied size(String values) throws DataException {
        return VariedSettings.Varied.of(new Parameter.Whole("gmf", "8", 1, 4096), values, List.of("mlp"));
    }

    private static VariedSettings.Varied rate(String values) throws DataException {
        return VariedSettings.Varied.of(new Parameter.Real("rate", "0.001", 0, 1), values, List.of());
    }

    private static VariedSettings.Varied epochs(String values) throws DataException {
        return VariedSettings.Varied.of(new Parameter.Whole("epochs", "20", 1, 1000), values, List.of());
    }

    @Test
    void everyCombinationIsARun() throws DataException {
        VariedSettings varied = new VariedSettings(List.of(size("8|16|32"), epochs("5|10")));
        assertEquals(OptionalLong.of(6), varied.count());
        assertTrue(varied.few());
        List<RunSpec> runs = varied.runs(BASE);
        assertEquals(
                List.of("8 8 5", "8 8 10", "16 16 5", "16 16 10", "32 32 5", "32 32 10"),
                runs.stream()
                        .map(run -> run.values().get("gmf") + " " + run.values().get("mlp") + " " + run.epochs())
                        .toList());
        assertTrue(runs.stream().allMatch(run -> "0.001".equals(run.values().get("rate"))));
        assertEquals(List.of(BASE), VariedSettings.NONE.runs(BASE));
    }

    @Test
    void manyAreASearchInWhichEachVariesOnItsOwn() throws DataException {
        VariedSettings varied = new VariedSettings(List.of(size("8|16|32"), rate("0.001..0.1:log"), epochs("5|40|10")));
        assertEquals(OptionalLong.empty(), varied.count());
        assertFalse(varied.few());
        assertEquals("gmf=8|16|32,mlp=8|16|32,rate=0.001..0.1:log", varied.space());
        assertEquals(40, varied.start(BASE).epochs(), "the best epoch is read off the curve");
        assertFalse(new VariedSettings(List.of(size("1|2|3|4|5"), epochs("1|2|3"))).few());
    }

    @Test
    void whatAFieldRefusesIsRefused() {
        assertThrows(DataException.class, () -> size("8|many"));
        assertThrows(DataException.class, () -> rate("0..1:log"));
    }
}
