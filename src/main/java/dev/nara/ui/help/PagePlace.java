package dev.nara.ui.help;

import java.util.Optional;

/** A page and a heading in it, "" for its beginning. */
record PagePlace(String page, String anchor) {
    /** The place of a link's destination; empty if it is not a page of the guide. */
    static Optional<PagePlace> of(String destination, PagePlace from, Guide guide) {
        int hash = destination.indexOf('#');
        String file = hash < 0 ? destination : destination.substring(0, hash);
        String anchor = hash < 0 ? "" : destination.substring(hash + 1);
        if (file.isEmpty()) {
            return Optional.of(new PagePlace(from.page(), anchor));
        }
        // Translated pages are in a folder of their language, below the English pages.
        String name = file.replaceFirst("^\\.\\./", "").replaceFirst("\\.md$", "");
        return guide.page(name).map(page -> new PagePlace(page.name(), anchor));
    }
}
