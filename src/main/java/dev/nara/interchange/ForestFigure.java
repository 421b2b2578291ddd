package dev.nara.interchange;

import dev.nara.analysis.ComparedRow;
import dev.nara.chart.ForestScale;
import dev.nara.text.BareNumbers;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** An SVG chart of every setting against the reference for reports: a square with its interval, a dot per seed. */
final class ForestFigure {
    private static final int WIDTH = 760;
    private static final int LEFT = 230;
    private static final int RIGHT = 490;
    private static final int ROW = 30;
    private static final int TOP = 8;
    private static final int COLOURS = 6;

    private final StringBuilder svg = new StringBuilder();
    private final ForestScale scale;

    private ForestFigure(ForestScale scale) {
        this.scale = scale;
    }

    /** The chart as SVG; {@code name} and {@code verdict} give a row's texts. */
    static String of(
            List<ComparedRow> rows, Function<ComparedRow, String> name, Function<ComparedRow, String> verdict) {
        return new ForestFigure(ForestScale.of(rows)).draw(rows, name, verdict);
    }

    private String draw(
            List<ComparedRow> rows, Function<ComparedRow, String> name, Function<ComparedRow, String> verdict) {
        int height = TOP + ROW * rows.size() + 24;
        svg.append("<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\">");
        for (double tick : scale.ticks()) {
            boolean zero = Math.abs(tick) < scale.step() / 2;
            line(x(tick), TOP, x(tick), height - 22, zero ? "var(--text)" : "var(--line)", zero ? 1.5 : 1);
            text(x(tick), height - 6, "m c", zero ? "0" : BareNumbers.signed(tick, scale.digits()));
        }
        for (int n = 0; n < rows.size(); n++) {
            ComparedRow row = rows.get(n);
            String colour = row.baseline() ? "var(--muted)" : "var(--s" + (1 + n % COLOURS) + ")";
            double y = TOP + ROW * (n + 0.5);
            row(row, colour, y);
            text(18, y + 4, row.baseline() ? "m" : "", shortened(name.apply(row)));
            text(RIGHT + 10, y + 4, "b", row.words());
            text(WIDTH, y + 4, "m e", verdict.apply(row));
        }
        return svg.append("</svg>").toString();
    }

    private void row(ComparedRow row, String colour, double y) {
        svg.append(format("<circle cx=\"6\" cy=\"%.1f\" r=\"5\" fill=\"%s\"/>", y, colour));
        if (row.hasInterval()) {
            line(x(row.low()), y, x(row.high()), y, colour, 1.6);
            line(x(row.low()), y - 4, x(row.low()), y + 4, colour, 1.6);
            line(x(row.high()), y - 4, x(row.high()), y + 4, colour, 1.6);
        }
        if (row.seeds().size() > 1) {
            row.seeds()
                    .forEach(seed -> svg.append(
                            format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\" fill=\"%s\"/>", x(seed), y + 9, colour)));
        }
        double at = Double.isNaN(row.difference()) ? x(0) : x(row.difference());
        svg.append(format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"9\" height=\"9\" fill=\"%s\"/>", at - 4.5, y - 4.5, colour));
    }

    private double x(double difference) {
        return LEFT + scale.at(difference, RIGHT - LEFT);
    }

    private void line(double x1, double y1, double x2, double y2, String colour, double width) {
        svg.append(format(
                "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x1, y1, x2, y2, colour, width));
    }

    private void text(double x, double y, String style, String words) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">", x, y, style));
        svg.append(HtmlPage.escaped(words)).append("</text>");
    }

    private static String shortened(String name) {
        return name.length() > 34 ? name.substring(0, 33) + "…" : name;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
