package dev.nara.synth;

import dev.nara.data.PrivateFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of comma-separated rows, UTF-8 with line feeds, quoted where RFC 4180 asks for it; counts its rows. */
final class CsvWriter implements AutoCloseable {
    private final BufferedWriter out;
    private long rows = -1;

    /** @param header the column names, separated by commas */
    CsvWriter(Path path, String header) throws IOException {
        PrivateFiles.create(path);
        out = Files.newBufferedWriter(path);
        row((Object[]) header.split(",", 0));
    }

    void row(Object... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(fields[i].toString()));
        }
        out.write('\n');
        rows++;
    }

    /** Rows after the header. */
    long rows() {
        return rows;
    }

    static boolean needsQuotes(String field) {
        return field.indexOf(',') >= 0 || field.indexOf('"') >= 0;
    }

    private static String quoted(String field) {
        return needsQuotes(field) ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    /** Closes all of them, also when one fails; then the first failure is thrown. */
    static void closeAll(List<CsvWriter> files) throws IOException {
        IOException failure = null;
        for (CsvWriter file : files) {
            try {
                file.close();
            } catch (IOException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
