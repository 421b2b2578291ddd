package dev.nara.ui.train.form;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.data.DataException;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.WhenVisible;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Queries engines in the background when the form needs it: all of them once the advanced settings are visible, as this loads hundreds of
 * megabytes of libraries that few users need; before that only one that the form was filled with, such as by a run from another machine.
 */
public final class EngineInspection {
    private final SettingsPane form;
    private final Consumer<DataException> refused;
    private final Latest all;
    private final Latest named;

    /** {@code refused} gets the reason why an engine or a device in the form cannot be used. */
    public EngineInspection(SettingsPane form, Jobs jobs, Consumer<DataException> refused) {
        this.form = form;
        this.refused = refused;
        all = new Latest(jobs);
        named = new Latest(jobs);
    }

    private record Refusal(boolean ofDevice, DataException why) {}

    /** Starts listening to the form. */
    public void begin() {
        WhenVisible looking = new WhenVisible(form.advancedProperty(), this::inspect);
        form.onAlgorithm(algorithm -> {
            all.cancel();
            looking.due();
        });
        form.engines().onUnseen(this::check);
    }

    private void inspect() {
        Algorithm algorithm = form.algorithm();
        all.run(() -> EngineChoice.of(algorithm), form.engines()::show);
    }

    private void check(String engine, String device) {
        Algorithm algorithm = form.algorithm();
        named.run(() -> refusal(algorithm, engine, device), refusal -> refusal.filter(of ->
                        form.algorithm().equals(algorithm) && form.engines().leave(engine, device, of.ofDevice()))
                .ifPresent(of -> refused.accept(of.why())));
    }

    private static Optional<Refusal> refusal(Algorithm algorithm, String engine, String device) {
        try {
            Engine.choose(algorithm.engines(), engine).check(device);
            return Optional.empty();
        } catch (DataException e) {
            boolean usable = algorithm.engines().stream()
                    .anyMatch(each ->
                            each.id().equals(engine) && each.unavailable().isEmpty());
            return Optional.of(new Refusal(usable, e));
        }
    }
}
