package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
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

    private static List<String> drawn(ValueAxis axis) {
        // As for every chart, before the first text is measured.
        ChartFonts.of(10);
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        List<String> labels = new ArrayList<>();
        for (Object tick :
                axis.refreshTicks(graphics, new AxisState(), new Rectangle(0, 0, 400, 300), RectangleEdge.LEFT)) {
            labels.add(((ValueTick) tick).getText());
        }
        return labels;
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
        assertEquals(List.of("0", ".5 M", "1.0 M", "1.5 M", "2.0 M", "2.5 M"), labels(5, 12, 2_400_000));
        assertEquals(List.of("0", "5 k", "10 k"), labels(2, 0, 9000));
    }

    /** A line that hardly changes, as a norm that stands still, and one of millions. */
    @Test
    void noAxisOfAChartHasExponents() {
        for (double[] line : new double[][] {{31.60516, 31.60517}, {1_900_000, 2_400_000}, {1e-5, 1e-5}, {7, 7}}) {
            XYSeries series = new XYSeries("line");
            for (int n = 0; n < line.length; n++) {
                series.add(n, line[n]);
            }
            ValueAxis axis = Axes.figures("", Palette.light());
            new XYPlot(new XYSeriesCollection(series), Axes.figures("", Palette.light()), axis, null);
            List<String> labels = drawn(axis);
            assertEquals(labels.size(), Set.copyOf(labels).size(), labels.toString());
            labels.forEach(label -> assertTrue(label.matches("−?[0-9.]{1,8}( [kM])?"), label));
        }
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
