package dev.nara.cli.lists;

import dev.nara.cli.terminal.ClusterOption;
import dev.nara.cli.terminal.Distributed;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.cli.terminal.RunOptions;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.IdIndex;
import dev.nara.data.OutputFile;
import dev.nara.explain.Counterfactual;
import dev.nara.explain.Explainer;
import dev.nara.explain.Recommendations;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.interchange.CsvFile;
import dev.nara.settings.Home;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.archive.RunArchive;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara recommend}: the recommendations of a stored run for one user or for all. */
@Command(name = "recommend", mixinStandardHelpOptions = true, showDefaultValues = true)
public final class RecommendCommand implements Callable<Integer>, Distributed {
    private final Services services;
    private final Output output;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--user", paramLabel = "ID", descriptionKey = "cli.recommend.user")
    private @Nullable String user;

    @Option(names = "--top", paramLabel = "K", descriptionKey = "cli.top")
    private int top = 25;

    @Option(names = "--why", descriptionKey = "cli.why")
    private boolean why;

    @Option(names = "--history", paramLabel = "ITEM,ITEM,…", descriptionKey = "cli.recommend.history")
    private @Nullable String history;

    @Mixin
    private final AllowedItemsOptions allowed = new AllowedItemsOptions();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.recommend.out")
    private @Nullable Path out;

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    @Option(names = "--raw", descriptionKey = "cli.raw")
    private boolean raw;

    @Mixin
    private final ClusterOption cluster = new ClusterOption();

    public RecommendCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        checkTop();
        Services.Reopened reopened = run.reopen(services);
        Dataset dataset = reopened.preparedRun().dataset();
        List<Integer> users = users(dataset);
        Counterfactual.Folded model = folded(reopened, users);
        Recommendations recommendations =
                new Recommendations(model.recommender(), model.preparedRun(), allowed.of(model.preparedRun(), output));
        if (out != null) {
            if (why) {
                throw new DataException(Text.of("cli.why.out"), Text.of("cli.why.out.remedy"));
            }
            OutputFile.check(out);
            CsvFile.recommendations(out, dataset, recommendations, users, top, UnaryOperator.identity(), raw);
            output.say(Text.of("cli.written", out));
            output.say(Text.of("export.ids"));
            return ExitCode.DONE;
        }
        ShownRecommendations shown =
                new ShownRecommendations(dataset, new Explainer(model.preparedRun(), model.recommender()), output, why);
        List<List<Entry>> lists =
                recommendations.top(users.stream().mapToInt(u -> u).toArray(), top);
        for (int n = 0; n < lists.size(); n++) {
            if (json) {
                output.json(shown.json(users.get(n), lists.get(n)));
            } else {
                shown.print(users.get(n), lists.get(n));
            }
        }
        return ExitCode.DONE;
    }

    private void checkTop() throws DataException {
        if (top < 1) {
            throw new DataException(Text.of("cli.top.wrong"), Text.of("cli.top.wrong.remedy"));
        }
    }

    @Override
    public ClusterOption cluster() {
        return cluster;
    }

    /** Has a cluster write the lists of all users to a folder of Parquet files; the run is sent to it as a file. */
    @Override
    public int onCluster(List<String> arguments, Home home) throws DataException, IOException {
        checkTop();
        if (out == null || user != null || history != null || why || json || raw || allowed.given()) {
            throw new DataException(Text.of("on.recommend"), Text.of("on.recommend.remedy"));
        }
        Path file = home.temporary().resolve("run" + ProcessHandle.current().pid() + ".nara");
        try (RunStore store = run.workspace().existing(services)) {
            RunArchive.export(store, run.find(store), file);
            List<String> score =
                    List.of("score", "--run", file.toString(), "--k", Integer.toString(top), "--out", out.toString());
            return cluster.submit(score, System.getenv(), home.folder());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The model unchanged, or folded in with the given history. */
    private Counterfactual.Folded folded(Services.Reopened reopened, List<Integer> users) throws DataException {
        if (history == null) {
            return new Counterfactual.Folded(reopened.preparedRun(), reopened.recommender());
        }
        if (user == null) {
            throw new DataException(Text.of("cli.history.user"), Text.of("cli.history.user.remedy"));
        }
        IdIndex items = reopened.preparedRun().dataset().items();
        List<Integer> wanted = new ArrayList<>();
        for (String id : history.split(",", -1)) {
            if (!id.isBlank()) {
                int item = items.indexOf(id.strip());
                if (item < 0) {
                    throw new DataException(Text.of("item.unknown", id.strip()), Text.of("item.unknown.remedy"));
                }
                wanted.add(item);
            }
        }
        return new Counterfactual(reopened.preparedRun(), reopened.recommender())
                .of(users.get(0), wanted.stream().mapToInt(i -> i).toArray());
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
}
