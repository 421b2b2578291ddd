package dev.nara.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.nara.algorithm.EpochProgress;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.ParameterValues;
import dev.nara.algorithm.TrainingInput;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Toy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PopularityTest {
    @Test
    void countsViewersNotViews() throws DataException {
        Dataset dataset = Toy.of(2, 3, new long[][] {{0, 0, 1}, {0, 0, 2}, {0, 2, 3}, {1, 2, 1}});
        TrainingInput input = new TrainingInput(dataset, dataset.interactions(), "auto", "auto");
        try (Fitting fitting = Popularity.ofAll().start(input, ParameterValues.of(List.of(), Map.of()), 1)) {
            fitting.epoch(EpochProgress.NONE);
            float[] scores = new float[3];
            fitting.recommender().scores(0, scores);
            assertArrayEquals(new float[] {1, 0, 2}, scores);
        }
    }
}
