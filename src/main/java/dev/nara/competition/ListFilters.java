package dev.nara.competition;

import dev.nara.data.Attributes;
import dev.nara.data.Categories;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.Role;
import dev.nara.data.SharedGenres;
import dev.nara.text.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A recipe's filters applied to each item. Refuses filters for which the data lacks attributes. */
final class ListFilters {
    /** The number of a block's best items among which diversity selects. */
    private static final int CHOICE = 100;

    private static final int[] NOTHING = {};

    private final ComposeRecipe.Filters filters;
    private final Dataset dataset;
    private final Interactions history;
    private final int[] refused;
    private final int[] series;
    private final @Nullable SharedGenres genres;

    ListFilters(ComposeRecipe.Filters filters, Dataset dataset, Interactions history) throws DataException {
        this.filters = filters;
        this.dataset = dataset;
        this.history = history;
        this.refused = findRefused();
        this.series = codesOfSeries();
        this.genres = filters.diversity() == 0 ? null : genres();
    }

    /** The items excluded from all lists, ascending; do not modify. */
    int[] refused() {
        return refused;
    }

    /** The maximum number of items of the item's series in a list; unlimited for items without a series. */
    int atMostOfSeries(int item) {
        return filters.seriesAtMost() > 0 && series[item] > 0 ? filters.seriesAtMost() : Integer.MAX_VALUE;
    }

    /** The code of an item's series; 0 for none. */
    int series(int item) {
        return series[item];
    }

    /**
     * The index of the item to try next, given the list so far; -1 if none is left.
     *
     * @param list the list so far, up to {@code length}
     */
    int next(OfferedItems offered, int[] list, int length) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        int tried = 0;
        for (int c = 0; c < offered.size() && tried < CHOICE; c++) {
            if (offered.isGone(c)) {
                continue;
            }
            if (genres == null) {
                return c;
            }
            tried++;
            double value = marginal(c, offered.sharing(c, genres, list, length), length);
            if (value > most) {
                most = value;
                best = c;
            }
        }
        return best;
    }

    /** Maximal marginal relevance, see {@link ComposeRecipe.Filters}. */
    private double marginal(int place, int same, int length) {
        double relevance = 1 - place / (double) CHOICE;
        return (1 - filters.diversity()) * relevance - filters.diversity() * same / Math.max(1, length);
    }

    private int[] findRefused() throws DataException {
        boolean byGenre =
                !filters.genres().isEmpty() || !filters.withoutGenres().isEmpty();
        if (!byGenre && filters.minimumWatchedShare() == 0) {
            return NOTHING;
        }
        if (byGenre) {
            checkGenres(genreColumn());
        }
        double[] shares = filters.minimumWatchedShare() > 0 ? watchedShares() : new double[0];
        return IntStream.range(0, dataset.items().size())
                .filter(i -> (byGenre && !fits(dataset.genres(i)))
                        || (shares.length > 0 && !(shares[i] >= filters.minimumWatchedShare())))
                .toArray();
    }

    private boolean fits(List<String> ofItem) {
        return (filters.genres().isEmpty() || ofItem.stream().anyMatch(filters.genres()::contains))
                && ofItem.stream().noneMatch(filters.withoutGenres()::contains);
    }

    private String genreColumn() throws DataException {
        return dataset.itemAttributes()
                .column(Role.GENRE)
                .orElseThrow(
                        () -> new DataException(Text.of("compose.no.genres"), Text.of("compose.no.genres.remedy")));
    }

    /** A misspelt genre would exclude nothing, or everything. */
    private void checkGenres(String column) throws DataException {
        List<String> known = dataset.itemAttributes().memberCounts(column).stream()
                .map(Map.Entry::getKey)
                .toList();
        for (String genre : Stream.concat(filters.genres().stream(), filters.withoutGenres().stream())
                .toList()) {
            if (!known.contains(genre)) {
                throw new DataException(
                        Text.of("compose.genre", genre),
                        Text.of(
                                "compose.genre.remedy",
                                String.join(", ", known.subList(0, Math.min(30, known.size())))));
            }
        }
    }

    /** The mean watched share of each item in the history; NaN if unknown. */
    private double[] watchedShares() throws DataException {
        if (!history.columns().contains(Interactions.WATCHED_SHARE)) {
            throw new DataException(Text.of("compose.no.share"), Text.of("compose.no.share.remedy"));
        }
        double[] sums = new double[dataset.items().size()];
        int[] counts = new int[sums.length];
        for (int r = 0; r < history.size(); r++) {
            float share = history.number(Interactions.WATCHED_SHARE, r);
            if (!Float.isNaN(share)) {
                sums[history.item(r)] += share;
                counts[history.item(r)]++;
            }
        }
        Arrays.setAll(sums, i -> counts[i] == 0 ? Double.NaN : sums[i] / counts[i]);
        return sums;
    }

    private SharedGenres genres() throws DataException {
        genreColumn();
        return new SharedGenres(dataset);
    }

    /** The code of each item's series, 0 for none; all 0 if series are not limited. */
    private int[] codesOfSeries() throws DataException {
        int[] codes = new int[dataset.items().size()];
        if (filters.seriesAtMost() > 0) {
            Attributes items = dataset.itemAttributes();
            Categories categories = items.categories(items.column(Role.SERIES)
                    .orElseThrow(() ->
                            new DataException(Text.of("compose.no.series"), Text.of("compose.no.series.remedy"))));
            Arrays.setAll(codes, categories::code);
        }
        return codes;
    }
}
