package dev.nara.ui.train.form;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Essential;
import dev.nara.algorithm.Parameter;
import dev.nara.spec.RunSettings;
import dev.nara.ui.common.FieldValue;
import dev.nara.ui.common.FieldValues;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;

/** The rows of the form for some fields: the essentials, and the others by group. */
record FormRows(List<FormRow> essentials, Map<String, List<FormRow>> groups) {
    private static final String EPOCHS = "epochs";
    /** The settings of the run that may be varied, because runs with different values remain comparable. */
    private static final Set<String> VARIED = Set.of(EPOCHS, "patience");

    /** The settings of the evaluation; the other settings of the run are about its length and its seeds. */
    private static final Set<String> EVALUATION = Set.of(
            RunSettings.SPLIT,
            RunSettings.VALIDATION,
            RunSettings.CANDIDATES,
            RunSettings.COLD_USERS,
            "metrics",
            "metrics_every");

    /** The rows of an algorithm. */
    static FormRows of(Algorithm algorithm, FieldValues fields, FormAround around) {
        fields.field("optimizer").ifPresent(optimizer -> unit(fields, optimizer, around.texts()));
        List<FormRow> essentials = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        for (Essential essential : algorithm.essentials()) {
            List<List<FieldValue>> parts = essential.parts().stream()
                    .map(names -> names.stream()
                            .map(name -> fields.field(name).orElseThrow())
                            .toList())
                    .toList();
            boolean sizes = parts.size() > 1
                    || parts.get(0).size() > 1
                    || essential.name().equals("size");
            String name = sizes ? "essential." + essential.name() : "parameter." + essential.name();
            essentials.add(new FormRow(name, parts, FormRow.ESSENTIAL, true, around));
            // A field that follows another one can also be set separately below.
            essential.parts().forEach(names -> placed.add(names.get(0)));
        }
        Map<String, List<FormRow>> groups = new LinkedHashMap<>();
        for (Algorithm.Group group : algorithm.groups()) {
            List<FormRow> rows = group.parameters().stream()
                    .filter(parameter -> !placed.contains(parameter.name()))
                    .map(parameter -> row(parameter, fields, FormRow.OTHER, true, around))
                    .toList();
            if (!rows.isEmpty()) {
                groups.put(group.name(), rows);
            }
        }
        return new FormRows(essentials, groups);
    }

    /** The scale of a learning rate depends on the optimiser, so the optimiser's name is shown after it. */
    private static void unit(FieldValues fields, FieldValue optimizer, Texts texts) {
        fields.field("learning_rate").ifPresent(rate -> rate.unitProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.value("optimizer", optimizer.value()),
                        optimizer.textProperty(),
                        texts.localeProperty())));
    }

    /** The epochs are the most that are trained, or, where none is chosen, just so many. */
    private static void most(FieldValues fields, FieldValue validation, Texts texts) {
        fields.field(EPOCHS).ifPresent(epochs -> epochs.unitProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                validation.value().equals(RunSettings.FIXED)
                                        ? "parameter.epochs.exactly"
                                        : "parameter.epochs.unit"),
                        validation.textProperty(),
                        texts.localeProperty())));
    }

    /** The rows of the run. */
    static FormRows ofRun(FieldValues fields, FormAround around) {
        fields.field(RunSettings.VALIDATION).ifPresent(validation -> most(fields, validation, around.texts()));
        List<FormRow> training = new ArrayList<>();
        List<FormRow> evaluation = new ArrayList<>();
        List<FormRow> essentials = new ArrayList<>();
        for (FieldValue field : fields.all()) {
            String name = field.parameter().name();
            double width = name.equals(EPOCHS) ? FormRow.ESSENTIAL : FormRow.OTHER;
            FormRow row = row(field.parameter(), fields, width, VARIED.contains(name), around);
            (name.equals(EPOCHS) ? essentials : EVALUATION.contains(name) ? evaluation : training).add(row);
        }
        Map<String, List<FormRow>> groups = new LinkedHashMap<>();
        groups.put("training", training);
        groups.put("evaluation", evaluation);
        return new FormRows(essentials, groups);
    }

    private static FormRow row(
            Parameter parameter, FieldValues fields, double width, boolean varies, FormAround around) {
        FieldValue field = fields.field(parameter.name()).orElseThrow();
        return new FormRow("parameter." + parameter.name(), List.of(List.of(field)), width, varies, around);
    }

    /** All rows. */
    Stream<FormRow> all() {
        return Stream.concat(essentials.stream(), groups.values().stream().flatMap(List::stream));
    }

    /** The varied values by the name of each row's first parameter. */
    Map<String, String> varied() {
        Map<String, String> varied = new LinkedHashMap<>();
        all().filter(FormRow::varies)
                .forEach(row -> varied.put(row.names().findFirst().orElseThrow(), row.variedText()));
        return varied;
    }

    /** Varies these parameters and no others; names without a row are ignored. */
    void vary(Map<String, String> varied) {
        all().forEach(row ->
                row.vary(varied.getOrDefault(row.names().findFirst().orElseThrow(), "")));
    }
}
