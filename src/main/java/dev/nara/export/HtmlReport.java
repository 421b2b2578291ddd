package dev.nara.export;

import dev.nara.chart.ChartImage;
import dev.nara.chart.LearningCurves;
import dev.nara.chart.Palette;
import dev.nara.data.AtomicFile;
import dev.nara.run.RunEvent;
import dev.nara.run.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A run as one HTML page that needs nothing else: its curves, its epochs, its settings and the command that repeats it. */
public final class HtmlReport {
    private static final String STYLE = "body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:2em auto;"
            + "padding:0 1em;color:#222}table{border-collapse:collapse;margin:1em 0}td,th{padding:.25em .8em;"
            + "border-bottom:1px solid #ddd;text-align:left}td.n{text-align:right;font-variant-numeric:tabular-nums}"
            + "img{width:100%}pre{background:#f4f4f4;padding:1em;white-space:pre-wrap}.best{font-weight:bold}";

    private final StringBuilder page = new StringBuilder();
    private final Locale locale;

    private HtmlReport(Locale locale) {
        this.locale = locale;
    }

    /**
     * Writes the page, whole or not at all.
     *
     * @param command trains the run again
     */
    public static void write(Path file, StoredRun run, List<RunEvent> events, String command, Locale locale)
            throws IOException {
        HtmlReport report = new HtmlReport(locale);
        report.build(run, events, command);
        AtomicFile.write(file, out -> out.write(report.page.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void build(StoredRun run, List<RunEvent> events, String command) throws IOException {
        String title = words("train.headline", run.title(), run.spec().algorithm());
        page.append("<!doctype html><html lang=\"").append(locale.getLanguage()).append("\"><meta charset=\"utf-8\">");
        page.append("<title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style>");
        page.append("<h1>").append(escaped(title)).append("</h1><p>");
        page.append(escaped(words("state." + run.state()) + " · " + run.created() + " · "
                + run.label().notes()));
        page.append("</p>");
        LearningCurves curves = new LearningCurves(Palette.light(), locale);
        curves.add(events);
        page.append("<img alt=\"").append(escaped(title)).append("\" src=\"data:image/png;base64,");
        page.append(Base64.getEncoder().encodeToString(ChartImage.png(curves.chart(), 1200, 760)));
        page.append("\">");
        epochs(events);
        page.append("<h2>").append(escaped(words("train.run"))).append("</h2><table>");
        Map<String, String> settings = new TreeMap<>(run.spec().values());
        settings.put("data", run.spec().data());
        settings.put("fingerprint", run.spec().fingerprint());
        settings.put("split", run.spec().split());
        settings.put("candidates", run.spec().candidates());
        settings.put("seed", Long.toString(run.spec().seed()));
        settings.put("engine", run.spec().engine());
        settings.put(
                "program",
                run.environment().program() + ", Java " + run.environment().java());
        settings.put(
                "system", run.environment().system() + ", " + run.environment().cores() + " cores");
        settings.forEach((name, value) -> row("<td>" + escaped(name), "<td>" + escaped(value)));
        page.append("</table><pre>").append(escaped(command)).append("</pre></html>\n");
    }

    private void epochs(List<RunEvent> events) {
        List<RunEvent.EpochDone> epochs = RunEvent.epochs(events);
        Set<String> metrics = new LinkedHashSet<>();
        epochs.forEach(e -> metrics.addAll(e.metrics().keySet()));
        page.append("<table><tr><th>").append(escaped(words("column.phase")));
        for (String name : List.of(words("column.epoch"), words("column.loss"))) {
            page.append("<th>").append(escaped(name));
        }
        metrics.forEach(metric -> page.append("<th>").append(escaped(metric)));
        page.append("<th>").append(escaped(words("column.seconds")));
        for (RunEvent.EpochDone epoch : epochs) {
            page.append(epoch.best() ? "<tr class=\"best\"><td>" : "<tr><td>");
            page.append(escaped(words("phase." + epoch.phase())));
            number(Integer.toString(epoch.epoch()));
            number(Numbers.figure(epoch.loss()));
            metrics.forEach(m -> number(Numbers.figure(epoch.metrics().getOrDefault(m, Double.NaN))));
            number(Numbers.seconds(epoch.seconds()));
        }
        page.append("</table>");
    }

    private void number(String text) {
        page.append("<td class=\"n\">").append(escaped(text));
    }

    private void row(String... cells) {
        page.append("<tr>").append(String.join("", cells));
    }

    private String words(String key, Object... values) {
        return Text.of(key, values).in(locale);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
