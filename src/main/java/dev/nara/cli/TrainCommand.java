package dev.nara.cli;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Engine;
import dev.nara.chart.ChartImage;
import dev.nara.chart.LearningCurves;
import dev.nara.chart.Palette;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Prepared;
import dev.nara.export.CsvFile;
import dev.nara.run.Catalogue;
import dev.nara.run.Experiment;
import dev.nara.run.RunEvent;
import dev.nara.run.RunListener;
import dev.nara.run.RunSpec;
import dev.nara.run.RunStore;
import dev.nara.run.Runner;
import dev.nara.run.Stop;
import dev.nara.run.Workbench;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara train}: trains one model and stores the run. */
@Command(name = "train", mixinStandardHelpOptions = true, showDefaultValues = true)
final class TrainCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Output output;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--split", paramLabel = "SPLIT", descriptionKey = "cli.split")
    private String split = "";

    @Option(names = "--candidates", paramLabel = "C", descriptionKey = "cli.candidates")
    private String candidates = "";

    @Option(names = "--algorithm", paramLabel = "A", descriptionKey = "cli.algorithm")
    private String algorithm = "neumf";

    @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "cli.preset")
    private String preset = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "cli.set")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.epochs")
    private int epochs = 20;

    @Option(names = "--patience", paramLabel = "N", descriptionKey = "cli.patience")
    private int patience;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.seed")
    private long seed = 1;

    @Option(names = "--engine", paramLabel = "E", descriptionKey = "cli.engine")
    private String engine = Engine.AUTO;

    @Option(names = "--device", paramLabel = "D", descriptionKey = "cli.device")
    private String device = Engine.AUTO;

    @Option(names = "--metrics", paramLabel = "LIST", descriptionKey = "cli.metrics")
    private String metrics = "";

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "cli.workspace")
    private @Nullable Path workspace;

    @Option(names = "--json", descriptionKey = "cli.json")
    private boolean json;

    TrainCommand(Workbench workbench, Output output) {
        this.workbench = workbench;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        Algorithm chosen = workbench.catalogue().algorithm(algorithm);
        Map<String, String> values = Catalogue.settings(chosen, preset, settings);
        checkNumbers();
        if (!chosen.engines().isEmpty()) {
            Engine.choose(chosen.engines(), engine).check(device);
        }
        Prepared prepared = data.read(workbench);
        Dataset dataset = prepared.dataset();
        RunSpec spec = new RunSpec(
                dataset.path().toString(),
                dataset.format(),
                dataset.fingerprint(),
                split,
                candidates,
                algorithm,
                values,
                epochs,
                patience,
                seed,
                engine,
                device,
                metrics,
                prepared.recipe());
        return train(workbench.prepare(spec, dataset));
    }

    private void checkNumbers() throws DataException {
        if (epochs < 1 || patience < 0) {
            throw new DataException(Text.of("cli.epochs.wrong"), Text.of("cli.epochs.wrong.remedy"));
        }
    }

    private int train(Experiment experiment) throws DataException, IOException {
        experiment.checkStart();
        experiment.split().warnings().forEach(output::say);
        try (RunStore store = RunStore.open(workspace == null ? workbench.workspace() : workspace)) {
            Stop stop = new Stop();
            Interrupt interrupt = new Interrupt(stop);
            RunEvent end;
            try {
                long run = store.create(experiment.spec());
                LearningCurves curves = new LearningCurves(Palette.light(), output.locale());
                // Drawn once before training: while the program is being interrupted, what painting needs cannot be
                // loaded any more.
                writeCurves(store.folder(run), curves, List.of());
                RunListener listener = store.recorder(run).then(new TrainReport(output, run, json));
                end = new Runner(experiment, listener, stop).run();
                writeCurves(store.folder(run), curves, store.events(run));
                boolean hasModel = Files.exists(store.weights(run));
                output.say(Text.of(hasModel ? "cli.run.stored" : "cli.run.stored.no.model", run, store.folder(run)));
            } finally {
                interrupt.ended();
            }
            return end instanceof RunEvent.Finished
                    ? NaraCommand.DONE
                    : end instanceof RunEvent.Cancelled ? NaraCommand.INTERRUPTED : NaraCommand.FAILED;
        }
    }

    /** The curves as a picture and as a table, beside the run's weights. */
    private static void writeCurves(Path folder, LearningCurves curves, List<RunEvent> events) throws IOException {
        curves.add(events);
        ChartImage.png(folder.resolve("curves.png"), curves.chart(), 900, 600);
        CsvFile.curves(folder.resolve("curves.csv"), events);
    }
}
