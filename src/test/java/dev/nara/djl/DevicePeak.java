package dev.nara.djl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The memory that this process has taken on a GPU, beside what was forecast. PyTorch keeps what it frees, so what nvidia-smi tells
 * is the most that was taken so far, and is held against the largest forecast so far.
 */
final class DevicePeak {
    private final Supplier<OptionalLong> used;
    private final OptionalLong before;
    private long largest;

    /** {@code used} tells megabytes on the device, empty where there is no GPU; what others have there already is not counted. */
    DevicePeak(Supplier<OptionalLong> used) {
        this.used = used;
        before = used.get();
    }

    /** By nvidia-smi, of a device such as "gpu0". */
    static DevicePeak of(String device) {
        return new DevicePeak(() -> device.equals("cpu") ? OptionalLong.empty() : used(device.substring(3)));
    }

    private static OptionalLong used(String number) {
        try {
            Process smi = new ProcessBuilder(
                            "nvidia-smi", "--id=" + number, "--query-gpu=memory.used", "--format=csv,noheader,nounits")
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(smi.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return answer.matches("\\d+") ? OptionalLong.of(Long.parseLong(answer)) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** A forecast in bytes and what was taken, marked where that is more. */
    String beside(long forecast) {
        long megabytes = forecast >> 20;
        largest = Math.max(largest, megabytes);
        String words = String.format(Locale.ROOT, "%,d MB forecast", megabytes);
        OptionalLong now = used.get();
        if (before.isEmpty() || now.isEmpty()) {
            return words + ", not compared with a GPU";
        }
        long peak = now.getAsLong() - before.getAsLong();
        return String.format(
                Locale.ROOT, "%s, %,d MB at most%s", words, peak, peak > largest ? ": FORECAST TOO LOW" : "");
    }
}
