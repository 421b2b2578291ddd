package dev.nara.cli.tune;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.nara.cli.terminal.Interrupt;
import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.search.running.RunningStudy;
import dev.nara.search.running.Studies;
import dev.nara.search.study.Budget;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyCommand;
import dev.nara.search.study.StudyDraft;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;

/** Searches the settings of a baseline for some minutes, and evaluates the chosen ones on the test part, like {@code nara tune --test}. */
final class BaselineSearch {
    private final Services services;
    private final RunStore store;
    private final Output output;
    private final Interrupt interrupt;
    private final double minutes;

    BaselineSearch(Services services, RunStore store, Output output, Interrupt interrupt, double minutes) {
        this.services = services;
        this.store = store;
        this.output = output;
        this.interrupt = interrupt;
        this.minutes = minutes;
    }

    /**
     * The result of a search.
     *
     * @param run that evaluated the chosen settings on the test part
     * @param study at its end
     */
    record Found(StoredRun run, StudySnapshot study) {
        JsonObject json() {
            JsonObject object = new JsonObject();
            object.addProperty("study", study.id());
            object.addProperty("trials", study.trials().size());
            object.addProperty("validation", study.spec().base().validation());
            study.choice()
                    .map(StudyChoice::trial)
                    .filter(number -> number > 0)
                    .map(number -> study.trials().get(number - 1))
                    .ifPresent(trial -> {
                        object.addProperty(study.spec().goal(), trial.mean());
                        object.add("settings", new Gson().toJsonTree(trial.settings()));
                    });
            return object;
        }
    }

    /** Searches the settings of a run's algorithm, except the given ones; empty if none could be chosen. */
    Optional<Found> of(RunSpec base, Map<String, String> set, Dataset dataset) throws DataException {
        Studies kept = new Studies(store);
        // A search must not choose on the test part; runs that would do so get a validation part for it.
        RunSpec judged = base.chosenOnTest() ? base.change().validation("").spec() : base;
        long study = kept.create(new StudyDraft(services, dataset, judged)
                .set(set)
                .budget(Budget.ofMinutes(minutes))
                .seed(base.seed())
                .spec());
        output.say(Text.of("cli.baselines.searches", base.algorithm(), study));
        if (run(kept, study, dataset).choice().map(StudyChoice::trial).orElse(0) == 0) {
            return Optional.empty();
        }
        kept.ask(study, new StudyEvent.TestAsked(1));
        StudySnapshot end = run(kept, study, dataset);
        int chosen = end.choice().orElseThrow().trial();
        OptionalLong tested = kept.events(study, 0).stream()
                .map(recorded -> recorded.event())
                .filter(event -> event instanceof StudyEvent.TestBegun begun && begun.trial() == chosen)
                .mapToLong(event -> ((StudyEvent.TestBegun) event).run())
                .findFirst();
        return tested.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(store.find(Long.toString(tested.getAsLong())), end));
    }

    private StudySnapshot run(Studies kept, long study, Dataset dataset) throws DataException {
        ExecutorService threads = StudyOnTerminal.threads();
        try {
            StudyAlerts none = new StudyAlerts(null, study, output.locale());
            RunningStudy running =
                    kept.open(services, study, dataset, threads, new StudyLines(output, false, study, none));
            interrupt.also(running::leave);
            StudySnapshot end = running.run();
            if (interrupt.happened()) {
                throw new CancellationException();
            }
            return end;
        } finally {
            threads.shutdown();
        }
    }

    /** The settings of the chosen trial as text. */
    static String words(StudySnapshot study) {
        Trial trial = study.trials().get(study.choice().orElseThrow().trial() - 1);
        return StudyCommand.words(trial.settings());
    }
}
