package dev.nara.split;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All splits by name, and the default split of a dataset. */
public final class Splits {
    /** All splits; a new one is one line here. */
    private static final Register<Splitter> ALL = new Register<>(List.of(
            TimeSplit.byDate(),
            TimeSplit.byLastDays(),
            WindowSplit.near(),
            WindowSplit.far(),
            new RatioSplit(),
            new RandomRatioSplit(),
            LeaveLast.one(),
            LeaveLast.several(),
            RandomSplit.ofRows(),
            RandomSplit.ofPairs(),
            new FoldSplit(),
            new GivenSplit(),
            new AllRows(),
            new SplitFile()));

    private Splits() {}

    public static Register<Splitter> register() {
        return ALL;
    }

    /** Splits the dataset as {@code name} or {@code name:argument} says; "" takes the dataset's default. */
    public static Split split(Dataset dataset, String spec, long seed) throws DataException {
        String wanted = spec.isBlank() ? Usual.of(dataset) : spec.strip();
        Splitter splitter = ALL.find(wanted).orElse(null);
        if (splitter == null) {
            String known = ALL.all().stream().map(Splitter::name).collect(Collectors.joining(", "));
            throw new DataException(Text.of("split.unknown", wanted), Text.of("split.unknown.remedy", known));
        }
        Split split = splitter.split(dataset, Register.argument(splitter, wanted), seed);
        // A frozen split has the flattery of the split it was made from.
        Optional<Splitter> maker = ALL.find(split.origin().spec());
        return split.flattering(maker.map(Splitter::flattery).orElse(Split.Flattery.NONE));
    }

    /** Whether another seed gives another split. */
    public static boolean draws(String spec) {
        return ALL.find(spec).map(Splitter::draws).orElse(false);
    }

    /** Whether a split holds out one item per user, as many experiments in the literature do. */
    public static boolean holdsOutOne(Split split) {
        return ALL.find(split.spec()).map(Splitter::holdsOutOne).orElse(false) && split.findsOne();
    }

    /** Ways to split the training part for validation, the preferred one first: the way the whole was split, and user by user. */
    public static List<String> validations(Dataset dataset, Split split) {
        String usual = validation(dataset, split);
        return dataset.timed() ? List.of(usual, "ratio:0.8", "leave-one-out") : List.of(usual, Usual.WITHOUT_TIMES);
    }

    /**
     * How the training part is split for validation unless the split brings its own part, so that settings can be chosen without looking at
     * the test part.
     */
    public static String validation(Dataset dataset, Split split) {
        if (split.validation().isPresent()) {
            return GivenSplit.NAME;
        }
        String made = split.origin().spec();
        return ALL.find(made)
                .map(splitter -> splitter.validation(dataset, split, Register.argument(made)))
                .orElse(made);
    }
}
