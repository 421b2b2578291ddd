package dev.nara.competition;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.MalformedJsonException;
import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.OutputFile;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How lists are composed: blocks in order, each adding its best items that are not in the list yet, until the list is full.
 *
 * @param blocks at least one
 * @param filters for all lists
 */
public record ComposeRecipe(List<Block> blocks, Filters filters) {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final Set<String> SEEN = Set.of("", "any", "new", "only");
    private static final Set<String> FILTERS =
            Set.of("seriesAtMost", "genres", "withoutGenres", "minimumWatchedShare", "diversity");
    private static final Set<String> BLOCK = Set.of("algorithm", "values", "runs", "blend", "seen", "take", "ages");
    private static final Pattern AGES = Pattern.compile("|\\d{1,3}(-\\d{1,3})?");
    private static final Set<String> BLENDS = Set.of("ranks", "scores");

    /**
     * The rule that scored higher than any single model in the competition: a user's most watched items, then those of the user's group.
     */
    public static final List<Block> RULE =
            List.of(Block.ofAlgorithm("own-watched", "only"), Block.ofAlgorithm("group-popularity", ""));

    /** The initial recipe for a run: the run alone. */
    public static List<Block> usual(long run) {
        return List.of(Block.ofRuns(List.of(run)));
    }

    /**
     * A source of items: an algorithm that is trained on the spot on a user's history, or stored runs, blended if there are several.
     *
     * @param algorithm the id of a baseline, "" for runs
     * @param values its parameters; the others keep their defaults
     * @param runs stored runs by number, each with its weight
     * @param blend "ranks": the sum of weight / (60 + rank) (reciprocal rank fusion, Cormack et al. 2009); "scores": the
     *     weighted sum of scores scaled to 0 … 1 within a child's best
     * @param seen "any", "new" for items the user has not watched, "only" for watched ones; "" means any if the data has repeats, else new
     * @param take the maximum number of items, 0 for no limit
     * @param ages only for users of these ages, such as "3-5"; "" for all
     */
    public record Block(
            String algorithm,
            Map<String, String> values,
            Map<String, Double> runs,
            String blend,
            String seen,
            int take,
            String ages) {
        /** Defaults for omitted members: no runs, any item, no limit. */
        public Block {
            algorithm = Objects.requireNonNullElse(algorithm, "");
            values = values == null ? Map.of() : values;
            runs = runs == null ? Map.of() : runs;
            blend = Objects.requireNonNullElse(blend, "ranks");
            seen = Objects.requireNonNullElse(seen, "");
            ages = Objects.requireNonNullElse(ages, "");
        }

        /** A block of an algorithm with default parameters and no limit. */
        public static Block ofAlgorithm(String id, String seen) {
            return new Block(id, Map.of(), Map.of(), "ranks", seen, 0, "");
        }

        /** A block of stored runs with equal weights and no limit. */
        public static Block ofRuns(List<Long> ids) {
            Map<String, Double> weights = new LinkedHashMap<>();
            ids.forEach(id -> weights.put(Long.toString(id), 1.0));
            return new Block("", Map.of(), weights, "ranks", "", 0, "");
        }

        /** Whether it has one source, only known words, no negative number, and valid ages. */
        public boolean makesSense() {
            return algorithm.isEmpty() != runs.isEmpty()
                    && values.values().stream().allMatch(Objects::nonNull)
                    && runs.values().stream()
                            .allMatch(weight -> weight != null && weight > 0 && Double.isFinite(weight))
                    && take >= 0
                    && SEEN.contains(seen)
                    && BLENDS.contains(blend)
                    && areAges(ages);
        }

        /** A copy with another number of items. */
        public Block taking(int items) {
            return new Block(algorithm, values, runs, blend, seen, items, ages);
        }

        /** A copy with other runs. */
        public Block of(Map<String, Double> others) {
            return new Block(algorithm, values, others, blend, seen, take, ages);
        }

        /** The maximum number of items, a large number for no limit. */
        public int atMost() {
            return take <= 0 ? Integer.MAX_VALUE : take;
        }

        /** Its source, in a few words. */
        public String name() {
            return algorithm.isEmpty() ? "run " + String.join("+", runs.keySet()) : algorithm;
        }
    }

