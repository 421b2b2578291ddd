package dev.nara.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A search result.
 *
 * @param name the pieces of its name
 * @param hint the pieces of its hint
 * @param rank the rank of the match, lower is better
 * @param at the index of the match in the text
 */
public record Hit(Entry entry, List<Fuzzy.Part> name, List<Fuzzy.Part> hint, int rank, int at) {
    /** The rank of a match in the hint: worse than inside the name, better than scattered in it. */
    private static final int BESIDE = 3;

    /** Matches the name, other names and the hint of an entry; empty if none matches. */
    static Optional<Hit> of(Entry entry, Query query) {
        return query.ways().stream()
                .map(way -> of(entry, way))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Hit::rank).thenComparingInt(Hit::at));
    }

    private static Optional<Hit> of(Entry entry, String way) {
        Optional<Fuzzy.Match> name = Fuzzy.of(way, entry.name());
        Optional<Fuzzy.Match> hint = Fuzzy.inOnePiece(way, entry.hint());
        boolean asNamed = name.filter(match -> match.how() != Fuzzy.How.SCATTERED || hint.isEmpty())
                .isPresent();
        if (asNamed) {
            return name.map(match -> new Hit(
                    entry,
                    match.parts(),
                    hint.map(Fuzzy.Match::parts).orElseGet(() -> Fuzzy.Part.none(beside(entry))),
                    match.how().rank(),
                    match.at()));
        }
        return hint.or(() -> entry.other().stream()
                        .map(other -> Fuzzy.inOnePiece(way, other))
                        .flatMap(Optional::stream)
                        .min(Comparator.comparing(Fuzzy.Match::how)))
                .map(match -> new Hit(
                        entry,
                        Fuzzy.Part.none(entry.name()),
                        match.parts(),
                        BESIDE,
                        match.how().rank()));
    }

    /** A result for an empty query. */
    static Hit plain(Entry entry) {
        return new Hit(entry, Fuzzy.Part.none(entry.name()), Fuzzy.Part.none(beside(entry)), 0, 0);
    }

    private static String beside(Entry entry) {
        return entry.hint().isEmpty() ? entry.place() : entry.hint();
    }
}
