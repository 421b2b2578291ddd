package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FigureTicksTest {
    private static List<String> labels(int most, double... figures) {
        return FigureTicks.of(DoubleStream.of(figures), most).ticks().stream()
                .map(FigureTicks.Tick::label)
                .toList();
    }

    private static List<String> decades(double... figures) {
        return FigureTicks.decades(DoubleStream.of(figures)).ticks().stream()
                .map(FigureTicks.Tick::label)
                .toList();
    }

    @Test
    void anAxisFitsItsFiguresInFewRoundNumbers() {
        assertEquals(List.of(".12", ".16", ".20", ".24", ".28"), labels(5, .1293, .2631));
        assertEquals(List.of("0", ".2", ".4", ".6", ".8", "1.0"), labels(5, .02, .97));
        assertEquals(List.of("0", "4", "8"), labels(2, .1, 7.9));
        assertEquals(List.of("20", "40", "60", "80"), labels(5, 23, 71));
    }

    @Test
    void numbersHaveAtMostThreeDigits() {
        assertEquals(List.of(".690", ".691", ".692"), labels(5, .6909078, .6909079), "and no two are the same");
        assertEquals(List.of(".250", ".251", ".252"), labels(2, .2505, .2515));
        assertEquals(List.of("0", ".00001", ".00002"), labels(2, 0, .00002));
    }

    @Test
    void withoutFiguresAndWithZerosAloneThereIsAnAxisAllTheSame() {
        assertEquals(List.of("0", ".5", "1.0"), labels(2));
        assertEquals(List.of("0", ".5", "1.0"), labels(2, 0, 0));
        assertEquals(List.of("0", ".5", "1.0"), labels(2, Double.NaN));
    }

    @Test
    void lossesNearZeroAndZeroStandAtTheBottomOfFiveDecades() {
        assertEquals(List.of(".01", ".1", "1"), decades(.7, .02));
        assertEquals(List.of(".00001", ".0001", ".001", ".01", ".1", "1"), decades(.7, 1e-12, 0));
        FigureTicks axis = FigureTicks.decades(DoubleStream.of(.7, 1e-12, 0));
        assertEquals(0, axis.share(0));
        assertEquals(0, axis.share(1e-12));
        assertEquals(1, axis.share(1), 1e-12);
        assertTrue(axis.below(0));
        assertTrue(axis.below(1e-12));
        assertFalse(axis.below(.00001));
        assertEquals(List.of(".1", "1"), decades(0, 0), "zeros alone have no decade");
    }

    @Test
    void placesOnTheAxisOfEpochsAreWhole() {
        assertEquals(List.of(0.0, 5.0, 10.0, 15.0, 20.0), FramePainter.steps(20));
        assertEquals(List.of(0.0, 1.0, 2.0, 3.0), FramePainter.steps(3));
        assertEquals(
                List.of(0.0, 2.0, 4.0, 6.0, 9.0),
                FramePainter.steps(9).stream().filter(s -> s != 8).toList());
        assertEquals(List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0), FramePainter.steps(100));
        assertEquals(List.of(0.0, 1.0), FramePainter.steps(1));
    }
}
