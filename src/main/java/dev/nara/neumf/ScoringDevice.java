package dev.nara.neumf;

import dev.nara.algorithm.DeviceFull;
import dev.nara.algorithm.GpuShare;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device that scores models, one at a time: it holds the last model used. If it is unavailable or closed, the processor scores. */
final class ScoringDevice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScoringDevice.class);

    private final Function<CatalogueParts, CatalogueScorer> place;
    private final Runnable end;
    private @Nullable NeuMfRecommender model;
    private @Nullable CatalogueScorer scorer;
    private volatile boolean closed;

    /** {@code place} loads a model onto the device. */
    ScoringDevice(Function<CatalogueParts, CatalogueScorer> place) {
        this(place, () -> {});
    }

    private ScoringDevice(Function<CatalogueParts, CatalogueScorer> place, Runnable end) {
        this.place = place;
        this.end = end;
    }

    /** A GPU of an engine while this process may use it; empty if there is none, or none is free. */
    static Optional<ScoringDevice> inTurn(NeuMfEngine engine, String device, GpuShare gpus) {
        // Checked first, because it loads nothing if there is no GPU.
        if (engine.scoring(device).isEmpty() || !EngineSpeeds.has(engine, device)) {
            return Optional.empty();
        }
        return gpus.take(engine.namedGpus(device)).flatMap(turn -> {
            Optional<ScoringDevice> there =
                    engine.scoring(turn.gpu()).map(place -> new ScoringDevice(place, turn::close));
            if (there.isEmpty()) {
                turn.close();
            }
            return there;
        });
    }

    /** Whether the processor scores. */
    boolean isClosed() {
        return closed;
    }

    /** The scorer for a model on the device; empty if it cannot. */
    synchronized <T> Optional<T> with(NeuMfRecommender asked, Function<CatalogueScorer, T> work) {
        if (closed) {
            return Optional.empty();
        }
        try {
            CatalogueScorer holding = scorer;
            if (holding == null || model != asked) {
                forget();
                holding = place.apply(asked.parts());
                scorer = holding;
                model = asked;
            }
            return Optional.of(work.apply(holding));
        } catch (DeviceFull e) {
            LOG.warn("The device has no memory left to score with; the processor does it", e);
            close();
            return Optional.empty();
        }
    }

    private void forget() {
        model = null;
        if (scorer != null) {
            scorer.close();
            scorer = null;
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                forget();
            } finally {
                end.run();
            }
        }
    }
}
