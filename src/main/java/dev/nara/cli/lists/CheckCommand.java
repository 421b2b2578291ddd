package dev.nara.cli.lists;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.cli.data.DataOptions;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.TextTable;
import dev.nara.competition.Leaderboard;
import dev.nara.competition.SubmissionCheck;
import dev.nara.competition.SubmissionDifference;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.read.service.LaterViews;
import dev.nara.store.Services;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara check}: checks a submission against the rules, another submission, and the data of later months. */
@Command(name = "check", mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    private final Services services;
    private final Output output;

    @Option(names = "--submission", paramLabel = "FILE", required = true, descriptionKey = "cli.submission")
    private Path submission = Path.of("submission.csv");

    @Option(names = "--against", paramLabel = "FILE", descriptionKey = "cli.against")
    private @Nullable Path against;

    @Option(names = "--truth", paramLabel = "DIR", descriptionKey = "cli.truth")
    private @Nullable Path truth;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    public CheckCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException {
        Dataset dataset = data.read(services, output).dataset();
        output.say(Text.of("check.against", dataset.path()));
        SubmissionCheck.Result result = SubmissionCheck.of(dataset).check(submission);
        result.problems().forEach(output::say);
        result.warnings().forEach(output::say);
        JsonObject object = new JsonObject();
        object.add("problems", texts(result.problems()));
        object.add("warnings", texts(result.warnings()));
        Map<String, List<Integer>> lists = SubmissionCheck.lists(submission, dataset);
        if (against != null) {
            compare(lists, dataset, against, object);
        }
        if (truth != null) {
            object.add("truth", scores(lists, dataset, truth));
        }
        if (json) {
            output.json(object);
        }
        if (!result.problems().isEmpty()) {
            output.say(Text.of("check.failed", submission));
            return ExitCode.BAD_INPUT;
        }
        output.say(Text.of("check.passed", submission));
        return ExitCode.DONE;
    }

    private JsonArray texts(List<Text> all) {
        JsonArray array = new JsonArray();
        all.forEach(text -> array.add(text.in(output.locale())));
        return array;
    }

    /** Compares with another submission: how many children have a different list, and how many albums of a list agree. */
    private void compare(Map<String, List<Integer>> lists, Dataset dataset, Path file, JsonObject object)
            throws DataException {
        Map<String, List<Integer>> others = SubmissionCheck.lists(file, dataset);
        if (others.isEmpty()) {
            throw new DataException(file, Text.of("check.no.lists"), Text.of("check.no.lists.remedy"));
        }
        SubmissionDifference found = SubmissionDifference.of(lists, others);
        JsonObject difference = new JsonObject();
        difference.addProperty("profilesInBoth", found.both());
        difference.addProperty("otherAlbums", found.changed());
        difference.addProperty("otherOrder", found.reordered());
        difference.addProperty("meanAlbumsShared", found.shared());
        object.add("against", difference);
        if (!json) {
            output.result(found.words().in(output.locale()));
        }
    }

    /** Scores the lists on later months, by period. */
    private JsonObject scores(Map<String, List<Integer>> lists, Dataset dataset, Path folder) throws DataException {
        JsonObject scores = new JsonObject();
        for (Leaderboard.Standing standing : Leaderboard.of(dataset, lists, LaterViews.read(folder, dataset))) {
            JsonObject one = new JsonObject();
            one.addProperty("score", standing.score());
            one.addProperty("low", standing.low());
            one.addProperty("high", standing.high());
            one.addProperty("users", standing.users());
            scores.add(standing.period(), one);
            if (!json) {
                output.result(TextTable.padded(standing.period(), 10)
                        + Text.of(
                                        "check.standing",
                                        Numbers.figure(standing.score()),
                                        Numbers.figure(standing.low()),
                                        Numbers.figure(standing.high()),
                                        standing.users(),
                                        lists.size())
                                .in(output.locale()));
            }
        }
        return scores;
    }
}
