package dev.nara.ui.common;

import dev.nara.data.Dataset;
import dev.nara.data.Role;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An item with the facts by which users recognise it; "" for what the data lack. */
public record Album(int item, String id, String title, String series, String genre) {
    private static final Pattern EDGES =
            Pattern.compile("^[\\s\\])}』」】:,–-]+|(?<![\\s\\[({『「【:,–-])[\\s\\[({『「【:,–-]++$|[(\\[『「]\\s*+[)\\]』」]");
    /** An episode's number, with a prefix and a suffix: 3화, 제10화, Ep. 4, 2. */
    private static final Pattern EPISODE =
            Pattern.compile("^((?:제|[Ee][Pp]\\.? ?|[Vv]ol\\.? ?|#)?\\d[^\\s.:]*)[.:]?(?=\\s|$)");

    private static final int BRIEF = 13;
    private static final int NAMED = 10;

    public static Album of(Dataset dataset, int item) {
        return new Album(
                item,
                dataset.items().id(item),
                dataset.itemAttributes().text(Role.TITLE, item),
                dataset.itemAttributes().text(Role.SERIES, item),
                dataset.genre(item));
    }

    /** The title; if the data have no titles, a generic name with the id. */
    public String name(Texts texts) {
        return title.isEmpty() ? texts.get("child.album", id) : title;
    }

    /** The part of the title that differs within the series: the episode and its own title. */
    public String part(Texts texts) {
        String rest = part();
        return rest.isEmpty() ? name(texts) : rest;
    }

    /** The title without the series and the separator; "" if nothing remains. */
    private String part() {
        int at = series.isEmpty() ? -1 : title.indexOf(series);
        String rest = at < 0 ? "" : title.substring(0, at) + title.substring(at + series.length());
        return EDGES.matcher(rest).replaceAll("").strip();
    }

    /** The episode alone, such as 3화; "" if the title has none. */
    public String episode() {
        Matcher first = EPISODE.matcher(part());
        return first.find() ? first.group(1) : "";
    }

    /** The series and the episode, or the name if it is not an episode. */
    public String called(Texts texts) {
        return episode().isEmpty() ? name(texts) : series + " " + episode();
    }

    /** The title and shorter names that still identify the item. */
    public List<String> names(Texts texts) {
        return episode().isEmpty()
                ? List.of(name(texts), part(texts), bare(texts))
                : List.of(name(texts), called(texts), brief(texts));
    }

    /**
     * A short name that is distinct among a child's items: the last words of the series and the episode, else the beginning of the title.
     */
    public String brief(Texts texts) {
        if (!episode().isEmpty()) {
            return lastWords(NAMED - 1 - episode().length()) + " " + episode();
        }
        String part = part(texts);
        String name = part.length() <= BRIEF ? part : bare(texts);
        return name.length() <= BRIEF ? name : name.substring(0, BRIEF - 1).strip() + "…";
    }

    /** The part without brackets at its end, such as the year of a film. */
    public String bare(Texts texts) {
        String bare = part(texts);
        while (bare.endsWith(")") && bare.lastIndexOf('(') > 0) {
            bare = bare.substring(0, bare.lastIndexOf('(')).stripTrailing();
        }
        return bare;
    }

    /** The short name, and for an episode even shorter ones. */
    public List<String> briefs(Texts texts) {
        return episode().isEmpty()
                ? List.of(brief(texts))
                : List.of(brief(texts), lastWords(0) + " " + episode(), episode());
    }

    /** As many of the last words of the series as fit into this many characters, but at least one. */
    private String lastWords(int room) {
        int from = series.lastIndexOf(' ') + 1;
        while (from > 0) {
            int before = series.lastIndexOf(' ', from - 2) + 1;
            if (series.length() - before > room) {
                break;
            }
            from = before;
        }
        return series.substring(from);
    }

    /** The text from which the cover's look is derived: items of a series look alike. */
    public String cover() {
        return series.isEmpty() ? title.isEmpty() ? id : title : series;
    }

    /** The first letter or syllable on the cover; "" if there is none. */
    public String initial() {
        String words = cover();
        return words.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }
}
