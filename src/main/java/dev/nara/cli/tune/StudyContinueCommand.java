package dev.nara.cli.tune;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.train.TrainingOptions;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.data.WrittenPath;
import dev.nara.search.running.Studies;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyEvent;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code nara tune continue} and {@code nara tune test}: continues a study, or evaluates the chosen settings on the test part; if another
 * process runs the study, that one does it.
 */
@Command(name = "continue", mixinStandardHelpOptions = true)
final class StudyContinueCommand implements Callable<Integer> {
    private final StudyOptions studies;

    @Option(names = "--notify-file", paramLabel = "FILE", descriptionKey = "cli.tune.notify-file")
    private @Nullable Path notifyFile;

    @Option(names = "--as-it-stands", descriptionKey = "cli.tune.as-it-stands")
    private boolean asItStands;

    StudyContinueCommand(StudyOptions studies) {
        this.studies = studies;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = studies.existing()) {
            long id = studies.study(store);
            Studies kept = new Studies(store);
            Phase phase = kept.snapshot(id).phase();
            if (!asItStands && (phase == Phase.PAUSED || phase == Phase.STOPPED)) {
                kept.ask(id, new StudyEvent.Continued());
            }
            return goOn(studies, store, id, notifyFile);
        }
    }

    /** Runs the study here, unless another process runs it. */
    private static int goOn(StudyOptions studies, RunStore store, long id, @Nullable Path notifyFile)
            throws DataException {
        if (store.studies().find(id).underWay()) {
            studies.done("study", id, Text.of("study.elsewhere", id));
            return ExitCode.DONE;
        }
        RunSpec base = new Studies(store).spec(id).base();
        StudyAlerts.check(notifyFile, base);
        return new StudyOnTerminal(studies, store, notifyFile).run(id, data(studies, base));
    }

    /** Reads the study's data again, which must be unchanged. */
    private static Dataset data(StudyOptions studies, RunSpec base) throws DataException {
        Recipe recipe = base.recipe().read(base.format(), base.recipe().encoding());
        Dataset dataset = studies.services()
                .open(WrittenPath.needed(base.data()), recipe, Progress.NONE)
                .dataset();
        if (!dataset.has(base.fingerprint())) {
            throw new DataException(dataset.path(), Text.of("study.other.data"), Text.of("weights.mismatch.remedy"));
        }
        return dataset;
    }

    /** {@code nara tune test} and {@code nara tune confirm}: trains more seeds of the chosen settings, or of the best ones. */
    @Command(mixinStandardHelpOptions = true)
    static final class Seeds implements Callable<Integer> {
        private final StudyOptions studies;
        private final IntFunction<StudyEvent.Steering> event;

        @Option(names = "--notify-file", paramLabel = "FILE", descriptionKey = "cli.tune.notify-file")
        private @Nullable Path notifyFile;

        @Option(names = "--seeds", paramLabel = "N", descriptionKey = "cli.study.seeds")
        private int seeds;

        Seeds(StudyOptions studies, int usual, IntFunction<StudyEvent.Steering> event) {
            this.studies = studies;
            this.event = event;
            seeds = usual;
        }

        @Override
        public Integer call() throws DataException {
            TrainingOptions.atLeast("--seeds", seeds, 1);
            try (RunStore store = studies.existing()) {
                long id = studies.study(store);
                StudyAlerts.check(notifyFile, new Studies(store).spec(id).base());
                new Studies(store).ask(id, event.apply(seeds));
                return goOn(studies, store, id, notifyFile);
            }
        }
    }
}
