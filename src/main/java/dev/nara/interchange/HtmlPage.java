package dev.nara.interchange;

import dev.nara.data.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** An HTML page that needs nothing else: its style and its pictures are inside. */
final class HtmlPage {
    private static final String STYLE = "body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:2em auto;"
            + "padding:0 1em;color:#222}table{border-collapse:collapse;margin:1em 0}td,th{padding:.25em .8em;"
            + "border-bottom:1px solid #ddd;text-align:left}td.n{text-align:right;font-variant-numeric:tabular-nums}"
            + "img{width:100%}pre{background:#f4f4f4;padding:1em;white-space:pre-wrap}.best{font-weight:bold}";

    private final StringBuilder page = new StringBuilder();
    private final String title;

    HtmlPage(String title, String below, Locale locale) {
        this.title = title;
        page.append("<!doctype html><html lang=\"").append(locale.getLanguage()).append("\"><meta charset=\"utf-8\">");
        page.append("<title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style>");
        page.append("<h1>")
                .append(escaped(title))
                .append("</h1><p>")
                .append(escaped(below))
                .append("</p>");
    }

    /** A picture as PNG. */
    void picture(byte[] png) {
        page.append("<img alt=\"").append(escaped(title)).append("\" src=\"data:image/png;base64,");
        page.append(Base64.getEncoder().encodeToString(png));
        page.append("\">");
    }

    void heading(String words) {
        page.append("<h2>").append(escaped(words)).append("</h2>");
    }

    void paragraph(String words) {
        page.append("<p>").append(escaped(words)).append("</p>");
    }

    /** Begins a table; cells follow, row by row. */
    void table(List<String> columns) {
        page.append("<table><tr>");
        columns.forEach(name -> page.append("<th>").append(escaped(name)));
    }

    void row(boolean best) {
        page.append(best ? "<tr class=\"best\">" : "<tr>");
    }

    void cell(String text) {
        page.append("<td>").append(escaped(text));
    }

    void number(String text) {
        page.append("<td class=\"n\">").append(escaped(text));
    }

    void endTable() {
        page.append("</table>");
    }

    void code(String text) {
        page.append("<pre>").append(escaped(text)).append("</pre>");
    }

    /** Writes the page, whole or not at all. */
    void write(Path file) throws IOException {
        byte[] bytes = page.append("</html>\n").toString().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(bytes));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
