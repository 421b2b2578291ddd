package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.chart.StudyCourse.Line;
import dev.nara.chart.StudyCourse.Mark;
import dev.nara.chart.StudyCourse.Point;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;

class StudyChartsTest {
    private static final Palette PALETTE = Palette.light();

    private static StudyCourse course(boolean higherIsBetter, List<Line> lines) {
        return new StudyCourse(
                10,
                4,
                List.of(new Point(1, .25, .01), new Point(3, .27, Double.NaN)),
                List.of(
                        new Mark(1, 1, .25, StudyMark.FINISHED, -1),
                        new Mark(2, 3, .27, StudyMark.FINISHED, 0),
                        new Mark(3, 2, .05, StudyMark.DROPPED, -1),
                        new Mark(4, 2, Double.NaN, StudyMark.FAILED, -1)),
                lines,
                List.of(new StudyCourse.UserAction(2, "narrowed")),
                "#2 .27",
                "6:00 left",
                "61%",
                higherIsBetter);
    }

    private static int ink(JFreeChart chart) {
        BufferedImage image = chart.createBufferedImage(600, 260);
        int ink = 0;
        for (int y = 0; y < 260; y++) {
            for (int x = 0; x < 600; x++) {
                ink += image.getRGB(x, y) != 0xFFFFFFFF ? 1 : 0;
            }
        }
        return ink;
    }

    @Test
    void figuresAreFittedToTheBestTwoThirdsAndLinesNearThem() {
        // .25 and .27 with a band from .2304 to .2696, and a line as far below as these reach at most.
        double band = 1.96 * .01;
        double low = .25 - band;
        double length = .27 - low;
        assertEquals(low - .08 * length, BestRange.of(course(true, List.of())).getLowerBound(), 1e-9);
        assertEquals(.27 + .16 * length, BestRange.of(course(true, List.of())).getUpperBound(), 1e-9);
        Line near = new Line("near", .2, Line.Kind.OTHER);
        Line far = new Line("far", .1, Line.Kind.OTHER);
        double withLine = BestRange.of(course(true, List.of(near, far))).getLowerBound();
        assertEquals(.2 - .08 * .07, withLine, 1e-9);
    }

    /** No figure is made up before there is one. */
    @Test
    void noScaleIsWrittenBeforeTheFirstFigure() {
        StudyCourse empty = new StudyCourse(10, 0, List.of(), List.of(), List.of(), List.of(), "", "", "", true);
        assertFalse(hasScale(
                BestSoFar.of(empty, PALETTE, Locale.ENGLISH).getXYPlot().getRangeAxis()));
        assertTrue(hasScale(BestSoFar.of(course(true, List.of()), PALETTE, Locale.ENGLISH)
                .getXYPlot()
                .getRangeAxis()));
        XYPlot curves = TrialCurves.of(new TrialCurves.Content(List.of(), List.of(), "epochs", "HR@10", true), PALETTE)
                .getXYPlot();
        assertFalse(hasScale(curves.getRangeAxis()) || hasScale(curves.getDomainAxis()));
    }

    /** Whether its labels are to be seen; they have their room in any case. */
    private static boolean hasScale(ValueAxis axis) {
        return ((Color) axis.getTickLabelPaint()).getAlpha() > 0;
    }

    @Test
    void theAxisOfMinutesReachesOverTheBudget() {
        XYPlot plot =
                BestSoFar.of(course(true, List.of()), PALETTE, Locale.ENGLISH).getXYPlot();
        assertEquals(10, plot.getDomainAxis().getUpperBound());
        assertEquals(0, plot.getDomainAxis().getLowerBound());
        assertEquals(4, plot.getDataset(0).getXValue(0, 2), "the stair goes on until now");
    }

    @Test
    void stepsOfAnAxisAreRound() {
        assertEquals(.02, FigureAxis.step(.09, 5), 1e-12);
        assertEquals(.005, FigureAxis.step(.016, 5), 1e-12);
        assertEquals(10, FigureAxis.step(48, 5), 1e-12);
    }

    @Test
    void everyChartDraws() {
        assertTrue(ink(BestSoFar.of(course(true, List.of()), PALETTE, Locale.KOREAN)) > 2000);
        List<TrialCurves.Curve> curves = List.of(new TrialCurves.Curve(
                1, List.of(new TrialCurves.Spot(1, .2), new TrialCurves.Spot(2, .25)), StudyMark.FINISHED, 0));
        assertTrue(ink(TrialCurves.of(
                        new TrialCurves.Content(
                                curves, List.of(new TrialCurves.Rung(1, "rung 1")), "epochs", "NDCG", true),
                        PALETTE))
                > 1000);
        ParallelAxes axes = new ParallelAxes(
                List.of(
                        ParallelAxes.Axis.of("a", "a", 0, 1, List.of(new ParallelAxes.Tick(0, "0"))),
                        ParallelAxes.Axis.of("b", "b", 0, 1, List.of())),
                List.of(
                        new ParallelAxes.Line(1, List.of(.1, .9), 1, false, 0),
                        new ParallelAxes.Line(2, List.of(.4, .2), .3, true, -1)),
                Map.of("a", new ParallelAxes.Part(0, .2)));
        assertTrue(ink(ParallelPlot.of(axes, "a", PALETTE)) > 1000);
        assertTrue(ink(ShareBars.of(List.of(new ShareBars.Share("rate", .4, .3, .5, true)), PALETTE)) > 1000);
        assertTrue(ink(DifferenceForest.of(
                        List.of(new DifferenceForest.Difference("preset", .01, .004, .016, true, true)), PALETTE))
                > 100);
    }

    @Test
    void theMapIsMadeOfCells() {
        ResponseGrid grid = new ResponseGrid(2, new double[] {0, .5, 1, .2}, new boolean[] {true, false, false, true});
        assertEquals(2, grid.rows());
        assertEquals(1, grid.mean(0, 1));
        assertTrue(grid.unsure(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new ResponseGrid(3, new double[4], new boolean[4]));
        ResponseMap.Side side = new ResponseMap.Side("rate", List.of(new ResponseMap.Tick(.5, ".01")));
        ResponseMap.Spot spot = new ResponseMap.Spot(1, .5, .5, StudyMark.FINISHED, 1, -1);
        JFreeChart map = ResponseMap.of(new ResponseMap.Content(side, side, grid, List.of(spot)), PALETTE);
        assertTrue(ink(map) > 100_000, "cells fill the plot");
    }

    @Test
    void aWaterfallStartsBelowTheLowestFigure() {
        PresetPath.End from = new PresetPath.End("preset", .2614);
        List<PresetPath.Step> steps = List.of(
                new PresetPath.Step("rate", ".001 → .003", "real", .0052, .002, .008, true),
                new PresetPath.Step("layers", "32 → 64", "within noise", .0004, -.002, .003, false));
        PresetPath.End to = new PresetPath.End("chosen", .267);
        assertEquals(.258, Waterfall.start(new PresetPath(from, steps, to)), 1e-9);
        assertTrue(ink(Waterfall.of(new PresetPath(from, steps, to), true, PALETTE)) > 1000);
    }
}
