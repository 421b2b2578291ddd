package dev.nara.ui.train.form;

import dev.nara.algorithm.Algorithm;
import dev.nara.search.VariedSettings;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.FieldValue;
import dev.nara.ui.common.FieldValues;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import org.jspecify.annotations.Nullable;

/** The fields of the form, for the chosen algorithm and for the run, with their rows and their differences from the run on screen. */
final class FormFields {
    private final Texts texts;
    private final FormAround around;
    private final Runnable changed;
    private final FieldValues ofRun;
    private final FormRows runRows;
    private final IntegerProperty problems = new SimpleIntegerProperty();
    private final IntegerProperty differing = new SimpleIntegerProperty();
    private final LongProperty from = new SimpleLongProperty();
    private FieldValues ofAlgorithm;
    private FormRows rows = new FormRows(List.of(), Map.of());
    private String algorithm = "";
    /** The settings of the run on screen; null for none. */
    private @Nullable RunSpec onScreen;

    private boolean ofSeries;

    /**
     * @param help opens the page of the guide that explains a parameter, given its name
     * @param changed called at every change
     */
    FormFields(Texts texts, Consumer<String> help, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        ofAlgorithm = new FieldValues(List.of(), texts);
        ofRun = new FieldValues(RunSettings.inForm(), texts);
        around = new FormAround(texts, help, () -> ofAlgorithm().setting(), this::changed);
        runRows = FormRows.ofRun(ofRun, around);
        ofRun.onChange(this::changed);
    }

    /** Creates the fields of another algorithm with its defaults. */
    void choose(Algorithm chosen) {
        algorithm = chosen.id();
        ofAlgorithm = new FieldValues(chosen.parameters(), texts);
        rows = FormRows.of(chosen, ofAlgorithm, around);
        ofAlgorithm.onFilled(() -> rows.all().forEach(FormRow::filled));
        ofAlgorithm.onChange(this::changed);
        compareWithShown();
    }

    private void changed() {
        count();
        changed.run();
    }

    private void count() {
        problems.set(ofAlgorithm.problemsProperty().get()
                + ofRun.problemsProperty().get()
                + (int) all().filter(row -> row.varies() && row.varied().isEmpty())
                        .count());
        RunSpec run = onScreen;
        boolean other = run != null && !run.algorithm().equals(algorithm);
        int rows = count(all(), field -> field.differsProperty().get(), FormRow::varies);
        differing.set(run == null ? 0 : rows + (other ? 1 : 0));
    }

    /** The number of rows that have a matching field, or match themselves; a parameter in two rows counts once. */
    private static int count(Stream<FormRow> rows, Predicate<FieldValue> condition, Predicate<FormRow> anyway) {
        Set<String> counted = new HashSet<>();
        return (int) rows.filter(row -> counted.addAll(row.names(condition)) || anyway.test(row))
                .count();
    }

    /** The number of the algorithm's rows with a matching field. */
    int count(Predicate<FieldValue> condition) {
        return count(rows.all(), condition, row -> false);
    }

    /** All rows. */
    Stream<FormRow> all() {
        return Stream.concat(rows.all(), runRows.all());
    }

    /** The rows that are always visible. */
    List<FormRow> essentials() {
        return Stream.concat(rows.essentials().stream(), runRows.essentials().stream())
                .toList();
    }

    /** The other rows by group name. */
    Stream<Map.Entry<String, List<FormRow>>> groups() {
        return Stream.of(rows, runRows).flatMap(each -> each.groups().entrySet().stream());
    }

    /** Whether any of the other rows differs from the run on screen. */
    boolean othersDiffer() {
        return groups().flatMap(group -> group.getValue().stream()).anyMatch(FormRow::differs);
    }

    /** The row of a parameter. */
    Optional<FormRow> row(String parameter) {
        return all().filter(row -> row.names().anyMatch(parameter::equals)).findFirst();
    }

    /** The fields of the algorithm. */
    FieldValues ofAlgorithm() {
        return ofAlgorithm;
    }

    /** The fields of the run. */
    FieldValues ofRun() {
        return ofRun;
    }

    /** Compares the fields with a run; null for none. */
    void compareWith(@Nullable StoredRun run) {
        onScreen = run == null ? null : run.spec();
        from.set(run == null ? 0 : run.id());
        // The runs of a series have different seeds, which the user did not choose.
        ofSeries = run != null && !run.series().isEmpty();
        compareWithShown();
    }

    private void compareWithShown() {
        RunSpec run = onScreen;
        ofAlgorithm.compareWith(run != null && run.algorithm().equals(algorithm) ? run.values() : Map.of());
        Map<String, String> others =
                new HashMap<>(run == null ? Map.of() : run.run().values());
        if (ofSeries) {
            others.remove("seed");
        }
        ofRun.compareWith(others);
        count();
    }

    /** The number of the run on screen, 0 for none. */
    LongProperty fromProperty() {
        return from;
    }

    /** The number of rows in which the form differs from that run; 0 if there is none. */
    ReadOnlyIntegerProperty differingProperty() {
        return differing;
    }

    /** The number of fields with invalid values. */
    ReadOnlyIntegerProperty problemsProperty() {
        return problems;
    }

    /** The values of varied fields, as in {@code --space}. */
    Map<String, String> variedTexts() {
        Map<String, String> varied = new HashMap<>(rows.varied());
        varied.putAll(runRows.varied());
        return varied;
    }

    /** Gives these fields several values, and all others a single one. */
    void vary(Map<String, String> varied) {
        rows.vary(varied);
        runRows.vary(varied);
    }

    /** The varied settings. */
    VariedSettings varied() {
        List<VariedSettings.Varied> varied = new ArrayList<>();
        all().forEach(row -> row.varied().ifPresent(varied::add));
        return new VariedSettings(varied);
    }
}
