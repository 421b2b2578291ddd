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

/** The rows of the form for some fields: the essentials, and the others in their groups. */
record FormRows(List<FormRow> essentials, Map<String, List<FormRow>> groups) {
    private static final String EPOCHS = "epochs";
    /** Of the run's own settings those by which runs differ that may be held against each other. */
    private static final Set<String> VARIED = Set.of(EPOCHS, "patience");

    /** What is judged, and how; the other settings of the run are how long it trains and from which seeds. */
    private static final Set<String> EVALUATION = Set.of(
            RunSettings.SPLIT,
            RunSettings.VALIDATION,
            RunSettings.CANDIDATES,
            RunSettings.COLD_USERS,
            "metrics",
            "metrics_every");

    /** Those of an algorithm. */
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
            // What goes with another can be set apart below.
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

    /** A learning rate means something else to each optimiser, so that stands behind it. */
    private static void unit(FieldValues fields, FieldValue optimizer, Texts texts) {
        fields.field("learning_rate").ifPresent(rate -> rate.unitProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.value("optimizer", optimizer.value()),
                        optimizer.textProperty(),
                        texts.localeProperty())));
    }

    /** Those of the run. */
    static FormRows ofRun(FieldValues fields, FormAround around) {
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

    /** What is varied, by the name of the first parameter of each row. */
    Map<String, String> varied() {
        Map<String, String> varied = new LinkedHashMap<>();
        all().filter(FormRow::varies)
                .forEach(row -> varied.put(row.names().findFirst().orElseThrow(), row.variedText()));
        return varied;
    }

    /** Varies these and no others; a name without a row is left out. */
    void vary(Map<String, String> varied) {
        all().forEach(row ->
                row.vary(varied.getOrDefault(row.names().findFirst().orElseThrow(), "")));
    }
}
