package dev.nara.eval;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.split.Register;
import dev.nara.split.Split;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rules of candidates by name. Behind a rule may stand the part of the period that is looked at, see {@link Period}.
 */
public final class CandidateRules {
    /** Every rule of the program; a new one is one line here. */
    private static final Register<CandidateRule> ALL = new Register<>(List.of(
            new WholeCatalogue(), DrawnNegatives.uniform(), DrawnNegatives.byPopularity(), new GivenNegatives()));

    /** The whole catalogue with what is known of a user in the list. */
    public static final String KEPT = WholeCatalogue.WITH_KEPT;

    /** The whole catalogue without what a user is known to have had. */
    public static final String MASKED = WholeCatalogue.WITH_MASKED;
    /** The same where only the first half of the period is to be found. */
    public static final String KEPT_NEAR = KEPT + Period.NEAR.suffix();
    /** The same for the second half. */
    public static final String KEPT_FAR = KEPT + Period.FAR.suffix();

    private CandidateRules() {}

    private static Optional<CandidateRule> find(String spec) {
        return ALL.find(Period.without(spec));
    }

    /** The candidates for a split as {@code name} or {@code name:argument} says; "" takes the split's default. */
    public static Candidates candidates(Dataset dataset, Split split, String spec, long seed) throws DataException {
        String wanted = resolved(dataset, split, spec);
        CandidateRule rule = ALL.find(wanted).orElseThrow();
        Candidates candidates = rule.candidates(dataset, split, Register.argument(rule, wanted), seed);
        // Only what the data decided needs a reason.
        boolean asked = ALL.normal(spec).map(wanted::equals).orElse(false);
        return asked || rule.amongSamples() ? candidates : candidates.because(SeenItems.why(dataset));
    }

    /**
     * The rule with everything that the split and the data decide.
     *
     * @throws DataException if there is no such rule
     */
    static String resolved(Dataset dataset, Split split, String spec) throws DataException {
        String wanted = orDefault(spec, split);
        CandidateRule rule = ALL.find(wanted).orElse(null);
        if (rule == null || ALL.normal(wanted).isEmpty()) {
            throw new DataException(
                    Text.of("candidates.unknown", wanted), Text.of("candidates.unknown.remedy", forms()));
        }
        return Register.written(rule, rule.resolved(dataset, Register.argument(rule, wanted)));
    }

    /** The files' own negatives with their own split, else the whole catalogue. */
    private static String orDefault(String spec, Split split) {
        return spec.isBlank() ? (split.hasNegatives() ? "given" : "all") : spec.strip();
    }

    /** What is to be found under a rule that is resolved, of what the split holds out. */
    static Split finding(Split split, String spec) {
        String argument = Register.argument(ALL.normal(spec).orElse(spec));
        return ALL.find(spec).map(rule -> rule.finding(split, argument)).orElse(split);
    }

    /** Ways to evaluate a model of that split in its whole period, the widest first. */
    static List<String> usual(Split split) {
        return ALL.all().stream().flatMap(rule -> rule.usual(split).stream()).toList();
    }

    /** The one spelling of all that are the same; empty where it cannot be used. */
    public static Optional<String> normal(String spec) {
        return ALL.normal(Period.without(spec))
                .map(rule -> rule + Period.of(spec).suffix());
    }

    /** Whether another seed ranks the items to find among others. */
    public static boolean draws(String spec) {
        return find(spec).map(CandidateRule::draws).orElse(false);
    }

    /** Whether figures are among samples and not in the whole catalogue, which makes them higher. */
    public static boolean amongSamples(String spec) {
        return find(spec).map(CandidateRule::amongSamples).orElse(false);
    }

    /** The candidates that take the place of these where the training part is cut once more. */
    public static String validation(String spec) {
        return find(spec)
                .map(CandidateRule::validation)
                .filter(other -> !other.isEmpty())
                .orElse(spec);
    }

    /** How each is written, separated by commas, and what may stand behind it. */
    public static String forms() {
        return Stream.concat(
                        Stream.of(ALL.forms()),
                        Stream.of(Period.values()).map(Period::suffix).filter(suffix -> !suffix.isEmpty()))
                .collect(Collectors.joining(", …"));
    }

    /** Examples of all, for forms. */
    public static List<String> examples() {
        return ALL.examples();
    }
}
