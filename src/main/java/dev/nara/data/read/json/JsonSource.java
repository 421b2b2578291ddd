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
 * The values of a JSON file one after the other, which may stand in lines or without anything between them. Takes what Python
 * prints for JSON. Refuses values of too many characters.
 */
final class JsonSource implements AutoCloseable {
    /** So many characters a value may have unless another number is said. */
    static final int LONGEST = 1 << 24;

    private final DataFile file;
    private final Lines lines;
    private JsonReader json;

    /** {@code python} says that texts stand in single quotes, see {@link PythonLiterals}. */
    JsonSource(DataFile file, boolean python, Progress progress) throws DataException {
        this(file, python, progress, LONGEST);
    }

    /** The same that refuses values of more than {@code longest} characters. */
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
     * A line that is no JSON.
     *
     * @param problem with its place
     * @param text the line
     */
    record Broken(DataException problem, String text) {}

    /**
     * Goes on behind a value that could not be read: with the last line where that is a value by itself, for then the broken one
     * ended above it; else with the next. Throws the problem again where it is another than the text.
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

    /** What comes next. */
    JsonToken peek() throws DataException {
        return of(JsonReader::peek);
    }

    /** The next value, whole. */
    JsonElement value() throws DataException {
        lines.taken = 0;
        return of(JsonParser::parseReader);
    }

    /** The next member's name, in an object. */
    String name() throws DataException {
        return of(JsonReader::nextName);
    }

    /** Goes into an array or object. */
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

    /** Goes out of an array or object that has no more. */
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

    /** Leaves out the next value, however long. */
    void skip() throws DataException {
        of(reader -> {
            lines.taken = Long.MIN_VALUE;
            reader.skipValue();
            return reader;
        });
    }

    /** Whether an array or object has more to come. */
    boolean more() throws DataException {
        return of(JsonReader::hasNext);
    }

    /** The line that was last looked at, from 1. */
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
            throw told(e.getCause() instanceof IOException io ? io : new IOException(e));
        } catch (IOException e) {
            throw told(e);
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            throw broken();
        }
    }

    private DataException told(IOException e) {
        return e instanceof Told told ? told.problem : broken();
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

    /** A problem that is told already. */
    private static final class Told extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient DataException problem;

        Told(DataException problem) {
            super(problem);
            this.problem = problem;
        }
    }

    /** Gives a line at a time, so that what was read last stands in the line that was given last. */
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
                throw new Told(e);
            }
            int count = Math.min(length, line.length() - place);
            line.getChars(place, place + count, buffer, offset);
            place += count;
            taken += count;
            if (place == line.length()) {
                line = null;
            }
            if (taken > longest) {
                throw new Told(new TooLong(file, reader.number()));
            }
            return count;
        }

        @Override
        public void close() {}
    }
}
