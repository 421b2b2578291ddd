package dev.nara.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript module without parameters as the file that PyTorch loads: an archive of the source, of the module's attributes
 * and of the constants, both pickled (docs/source/jit.rst and torch/csrc/jit/docs/serialization.md of PyTorch).
 */
final class ScriptFile {
    /** The name of the class that the source defines. */
    static final String CLASS = "Step";

    /** The version that PyTorch 2 writes. */
    private static final String FORMAT = "10\n";

    private ScriptFile() {}

    /** The file for a source that defines {@link #CLASS} with {@code training} as its only attribute. */
    static byte[] of(String source) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.setMethod(ZipOutputStream.STORED);
            put(archive, "data.pkl", module());
            put(archive, "code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            put(archive, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            put(archive, "version", FORMAT.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream archive, String name, byte[] content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry("step/" + name);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        archive.putNextEntry(entry);
        archive.write(content);
        archive.closeEntry();
    }

    /** In Python's pickle, protocol 2: the class, no arguments, a new object, its state {"training": False}. */
    private static byte[] module() {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.writeBytes(new byte[] {(byte) 0x80, 2});
        pickle.writeBytes(("c__torch__\n" + CLASS + "\n").getBytes(StandardCharsets.US_ASCII));
        pickle.writeBytes(new byte[] {')', (byte) 0x81, '}', '('});
        byte[] name = "training".getBytes(StandardCharsets.US_ASCII);
        pickle.writeBytes(new byte[] {'X', (byte) name.length, 0, 0, 0});
        pickle.writeBytes(name);
        pickle.writeBytes(new byte[] {(byte) 0x89, 'u', 'b', '.'});
        return pickle.toByteArray();
    }
}
