package dev.nara.ui.shell;

import dev.nara.analysis.RunNames;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.runs.RunList;
import dev.nara.ui.runs.ShownRun;
import java.util.Collections;
import java.util.List;

/** Shows the runs that are selected in the list in all workspaces. */
final class RunChoice {
    private final ScreenContext shared;
    private final Screens screens;
    private final Latest reading;

    RunChoice(ScreenContext shared, Screens screens, RunList runs) {
        this.shared = shared;
        this.screens = screens;
        this.reading = new Latest(shared.frame().jobs());
        runs.onChoose(this::show);
        runs.onRead(all -> {
            shared.session().namesProperty().set(RunNames.of(shared.services().algorithms(), all));
            screens.runs(all);
        });
        screens.compare().onPick(runs::choose);
        screens.compare().onSeeds((run, number) -> screens.train().duplicate(Collections.nCopies(number, run)));
        screens.train().onChange(runs::refresh);
        screens.tune().onChange(runs::refresh);
        screens.train().onFollow(run -> {
            runs.mark(run);
            choose(List.of(run));
        });
    }

    private void choose(List<Long> runs) {
        screens.compare().choose(runs);
        screens.export().choose(runs);
    }

    /** Shows a run's curves, and opens its model if it has one; or compares several runs. */
    private void show(List<StoredRun> chosen) {
        choose(chosen.stream().map(StoredRun::id).toList());
        // A run on all rows has no curves of figures.
        List<StoredRun> withFigures =
                chosen.stream().filter(run -> run.fitOf().isEmpty()).toList();
        if (withFigures.size() > 1) {
            screens.train().viewer().compare(withFigures);
            return;
        }
        StoredRun run = withFigures.isEmpty() ? chosen.get(0) : withFigures.get(0);
        Session.Model current = shared.session().modelProperty().get();
        if (isOnScreen(run) && current != null) {
            return;
        }
        reading.cancel();
        shared.session().endReading(this);
        screens.train().viewer().show(run, () -> readModel(run));
    }

    private void readModel(StoredRun run) {
        if (run.best().isEmpty()) {
            return;
        }
        Frame frame = shared.frame();
        Session session = shared.session();
        Session.Opened open = session.openedProperty().get();
        if (open == null || !open.isOf(run.spec())) {
            session.beginReading(this, run.spec().dataName());
        }
        // The curves are shown even if the model cannot be opened; the reason is in the status bar.
        reading.run(
                () -> ShownRun.read(shared.services(), shared.store(), run, open),
                read -> {
                    session.endReading(this);
                    if (isOnScreen(run)) {
                        read.show(session);
                    }
                },
                problem -> {
                    session.endReading(this);
                    frame.say().accept(frame.texts().of(problem));
                });
    }

    private boolean isOnScreen(StoredRun run) {
        return run.id() == screens.train().screen().run();
    }
}
