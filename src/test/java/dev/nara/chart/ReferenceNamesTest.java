package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ReferenceNamesTest {
    @Test
    void namesOfNearLinesAreMovedApart() {
        assertArrayEquals(
                new double[] {20, 60, 90}, ReferenceNames.apart(new double[] {20, 60, 90}, 14, 193), "far apart");
        assertArrayEquals(new double[] {20, 34, 90}, ReferenceNames.apart(new double[] {20, 21, 90}, 14, 193));
        assertArrayEquals(new double[] {20, 34, 48}, ReferenceNames.apart(new double[] {20, 20, 25}, 14, 193));
        assertArrayEquals(
                new double[] {165, 179, 193}, ReferenceNames.apart(new double[] {190, 191, 192}, 14, 193), "the end");
    }
}
