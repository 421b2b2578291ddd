package dev.nara.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An entry that was found.
 *
 * @param name the parts of its name
 * @param hint the parts of what stands beside it
 * @param rank how it was found, the less the better
 * @param at where in the text
 */
public record Hit(Entry entry, List<Fuzzy.Part> name, List<Fuzzy.Part> hint, int rank, int at) {
    /** Worse than inside of the name, better than scattered in it. */
    private static final int BESIDE = 3;

    /** Found by its name, by another name of it, or by what stands beside it; empty where by none. */
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

    /** One that nothing was typed for. */
    static Hit plain(Entry entry) {
        return new Hit(entry, Fuzzy.Part.none(entry.name()), Fuzzy.Part.none(beside(entry)), 0, 0);
    }

    private static String beside(Entry entry) {
        return entry.hint().isEmpty() ? entry.place() : entry.hint();
    }
}
