package dev.nara.cli.tune;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.train.TrainingOptions;
import dev.nara.data.DataException;
import dev.nara.search.running.Studies;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyEvent.Steering;
import dev.nara.store.RunStore;
import dev.nara.text.Text;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara tune pause}, {@code finish}, {@code stop}: sends a request to the process that runs a study. */
@Command(mixinStandardHelpOptions = true)
final class StudySteerCommand implements Callable<Integer> {
    private final StudyOptions studies;
    private final String verb;
    private final Steering event;

    StudySteerCommand(StudyOptions studies, String verb, Steering event) {
        this.studies = studies;
        this.verb = verb;
        this.event = event;
    }

    @Override
    public Integer call() throws DataException {
        try (RunStore store = studies.existing()) {
            long study = studies.study(store);
            Studies kept = new Studies(store);
            boolean confirms = kept.snapshot(study).doing().confirms();
            ask(kept, study, List.of(event));
            boolean enough = confirms && event instanceof StudyEvent.FinishAsked;
            studies.done("study", study, Text.of("steered." + (enough ? "confirmed" : verb), study));
        }
        return ExitCode.DONE;
    }

    /** Sends requests to the given study. */
    static int steer(StudyOptions studies, String verb, List<? extends Steering> events) throws DataException {
        try (RunStore store = studies.existing()) {
            long study = studies.study(store);
            ask(new Studies(store), study, events);
            studies.done("study", study, Text.of("steered." + verb, study));
        }
        return ExitCode.DONE;
    }

    /** Sends requests one after the other. */
    static void ask(Studies kept, long study, List<? extends Steering> events) throws DataException {
        for (Steering event : events) {
            kept.ask(study, event);
        }
    }

    /** {@code nara tune pin}, {@code drop}, {@code thaw} and others: requests about given trials. */
    @Command(mixinStandardHelpOptions = true)
    static final class OfTrials implements Callable<Integer> {
        private final StudyOptions studies;
        private final String verb;
        private final IntFunction<Steering> event;

        @Option(names = "--trial", paramLabel = "N", split = ",", required = true, descriptionKey = "cli.study.trial")
        private List<Integer> trials = List.of();

        OfTrials(StudyOptions studies, String verb, IntFunction<Steering> event) {
            this.studies = studies;
            this.verb = verb;
            this.event = event;
        }

        @Override
        public Integer call() throws DataException {
            return steer(studies, verb, trials.stream().map(event::apply).toList());
        }
    }

    /** {@code nara tune extend}: increases the budget. */
    @Command(name = "extend", mixinStandardHelpOptions = true)
    static final class Extend implements Callable<Integer> {
        private final StudyOptions studies;

        @Option(names = "--minutes", paramLabel = "N", descriptionKey = "cli.tune.extend.minutes")
        private @Nullable Double minutes;

        @Option(names = "--trials", paramLabel = "N", descriptionKey = "cli.tune.extend.trials")
        private @Nullable Integer trials;

        Extend(StudyOptions studies) {
            this.studies = studies;
        }

        @Override
        public Integer call() throws DataException {
            TrainingOptions.atLeast("--trials", trials, 1);
            TrainingOptions.atLeast("--minutes", minutes, 1);
            if ((minutes == null) == (trials == null)) {
                throw new DataException(Text.of("study.budget"), Text.of("cli.tune.extend.remedy"));
            }
            return steer(
                    studies,
                    "extend",
                    List.of(new StudyEvent.Extended(minutes == null ? 0 : minutes, trials == null ? 0 : trials)));
        }
    }
}
