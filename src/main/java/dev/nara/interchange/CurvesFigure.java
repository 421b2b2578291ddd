package dev.nara.interchange;

import dev.nara.text.BareNumbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An SVG chart of a metric over epochs for reports, with a name at the end of each line. */
final class CurvesFigure {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int LEFT = 44;
    private static final int RIGHT = 560;
    private static final int TOP = 12;
    private static final int BOTTOM = 270;
    private static final int COLOURS = 6;
    private static final int STEPS = 4;
    private static final double APART = 15;

    private final StringBuilder svg = new StringBuilder();
    private final double step;
    private final double low;
    private final double high;
    private final double last;

    /**
     * A line; one without a name is a further seed of the previous one.
     *
     * @param colour index of the series, from 0; -1 for a reference level
     * @param epochs ascending; empty for a level
     * @param figures one per epoch; a single one for a level
     * @param best the marked epoch; 0 for none
     */
    record Line(String name, int colour, List<Integer> epochs, List<Double> figures, int best) {
        /** A reference level. */
        static Line level(String name, double figure) {
            return new Line(name, -1, List.of(), List.of(figure), 0);
        }

        /** What stands behind its name: the figure of the epoch that is marked, else the last one. */
        private double labelled() {
            int at = epochs.indexOf(best);
            return at >= 0 ? figures.get(at) : figures.get(figures.size() - 1);
        }
    }

    /** A line's name and its position. */
    private record Label(String words, String colour, double y) {}

    private CurvesFigure(List<Line> lines) {
        double least = lines.stream()
                .flatMap(line -> line.figures().stream())
                .mapToDouble(x -> x)
                .min()
                .orElse(0);
        double most = Math.max(
                least + 1e-6,
                lines.stream()
                        .flatMap(line -> line.figures().stream())
                        .mapToDouble(x -> x)
                        .max()
                        .orElse(1));
        step = step((most - least) / STEPS);
        low = step * Math.floor(least / step + 1e-9);
        high = step * Math.ceil(most / step - 1e-9);
        last = Math.max(
                2,
                lines.stream()
                        .flatMap(line -> line.epochs().stream())
                        .mapToInt(x -> x)
                        .max()
                        .orElse(2));
    }

    /** The smallest number of at least that size that is 1, 2 or 5 times a power of ten. */
    private static double step(double least) {
        double ten = Math.pow(10, Math.floor(Math.log10(least)));
        double of = least / ten;
        return ten * (of <= 1 + 1e-9 ? 1 : of <= 2 ? 2 : of <= 5 ? 5 : 10);
    }

    /** The chart as SVG; {@code epochs} is the title of the axis. */
    static String of(List<Line> lines, String epochs) {
        return new CurvesFigure(lines).draw(lines, epochs);
    }

    private String draw(List<Line> lines, String epochs) {
        svg.append("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\">");
        int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        for (int n = 0; n <= Math.round((high - low) / step); n++) {
            double figure = low + step * n;
            svg.append(format(
                    "<path d=\"M%d %.1fH%d\" stroke=\"var(--line)\"/><text x=\"%d\" y=\"%.1f\" class=\"m e\">%s</text>",
                    LEFT, y(figure), RIGHT, LEFT - 6, y(figure) + 4, BareNumbers.rounded(figure, digits)));
        }
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" class=\"m\">%s 1</text><text x=\"%d\" y=\"%d\" class=\"m e\">%d</text>",
                LEFT, HEIGHT - 8, HtmlPage.escaped(epochs), RIGHT, HEIGHT - 8, (int) last));
        List<Label> labels = new ArrayList<>();
        lines.forEach(line -> line(line).ifPresent(labels::add));
        labels.sort(Comparator.comparingDouble(Label::y));
        double above = 0;
        for (Label label : labels) {
            double y = Math.max(above, label.y + 4);
            svg.append(format("<text x=\"%d\" y=\"%.1f\" style=\"fill:%s\">", RIGHT + 8, y, label.colour));
            svg.append(HtmlPage.escaped(label.words)).append("</text>");
            above = y + APART;
        }
        return svg.append("</svg>").toString();
    }

    /** The line's label; none for a further seed. */
    private Optional<Label> line(Line line) {
        boolean further = line.name().isEmpty();
        String colour = line.colour() < 0 ? "var(--muted)" : "var(--s" + (1 + line.colour() % COLOURS) + ")";
        List<Double> figures = line.figures();
        double end = figures.isEmpty() ? low : figures.get(figures.size() - 1);
        if (line.epochs().isEmpty()) {
            svg.append(format(
                    "<path d=\"M%d %.1fH%d\" stroke=\"%s\" stroke-dasharray=\"2 3\"/>", LEFT, y(end), RIGHT, colour));
        } else {
            StringBuilder path = new StringBuilder();
            for (int n = 0; n < figures.size(); n++) {
                path.append(format(
                        "%s%.1f %.1f", n == 0 ? "M" : "L", x(line.epochs().get(n)), y(figures.get(n))));
            }
            svg.append(format(
                    "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s/>",
                    path, colour, further ? "1" : "2", further ? " opacity=\".55\"" : ""));
            svg.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"%s\"/>",
                    x(line.epochs().get(figures.size() - 1)), y(end), further ? 2 : 3, colour));
            if (!further && line.epochs().contains(line.best())) {
                svg.append(format(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"var(--page)\" stroke=\"%s\""
                                + " stroke-width=\"2\"/>",
                        x(line.best()), y(line.labelled()), colour));
            }
        }
        return further
                ? Optional.empty()
                : Optional.of(new Label(line.name() + "  " + BareNumbers.figure(line.labelled()), colour, y(end)));
    }

    private double x(double epoch) {
        return LEFT + (epoch - 1) / (last - 1) * (RIGHT - LEFT);
    }

    private double y(double figure) {
        return BOTTOM - (figure - low) / (high - low) * (BOTTOM - TOP);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
