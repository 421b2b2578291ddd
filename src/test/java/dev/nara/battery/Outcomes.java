package dev.nara.battery;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;

/** What a run came to, without times and without that it was interrupted. */
final class Outcomes {
    private static final List<String> KINDS = List.of("started", "epoch", "tested", "finished");

    private Outcomes() {}

    /** Of what {@code nara runs show --json} prints. */
    static List<String> of(String shown) {
        JsonObject run = JsonParser.parseString(Timeless.of(shown).get(0)).getAsJsonObject();
        List<String> all = new ArrayList<>();
        for (String key : List.of("state", "best", "tested")) {
            all.add(key + " " + run.get(key));
        }
        for (JsonElement event : run.getAsJsonArray("events")) {
            if (KINDS.contains(event.getAsJsonObject().get("event").getAsString())) {
                all.add(event.toString());
            }
        }
        return all;
    }
}
