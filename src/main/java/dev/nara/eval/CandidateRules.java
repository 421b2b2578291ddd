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

/** All candidate rules by name. After a rule may follow the half of the held-out period to evaluate, see {@link Period}. */
public final class CandidateRules {
    /** All rules; a new one is one line here. */
    private static final Register<CandidateRule> ALL = new Register<>(List.of(
            new WholeCatalogue(), DrawnNegatives.uniform(), DrawnNegatives.byPopularity(), new GivenNegatives()));

    /** The whole catalogue, in which known items of a user may be recommended again. */
    public static final String KEPT = WholeCatalogue.WITH_KEPT;

    /** The whole catalogue without the known items of a user. */
    public static final String MASKED = WholeCatalogue.WITH_MASKED;
    /** {@link #KEPT} for held-out items of the first half of the period. */
    public static final String KEPT_NEAR = KEPT + Period.NEAR.suffix();
    /** The same for the second half. */
    public static final String KEPT_FAR = KEPT + Period.FAR.suffix();

    private CandidateRules() {}

    private static Optional<CandidateRule> find(String spec) {
        return ALL.find(Period.without(spec));
    }

    /** The candidates that {@code name} or {@code name:argument} describes for a split; "" takes the split's default. */
    public static Candidates candidates(Dataset dataset, Split split, String spec, long seed) throws DataException {
        String wanted = resolved(dataset, split, spec);
        CandidateRule rule = ALL.find(wanted).orElseThrow();
        Candidates candidates = rule.candidates(dataset, split, Register.argument(rule, wanted), seed);
        // A reason is shown only for what the data decided.
        boolean asked = ALL.normal(spec).map(wanted::equals).orElse(false);
        return asked || rule.amongSamples() ? candidates : candidates.because(SeenItems.why(dataset));
    }

    /**
     * The rule with everything filled in that the split and the data decide.
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

    /** The negatives of the files for the split of the files, else the whole catalogue. */
    private static String orDefault(String spec, Split split) {
        return spec.isBlank() ? (split.hasNegatives() ? "given" : "all") : spec.strip();
    }

    /** The split restricted to the held-out items that a resolved rule counts. */
    static Split finding(Split split, String spec) {
        String argument = Register.argument(ALL.normal(spec).orElse(spec));
        return ALL.find(spec).map(rule -> rule.finding(split, argument)).orElse(split);
    }

    /** The protocols to suggest for models of that split over its whole period, largest candidate set first. */
    static List<String> usual(Split split) {
        return ALL.all().stream().flatMap(rule -> rule.usual(split).stream()).toList();
    }

    /** The normal spelling of equivalent rules; empty if invalid. */
    public static Optional<String> normal(String spec) {
        return ALL.normal(Period.without(spec))
                .map(rule -> rule + Period.of(spec).suffix());
    }

    /** Whether another seed gives other candidates. */
    public static boolean draws(String spec) {
        return find(spec).map(CandidateRule::draws).orElse(false);
    }

    /** Whether it ranks among sampled negatives, which gives higher figures than the whole catalogue. */
    public static boolean amongSamples(String spec) {
        return find(spec).map(CandidateRule::amongSamples).orElse(false);
    }

    /** The rule that takes the place of this one on the validation part. */
    public static String validation(String spec) {
        return find(spec)
                .map(CandidateRule::validation)
                .filter(other -> !other.isEmpty())
                .orElse(spec);
    }

    /** How each rule is written, separated by commas, and the suffixes that may follow. */
    public static String forms() {
        return Stream.concat(
                        Stream.of(ALL.forms()),
                        Stream.of(Period.values()).map(Period::suffix).filter(suffix -> !suffix.isEmpty()))
                .collect(Collectors.joining(", …"));
    }

    /** The suggestions of all rules, for forms. */
    public static List<String> examples() {
        return ALL.examples();
    }
}
