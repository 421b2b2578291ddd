package dev.nara.cli.train;

import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.data.Progress;
import dev.nara.run.RunEvent;
import dev.nara.spec.PreparedRun;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nara resume}: continues runs that are paused, were interrupted or wait, with the same results as without a break. */
@Command(name = "resume", mixinStandardHelpOptions = true)
public final class ResumeCommand implements Callable<Integer> {
    private final Services services;
    private final Output output;

    @ArgGroup(multiplicity = "1")
    private Chosen chosen = new Chosen();

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    /** The runs to resume: the given ones, or all that can be resumed. */
    private static final class Chosen {
        @Option(names = "--run", paramLabel = "ID", split = ",", descriptionKey = "cli.resume.runs")
        private List<String> runs = List.of();

        @Option(names = "--all", descriptionKey = "cli.resume.all")
        private boolean all;
    }

    public ResumeCommand(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        training.pauseAfter();
        Services there = training.workspace().in(services);
        try (RunStore store = training.workspace().existing(there)) {
            List<StoredRun> runs = runs(store);
            for (StoredRun run : runs) {
                check(store, run);
            }
            // So that the list of runs shows them as waiting, and each can be stopped.
            store.resumption().enqueue(runs.stream().map(StoredRun::id).toList());
            RunOnTerminal terminal = training.terminal(there, store, output);
            List<Long> left = new ArrayList<>(runs.stream().map(StoredRun::id).toList());
            int code = ExitCode.DONE;
            for (StoredRun run : runs) {
                if (terminal.waits(run.id())) {
                    int ended = resume(there, store, run, terminal, runs.size() > 1);
                    code = Math.max(code, ended);
                    if (ended == ExitCode.INTERRUPTED) {
                        terminal.sayLeft(left, run.id());
                        return ended;
                    }
                }
                left.remove(0);
            }
            for (String series :
                    new LinkedHashSet<>(runs.stream().map(StoredRun::series).toList())) {
                terminal.summarise(series);
            }
            return code;
        }
    }

    /** Resumes a run. If there are several, one that cannot be resumed does not prevent the others. */
    private int resume(Services there, RunStore store, StoredRun run, RunOnTerminal terminal, boolean several)
            throws DataException, IOException {
        try {
            PreparedRun preparedRun = there.preparedRun(run, Progress.NONE);
            preparedRun.checkStart();
            return terminal.train(run.id(), preparedRun);
        } catch (DataException e) {
            store.resumption().couldNotBegin(run.id());
            if (!several) {
                throw e;
            }
            output.say(Text.of("cli.resume.failed", run.id(), e.message(output.locale())));
            return ExitCode.FAILED;
        }
    }

    /** The given runs, or all that can be resumed, in queue order, except trials, which are resumed by their study. */
    private List<StoredRun> runs(RunStore store) throws DataException {
        if (!chosen.all) {
            List<StoredRun> named = new ArrayList<>();
            for (String id : new LinkedHashSet<>(chosen.runs)) {
                named.add(store.find(id.strip()));
            }
            return named;
        }
        List<StoredRun> all = store.list().stream()
                .filter(store.resumption()::possible)
                .filter(run -> run.study().isEmpty())
                .sorted(Comparator.comparingDouble(StoredRun::place))
                .toList();
        if (all.isEmpty()) {
            output.say(Text.of("cli.resume.none"));
        }
        return all;
    }

    /** Checks that a run can be resumed; done for all runs before the first one continues. */
    private void check(RunStore store, StoredRun run) throws DataException {
        store.resumption().check(run);
        int done = RunEvent.epochs(store.events(run.id())).stream()
                .filter(epoch -> epoch.phase().equals("train"))
                .mapToInt(RunEvent.EpochDone::epoch)
                .max()
                .orElse(0);
        Integer pauseAfter = training.pauseAfter();
        if (pauseAfter != null && pauseAfter <= done) {
            throw new DataException(Text.of("cli.pause.passed", run.id(), done), Text.of("cli.pause.passed.remedy"));
        }
    }
}
