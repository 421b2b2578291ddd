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

/** Tab-separated files of one dataset in a folder, each written completely or not at all. */
final class TabbedFiles {
    private final Path folder;
    private final String name;

    /** For a folder and a prefix of file names. */
    TabbedFiles(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** Writes the lines of a file. */
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

    /** A number without exponent or trailing zeros. */
    static String plain(float number) {
        return new BigDecimal(Float.toString(number)).stripTrailingZeros().toPlainString();
    }
}
