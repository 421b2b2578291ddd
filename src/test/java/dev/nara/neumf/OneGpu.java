package dev.nara.neumf;

import dev.nara.algorithm.Device;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An engine on a machine that says it has one GPU, {@code gpu0}; it trains on none. */
public abstract class OneGpu implements NeuMfEngine {
    @Override
    public final String id() {
        return "gpus";
    }

    @Override
    public final Optional<Text> unavailable() {
        return Optional.empty();
    }

    @Override
    public final List<Device> devices() {
        return List.of(new Device("gpu0", Text.of("device.gpu", ""), Optional.empty()));
    }

    @Override
    public abstract Optional<Function<CatalogueParts, CatalogueScorer>> scoring(String device);

    @Override
    public TrainingStep open(NeuMfWeights weights, StepSettings settings) {
        throw new UnsupportedOperationException();
    }
}
