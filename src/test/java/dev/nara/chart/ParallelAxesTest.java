package dev.nara.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.chart.ParallelAxes.Axis;
import dev.nara.chart.ParallelAxes.Line;
import dev.nara.chart.ParallelAxes.Part;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three axes in an area of 312 by 164: they stand at 52, 152 and 252, from 144 up to 44. */
class ParallelAxesTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 312, 164);
    private static final Line LINE = new Line(1, List.of(.25, 3.0, .9), 1, false, -1);

    private static ParallelAxes axes(Map<String, Part> brush) {
        return new ParallelAxes(
                List.of(
                        Axis.of("a", "a", 0, 1, List.of()),
                        Axis.of("b", "b", 2, 4, List.of()),
                        Axis.of("c", "c", 1, 0, List.of())),
                List.of(LINE),
                brush);
    }

    @Test
    void axesStandApartAndValuesAlongThem() {
        ParallelAxes axes = axes(Map.of());
        assertEquals(152, axes.x(1, AREA));
        assertEquals(2, axes.nearest(205, AREA));
        assertEquals(94, ParallelAxes.y(axes.axes().get(1).share(3), AREA));
        assertEquals(.25, ParallelAxes.share(119, AREA));
        assertEquals(2.5, axes.axes().get(1).value(.25));
        assertEquals(.1, axes.axes().get(2).share(.9), 1e-9, "upside down");
        assertTrue(ParallelAxes.heading(20, AREA));
        assertFalse(ParallelAxes.heading(60, AREA));
    }

    @Test
    void anAxisOfOneValueHasOthersAtItsEnds() {
        Axis one = Axis.of("a", "a", .3173, .3173, List.of());
        assertEquals(.5, one.share(.3173));
        assertEquals(0, one.share(.1601));
        assertEquals(1, one.share(.4));
    }

    @Test
    void aTrialIsWithinWhereItIsOnAllBrushedAxes() {
        assertTrue(axes(Map.of()).within(LINE));
        assertTrue(axes(Map.of("a", new Part(.2, .3), "b", new Part(3, 4))).within(LINE));
        assertFalse(axes(Map.of("a", new Part(.2, .3), "b", new Part(3.1, 4))).within(LINE));
        Line without = new Line(2, List.of(Double.NaN, 3.0, .9), 1, false, -1);
        assertFalse(axes(Map.of("a", new Part(0, 1))).within(without), "it has no value there");
    }

    @Test
    void movingAnAxisMovesTheValues() {
        ParallelAxes moved = axes(Map.of()).moved(0, 2);
        assertEquals(List.of("b", "c", "a"), moved.axes().stream().map(Axis::id).toList());
        assertEquals(List.of(3.0, .9, .25), moved.lines().get(0).values());
    }
}
