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
 * The settings of a run beside its data and its algorithm, each in the one spelling of its parameter. Form, command line,
 * pasted text, copied command, JSON and comparison are made from {@link #ALL}.
 *
 * @param values every setting by the name of its parameter
 */
public record RunSettings(Map<String, String> values) {
    /** Of all metrics those that suit a split: the competition's, and the literature's where one item is held out. */
    private static final List<String> METRICS =
            List.of("Score,CappedRecall@25,NDCG@25,HR@25,Coverage", "HR@10,NDCG@10");

    /** The name of the split. */
    public static final String SPLIT = "split";
    /** The name of the cut of its training part. */
    public static final String VALIDATION = "validation";
    /** The best epoch is chosen on the test part, as in the literature. */
    public static final String ON_TEST = "none";
    /** Nothing is held out and nothing chosen: exactly the given epochs, and the test part is looked at once, after the last. */
    public static final String FIXED = "fixed";

    /** The name of what is ranked. */
    public static final String CANDIDATES = "candidates";
    /** What is done with users who have something to find and no row to train on. */
    public static final String COLD_USERS = "cold_users";

    static final String COLD_APART = "apart";
    /** They are evaluated with all others. */
    public static final String COLD_COUNTED = "counted";

    /** The name of the seed of the split and the candidates. */
    public static final String SPLIT_SEED = "split_seed";

    /** What can be set of a run; a new setting is one entry here. */
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

    /** What differs from machine to machine: forms offer what there is, and settings of another machine leave it out. */
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

    /** Whether such a validation holds anything out. */
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

    /** What a form shows as fields: all but what it offers as it is there on the machine. */
    public static List<Parameter> inForm() {
        return ALL.stream().filter(p -> !OF_MACHINE.contains(p.name())).toList();
    }

    /**
     * What is left out is as usual; a text that cannot be used stays, so that it can be said why. Where nothing is drawn, the seed for that is 1.
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
        // What is left open may come to be drawn.
        return split.isEmpty()
                || Splits.draws(split)
                || CandidateRules.draws(candidates)
                // Where it is not yet known how validation is cut, the seed is kept for it.
                || validation.isEmpty()
                || Splits.draws(validation)
                || (cuts(validation) && CandidateRules.draws(CandidateRules.validation(candidates)));
    }

    /**
     * Makes sure that every number is one; whether the data has what the other settings name is found out with the data.
     *
     * @throws DataException naming the first that is not
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

    /** The same with some settings replaced, by name. */
    public RunSettings with(Map<String, String> some) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(some);
        return new RunSettings(all);
    }

    /** A setting as it is written. */
    String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** A setting that is a number. */
    long number(String name) {
        return Long.parseLong(text(name));
    }

    /** The metrics that suit a split: the paper's where one item is held out, else the competition's. */
    static String defaultMetrics(Split split) {
        return METRICS.get(Splits.holdsOutOne(split) ? 1 : 0);
    }
}
