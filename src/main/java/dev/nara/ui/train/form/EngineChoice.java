package dev.nara.ui.train.form;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Device;
import dev.nara.algorithm.Engine;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An engine offered by the form, with the reason if it cannot be used, and its devices. */
public record EngineChoice(String id, Optional<Text> problem, List<Device> devices) {
    /** The choice by the program. */
    static EngineChoice auto() {
        return new EngineChoice(Engine.AUTO, Optional.empty(), List.of());
    }

    /** All engines of an algorithm; may load native libraries. */
    public static List<EngineChoice> of(Algorithm algorithm) {
        List<EngineChoice> choices = new ArrayList<>(List.of(auto()));
        for (Engine engine : algorithm.engines()) {
            choices.add(new EngineChoice(engine.id(), engine.unavailable(), engine.devices()));
        }
        return choices;
    }

    /** Why no engine can be used. */
    static Text problems(List<EngineChoice> all) {
        List<Text> reasons = all.stream().flatMap(e -> e.problem.stream()).toList();
        return reasons.size() == 1 ? reasons.get(0) : Text.of("engine.none", reasons.get(0), reasons.get(1));
    }

    /** The devices to choose from; if the program chooses the engine, those of the first usable one. */
    static List<Device> devices(EngineChoice chosen, List<EngineChoice> all) {
        return all.stream()
                .filter(e -> chosen.id.equals(Engine.AUTO)
                        ? !e.devices.isEmpty() && e.problem.isEmpty()
                        : e.id.equals(chosen.id))
                .findFirst()
                .map(EngineChoice::devices)
                .orElse(List.of());
    }
}
