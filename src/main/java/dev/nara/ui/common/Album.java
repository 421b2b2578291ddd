package dev.nara.ui.common;

import dev.nara.data.Dataset;
import dev.nara.data.Role;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An item as people tell it from others; "" for what the data do not know. */
public record Album(int item, String id, String title, String series, String genre) {
    private static final Pattern EDGES =
            Pattern.compile("^[\\s\\])}』」】:,–-]+|(?<![\\s\\[({『「【:,–-])[\\s\\[({『「【:,–-]++$|[(\\[『「]\\s*+[)\\]』」]");
    /** An episode's number, with what is written before and behind it: 3화, 제10화, Ep. 4, 2. */
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

    /** Its title; the word for it and its id where the data have no titles. */
    public String name(Texts texts) {
        return title.isEmpty() ? texts.get("child.album", id) : title;
    }

    /** The part of the title that tells it from others of its series: the episode and its own title. */
    public String part(Texts texts) {
        String rest = part();
        return rest.isEmpty() ? name(texts) : rest;
    }

    /** The title without the series and what sets it off; "" where nothing is left. */
    private String part() {
        int at = series.isEmpty() ? -1 : title.indexOf(series);
        String rest = at < 0 ? "" : title.substring(0, at) + title.substring(at + series.length());
        return EDGES.matcher(rest).replaceAll("").strip();
    }

    /** The episode alone, such as 3화; "" where the title names none. */
    public String episode() {
        Matcher first = EPISODE.matcher(part());
        return first.find() ? first.group(1) : "";
    }

    /** The series and the episode, or the name where it is no episode. */
    public String called(Texts texts) {
        return episode().isEmpty() ? name(texts) : series + " " + episode();
    }

    /** Its title, and shorter names that still tell it from others. */
    public List<String> names(Texts texts) {
        return episode().isEmpty()
                ? List.of(name(texts), part(texts), bare(texts))
                : List.of(name(texts), called(texts), brief(texts));
    }

    /** A few words that tell it from the others of a child: the last words of the series and the episode, else the title's first. */
    public String brief(Texts texts) {
        if (!episode().isEmpty()) {
            return lastWords(NAMED - 1 - episode().length()) + " " + episode();
        }
        String part = part(texts);
        String name = part.length() <= BRIEF ? part : bare(texts);
        return name.length() <= BRIEF ? name : name.substring(0, BRIEF - 1).strip() + "…";
    }

    /** The part without what stands in brackets behind it, such as the year of a film. */
    public String bare(Texts texts) {
        String bare = part(texts);
        while (bare.endsWith(")") && bare.lastIndexOf('(') > 0) {
            bare = bare.substring(0, bare.lastIndexOf('(')).stripTrailing();
        }
        return bare;
    }

    /** The same and fewer words, where episodes have little room. */
    public List<String> briefs(Texts texts) {
        return episode().isEmpty()
                ? List.of(brief(texts))
                : List.of(brief(texts), lastWords(0) + " " + episode(), episode());
    }

    /** As many of the last words of the series as so many characters have room for, one at least. */
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

    /** What its cover is drawn by: albums of a series look alike. */
    public String cover() {
        return series.isEmpty() ? title.isEmpty() ? id : title : series;
    }

    /** The first letter or syllable on its cover; "" where it begins with none. */
    public String initial() {
        String words = cover();
        return words.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }
}