    /**
     * Filters for all lists.
     *
     * @param seriesAtMost maximum number of items per series, 0 for no limit
     * @param genres if not empty, only items of these
     * @param withoutGenres no items of these
     * @param minimumWatchedShare only items of which viewers watched at least this share on average, 0 … 1; 0 for any
     * @param diversity how much the genres of a list should differ, 0 … 1: 0 leaves the order of a block, 1 considers genres alone;
     *     between, the next item maximises (1 - diversity) * relevance - diversity * the share of its genre in the list so far (maximal
     *     marginal relevance, Carbonell and Goldstein 1998)
     */
    public record Filters(
            int seriesAtMost,
            List<String> genres,
            List<String> withoutGenres,
            double minimumWatchedShare,
            double diversity) {
        /** No filters. */
        public static final Filters NONE = new Filters(0, List.of(), List.of(), 0, 0);

        /** Omitted members filter nothing. */
        public Filters {
            genres = genres == null ? List.of() : List.copyOf(genres);
            withoutGenres = withoutGenres == null ? List.of() : List.copyOf(withoutGenres);
        }

        /** Whether its shares are between 0 and 1. */
        public boolean makesSense() {
            return within(minimumWatchedShare) && within(diversity);
        }
    }

    /** Omitted filters mean none. */
    public ComposeRecipe {
        blocks = blocks == null ? List.of() : List.copyOf(blocks);
        filters = filters == null ? Filters.NONE : filters;
    }

    /** Whether a block uses stored runs, whose data and split then apply. */
    public boolean ofRuns() {
        return blocks.stream().anyMatch(block -> !block.runs().isEmpty());
    }

    /** The maximum number of items of each block: shape [blocks]. */
    int[] takes() {
        return blocks.stream().mapToInt(Block::atMost).toArray();
    }

    /** A copy with other blocks. */
    public ComposeRecipe with(List<Block> others) {
        return new ComposeRecipe(others, filters);
    }

    /**
     * Reads a recipe.
     *
     * @throws DataException if it is not a recipe, or a block is invalid
     */
    public static ComposeRecipe read(Path file) throws DataException {
        ComposeRecipe recipe;
        try {
            JsonElement written = JsonParser.parseString(InputFile.text(file));
            recipe = GSON.fromJson(written, ComposeRecipe.class);
            checkNames(file, written.getAsJsonObject());
        } catch (RuntimeException e) {
            throw new DataException(file, whyBroken(e), Text.of("compose.broken.remedy"));
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
        if (recipe == null || recipe.blocks.isEmpty()) {
            throw new DataException(file, Text.of("compose.broken"), Text.of("compose.broken.remedy"));
        }
        for (int b = 0; b < recipe.blocks.size(); b++) {
            if (!recipe.blocks.get(b).makesSense()) {
                throw new DataException(file, Text.of("compose.block", b + 1), Text.of("compose.block.remedy"));
            }
        }
        if (!recipe.filters.makesSense()) {
            throw new DataException(file, Text.of("compose.share"), Text.of("compose.share.remedy"));
        }
        return recipe;
    }

    /** The first line of the parser's message; further lines only link to documentation. */
    private static Text whyBroken(RuntimeException e) {
        Throwable first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        boolean ofParser = first instanceof MalformedJsonException || first instanceof IllegalStateException;
        Optional<String> why =
                String.valueOf(first.getMessage()).lines().findFirst().filter(words -> ofParser);
        return why.map(words -> Text.of("compose.broken.why", words)).orElseGet(() -> Text.of("compose.broken"));
    }

    /** Whether these are ages as "3-5" or "4", the younger first; "" for all. */
    private static boolean areAges(String ages) {
        if (!AGES.matcher(ages).matches()) {
            return false;
        }
        String[] ends = ages.split("-", -1);
        return ages.isEmpty() || Integer.parseInt(ends[0]) <= Integer.parseInt(ends[ends.length - 1]);
    }

    private static boolean within(double share) {
        return share >= 0 && share <= 1;
    }

    /** Gson would ignore a misspelt name silently. */
    private static void checkNames(Path file, JsonObject written) throws DataException {
        checkNames(file, written, Set.of("blocks", "filters"));
        if (written.has("filters")) {
            checkNames(file, written.getAsJsonObject("filters"), FILTERS);
        }
        for (JsonElement block : written.getAsJsonArray("blocks")) {
            checkNames(file, block.getAsJsonObject(), BLOCK);
        }
    }

    private static void checkNames(Path file, JsonObject written, Set<String> known) throws DataException {
        for (String name : written.keySet()) {
            if (!known.contains(name)) {
                throw new DataException(
                        file,
                        Text.of("recipe.name", name),
                        Text.of("recipe.name.remedy", String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    /** Writes the recipe to a file, completely or not at all. */
    public void write(Path file) throws IOException {
        byte[] bytes = (GSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
        OutputFile.write(file, out -> out.write(bytes));
    }
}
