package dev.nara.spec;

import dev.nara.algorithm.Engine;
import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import dev.nara.eval.CandidateRules;
import dev.nara.eval.CutoffMetric;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of a run apart from its data and its algorithm, normalised. Form, command line, pasted text, copied command, JSON and
 * comparison are derived from {@link #ALL}.
 *
 * @param values every setting by parameter name
 */
public record RunSettings(Map<String, String> values) {
    /** Metrics to suggest: the competition's, and those of the literature for splits that hold out one item. */
    private static final List<String> METRICS =
            List.of("Score,CappedRecall@25,NDCG@25,HR@25,Coverage", "HR@10,NDCG@10");

    /** The parameter of the split. */
    public static final String SPLIT = "split";
    /** The parameter that says how the training part is split once more for validation. */
    public static final String VALIDATION = "validation";
    /** Validation: none; the best epoch is chosen on the test part, as is common in the literature. */
    public static final String ON_TEST = "none";
    /** Validation: none and nothing chosen; exactly the given epochs are trained, and the test part is evaluated once, after the last. */
    public static final String FIXED = "fixed";

    /** The parameter of the candidates. */
    public static final String CANDIDATES = "candidates";
    /** The parameter that says what is done with users who have held-out items but no training rows. */
    public static final String COLD_USERS = "cold_users";

    static final String COLD_APART = "apart";
    /** Users without training rows are evaluated together with all others. */
    public static final String COLD_COUNTED = "counted";

    /** The parameter of the seed of split and candidates. */
    public static final String SPLIT_SEED = "split_seed";

    /** All settings of a run; a new setting is one entry here. */
    public static final List<Parameter> ALL = List.of(
            new Parameter.Suggested(
                    SPLIT,
                    "",
                    Splits.register().examples(),
                    Text.of("parameter.range.forms", Splits.register().forms()),
                    Splits.register()::normal),
            new Parameter.Suggested(
                    VALIDATION,
                    "",
                    validations(),
                    Text.of(
                            "parameter.range.forms",
                            ON_TEST + ", " + FIXED + ", " + Splits.register().forms()),
                    RunSettings::validation),
            new Parameter.Suggested(
                    CANDIDATES,
                    "",
                    CandidateRules.examples(),
                    Text.of("parameter.range.forms", CandidateRules.forms()),
                    CandidateRules::normal),
            new Parameter.Choice(COLD_USERS, COLD_APART, List.of(COLD_APART, COLD_COUNTED)),
            new Parameter.Suggested(
                    "metrics",
                    "",
                    METRICS,
                    Text.of("parameter.range.several", CutoffMetric.forms()),
                    CutoffMetric::normal),
            new Parameter.Whole("epochs", "20", 1, Integer.MAX_VALUE),
            new Parameter.Whole("patience", "0", 0, Integer.MAX_VALUE),
            new Parameter.Whole("seed", "1", Long.MIN_VALUE, Long.MAX_VALUE),
            new Parameter.Whole(SPLIT_SEED, "1", 0, Long.MAX_VALUE),
            new Parameter.Whole("metrics_every", "1", 1, Integer.MAX_VALUE),
            ofMachine("engine"),
            ofMachine("device"));

    /**
     * Settings whose choices depend on the machine: forms offer what this machine has, and settings copied from another machine omit them.
     */
    public static final List<String> OF_MACHINE = List.of("engine", "device");

    private static List<String> validations() {
        List<String> all = new ArrayList<>(Splits.register().examples());
        all.add(ON_TEST);
        all.add(FIXED);
        return List.copyOf(all);
    }

    private static Optional<String> validation(String written) {
        return Stream.of(ON_TEST, FIXED)
                .filter(written.strip()::equalsIgnoreCase)
                .findFirst()
                .or(() -> Splits.register().normal(written));
    }

    /** Whether this validation setting holds out rows. */
    static boolean cuts(String validation) {
        return !validation.equals(ON_TEST) && !validation.equals(FIXED);
    }

    private static Parameter ofMachine(String name) {
        return new Parameter.Suggested(
                name,
                Engine.AUTO,
                List.of(Engine.AUTO),
                Text.of("parameter.range.suggested", Engine.AUTO),
                Optional::of);
    }

    /** The settings that a form shows as ordinary fields: all but those of {@link #OF_MACHINE}. */
    public static List<Parameter> inForm() {
        return ALL.stream().filter(p -> !OF_MACHINE.contains(p.name())).toList();
    }

    /**
     * Missing settings take their defaults; an invalid text is kept, so that {@link #check} can report it. Where nothing is random, the
     * split seed is 1.
     */
    public RunSettings {
        Map<String, String> all = new LinkedHashMap<>();
        for (Parameter parameter : ALL) {
            String value = Objects.requireNonNullElse(values.get(parameter.name()), parameter.defaultValue());
            all.put(parameter.name(), parameter.normal(value).orElse(value.strip()));
        }
        if (!draws(all)) {
            all.put(SPLIT_SEED, "1");
        }
        values = Collections.unmodifiableMap(all);
    }

    private static boolean draws(Map<String, String> all) {
        String validation = all.getOrDefault(VALIDATION, "");
        String candidates = all.getOrDefault(CANDIDATES, "");
        String split = all.getOrDefault(SPLIT, "");
        // A default that is filled in later may turn out to be random.
        return split.isEmpty()
                || Splits.draws(split)
                || CandidateRules.draws(candidates)
                // How validation is split is not known yet, so its seed is kept.
                || validation.isEmpty()
                || Splits.draws(validation)
                || (cuts(validation) && CandidateRules.draws(CandidateRules.validation(candidates)));
    }

    /**
     * Checks that numbers are numbers; whether other settings fit the data is checked when the dataset is there.
     *
     * @throws DataException naming the first setting that is invalid
     */
    void check() throws DataException {
        for (Parameter parameter : ALL) {
            String value = text(parameter.name());
            if (parameter instanceof Parameter.Whole && !parameter.accepts(value)) {
                throw new DataException(
                        Text.of("parameter.value", parameter.name(), value),
                        Text.of("parameter.value.remedy", parameter.range()));
            }
        }
    }

    /** A copy with some settings replaced, by parameter name. */
    public RunSettings with(Map<String, String> some) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(some);
        return new RunSettings(all);
    }

    /** A setting's text. */
    String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The value of a numeric setting. */
    long number(String name) {
        return Long.parseLong(text(name));
    }

    /** The default metrics of a split: those of the NCF paper where one item is held out, else the competition's. */
    static String defaultMetrics(Split split) {
        return METRICS.get(Splits.holdsOutOne(split) ? 1 : 0);
    }
}
