package dev.nara.chart;

import dev.nara.text.BareNumbers;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.data.Range;

/** An axis of figures with a few round numbers in short form. */
final class FigureAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final double[] ROUND = {1, 2, 5, 10};

    private FigureAxis(Palette palette, StudyColours colours) {
        super("");
        Axes.style(this, palette);
        setTickLabelPaint(colours.muted());
        setTickMarksVisible(false);
        setAxisLineVisible(false);
    }

    /** An axis between two figures, with a maximum number of labels. */
    static FigureAxis of(Range range, int most, StudyColours colours) {
        return of(range, most, false, colours);
    }

    /** The same for differences, which are signed. */
    static FigureAxis signed(Range range, int most, StudyColours colours) {
        return of(range, most, true, colours);
    }

    private static FigureAxis of(Range range, int most, boolean signed, StudyColours colours) {
        FigureAxis axis = new FigureAxis(colours.palette(), colours);
        axis.setRange(range);
        axis.setTickUnit(new Unit(step(range.getLength(), most), signed));
        return axis;
    }

    /** The smallest round step with at most that many in a width. */
    static double step(double width, int most) {
        double unit = Math.pow(10, Math.floor(Math.log10(width / most)));
        for (double round : ROUND) {
            if (width / (unit * round) <= most) {
                return unit * round;
            }
        }
        return unit * 10;
    }

    private static final class Unit extends NumberTickUnit {
        private static final long serialVersionUID = 1;
        private final boolean signed;
        private final int digits;

        Unit(double step, boolean signed) {
            super(step);
            this.signed = signed;
            this.digits = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        }

        @Override
        public String valueToString(double value) {
            if (Math.abs(value) < getSize() / 1000) {
                return "0";
            }
            return signed ? BareNumbers.signed(value, digits) : BareNumbers.rounded(value, digits);
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other) && other instanceof Unit same && same.signed == signed;
        }

        @Override
        public int hashCode() {
            return 2 * super.hashCode() + (signed ? 1 : 0);
        }
    }
}
