package dev.nara.ui.train;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Preset;
import dev.nara.ui.common.ParameterForm;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The presets of the chosen algorithm, and the user's own: one fills the form, the form can be kept as another. */
final class PresetChooser {
    private final OwnPresets own;
    private final Texts texts;
    private final Supplier<Algorithm> algorithm;
    private final Supplier<ParameterForm> form;
    private final ComboBox<Preset> presets = new ComboBox<>();

    /** {@code form} holds the parameters of {@code algorithm}. */
    PresetChooser(OwnPresets own, Texts texts, Supplier<Algorithm> algorithm, Supplier<ParameterForm> form) {
        this.own = own;
        this.texts = texts;
        this.algorithm = algorithm;
        this.form = form;
        presets.setId("preset");
        Words.show(presets, texts, p -> own.isOwn(p) ? p.name() : texts.get("preset." + p.name()));
        presets.valueProperty().addListener((o, was, is) -> apply(is));
        own.onChange(() -> offer(presets.getValue()));
    }

    HBox row() {
        MenuItem keep = new MenuItem();
        keep.setId("preset-keep");
        keep.textProperty().bind(texts.binding("train.preset.keep"));
        keep.setOnAction(e -> own.keep(algorithm.get(), form.get().values()).ifPresent(presets::setValue));
        MenuItem forget = new MenuItem();
        forget.textProperty().bind(texts.binding("train.preset.forget"));
        forget.setOnAction(e -> own.forget(algorithm.get(), Objects.requireNonNull(presets.getValue())));
        MenuButton more = new MenuButton("…", null, keep, forget);
        more.accessibleTextProperty().bind(texts.binding("train.preset.more"));
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnShowing(e -> {
            keep.setDisable(form.get().problemsProperty().get() > 0);
            forget.setDisable(presets.getValue() == null || !own.isOwn(presets.getValue()));
        });
        HBox row = FieldRows.row(texts, "train.preset", presets);
        row.getChildren().add(more);
        return row;
    }

    /** Offers those of the algorithm that is now chosen, and chooses the first. */
    void offer() {
        offer(null);
    }

    private void offer(@Nullable Preset kept) {
        List<Preset> all = new ArrayList<>(algorithm.get().presets());
        all.addAll(own.of(algorithm.get()));
        presets.getItems().setAll(all);
        presets.setDisable(all.isEmpty());
        presets.setValue(all.contains(kept) ? kept : all.isEmpty() ? null : all.get(0));
    }

    private void apply(@Nullable Preset preset) {
        if (preset != null) {
            form.get().set(preset.settings());
        }
    }
}
