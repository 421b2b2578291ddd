package dev.nara;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary folders of tests, in memory where the system has a place for that in which files can be large and run: what the program
 * does so that nothing is lost when the power fails takes half of a test's time on a disk.
 */
public final class FoldersInMemory implements TempDirFactory {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 2L << 30;
    private static final boolean USABLE = usable();

    private static boolean usable() {
        try {
            if (!Files.isWritable(MEMORY) || Files.getFileStore(MEMORY).getUsableSpace() < ENOUGH_BYTES) {
                return false;
            }
            Path program = Files.createTempFile(
                    MEMORY,
                    "nara",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            boolean runs = Files.isExecutable(program);
            Files.delete(program);
            return runs;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return USABLE ? Files.createTempDirectory(MEMORY, "nara-test") : Files.createTempDirectory("nara-test");
    }
}
