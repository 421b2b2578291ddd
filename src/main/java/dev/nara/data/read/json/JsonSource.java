package dev.nara.data.read.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.data.read.file.DataFile;
import dev.nara.data.read.file.LineReader;
import dev.nara.text.Text;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads consecutive values of a JSON file, with or without line breaks between them. Accepts Python literals as JSON. Throws for values of
 * too many characters.
 */
final class JsonSource implements AutoCloseable {
    /** The most characters of a value by default. */
    static final int LONGEST = 1 << 24;

    private final DataFile file;
    private final Lines lines;
    private JsonReader json;

    /** {@code python} tells whether texts are in single quotes, see {@link PythonLiterals}. */
    JsonSource(DataFile file, boolean python, Progress progress) throws DataException {
        this(file, python, progress, LONGEST);
    }

    /** Reads a file; throws for values of more than {@code longest} characters. */
    JsonSource(DataFile file, boolean python, Progress progress, int longest) throws DataException {
        this.file = file;
        this.lines = new Lines(file, new LineReader(file, progress), python, longest);
        this.json = reader(lines);
    }

    private static JsonReader reader(Lines lines) {
        JsonReader json = new JsonReader(lines);
        json.setStrictness(Strictness.LENIENT);
        return json;
    }

    /**
     * A line that is not JSON.
     *
     * @param problem with its place
     * @param text the line
     */
    record Broken(DataException problem, String text) {}

    /**
     * Continues after a value that could not be read: with the last line if that is a value by itself, because then the broken one ended
     * above it; otherwise with the next line. Throws the problem again if the text is not its cause.
     */
    Broken recover(DataException problem) throws DataException {
        if (!problem.problem().key().equals("data.json.broken")) {
            throw problem;
        }
        boolean whole = isObject(lines.last);
        String text = whole ? lines.before : lines.last;
        long line = line() - (whole ? 1 : 0);
        lines.again(whole);
        json = reader(lines);
        return new Broken(new DataException(file.shown(), line, problem.problem(), problem.remedy()), text.strip());
    }

    private static boolean isObject(String line) {
        try {
            return JsonParser.parseString(line).isJsonObject();
        } catch (JsonParseException e) {
            return false;
        }
    }

    /** The type of the next token. */
    JsonToken peek() throws DataException {
        return of(JsonReader::peek);
    }

    /** Reads the next value completely. */
    JsonElement value() throws DataException {
        lines.taken = 0;
        return of(JsonParser::parseReader);
    }

    /** Reads the name of the next member of an object. */
    String name() throws DataException {
        return of(JsonReader::nextName);
    }

    /** Enters an array or object. */
    void enter() throws DataException {
        of(reader -> {
            if (reader.peek() == JsonToken.BEGIN_ARRAY) {
                reader.beginArray();
            } else {
                reader.beginObject();
            }
            return reader;
        });
    }

    /** Leaves an array or object at its end. */
    void leave() throws DataException {
        of(reader -> {
            if (reader.peek() == JsonToken.END_ARRAY) {
                reader.endArray();
            } else {
                reader.endObject();
            }
            return reader;
        });
    }

    /** Skips the next value, however long. */
    void skip() throws DataException {
        of(reader -> {
            lines.taken = Long.MIN_VALUE;
            reader.skipValue();
            return reader;
        });
    }

    /** Whether an array or object has more values. */
    boolean more() throws DataException {
        return of(JsonReader::hasNext);
    }

    /** The last line read, from 1. */
    long line() {
        return lines.reader.number();
    }

    private interface Step<T> {
        T of(JsonReader reader) throws IOException;
    }

    private <T> T of(Step<T> step) throws DataException {
        try {
            return step.of(json);
        } catch (JsonIOException e) {
            throw problem(e.getCause() instanceof IOException io ? io : new IOException(e));
        } catch (IOException e) {
            throw problem(e);
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            throw broken();
        }
    }

    private DataException problem(IOException e) {
        return e instanceof Reported known ? known.problem : broken();
    }

    private DataException broken() {
        return new DataException(file.shown(), line(), Text.of("data.json.broken"), Text.of("data.json.broken.remedy"));
    }

    @Override
    public void close() throws DataException {
        lines.reader.close();
    }

    /** A value has too many characters. */
    static final class TooLong extends DataException {
        private static final long serialVersionUID = 1L;

        TooLong(DataFile file, long line) {
            super(file.shown(), line, Text.of("data.json.long"), Text.of("data.json.long.remedy"));
        }
    }

    /** Carries a problem that already has its message. */
    private static final class Reported extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient DataException problem;

        Reported(DataException problem) {
            super(problem);
            this.problem = problem;
        }
    }

    /** Supplies one line at a time, so that the last value read is in the last line supplied. */
    private static final class Lines extends Reader {
        private final DataFile file;
        private final LineReader reader;
        private final boolean python;
        private final int longest;
        private @Nullable String line;
        private String last = "";
        private String before = "";
        private int place;
        private long taken;

        Lines(DataFile file, LineReader reader, boolean python, int longest) {
            this.file = file;
            this.reader = reader;
            this.python = python;
            this.longest = longest;
        }

        void again(boolean lastLine) {
            line = lastLine ? last : null;
            place = 0;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            try {
                if (line == null) {
                    String next = reader.next();
                    if (next == null) {
                        return -1;
                    }
                    line = (python ? PythonLiterals.json(next) : next) + "\n";
                    before = last;
                    last = line;
                    place = 0;
                }
            } catch (DataException e) {
                throw new Reported(e);
            }
            int count = Math.min(length, line.length() - place);
            line.getChars(place, place + count, buffer, offset);
            place += count;
            taken += count;
            if (place == line.length()) {
                line = null;
            }
            if (taken > longest) {
                throw new Reported(new TooLong(file, reader.number()));
            }
            return count;
        }

        @Override
        public void close() {}
    }
}
