package dev.nara.interchange;

import dev.nara.data.OutputFile;
import dev.nara.text.Neutral;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/** A self-contained HTML page: style and pictures are embedded; it is light or dark like the reader's system, and prints on A4. */
final class HtmlPage {
    private static final String STYLE = """
        :root{--page:#fff;--text:#1a1e24;--muted:#5c6675;--line:#e2e5ea;--soft:#f4f5f7;--tint:#e8effd;--good:#16845a;\
        --warn:#9a6400;--s1:#0072b2;--s2:#d55e00;--s3:#009e73;--s4:#b0568a;--s5:#8f6a06;--s6:#2f8fc4}
        @media(prefers-color-scheme:dark){:root{--page:#14171c;--text:#e7eaef;--muted:#9aa4b3;--line:#2a3039;\
        --soft:#1b2027;--tint:#1d2a45;--good:#4cc38a;--warn:#e0ab4a;--s1:#4aa8e8;--s2:#ff8a3d;--s3:#34c99a;\
        --s4:#e59ac4;--s5:#e3b341;--s6:#8fd0f5}}
        @page{size:A4;margin:16mm}
        @media print{:root{--page:#fff;--text:#1a1e24;--muted:#5c6675;--line:#cfd4db;--soft:#f4f5f7;--tint:#e8effd;\
        --good:#16845a;--warn:#9a6400;--s1:#0072b2;--s2:#d55e00;--s3:#009e73;--s4:#b0568a;--s5:#8f6a06;--s6:#2f8fc4}\
        body{margin:0;padding:0;font-size:12px}section,figure,tr,pre,.lead{break-inside:avoid}\
        h2,.lead{break-after:avoid}details:not([open]){display:none}}
        body{font:15px/1.5 Pretendard,system-ui,"Noto Sans KR",sans-serif;max-width:760px;margin:2.5em auto;padding:0 1.2em;\
        background:var(--page);color:var(--text)}
        h1{font-size:1.6em;line-height:1.25;margin:0 0 .2em}h2{font-size:1.15em;margin:2em 0 .5em}
        .lead{font-size:1.2em;font-weight:700;border-left:4px solid var(--muted);padding:.1em 0 .1em .7em;margin:1.2em 0 .2em}
        .lead.good{border-color:var(--good)}.lead.warn{border-color:var(--warn)}
        .muted,figcaption,summary{color:var(--muted)}.detail{margin:.2em 0 1em;color:var(--muted)}
        table{border-collapse:collapse;width:100%;margin:.6em 0;font-size:.92em}
        td,th{padding:.25em .7em;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        th{color:var(--muted);font-weight:400}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
        td.differs{background:var(--tint);font-weight:700}tr.best{font-weight:700}
        figure{margin:1em 0}img,svg{width:100%;height:auto}svg text{font:12px Pretendard,system-ui,"Noto Sans KR",sans-serif;fill:var(--text)}
        svg .m{fill:var(--muted)}svg .b{font-weight:700}svg .e{text-anchor:end}svg .c{text-anchor:middle}
        pre{background:var(--soft);padding:.8em 1em;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.85em;border-radius:6px}
        summary{cursor:pointer}html:lang(ko) body{word-break:keep-all;overflow-wrap:break-word}
        """;

    private final StringBuilder page = new StringBuilder();
    private final String title;
    /** The header of the current table and its position; which columns are numeric is known only at its end. */
    private List<String> head = List.of();

    private int headAt;
    private int column;
    private final BitSet numbers = new BitSet();

    HtmlPage(String title, String below, Locale locale) {
        this.title = title;
        page.append("<!doctype html><html lang=\"")
                .append(locale.getLanguage())
                .append("\"><meta charset=\"utf-8\"><meta name=\"generator\" content=\"Nara\">");
        page.append("<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light"
                + " dark\">");
        page.append("<title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style>");
        page.append("<h1>").append(escaped(title)).append("</h1>");
        if (!below.isBlank()) {
            page.append("<p class=\"muted\">").append(escaped(below)).append("</p>");
        }
    }

    /** The main sentence of the page with its basis; {@code style} is good, warn or empty. */
    void lead(String style, String sentence, String detail) {
        page.append("<p class=\"lead ").append(escaped(style)).append("\">").append(escaped(sentence));
        page.append("</p><p class=\"detail\">").append(escaped(detail)).append("</p>");
    }

    /** A picture as PNG. */
    void picture(byte[] png) {
        page.append("<img alt=\"").append(escaped(title)).append("\" src=\"data:image/png;base64,");
        page.append(Base64.getEncoder().encodeToString(png));
        page.append("\">");
    }

    /** The same in a dark and a light version. */
    void picture(byte[] light, byte[] dark) {
        page.append(
                "<picture><source media=\"screen and (prefers-color-scheme:dark)\" srcset=\"data:image/png;base64,");
        page.append(Base64.getEncoder().encodeToString(dark)).append("\">");
        picture(light);
        page.append("</picture>");
    }

    /** A picture as SVG, whose texts are escaped already. */
    void figure(String svg, String caption) {
        page.append("<figure>").append(svg);
        if (!caption.isEmpty()) {
            page.append("<figcaption>").append(escaped(caption)).append("</figcaption>");
        }
        page.append("</figure>");
    }

    void heading(String words) {
        page.append("<h2>").append(escaped(words)).append("</h2>");
    }

    void paragraph(String words) {
        page.append("<p>").append(escaped(words)).append("</p>");
    }

    /** Begins a section that is collapsed at first. */
    void fold(String summary) {
        page.append("<details><summary>").append(escaped(summary)).append("</summary>");
    }

    void endFold() {
        page.append("</details>");
    }

    /** Begins a table; cells follow, row by row. */
    void table(List<String> columns) {
        page.append("<table>");
        head = columns;
        headAt = page.length();
        numbers.clear();
    }

    void row(boolean best) {
        column = 0;
        page.append(best ? "<tr class=\"best\">" : "<tr>");
    }

    void cell(String text) {
        column++;
        page.append("<td>").append(escaped(text));
    }

    /** A cell that is highlighted because it differs. */
    void cell(String text, boolean differs) {
        column++;
        page.append(differs ? "<td class=\"differs\">" : "<td>").append(escaped(text));
    }

    void number(String text) {
        numbers.set(column++);
        page.append("<td class=\"n\">").append(escaped(text));
    }

    void endTable() {
        // Where a table goes on on another page of paper, its head stands there as well.
        StringBuilder row = new StringBuilder(head.isEmpty() ? "" : "<thead><tr>");
        for (int n = 0; n < head.size(); n++) {
            row.append(numbers.get(n) ? "<th class=\"n\">" : "<th>").append(escaped(head.get(n)));
        }
        page.insert(headAt, head.isEmpty() ? row : row.append("</thead>"));
        page.append("</table>");
    }

    void code(String text) {
        page.append("<pre>").append(escaped(text)).append("</pre>");
    }

    /** Writes the page to a file, completely or not at all. */
    void write(Path file) throws IOException {
        byte[] bytes = page.append("</html>\n").toString().getBytes(StandardCharsets.UTF_8);
        OutputFile.write(file, out -> out.write(bytes));
    }

    /** Text escaped for HTML. */
    static String escaped(String text) {
        return Neutral.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
