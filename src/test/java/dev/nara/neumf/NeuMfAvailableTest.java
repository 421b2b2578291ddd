package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.algorithm.Device;
import dev.nara.text.Text;
import dev.nara.vector.VectorEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asking an engine loads its libraries, which takes seconds. */
class NeuMfAvailableTest {
    private final List<String> asked = new ArrayList<>();

    private NeuMf of(boolean... usable) {
        List<NeuMfEngine> engines = new ArrayList<>();
        for (int e = 0; e < usable.length; e++) {
            engines.add(new Asked(Integer.toString(e), usable[e]));
        }
        return NeuMf.neuMf(EngineSpeeds.unmeasured(engines), VectorEngine.arithmetic());
    }

    @Test
    void noEngineIsAskedBehindOneThatCanBeUsed() {
        assertEquals(Optional.empty(), of(true, true).unavailable());
        assertEquals(List.of("0"), asked);
    }

    @Test
    void theFirstSaysWhyWhereNoneCanBeUsed() {
        assertEquals(Optional.empty(), of(false, true).unavailable());
        assertEquals(Optional.of(Text.of("engine.auto", "0")), of(false, false).unavailable());
    }

    private final class Asked implements NeuMfEngine {
        private final String id;
        private final boolean usable;

        Asked(String id, boolean usable) {
            this.id = id;
            this.usable = usable;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Optional<Text> unavailable() {
            asked.add(id);
            return usable ? Optional.empty() : Optional.of(Text.of("engine.auto", id));
        }

        @Override
        public List<Device> devices() {
            return List.of();
        }

        @Override
        public TrainingStep open(NeuMfWeights weights, StepSettings settings) {
            throw new UnsupportedOperationException();
        }
    }
}
