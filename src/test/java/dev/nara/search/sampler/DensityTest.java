package dev.nara.search.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.search.space.Dimension;
import dev.nara.search.space.Space;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DensityTest {
    private static final Encoding ENCODING = new Encoding(new Space(List.of(
            new Dimension.Choice("model", List.of("gmf", "mlp", "mf"), Optional.empty()),
            Dimension.Range.of("negatives", 1, 5, true, false),
            Dimension.Range.of("rate", 0, 1, false, false))));
    private static final Density DENSITY = new Density(ENCODING, new double[][] {{1, .25, .9}, {0, 1, .1}});

    @Test
    void isOneInTheMean() {
        double sum = 0;
        for (int model = 0; model < 3; model++) {
            for (int negatives = 0; negatives < 5; negatives++) {
                for (int rate = 0; rate < 1000; rate++) {
                    sum += Math.exp(DENSITY.log(new double[] {model, negatives / 4.0, (rate + .5) / 1000}));
                }
            }
        }
        assertEquals(1, sum / 15000, 1e-4);
    }

    @Test
    void drawsWhereItIsDense() {
        SplittableRandom random = new SplittableRandom(1);
        int near = 0;
        for (int i = 0; i < 1000; i++) {
            double[] x = DENSITY.draw(random);
            assertTrue(x[2] >= 0 && x[2] <= 1);
            near += x[0] == 2 ? 0 : 1;
        }
        assertTrue(near > 700, near + " of 1000 are of the two models");
    }
}
