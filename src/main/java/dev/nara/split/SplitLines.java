package dev.nara.split;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of users of a {@link SplitFile}. By hand: every run of thousands of users writes its split before it trains,
 * and a library's writer took a tenth of that start.
 */
final class SplitLines {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Dataset dataset;
    private final Split split;
    private final @Nullable Split part;

    /** Of a split, and of its validation part where it has one. */
    SplitLines(Dataset dataset, Split split) {
        this.dataset = dataset;
        this.split = split;
        this.part = split.validation().orElse(null);
    }

    /**
     * The line of a user, as JSON.
     *
     * @param among the items to rank those to find among; null for the whole catalogue
     */
    String line(int user, int @Nullable [] among) {
        Interactions all = dataset.interactions();
        boolean[] known = RowPlaces.of(all, split.known(), user);
        boolean[] train = part == null ? known : RowPlaces.of(all, part.train(), user);
        StringBuilder json = new StringBuilder("{\"user\":");
        quote(json, dataset.users().id(user));
        json.append(",\"train\":\"").append(RowPlaces.written(train)).append('"');
        ids(json, "find", split.truth(user));
        if (among != null) {
            ids(json, "among", among);
        }
        if (part != null) {
            boolean[] held = new boolean[known.length];
            for (int place = 0; place < held.length; place++) {
                held[place] = known[place] && !train[place];
            }
            json.append(",\"validation\":\"").append(RowPlaces.written(held)).append('"');
            ids(json, "choose", part.truth(user));
            if (part.hasNegatives()) {
                ids(json, "chooseAmong", part.negatives(user));
            }
        }
        return json.append('}').toString();
    }

    private void ids(StringBuilder json, String name, int[] items) {
        json.append(",\"").append(name).append("\":[");
        for (int n = 0; n < items.length; n++) {
            if (n > 0) {
                json.append(',');
            }
            quote(json, dataset.items().id(items[n]));
        }
        json.append(']');
    }

    private static void quote(StringBuilder json, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                json.append(GSON.toJson(text));
                return;
            }
        }
        json.append('"').append(text).append('"');
    }
}
