package dev.nara.interchange;

import dev.nara.data.OutputFile;
import dev.nara.run.RunEvent;
import dev.nara.spec.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes a run's curves as a TensorBoard event file: records of a length, its masked CRC-32C, an Event message, and that one's masked
 * CRC-32C (TensorFlow's record_writer and event.proto). Steps are epochs, for the test part the best one; those of {@code batch_loss} are
 * examples trained on.
 */
public final class TensorBoardFile {
    private static final int MASK = 0xa282ead8;

    private TensorBoardFile() {}

    /** Writes {@code events.out.tfevents.SECONDS.nara} to a folder and returns its path; SECONDS is the start of the run. */
    public static Path write(Path folder, Instant began, List<RunEvent> events) throws IOException {
        Path file = folder.resolve("events.out.tfevents." + began.getEpochSecond() + ".nara");
        OutputFile.write(file, out -> {
            double time = began.getEpochSecond();
            record(out, new ProtocolMessage().fixed64(1, time).text(3, "brain.Event:2"));
            Part part = RunEvent.epochPart(events);
            int step = 0;
            int bestStep = 0;
            double examples = 0;
            for (RunEvent event : events) {
                if (event instanceof RunEvent.Batch batch) {
                    ProtocolMessage summary = new ProtocolMessage().message(1, scalar("batch_loss", batch.loss()));
                    record(
                            out,
                            new ProtocolMessage()
                                    .fixed64(1, began.getEpochSecond() + batch.seconds())
                                    .varint(2, Math.round(examples) + batch.done())
                                    .message(5, summary));
                } else if (event instanceof RunEvent.EpochDone epoch) {
                    step++;
                    time += epoch.seconds() + epoch.evaluationSeconds();
                    examples += epoch.examples();
                    bestStep = epoch.best() ? step : bestStep;
                    record(out, event(time, step, epoch, part));
                } else if (event instanceof RunEvent.Tested tested) {
                    ProtocolMessage summary = new ProtocolMessage();
                    tested.metrics()
                            .forEach((metric, figure) -> summary.message(1, scalar(Part.TEST.path(metric), figure)));
                    record(
                            out,
                            new ProtocolMessage()
                                    .fixed64(1, time)
                                    .varint(2, bestStep)
                                    .message(5, summary));
                }
            }
        });
        return file;
    }

    private static ProtocolMessage event(double time, int step, RunEvent.EpochDone epoch, Part part) {
        ProtocolMessage summary = new ProtocolMessage();
        summary.message(1, scalar("loss", epoch.loss()));
        epoch.metrics().forEach((metric, figure) -> summary.message(1, scalar(part.path(metric), figure)));
        summary.message(1, scalar("examples_per_second", epoch.examplesPerSecond()));
        epoch.health().forEach((name, figure) -> summary.message(1, scalar("health/" + name, figure)));
        return new ProtocolMessage().fixed64(1, time).varint(2, step).message(5, summary);
    }

    private static ProtocolMessage scalar(String tag, double value) {
        return new ProtocolMessage().text(1, tag).fixed32(2, (float) value);
    }

    private static void record(OutputStream out, ProtocolMessage message) throws IOException {
        byte[] data = message.toBytes();
        byte[] length = little(Long.BYTES).putLong(data.length).array();
        out.write(length);
        out.write(little(Integer.BYTES).putInt(masked(length)).array());
        out.write(data);
        out.write(little(Integer.BYTES).putInt(masked(data)).array());
    }

    private static int masked(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
