package dev.nara.ui.train.form;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Preset;
import dev.nara.settings.OwnPreset;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The presets that the user has saved. */
public final class OwnPresets {
    private final ObservableList<OwnPreset> all;
    private final Dialogs dialogs;
    private final Texts texts;

    /** For a list that is stored elsewhere. */
    public OwnPresets(ObservableList<OwnPreset> all, Dialogs dialogs, Texts texts) {
        this.all = all;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    /** Calls the listener when presets are added or removed. */
    void onChange(Runnable listener) {
        all.addListener((ListChangeListener<OwnPreset>) change -> listener.run());
    }

    /** The presets of an algorithm. */
    List<Preset> of(Algorithm algorithm) {
        return all.stream()
                .filter(p -> p.algorithm().equals(algorithm.id()))
                .map(p -> new Preset(p.name(), p.settings()))
                .toList();
    }

    boolean isOwn(Preset preset) {
        return all.stream()
                .anyMatch(p -> p.name().equals(preset.name()) && p.settings().equals(preset.settings()));
    }

    /** Asks for a name and saves the settings under it, replacing a preset of the same name; returns the saved preset. */
    Optional<Preset> keep(Algorithm algorithm, Map<String, String> settings) {
        return dialogs.ask(texts.get("train.preset.keep"), texts.get("train.preset.name"))
                .map(name -> {
                    OwnPreset kept = new OwnPreset(algorithm.id(), name, settings);
                    all.removeIf(p ->
                            p.algorithm().equals(algorithm.id()) && p.name().equals(name));
                    all.add(kept);
                    return new Preset(name, settings);
                });
    }

    void forget(Algorithm algorithm, Preset preset) {
        all.removeIf(p -> p.algorithm().equals(algorithm.id()) && p.name().equals(preset.name()));
    }
}
