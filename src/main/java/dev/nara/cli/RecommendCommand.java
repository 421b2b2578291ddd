package dev.nara.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.export.CsvFile;
import dev.nara.run.Recommendations;
import dev.nara.run.Recommendations.Entry;
import dev.nara.run.Workbench;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara recommend}: what a stored run recommends to one user or to all. */
@Command(name = "recommend", mixinStandardHelpOptions = true, showDefaultValues = true)
final class RecommendCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Output output;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--user", paramLabel = "ID", descriptionKey = "cli.user")
    private @Nullable String user;

    @Option(names = "--top", paramLabel = "K", descriptionKey = "cli.top")
    private int top = 25;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.recommend.out")
    private @Nullable Path out;

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    RecommendCommand(Workbench workbench, Output output) {
        this.workbench = workbench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        if (top < 1) {
            throw new DataException(Text.of("cli.top.wrong"), Text.of("cli.top.wrong.remedy"));
        }
        Workbench.Reopened reopened = run.reopen(workbench);
        Dataset dataset = reopened.experiment().dataset();
        Recommendations recommendations = new Recommendations(reopened.recommender(), reopened.experiment());
        List<Integer> users = users(dataset);
        if (out != null) {
            CsvFile.recommendations(out, dataset, recommendations, users, top);
            output.say(Text.of("cli.written", out));
            return NaraCommand.DONE;
        }
        List<List<Entry>> lists =
                recommendations.top(users.stream().mapToInt(u -> u).toArray(), top);
        for (int n = 0; n < lists.size(); n++) {
            if (json) {
                output.json(json(dataset, users.get(n), lists.get(n)));
            } else {
                print(dataset, users.get(n), lists.get(n));
            }
        }
        return NaraCommand.DONE;
    }

    private List<Integer> users(Dataset dataset) throws DataException {
        if (user == null) {
            return IntStream.range(0, dataset.users().size()).boxed().toList();
        }
        int index = dataset.users().indexOf(user);
        if (index < 0) {
            throw new DataException(Text.of("user.unknown", user), Text.of("user.unknown.remedy"));
        }
        return List.of(index);
    }

    private static JsonObject json(Dataset dataset, int user, List<Entry> list) {
        JsonObject json = new JsonObject();
        json.addProperty("user", dataset.users().id(user));
        JsonArray entries = new JsonArray();
        for (Entry entry : list) {
            JsonObject item = new JsonObject();
            item.addProperty("rank", entry.rank());
            item.addProperty("item", dataset.items().id(entry.item()));
            item.addProperty("title", dataset.title(entry.item()));
            item.addProperty("score", entry.score());
            item.addProperty("seen", entry.seen());
            item.addProperty("heldOut", entry.heldOut());
            entries.add(item);
        }
        json.add("items", entries);
        return json;
    }

    private void print(Dataset dataset, int user, List<Entry> list) {
        output.result(dataset.users().id(user));
        for (Entry entry : list) {
            String marks = (entry.seen() ? Text.of("mark.seen").in(output.locale()) + " " : "")
                    + (entry.heldOut() ? Text.of("mark.held.out").in(output.locale()) : "");
            output.result(String.format(
                    Locale.ROOT,
                    "%4d  %-8s %s %8.4f  %s",
                    entry.rank(),
                    dataset.items().id(entry.item()),
                    Columns.padded(dataset.title(entry.item()), 44),
                    entry.score(),
                    marks));
        }
    }
}
