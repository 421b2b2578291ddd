package dev.nara.cli.runs;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.nara.data.DataException;
import dev.nara.run.RunJson;
import dev.nara.spec.SpecJson;
import dev.nara.split.SplitFile;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import java.io.IOException;

/** A stored run as JSON, without its events. */
final class RunHeader {
    private RunHeader() {}

    static JsonObject json(Services services, RunStore store, StoredRun run) throws DataException, IOException {
        JsonObject json = new JsonObject();
        json.addProperty("run", run.id());
        json.addProperty("created", run.created());
        json.addProperty("state", run.state().name());
        json.add("label", new Gson().toJsonTree(run.label()));
        json.addProperty("series", run.series());
        json.add("settings", SpecJson.of(run.spec()));
        json.add("environment", new Gson().toJsonTree(run.environment()));
        run.best().ifPresent(best -> json.add("best", RunJson.event(best)));
        json.addProperty("chosenOnTest", run.fitOf().isEmpty() && run.spec().chosenOnTest());
        run.tested().ifPresent(tested -> json.add("tested", RunJson.event(tested)));
        run.fitOf().ifPresent(of -> json.add("fitOf", new Gson().toJsonTree(of)));
        json.addProperty("testLooks", store.looks().count(run.spec()));
        json.addProperty("command", command(services, run));
        json.addProperty("splitSha256", SplitFile.hash(store.files().split(run.id())));
        json.addProperty("bytes", store.files().size(run.id()));
        return json;
    }

    /** The command line that repeats a run; "" if this version of the program does not have its algorithm. */
    private static String command(Services services, StoredRun run) {
        try {
            return services.command(run.spec());
        } catch (DataException e) {
            return "";
        }
    }
}
