package dev.nara.neumf;

import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.Optional;

/** Whether a training has room on the device that it is to run on. */
final class GpuMemoryCheck {
    private GpuMemoryCheck() {}

    /**
     * Makes sure that it has, where the device tells its memory.
     *
     * @throws DataException with the largest batch that has room, halving the one that was asked for; or that the model has none
     */
    static void check(NeuMfEngine engine, String device, NeuMfSpec spec, NeuMfSettings settings) throws DataException {
        Optional<GpuMemory> room = engine.memory(device);
        if (room.isEmpty()) {
            return;
        }
        int asked = settings.optimisation().batchSize();
        int fits = asked;
        while (fits > 0 && need(engine, spec, settings, fits) > room.get().usable()) {
            fits /= 2;
        }
        if (fits < asked) {
            throw new DataException(
                    words(gigabytes(need(engine, spec, settings, asked)), room.get()),
                    fits > 0 ? Text.of("batch.too.large.remedy", fits) : Text.of("run.failed.device.model"));
        }
    }

    private static Text words(String needed, GpuMemory memory) {
        String total = gigabytes(memory.total());
        return memory.free().isEmpty()
                ? Text.of("device.too.small", needed, total)
                : Text.of("device.too.full", needed, gigabytes(memory.usable()), total);
    }

    /** Bytes on the device; 0 where the engine computes in the program's own memory. */
    static long need(NeuMfEngine engine, String device, NeuMfSpec spec, NeuMfSettings settings) {
        return engine.memory(device).isEmpty()
                ? 0
                : need(engine, spec, settings, settings.optimisation().batchSize());
    }

    private static long need(NeuMfEngine engine, NeuMfSpec spec, NeuMfSettings settings, int batchSize) {
        NeuMfSettings.Optimisation optimisation = settings.optimisation();
        boolean dropout = settings.model().dropout() > 0;
        return engine.memory(spec, optimisation.adam(), batchSize, dropout, optimisation.precision());
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (double) (1 << 30));
    }
}
