package dev.nara.synth;

import dev.nara.data.OutputFile;
import dev.nara.data.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** Writes a synthetic folder of the service: the same options give the same bytes; all content is invented. */
public final class SampleService {
    private SampleService() {}

    /**
     * Writes the eight files, and {@code hidden/} if requested, into a temporary folder next to the given one and moves
     * them into place once all are complete. Files with these names are replaced, hidden files of an earlier call are
     * removed.
     *
     * @param progress receives 0 to 1 while the logs are written
     * @return counts of what was written
     * @throws IOException when a file cannot be written; existing files are then unchanged
     */
    public static SampleReport write(Path folder, SampleOptions options, DoubleConsumer progress) throws IOException {
        Path target = folder.toAbsolutePath();
        OutputFile.checked(target);
        PrivateFiles.createFolder(target);
        try (DraftFolder draft = DraftFolder.beside(target)) {
            SampleReport report = new SyntheticFolder(draft.path(), options).write(progress);
            move(draft.path(), target);
            return report;
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        List<Path> files = files(draft);
        for (Path file : files) {
            OutputFile.checked(target.resolve(draft.relativize(file)));
        }
        Path hidden = target.resolve(HiddenFiles.FOLDER);
        for (String name : HiddenFiles.NAMES) {
            Files.deleteIfExists(hidden.resolve(name));
        }
        for (Path file : files) {
            Path place = target.resolve(draft.relativize(file));
            PrivateFiles.createFolderOf(place);
            Files.move(file, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
