package dev.nara.ui.train.form;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Preset;
import dev.nara.settings.OwnPreset;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The presets that the user has saved. */
public final class OwnPresets {
    private final ObservableList<OwnPreset> all;
    private final Dialogs dialogs;
    private final Texts texts;
    private final Consumer<String> say;

    /**
     * For a list that is stored elsewhere.
     *
     * @param say says in the status bar what was saved
     */
    public OwnPresets(ObservableList<OwnPreset> all, Dialogs dialogs, Texts texts, Consumer<String> say) {
        this.all = all;
        this.dialogs = dialogs;
        this.texts = texts;
        this.say = say;
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

    /** Whether the user has saved it. */
    boolean isOwn(Preset preset) {
        return all.stream()
                .anyMatch(p -> p.name().equals(preset.name()) && p.settings().equals(preset.settings()));
    }

    /** Asks for a name and saves the settings under it, and asks before that replaces a preset; returns the saved preset. */
    public Optional<Preset> keep(String algorithm, Map<String, String> settings) {
        Optional<String> name = dialogs.ask(texts.get("train.preset.title"), texts.get("train.preset.name"));
        if (name.isEmpty() || !mayReplace(algorithm, name.get())) {
            return Optional.empty();
        }
        OwnPreset kept = new OwnPreset(algorithm, name.get(), settings);
        all.removeIf(p -> called(p, algorithm, name.get()));
        all.add(kept);
        say.accept(texts.get("train.preset.kept", name.get()));
        return Optional.of(new Preset(kept.name(), kept.settings()));
    }

    private boolean mayReplace(String algorithm, String name) {
        return all.stream().noneMatch(p -> called(p, algorithm, name))
                || dialogs.confirm(
                        texts.get("train.preset.replace"),
                        texts.get("train.preset.replace.says", name),
                        texts.get("train.preset.replace.yes"));
    }

    private static boolean called(OwnPreset preset, String algorithm, String name) {
        return preset.algorithm().equals(algorithm) && preset.name().equals(name);
    }

    /** Deletes the preset with this name. */
    void forget(Algorithm algorithm, Preset preset) {
        all.removeIf(p -> called(p, algorithm.id(), preset.name()));
    }
}
