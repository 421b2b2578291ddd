package dev.nara.ui.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds the sections of all pages that contain every typed word; sections with the words in a heading come first, then those with the most
 * occurrences.
 */
final class GuideSearch {
    private static final int BEFORE = 16;
    private static final int EXCERPT = 110;

    private GuideSearch() {}

    /** A search result; a page of the contents has no excerpt. */
    record Hit(PagePlace place, String page, String section, String excerpt) {}

    /** Searches the guide; without words, lists all pages. */
    static List<Hit> search(Guide guide, String typed) {
        List<String> words = typed.isBlank()
                ? List.of()
                : List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        if (words.isEmpty()) {
            return guide.pages().stream()
                    .map(page -> new Hit(new PagePlace(page.name(), ""), page.title(), "", ""))
                    .toList();
        }
        record Found(Hit hit, int inTitle, int times) {}
        List<Found> found = new ArrayList<>();
        for (Guide.Page page : guide.pages()) {
            for (Guide.Section section : page.sections()) {
                String title = section.title().toLowerCase(Locale.ROOT);
                String text = section.text().toLowerCase(Locale.ROOT);
                if (words.stream().allMatch(word -> title.contains(word) || text.contains(word))) {
                    long inTitle = words.stream().filter(title::contains).count();
                    boolean top = section.equals(page.sections().get(0));
                    found.add(new Found(
                            new Hit(
                                    new PagePlace(page.name(), top ? "" : section.anchor()),
                                    page.title(),
                                    top ? "" : section.title(),
                                    excerpt(section.text(), text, words)),
                            (int) -inTitle,
                            -words.stream().mapToInt(word -> times(word, text)).sum()));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Found::inTitle).thenComparingInt(Found::times))
                .map(Found::hit)
                .toList();
    }

    private static int times(String word, String text) {
        int times = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            times++;
        }
        return times;
    }

    /** The text around the first match. */
    private static String excerpt(String text, String lower, List<String> words) {
        int at = words.stream()
                .mapToInt(lower::indexOf)
                .filter(i -> i >= 0)
                .min()
                .orElse(0);
        int begin = Math.max(0, at - BEFORE);
        if (begin > 0) {
            int space = text.indexOf(' ', begin);
            begin = space >= 0 && space < at ? space + 1 : begin;
        }
        int end = Math.min(text.length(), begin + EXCERPT);
        return (begin > 0 ? "… " : "") + text.substring(begin, end).strip() + (end < text.length() ? " …" : "");
    }
}
