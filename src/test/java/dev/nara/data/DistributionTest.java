package dev.nara.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.data.Distribution.Bar;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
    private static Attributes of(double... numbers) {
        return new AttributesBuilder(numbers.length).build().plus("x", numbers);
    }

    @Test
    void fewNumbersStandInOrderAndMissingOnesAreLeftOut() {
        assertEquals(List.of(new Bar("1", 2), new Bar("3.5", 1)), Distribution.of(of(3.5, 1, Double.NaN, 1), "x"));
    }

    @Test
    void manyNumbersFallIntoRangesOfEqualWidth() {
        List<Bar> bars = Distribution.of(
                of(IntStream.rangeClosed(0, 160).asDoubleStream().toArray()), "x");
        assertEquals(16, bars.size());
        assertEquals(new Bar("0 – 10", 10), bars.get(0));
        assertEquals(new Bar("150 – 160", 11), bars.get(15));
    }

    @Test
    void textsComeMostFrequentFirst() {
        Attributes texts = new AttributesBuilder(4).build().plus("x", new String[] {"b", "a", "", "a"});
        assertEquals(List.of(new Bar("a", 2), new Bar("b", 1)), Distribution.of(texts, "x"));
        assertEquals(List.of(), Distribution.of(of(Double.NaN), "x"));
    }
}
