package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.data.Role;
import dev.nara.ui.common.Texts;
import java.util.regex.Pattern;

/** An item as this workspace shows it; "" for what the data do not know. */
record Album(int item, String id, String title, String series, String genre) {
    private static final Pattern EDGES =
            Pattern.compile("^[\\s\\])}』」】:,–-]+|(?<![\\s\\[({『「【:,–-])[\\s\\[({『「【:,–-]++$|[(\\[『「]\\s*+[)\\]』」]");
    private static final int BRIEF = 13;

    static Album of(Dataset dataset, int item) {
        return new Album(
                item,
                dataset.items().id(item),
                dataset.itemAttributes().text(Role.TITLE, item),
                dataset.itemAttributes().text(Role.SERIES, item),
                dataset.genre(item));
    }

    /** Its title; the word for it and its id where the data have no titles. */
    String name(Texts texts) {
        return title.isEmpty() ? texts.get("child.album", id) : title;
    }

    /** The part of the title that tells it from others of its series: the episode and its own title. */
    String part(Texts texts) {
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
    String episode() {
        String first = part().split("\\s", 2)[0];
        return first.isEmpty() || !Character.isDigit(first.charAt(0)) ? "" : first;
    }

    /** The series and the episode, or the name where it is no episode. */
    String called(Texts texts) {
        return episode().isEmpty() ? name(texts) : series + " " + episode();
    }

    /** A few words that tell it from the others of a child: the last word of the series and the episode, else the title's first. */
    String brief(Texts texts) {
        if (!episode().isEmpty()) {
            return series.substring(series.lastIndexOf(' ') + 1) + " " + episode();
        }
        String name = name(texts);
        return name.length() <= BRIEF ? name : name.substring(0, BRIEF - 1).strip() + "…";
    }

    /** What its cover is drawn by: albums of a series look alike. */
    String cover() {
        return series.isEmpty() ? title.isEmpty() ? id : title : series;
    }

    /** The first letter or syllable on its cover; "" where it begins with none. */
    String initial() {
        String words = cover();
        return words.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }
}
