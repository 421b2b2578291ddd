package dev.nara.ui.train.form;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Preset;
import dev.nara.ui.common.FieldValue;
import dev.nara.ui.common.FieldValues;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Chooses among the presets of the algorithm and the user's own: a preset fills the form, and the form can be saved as a preset. */
final class PresetChooser {
    private final OwnPresets own;
    private final Texts texts;
    private final Supplier<Algorithm> algorithm;
    private final Supplier<FieldValues> form;
    private final ComboBox<Preset> presets = new ComboBox<>();
    private final ToIntFunction<Predicate<FieldValue>> rows;
    /** The number of rows in which the form differs from the preset. */
    private final IntegerProperty changes = new SimpleIntegerProperty();

    /** {@code form} has the parameters of {@code algorithm}; {@code rows} counts its rows with a matching field. */
    PresetChooser(
            OwnPresets own,
            Texts texts,
            Supplier<Algorithm> algorithm,
            Supplier<FieldValues> form,
            ToIntFunction<Predicate<FieldValue>> rows) {
        this.own = own;
        this.texts = texts;
        this.algorithm = algorithm;
        this.form = form;
        this.rows = rows;
        presets.setId("preset");
        presets.setConverter(Words.of(this::words));
        texts.localeProperty().addListener((o, was, is) -> presets.setConverter(Words.of(this::words)));
        presets.setButtonCell(new Chosen());
        presets.setMinWidth(0);
        presets.setMaxWidth(Double.MAX_VALUE);
        presets.accessibleTextProperty().bind(texts.binding("train.preset"));
        presets.valueProperty().addListener((o, was, is) -> apply());
        presets.tooltipProperty()
                .bind(Bindings.createObjectBinding(
                        this::tooltip, changes, presets.valueProperty(), texts.localeProperty()));
        own.onChange(() -> offer(presets.getValue()));
    }

    /** A tooltip with the preset and the number of changes, for which there is no space; null if nothing has changed. */
    private @Nullable Tooltip tooltip() {
        Preset preset = presets.getValue();
        return preset == null || changes.get() == 0
                ? null
                : new Tooltip(texts.get("train.preset.changed.help", changes.get(), words(preset)));
    }

    private String words(Preset preset) {
        return own.isOwn(preset) ? preset.name() : texts.get("preset." + preset.name());
    }

    /** The chosen preset, with the number of rows in which the form has changed since. */
    private final class Chosen extends ListCell<Preset> {
        private final Label name = new Label();
        private final Label changed = Labels.of(
                Bindings.createStringBinding(
                        () -> changes.get() == 0 ? "" : texts.get("train.preset.changed", changes.get()),
                        changes,
                        texts.localeProperty()),
                "caption");
        private final HBox both = new HBox(6, name, changed);

        Chosen() {
            name.setMinWidth(Region.USE_PREF_SIZE);
            changed.setMinWidth(0);
            both.getStyleClass().add("chosen-preset");
            texts.localeProperty().addListener((o, was, is) -> show(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Preset preset, boolean empty) {
            super.updateItem(preset, empty);
            show(preset);
        }

        private void show(@Nullable Preset preset) {
            name.setText(preset == null ? texts.get("train.preset.none") : words(preset));
            setGraphic(both);
            setText("");
        }
    }

    HBox row() {
        Button reset =
                Icons.button("preset-reset", Feather.ROTATE_CCW, texts.binding("train.preset.reset"), this::apply);
        reset.visibleProperty()
                .bind(changes.greaterThan(0).and(presets.valueProperty().isNotNull()));
        reset.managedProperty().bind(reset.visibleProperty());
        HBox box = new HBox(presets, reset);
        box.getStyleClass().add("number-editor");
        HBox.setHgrow(presets, Priority.ALWAYS);
        Label vary = Labels.of(texts.binding("vary.heading"), "caption");
        vary.setMinWidth(28);
        return FieldRows.row(texts, "train.preset", FormRow.ESSENTIAL, box, vary);
    }

    /** The menu entries for presets. */
    List<MenuItem> items() {
        MenuItem keep = new MenuItem();
        keep.setId("preset-keep");
        keep.textProperty().bind(texts.binding("train.preset.keep"));
        keep.setOnAction(
                e -> own.keep(algorithm.get().id(), form.get().values()).ifPresent(presets::setValue));
        keep.setDisable(form.get().problemsProperty().get() > 0);
        MenuItem forget = new MenuItem();
        forget.textProperty().bind(texts.binding("train.preset.forget"));
        forget.setOnAction(e -> own.forget(algorithm.get(), Objects.requireNonNull(presets.getValue())));
        forget.setDisable(presets.getValue() == null || !own.isOwn(presets.getValue()));
        return List.of(keep, forget);
    }

    /** Offers the presets of the current algorithm, and selects the first one. */
    void offer() {
        offer(null);
    }

    private void offer(@Nullable Preset kept) {
        List<Preset> all = new ArrayList<>(algorithm.get().presets());
        all.addAll(own.of(algorithm.get()));
        presets.getItems().setAll(all);
        presets.setDisable(all.isEmpty());
        presets.setValue(all.contains(kept) ? kept : all.isEmpty() ? null : all.get(0));
        count();
    }

    /** Counts the differences of the form again. */
    void count() {
        Preset preset = presets.getValue();
        changes.set(rows.applyAsInt(field -> preset == null ? !field.usual() : changed(preset, field)));
    }

    private static boolean changed(Preset preset, FieldValue field) {
        String name = field.parameter().name();
        String value = preset.settings().getOrDefault(name, field.parameter().defaultValue());
        return !field.parameter().same(field.value(), value);
    }

    /** Fills the form with the chosen preset. */
    private void apply() {
        Preset preset = presets.getValue();
        if (preset != null) {
            form.get().set(preset.settings());
        }
    }
}
