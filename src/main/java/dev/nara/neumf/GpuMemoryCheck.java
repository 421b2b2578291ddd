package dev.nara.neumf;

import dev.nara.algorithm.Engine;
import dev.nara.data.DataException;
import dev.nara.text.Text;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/** Checks whether a device has enough memory for a training. */
final class GpuMemoryCheck {
    private GpuMemoryCheck() {}

    /**
     * Checks the total memory of a device, of several the largest, regardless of present use.
     *
     * @throws DataException with the largest batch size that fits, by halving the given one; or that the model does not fit at all
     */
    static void check(NeuMfEngine engine, String device, NeuMfSpec spec, NeuMfSettings settings) throws DataException {
        OptionalLong total = total(engine, device);
        if (total.isPresent()) {
            String bytes = gigabytes(total.getAsLong());
            check(engine, spec, settings, total.getAsLong(), need -> Text.of("device.too.small", need, bytes));
        }
    }

    /**
     * Checks the free memory of a device.
     *
     * @throws DataException as {@link #check}
     */
    static void checkFree(NeuMfEngine engine, String device, NeuMfSpec spec, NeuMfSettings settings)
            throws DataException {
        OptionalLong total = engine.memory(device);
        OptionalLong free = total.isPresent() ? engine.freeMemory(device) : total;
        if (free.isPresent()) {
            long usable = Math.min(total.getAsLong(), free.getAsLong());
            String bytes = gigabytes(total.getAsLong());
            check(engine, spec, settings, usable, need -> Text.of("device.too.full", need, gigabytes(usable), bytes));
        }
    }

    private static void check(
            NeuMfEngine engine, NeuMfSpec spec, NeuMfSettings settings, long bytes, Function<String, Text> words)
            throws DataException {
        int asked = settings.optimisation().batchSize();
        int fits = asked;
        while (fits > 0 && need(engine, spec, settings, fits) > bytes) {
            fits /= 2;
        }
        if (fits < asked) {
            throw new DataException(
                    words.apply(gigabytes(need(engine, spec, settings, asked))),
                    fits > 0 ? Text.of("batch.too.large.remedy", fits) : Text.of("run.failed.device.model"));
        }
    }

    private static OptionalLong total(NeuMfEngine engine, String device) {
        return device.equals(Engine.CPU)
                ? OptionalLong.empty()
                : engine.gpus(device).stream()
                        .map(engine::memory)
                        .flatMapToLong(OptionalLong::stream)
                        .max();
    }

    /** Bytes needed on the device; 0 if the engine uses the process's memory. */
    static long need(NeuMfEngine engine, String device, NeuMfSpec spec, NeuMfSettings settings) {
        return total(engine, device).isEmpty()
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
