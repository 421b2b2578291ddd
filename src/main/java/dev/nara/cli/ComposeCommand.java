package dev.nara.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.nara.compose.ComposeRecipe;
import dev.nara.compose.Composer;
import dev.nara.compose.Composition;
import dev.nara.data.DataException;
import dev.nara.export.Submission;
import dev.nara.run.Experiment;
import dev.nara.run.Workbench;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara compose}: lists made of blocks, scored on what a split holds out, and written as a submission. */
@Command(name = "compose", mixinStandardHelpOptions = true)
final class ComposeCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Output output;

    @Option(names = "--recipe", paramLabel = "FILE", required = true, descriptionKey = "cli.compose.recipe")
    private Path recipe = Path.of("lists.json");

    @Option(names = "--split", paramLabel = "SPLIT", descriptionKey = "cli.split")
    private String split = "";

    @Option(names = "--tune", descriptionKey = "cli.compose.tune")
    private boolean tune;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.submit.out")
    private @Nullable Path out;

    @Option(names = "--template", paramLabel = "FILE", descriptionKey = "cli.template")
    private @Nullable Path template;

    @Option(names = "--data", paramLabel = "PATH", descriptionKey = "cli.data")
    private @Nullable Path data;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    ComposeCommand(Workbench workbench, Output output) {
        this.workbench = workbench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        Composing composing = Composing.of(workbench, workspace, recipe, data, split);
        Experiment experiment = composing.experiment();
        ComposeRecipe used = composing.recipe();
        int[] users = IntStream.range(0, experiment.dataset().users().size())
                .filter(u -> experiment.wholeSplit().truth(u).length > 0)
                .toArray();
        IntFunction<int[]> truth = n -> experiment.wholeSplit().truth(users[n]);
        boolean ofRuns = used.blocks().stream().anyMatch(block -> !block.runs().isEmpty());
        if (ofRuns && (data != null || !split.isEmpty())) {
            output.say(Text.of(
                    "cli.compose.of.runs",
                    experiment.dataset().path(),
                    experiment.split().spec()));
        }
        Composer.Offers offers =
                composing.composer(used, experiment.split().train()).offers(users, experiment.wholeSplit()::truth);
        if (tune) {
            int[] best = Composition.tuned(offers, Submission.LENGTH, takes(used), truth);
            int[] kept =
                    IntStream.range(0, best.length).filter(b -> best[b] > 0).toArray();
            used = used.with(Arrays.stream(kept)
                    .mapToObj(b -> composing.recipe().blocks().get(b).taking(best[b] > Submission.LENGTH ? 0 : best[b]))
                    .toList());
            offers = offers.only(kept);
            used.write(recipe);
            output.say(Text.of("cli.written", recipe));
            output.say(Text.of("cli.compose.tuned"));
        }
        Composer.Lists lists = offers.lists(Submission.LENGTH, takes(used));
        Composition composition =
                new Composition(lists, Submission.LENGTH, used.blocks().size(), truth);
        List<Composition> alone = new ArrayList<>();
        for (int b = 0; b < used.blocks().size(); b++) {
            Composer.Lists own = offers.only(b).lists(Submission.LENGTH, new int[] {Submission.LENGTH});
            alone.add(new Composition(own, Submission.LENGTH, 1, truth));
        }
        show(used, experiment, users.length, composition, alone);
        if (out != null) {
            composing.write(used, out, template, output);
        }
        return NaraCommand.DONE;
    }

    private static int[] takes(ComposeRecipe of) {
        return of.blocks().stream().mapToInt(ComposeRecipe.Block::atMost).toArray();
    }

    private void show(
            ComposeRecipe used, Experiment experiment, int users, Composition composition, List<Composition> alone) {
        if (json) {
            JsonObject object = new JsonObject();
            object.addProperty("split", experiment.split().spec());
            object.addProperty("users", users);
            object.addProperty("score", composition.score());
            object.addProperty("low", composition.low());
            object.addProperty("high", composition.high());
            JsonArray blocks = new JsonArray();
            for (int b = 0; b < alone.size(); b++) {
                JsonObject block = new JsonObject();
                block.addProperty("block", used.blocks().get(b).name());
                block.addProperty("seen", used.blocks().get(b).seen());
                block.addProperty(
                        "take", Math.min(Submission.LENGTH, used.blocks().get(b).atMost()));
                block.addProperty("part", composition.parts()[b]);
                block.addProperty("alone", alone.get(b).score());
                blocks.add(block);
            }
            object.add("blocks", blocks);
            output.json(object);
            return;
        }
        output.result("Score " + Numbers.figure(composition.score()) + "  [" + Numbers.figure(composition.low()) + ", "
                + Numbers.figure(composition.high()) + "]  "
                + experiment.split().spec() + ", " + users);
        for (int b = 0; b < alone.size(); b++) {
            ComposeRecipe.Block block = used.blocks().get(b);
            output.result("  " + Columns.padded((b + 1) + ". " + block.name(), 24)
                    + Columns.padded(block.seen(), 6)
                    + Text.of(
                                    "compose.part",
                                    Math.min(Submission.LENGTH, block.atMost()),
                                    Numbers.figure(composition.parts()[b]),
                                    Numbers.figure(alone.get(b).score()))
                            .in(output.locale()));
        }
    }
}
