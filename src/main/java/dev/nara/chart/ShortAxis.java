package dev.nara.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.Serial;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/** An axis fitted to the data, with few distinct round labels of at most three digits: {@link FigureTicks}. */
final class ShortAxis extends NumberAxis {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MOST = 5;

    ShortAxis(String label) {
        super(label);
        setAutoRangeIncludesZero(false);
    }

    @Override
    protected void autoAdjustRange() {
        super.autoAdjustRange();
        FigureTicks ticks = ticks();
        setRange(new Range(ticks.low(), ticks.high()), false, false);
    }

    @Override
    protected void selectAutoTickUnit(Graphics2D g, Rectangle2D area, RectangleEdge edge) {
        setTickUnit(new Unit(ticks()), false, false);
    }

    private FigureTicks ticks() {
        return FigureTicks.of(
                DoubleStream.of(getRange().getLowerBound(), getRange().getUpperBound()), MOST);
    }

    private static final class Unit extends NumberTickUnit {
        @Serial
        private static final long serialVersionUID = 1;

        private final transient FigureTicks ticks;

        Unit(FigureTicks ticks) {
            super(ticks.step());
            this.ticks = ticks;
        }

        @Override
        public String valueToString(double value) {
            return ticks.label(value);
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other) && other instanceof Unit same && ticks.equals(same.ticks);
        }

        @Override
        public int hashCode() {
            return ticks.hashCode();
        }
    }
}
