package dev.nara.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineTest {
    private record Known(String id, Optional<Text> unavailable) implements Engine {
        @Override
        public List<Device> devices() {
            return List.of(
                    new Device("cpu", Text.of("device.auto"), Optional.empty()),
                    new Device("gpu0", Text.of("device.auto"), Optional.of(Text.of("device.gpu.none"))));
        }
    }

    private static final Known BROKEN = new Known("broken", Optional.of(Text.of("device.gpu.none")));
    private static final Known SOUND = new Known("sound", Optional.empty());

    @Test
    void theProgramChoosesTheFirstThatWorks() throws DataException {
        assertEquals(SOUND, Engine.choose(List.of(BROKEN, SOUND), "auto"));
        assertEquals(BROKEN, Engine.choose(List.of(BROKEN), "auto"));
        assertEquals(BROKEN, Engine.choose(List.of(BROKEN, SOUND), "broken"));
        assertThrows(DataException.class, () -> Engine.choose(List.of(BROKEN, SOUND), "other"));
    }

    @Test
    void theGpusOfATrainingAreThoseThatCanBeUsed() {
        Engine three = new Engine() {
            @Override
            public String id() {
                return "three";
            }

            @Override
            public Optional<Text> unavailable() {
                return Optional.empty();
            }

            @Override
            public List<Device> devices() {
                Text name = Text.of("device.auto");
                return List.of(
                        new Device("cpu", name, Optional.empty()),
                        new Device("gpu0", name, Optional.of(Text.of("device.gpu.none"))),
                        new Device("gpu1", name, Optional.empty()),
                        new Device("gpu2", name, Optional.empty()));
            }
        };
        assertEquals(List.of("gpu1", "gpu2"), three.gpus("auto"));
        assertEquals(List.of("gpu2"), three.gpus("gpu2"));
        assertEquals(List.of(), three.gpus("gpu0"));
        assertEquals(List.of(), three.gpus("cpu"));
        assertEquals(List.of(), SOUND.gpus("auto"));
    }

    @Test
    void whatCannotComputeIsRefused() throws DataException {
        SOUND.check("auto");
        SOUND.check("cpu");
        assertThrows(DataException.class, () -> SOUND.check("gpu0"));
        assertThrows(DataException.class, () -> SOUND.check("gpu7"));
        assertThrows(DataException.class, () -> BROKEN.check("cpu"));
    }
}
