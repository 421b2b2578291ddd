package dev.nara.split;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes the user lines of a {@link SplitFile}. It builds JSON by hand and encodes each item id once, because every run writes its split
 * before it trains and a JSON library took a tenth of the start of runs with thousands of users.
 */
final class SplitLines {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final int BLOCK = 1 << 16;

    private final Dataset dataset;
    private final Split split;
    private final @Nullable Split part;
    private final OutputStream out;
    /** Item ids as JSON, each with a leading comma; filled on first use. */
    private final byte[] @Nullable [] ids;

    private byte[] bytes = new byte[2 * BLOCK];
    private int size;

    /** For a split and its validation part, if it has one. */
    SplitLines(Dataset dataset, Split split, OutputStream out) {
        this.dataset = dataset;
        this.split = split;
        this.part = split.validation().orElse(null);
        this.out = out;
        this.ids = new byte[dataset.items().size()][];
    }

    /**
     * Writes a user's line.
     *
     * @param among the negatives to rank held-out items among; null for the whole catalogue
     */
    void write(int user, int @Nullable [] among) throws IOException {
        Interactions all = dataset.interactions();
        boolean[] known = RowPlaces.of(all, split.known(), user);
        boolean[] train = part == null ? known : RowPlaces.of(all, part.train(), user);
        put("{\"user\":" + quoted(dataset.users().id(user)));
        put(",\"train\":\"" + RowPlaces.written(train) + '"');
        put("find", split.truth(user));
        if (among != null) {
            put("among", among);
        }
        if (part != null) {
            boolean[] held = new boolean[known.length];
            for (int place = 0; place < held.length; place++) {
                held[place] = known[place] && !train[place];
            }
            put(",\"validation\":\"" + RowPlaces.written(held) + '"');
            put("choose", part.truth(user));
            if (part.hasNegatives()) {
                put("chooseAmong", part.negatives(user));
            }
        }
        put("}\n");
        if (size >= BLOCK) {
            flush();
        }
    }

    /** Flushes buffered lines to the stream. */
    void flush() throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    private void put(String name, int[] items) {
        put(",\"" + name + "\":[");
        for (int n = 0; n < items.length; n++) {
            byte[] id = ids[items[n]];
            if (id == null) {
                id = bytes("," + quoted(dataset.items().id(items[n])));
                ids[items[n]] = id;
            }
            put(id, n == 0 ? 1 : 0);
        }
        put("]");
    }

    private void put(String text) {
        put(bytes(text), 0);
    }

    private void put(byte[] text, int from) {
        int end = size + text.length - from;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        System.arraycopy(text, from, bytes, size, text.length - from);
        size = end;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return GSON.toJson(text);
            }
        }
        return '"' + text + '"';
    }
}
