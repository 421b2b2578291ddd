package dev.nara.interchange;

import dev.nara.data.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;

/** The Python module that reads a workspace: the database, weights, users' figures and splits. */
final class PythonReader {
    /** Its name, by which it is imported. */
    static final String NAME = "nara_workspace.py";

    private PythonReader() {}

    static void write(Path file) throws IOException {
        try (InputStream module = Objects.requireNonNull(PythonReader.class.getResourceAsStream(NAME), NAME)) {
            OutputFile.write(file, module::transferTo);
        }
    }
}
