package dev.nara.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Toy;
import dev.nara.eval.Significance;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserDifferenceTest {
    @Test
    void whoLosesMostStandsFirst() {
        List<UserDifference> differences = UserDifference.of(
                Toy.of(4, 2, new long[][] {{0, 0, 0}, {1, 1, 1}, {3, 0, 2}}),
                new int[] {0, 1, 3},
                new Significance.Group(new double[][] {{0.5, 0, 1}, {1, 0, 0.5}}, true),
                new Significance.Group(new double[][] {{0.25, 0.5, 0.75}}, false));
        assertEquals(
                List.of("1", "3", "0"),
                differences.stream().map(UserDifference::id).toList());
        assertEquals(
                List.of(-0.5, 0.0, 0.5),
                differences.stream().map(UserDifference::difference).toList());
        assertEquals(3, differences.get(1).user());
        assertEquals(0.75, differences.get(1).first());
    }
}
