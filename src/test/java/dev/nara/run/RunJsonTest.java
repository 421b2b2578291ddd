package dev.nara.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.spec.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunJsonTest {
    @Test
    void theTestIsAnEventOfItsOwn() {
        RunEvent.Tested tested = new RunEvent.Tested(3, Map.of("HR@10", 0.5), 4, Map.of(), 0, Map.of("HR@10", 0.25));
        String json = "{\"event\":\"tested\",\"epoch\":3,\"metrics\":{\"HR@10\":0.5},\"users\":4,\"coldMetrics\":{},"
                + "\"coldUsers\":0,\"baseline\":{\"HR@10\":0.25}}";
        assertEquals(json, RunJson.event(tested).toString());
        assertEquals(tested, RunJson.event(json));
    }

    @Test
    void runsOfEarlierVersionsChoseTheirEpochOnTheTestPart() {
        RunEvent.Started started = assertInstanceOf(
                RunEvent.Started.class,
                RunJson.event("{\"event\":\"started\",\"algorithm\":\"bpr\",\"users\":5,\"items\":6,\"interactions\":7,"
                        + "\"parameters\":8,\"epochs\":3,\"split\":\"time\",\"candidates\":\"all\",\"evaluatedUsers\":4,"
                        + "\"baseline\":{\"HR@10\":0.1}}"));
        assertTrue(started.chosenOnTest());
        assertEquals(Part.TEST, RunEvent.epochPart(List.of(started)));
    }
}
