package dev.nara.neumf;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nara.algorithm.Device;
import dev.nara.algorithm.ParameterValues;
import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GpuMemoryCheckTest {
    private static final long GIGABYTE = 1L << 30;

    /** A training takes a gigabyte, and one more for each 1,024 examples of a batch. */
    private record Engine(long bytes, OptionalLong free) implements NeuMfEngine {
        @Override
        public String id() {
            return "engine";
        }

        @Override
        public Optional<Text> unavailable() {
            return Optional.empty();
        }

        @Override
        public List<Device> devices() {
            return List.of(
                    new Device("cpu", Text.of("device.auto"), Optional.empty()),
                    new Device("gpu0", Text.of("device.auto"), Optional.empty()),
                    new Device("gpu1", Text.of("device.auto"), Optional.empty()));
        }

        /** The second GPU has twice as much as the first. */
        @Override
        public OptionalLong memory(String device) {
            return switch (device) {
                case "cpu" -> OptionalLong.empty();
                case "gpu1" -> OptionalLong.of(2 * bytes);
                default -> OptionalLong.of(bytes);
            };
        }

        @Override
        public OptionalLong freeMemory(String device) {
            return free;
        }

        @Override
        public long memory(NeuMfSpec spec, boolean adam, int batchSize, boolean dropout, Precision precision) {
            return GIGABYTE + batchSize * (GIGABYTE >> 10);
        }

        @Override
        public TrainingStep open(NeuMfWeights weights, StepSettings settings) {
            throw new UnsupportedOperationException();
        }
    }

    private static void check(long bytes, OptionalLong free, String device) throws DataException {
        GpuMemoryCheck.check(new Engine(bytes, free), device, NeuMfTestModel.gmf(), settings());
    }

    private static NeuMfSettings settings() throws DataException {
        Map<String, String> given = Map.of("batch_size", "8192");
        return NeuMfSettings.of(ParameterValues.of(NeuMfParameters.of(true, false), given), true, false);
    }

    private static String refusal(long bytes) {
        return assertThrows(DataException.class, () -> check(bytes, OptionalLong.empty(), "gpu0"))
                .message(Locale.ENGLISH);
    }

    @Test
    void aBatchWithoutRoomIsRefusedWithOneThatHas() throws DataException {
        assertDoesNotThrow(() -> check(9 * GIGABYTE, OptionalLong.empty(), "gpu0"));
        assertEquals(
                "The training needs 9.0 GB of the device's memory, which has 8.0 GB. Use a batch size of at most 4096.",
                refusal(8 * GIGABYTE));
        assertEquals(
                "The training needs 9.0 GB of the device's memory, which has 4.0 GB. Use a batch size of at most 2048.",
                refusal(4 * GIGABYTE));
        assertEquals(
                9 * GIGABYTE,
                GpuMemoryCheck.need(
                        new Engine(GIGABYTE, OptionalLong.empty()), "gpu0", NeuMfTestModel.gmf(), settings()));
    }

    private static void checkFree(OptionalLong free, String device) throws DataException {
        GpuMemoryCheck.checkFree(new Engine(80 * GIGABYTE, free), device, NeuMfTestModel.gmf(), settings());
    }

    @Test
    void whatOthersUseIsNoRoomOnceTheDeviceIsTaken() {
        OptionalLong little = OptionalLong.of(6 * GIGABYTE);
        assertDoesNotThrow(() -> check(80 * GIGABYTE, little, "gpu0"), "who uses it now may leave it before");
        assertDoesNotThrow(() -> checkFree(OptionalLong.of(9 * GIGABYTE), "gpu0"));
        DataException full = assertThrows(DataException.class, () -> checkFree(little, "gpu0"));
        assertEquals(
                "The training needs 9.0 GB of the device's memory; only 6.0 of 80.0 GB are free. Use a batch size"
                        + " of at most 4096.",
                full.message(Locale.ENGLISH));
        assertDoesNotThrow(() -> checkFree(OptionalLong.empty(), "gpu0"), "nothing is known");
        assertDoesNotThrow(() -> checkFree(little, "cpu"));
    }

    @Test
    void ofSeveralTheLargestIsAsked() {
        assertDoesNotThrow(() -> check(5 * GIGABYTE, OptionalLong.empty(), "auto"));
        assertThrows(DataException.class, () -> check(4 * GIGABYTE, OptionalLong.empty(), "auto"));
        assertThrows(DataException.class, () -> check(5 * GIGABYTE, OptionalLong.empty(), "gpu0"));
    }

    @Test
    void aModelWithoutRoomIsRefusedWhateverTheBatch() {
        assertEquals(
                "The training needs 9.0 GB of the device's memory, which has 0.5 GB. The model does not fit on the"
                        + " device. Use smaller embeddings, or train on the device cpu.",
                refusal(GIGABYTE / 2));
    }

    @Test
    void theProcessorIsNotAsked() throws DataException {
        assertDoesNotThrow(() -> check(0, OptionalLong.empty(), "cpu"));
        assertEquals(
                0, GpuMemoryCheck.need(new Engine(0, OptionalLong.empty()), "cpu", NeuMfTestModel.gmf(), settings()));
    }
}
