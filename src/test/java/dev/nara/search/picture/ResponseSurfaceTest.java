package dev.nara.search.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.chart.ResponseGrid;
import dev.nara.search.study.StudySnapshot;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseSurfaceTest {
    @Test
    void theMapGoesThroughTheBestTrial() {
        StudySnapshot study = SmallStudy.running();
        ResponseGrid grid = ResponseSurface.of(
                        study, MapPicture.base(study, "neumf").orElseThrow(), SmallStudy.RATE, SmallStudy.LAYERS)
                .orElseThrow();
        assertEquals(64, grid.columns());
        assertEquals(36, grid.rows());
        // A rate of .0001 with one layer brought .2, and one of .01 with two .272.
        assertTrue(grid.mean(0, 18) < grid.mean(42, 30));
        assertEquals(
                Map.of("learning_rate", "0.1", "layers", ""),
                MapPicture.settings(study.trial(2), SmallStudy.RATE, 1, SmallStudy.LAYERS, 0));
    }
}
