package dev.nara.spec;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.eval.CandidateRules;
import dev.nara.eval.Period;
import dev.nara.eval.Protocol;
import dev.nara.split.ColdUsers;
import dev.nara.split.GivenSplit;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.text.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The training part of a split, split once more: into rows to learn from, and held-out items on which epochs and settings are chosen. Users
 * without rows to learn from are not evaluated in it. Refuses a cut after which no user can be evaluated.
 *
 * @param spec how it was cut, as in {@code --validation}
 * @param split its training rows and held-out items
 * @param protocol the split under the candidates of the run
 * @param notes warnings about it
 */
record ValidationPart(String spec, Split split, Protocol protocol, List<Text> notes) {
    /**
     * Splits the training part as the spec says, or, where the spec says nothing, the way the whole was split; where that leaves fewer than
     * half of the users with training rows, user by user.
     *
     * @param test the protocol of the run, whose split is the one before validation is cut
     * @return a part without evaluated users if no epoch is chosen; empty if the best epoch is chosen on the test part, or if the test part
     *     has no users to evaluate
     */
    static Optional<ValidationPart> of(RunSpec spec, Dataset dataset, Split whole, Protocol test) throws DataException {
        if (spec.chosenOnTest() || whole.evaluatedUsers() == 0) {
            return Optional.empty();
        }
        if (spec.fixed()) {
            Split nobody = whole.finding(new int[dataset.users().size()][0]);
            return Optional.of(new ValidationPart(
                    RunSettings.FIXED, nobody, new Protocol(test.spec(), nobody, test.candidates()), List.of()));
        }
        Dataset known = dataset.with(whole.train(), null);
        // With the same seed, what was drawn for one part would predict what is drawn for the other.
        long seed = spec.splitSeed() + 1;
        if (!spec.validation().isEmpty()) {
            Split split = ColdUsers.without(cut(whole, known, spec.validation(), seed));
            if (split.evaluatedUsers() == 0) {
                throw nobody(spec.validation());
            }
            return Optional.of(of(known, split, test, seed, List.of()));
        }
        String usual = Splits.validation(dataset, whole);
        Set<String> ways = new LinkedHashSet<>(Splits.validations(dataset, whole));
        for (String way : ways) {
            Split split;
            try {
                split = cut(whole, known, way, seed);
            } catch (DataException e) {
                // For instance a training part of a single day cannot be split by time.
                continue;
            }
            Split some = ColdUsers.without(split);
            if (some.evaluatedUsers() > 0
                    && some.evaluatedUsers() >= split.evaluatedUsers() / 2.0
                    && leavesEnough(test.split(), split)) {
                List<Text> notes =
                        way.equals(usual) ? List.of() : List.of(Text.of("validation.other", usual, some.spec()));
                return Optional.of(of(known, some, test, seed, notes));
            }
        }
        throw nobody(usual);
    }

    /** Whether at least half of the test users with known rows still have training rows. */
    private static boolean leavesEnough(Split test, Split cut) {
        int known = ColdUsers.without(test).evaluatedUsers();
        return 2L * ColdUsers.without(test.trainingOn(cut.train())).evaluatedUsers() >= known;
    }

    /** The split without the rows held out for validation. */
    static Split without(Optional<ValidationPart> part, Split split) {
        return part.isEmpty() ? split : split.trainingOn(part.get().split.train());
    }

    /** Splits as {@code way} says; {@code given} takes the validation part that the split brings itself, if it has one. */
    private static Split cut(Split whole, Dataset known, String way, long seed) throws DataException {
        return way.equals(GivenSplit.NAME) && whole.validation().isPresent()
                ? whole.validation().get()
                : Splits.split(known, way, seed);
    }

    private static DataException nobody(String way) {
        return new DataException(Text.of("validation.nobody", way), Text.of("validation.nobody.remedy"));
    }

    private static ValidationPart of(Dataset known, Split split, Protocol test, long seed, List<Text> notes)
            throws DataException {
        // Negatives of files belong to their test part, unless a frozen split brings others for validation.
        boolean own = split.hasNegatives() && Period.without(test.spec()).equals(GivenSplit.NAME);
        String candidates = own ? test.spec() : CandidateRules.validation(test.spec());
        String whole = Period.without(candidates);
        String all = candidates.equals(whole) || Period.halves(known, split) ? candidates : whole;
        return new ValidationPart(split.spec(), split, Protocol.of(known, split, all, seed), notes);
    }

    /** What is to be frozen of it: with its negatives, which were drawn for what the protocol looks for. */
    Split frozen() {
        int @Nullable [][] negatives = protocol.candidates().negatives(protocol.split());
        return negatives == null ? split : protocol.split().among(negatives);
    }
}
