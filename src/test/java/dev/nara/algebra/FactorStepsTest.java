package dev.nara.algebra;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.neumf.PlainKernels;
import dev.nara.vector.VectorEngine;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactorStepsTest {
    private static final List<FactorSteps> ALL =
            List.of(new PlainSteps(), new PlainKernels(), VectorEngine.arithmetic());

    /** A user of (1, 2), items of (3, 4) and (5, 7). */
    @Test
    void aStepOfTwoFactors() {
        for (FactorSteps steps : ALL) {
            float[] users = {9, 1, 2};
            float[] items = {3, 4, 5, 7};
            assertEquals(11, steps.score(users, 1, items, 0, 2));
            assertEquals(-8, steps.preference(users, 1, items, 0, 2, 2));
            steps.prefer(0.5f, 0.25f, users, 1, items, 0, 2, 2);
            assertArrayEquals(new float[] {9, -0.75f, -1}, users);
            assertArrayEquals(new float[] {1.25f, 2, 0.75f, 0.75f}, items);
            steps.approach(2, 1, users, 1, items, 0, 2);
            assertArrayEquals(new float[] {9, 1.75f, 3}, users);
            assertArrayEquals(new float[] {-0.25f, 0, 0.75f, 0.75f}, items);
        }
    }

    /** What falls into whole vectors and what does not. */
    @Test
    void everyWidthIsThatOfPlainLoops() {
        for (int width = 1; width < 70; width++) {
            float[] users = numbers(3 + width, 1);
            float[] items = numbers(5 + 2 * width, 2);
            float[] plainUsers = users.clone();
            float[] plainItems = items.clone();
            FactorSteps plain = ALL.get(0);
            FactorSteps steps = ALL.get(2);
            int p = 5;
            int n = 5 + width;
            assertEquals(plain.score(users, 3, items, p, width), steps.score(users, 3, items, p, width), 1e-4);
            assertEquals(
                    plain.preference(users, 3, items, p, n, width),
                    steps.preference(users, 3, items, p, n, width),
                    1e-4);
            for (FactorSteps each : List.of(plain, steps)) {
                float[] ofUsers = each == plain ? plainUsers : users;
                float[] ofItems = each == plain ? plainItems : items;
                each.prefer(0.3f, 0.9f, ofUsers, 3, ofItems, p, n, width);
                each.approach(-0.2f, 0.8f, ofUsers, 3, ofItems, n, width);
            }
            assertArrayEquals(plainUsers, users, 1e-5f);
            assertArrayEquals(plainItems, items, 1e-5f);
        }
    }

    private static float[] numbers(int count, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }
}
