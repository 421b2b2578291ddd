package dev.nara.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The guide's pages in one language, in reading order; a page that is not translated is in English. */
final class Guide {
    /** The first page. */
    static final String FIRST = "index";

    private static final List<String> NAMES = List.of(
            FIRST,
            "data",
            "train",
            "runs",
            "tune",
            "search",
            "compare",
            "child",
            "export",
            "children",
            "promises",
            "data-formats",
            "programs",
            "spark",
            "models",
            "evaluation",
            "command-line",
            "results");

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Map<String, Page> pages = new LinkedHashMap<>();

    /** A heading with the text up to the next heading. */
    record Section(String anchor, String title, String text) {}

    /** A page; {@code translated} is false if it is in English because a translation is missing. */
    record Page(String name, String title, boolean translated, Document document, List<Section> sections) {}

    Guide(Locale language) {
        for (String name : NAMES) {
            Optional<String> own = language.getLanguage().equals("en") ? Optional.empty() : text(language, name);
            String text = own.orElseGet(() -> text(Locale.ROOT, name).orElseThrow(() -> missing(name)));
            pages.put(
                    name,
                    page(name, text, own.isPresent() || language.getLanguage().equals("en")));
        }
    }

    private static IllegalStateException missing(String name) {
        return new IllegalStateException("a page of the guide is not on the class path: " + name);
    }

    private static Optional<String> text(Locale language, String name) {
        String folder = language.getLanguage().isEmpty() ? "" : language.getLanguage() + "/";
        try (InputStream in = Guide.class.getResourceAsStream("/help/" + folder + name + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page page(String name, String markdown, boolean translated) {
        Document document = (Document) PARSER.parse(markdown);
        List<Section> sections = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        @Nullable Heading heading = null;
        StringBuilder body = new StringBuilder();
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading next) {
                if (heading != null) {
                    sections.add(section(heading, body, taken));
                }
                heading = next;
                body.setLength(0);
            } else if (block instanceof Block) {
                body.append(PlainText.of(block)).append(' ');
            }
        }
        if (heading == null) {
            throw new IllegalStateException("a page of the guide has no heading: " + name);
        }
        sections.add(section(heading, body, taken));
        return new Page(name, sections.get(0).title(), translated, document, List.copyOf(sections));
    }

    private static Section section(Heading heading, StringBuilder body, Map<String, Integer> taken) {
        String title = PlainText.of(heading).strip();
        String anchor = anchor(title);
        int before = taken.merge(anchor, 1, Integer::sum) - 1;
        return new Section(
                before == 0 ? anchor : anchor + "-" + before,
                title,
                body.toString().strip());
    }

    /** The anchor of a heading in links: lower case, hyphens for spaces; only letters, digits, underscores and hyphens are kept. */
    static String anchor(String title) {
        return title.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** All pages, in reading order. */
    List<Page> pages() {
        return List.copyOf(pages.values());
    }

    /** The page of that name; empty if there is none. */
    Optional<Page> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }
}
