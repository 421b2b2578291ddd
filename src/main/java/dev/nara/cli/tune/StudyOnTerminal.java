package dev.nara.cli.tune;

import com.google.gson.JsonObject;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Interrupt;
import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.search.running.RunningStudy;
import dev.nara.search.running.Studies;
import dev.nara.search.study.Phase;
import dev.nara.search.study.StudyJson;
import dev.nara.search.study.StudySnapshot;
import dev.nara.store.RunStore;
import dev.nara.text.Text;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Runs a stored study and shows its progress on the terminal. Ctrl+C leaves it, to be continued. */
final class StudyOnTerminal {
    private final StudyOptions studies;
    private final RunStore store;
    private final @Nullable Path alerts;

    /** {@code alerts} is the file for {@link StudyAlerts}, null for none. */
    StudyOnTerminal(StudyOptions studies, RunStore store, @Nullable Path alerts) {
        this.studies = studies;
        this.store = store;
        this.alerts = alerts;
    }

    /** A thread for each trial that trains in parallel; they end with the process. */
    static ExecutorService threads() {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "trial");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs the study and returns the exit code. */
    int run(long id, Dataset dataset) throws DataException {
        Output output = studies.output();
        Studies kept = new Studies(store);
        ExecutorService threads = threads();
        StudyLines lines = new StudyLines(output, studies.json(), id, new StudyAlerts(alerts, id, output.locale()));
        RunningStudy running = kept.open(studies.servicesThere(), id, dataset, threads, lines);
        Interrupt interrupt = new Interrupt(running::leave);
        try {
            StudySnapshot end = running.run();
            if (studies.json()) {
                finished(end);
            } else {
                new TrialTable(output).outcome(end);
            }
            if (interrupt.happened() || !end.phase().ended()) {
                output.say(Text.of("cli.study.left", id, studies.hint()));
                return interrupt.happened() ? ExitCode.INTERRUPTED : ExitCode.DONE;
            }
            output.say(Text.of("cli.study.stored", id, studies.hint()));
            return end.phase() == Phase.STOPPED
                            || end.choice().map(c -> c.trial()).orElse(0) > 0
                    ? ExitCode.DONE
                    : ExitCode.FAILED;
        } finally {
            threads.shutdown();
            interrupt.ended();
        }
    }

    private void finished(StudySnapshot end) {
        JsonObject object = new JsonObject();
        object.addProperty("event", "finished");
        object.addProperty("study", end.id());
        object.addProperty("phase", end.phase().name());
        object.addProperty("trials", end.trials().size());
        object.addProperty("seconds", end.seconds());
        end.choice().ifPresent(choice -> object.add("choice", StudyJson.json((Object) choice)));
        end.test().ifPresent(test -> object.add("test", StudyJson.json((Object) test)));
        studies.output().json(object);
    }
}
