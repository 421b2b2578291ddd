package dev.nara.ui.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The search results of a group.
 *
 * @param hits the best results, in order
 * @param of the total number of results
 */
public record Found(List<Hit> hits, int of) {
    static final Found NONE = new Found(List.of(), 0);

    /**
     * The matching entries: recently used ones first, then by quality of the match; disabled ones last. All entries if nothing was typed.
     */
    public static Found in(List<Entry> entries, Query query, List<String> recent, int atMost) {
        List<Hit> hits = new ArrayList<>();
        for (Entry entry : entries) {
            if (query.ways().isEmpty()) {
                hits.add(Hit.plain(entry));
            } else {
                Hit.of(entry, query).ifPresent(hits::add);
            }
        }
        hits.sort(Comparator.comparing((Hit hit) -> !hit.entry().possible())
                .thenComparing(hit -> place(recent, hit))
                .thenComparingInt(Hit::rank)
                .thenComparingInt(Hit::at));
        return new Found(List.copyOf(hits.subList(0, Math.min(atMost, hits.size()))), hits.size());
    }

    private static int place(List<String> recent, Hit hit) {
        int at = recent.indexOf(hit.entry().key());
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
