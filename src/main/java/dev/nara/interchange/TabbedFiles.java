package dev.nara.interchange;

import dev.nara.data.FileNames;
import dev.nara.data.OutputFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Files of one dataset in a folder, their cells separated by tabs. Each is written whole or not at all. */
final class TabbedFiles {
    private final Path folder;
    private final String name;

    /** In a folder; every file's name begins with the name given. */
    TabbedFiles(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** What writes the lines of a file. */
    interface Lines {
        void write(Writer out) throws IOException;
    }

    Path path(String ending) {
        return FileNames.within(folder, name + ending);
    }

    void write(String ending, Lines lines) throws IOException {
        OutputFile.write(path(ending), out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            lines.write(text);
            text.flush();
        });
    }

    static void line(Writer out, List<String> cells) throws IOException {
        out.write(String.join("\t", cells));
        out.write('\n');
    }

    /** A number without an exponent and without zeros at its end. */
    static String plain(float number) {
        return new BigDecimal(Float.toString(number)).stripTrailingZeros().toPlainString();
    }
}
