package dev.nara.ui.runs;

import dev.nara.data.DataException;
import dev.nara.run.RunRequest;
import dev.nara.run.RunState;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Trainer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanBinding;
import javafx.event.ActionEvent;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCombination;

/** The actions on the runs of the list: resume, pause, stop, reorder, name, copy, delete, export and import. */
public final class RunActions {
    private static final int SEEDS = 5;

    private static final String[] OF_CHOSEN = {
        "run.resume",
        "run.pause",
        "run.stop",
        "-",
        "run.new",
        "run.duplicate",
        "run.warm",
        "run.fit",
        "-",
        "run.star",
        "run.rename",
        "copy.command",
        "run.notebook",
        "-",
        "run.up",
        "run.down",
        "-",
        "run.export",
        "run.discard",
        "run.delete"
    };

    private final RunStore store;
    private final Trainer trainer;
    private final RunList list;
    private final Frame frame;
    private final Texts texts;
    private final StoreWork work;
    private final RunCopies copies;
    private final RunTrash trash;

    public RunActions(
            Services services,
            RunStore store,
            Trainer trainer,
            RunList list,
            Frame frame,
            Pseudonymiser pseudonymiser) {
        this.store = store;
        this.trainer = trainer;
        this.list = list;
        this.frame = frame;
        this.texts = frame.texts();
        this.work = new StoreWork(list, frame);
        this.copies = new RunCopies(services, store, list, frame, pseudonymiser);
        this.trash = new RunTrash(store, services.algorithms(), trainer.queue(), list, frame);
        list.onMove(this::move);
        list.onOrder(this::waiting);
    }

    /** Deletes runs and restores them. */
    public RunTrash trash() {
        return trash;
    }

    /** Adds the actions to the window's list, and a menu to the list of runs. */
    public void addTo(Actions actions) {
        addStarting(actions);
        addRunning(actions);
        addOfLeft(actions);
        BooleanBinding none = list.none(run -> true);
        actions.add("run.find", "Shortcut+F", list::search);
        actions.add("run.star", "", this::star, none, "off.no.run");
        actions.add("run.rename", "F2", this::rename, none, "off.no.run");
        actions.add("run.up", "Alt+Up", () -> step(-1), list.none(RunActions::waits), "off.not.waiting");
        actions.add("run.down", "Alt+Down", () -> step(1), list.none(RunActions::waits), "off.not.waiting");
        copies.addTo(actions);
        trash.addTo(actions);
        new WorkspaceRepair(store, list, frame).addTo(actions);
        list.onKey(KeyCombination.valueOf("F2"), this::rename);
        list.onKey(KeyCombination.valueOf("S"), this::star);
        list.steps(() -> actions.get("open").handle(new ActionEvent()), () -> actions.get("start")
                .handle(new ActionEvent()));
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(actions.menu("run", OF_CHOSEN).getItems());
        list.menu(
                menu,
                actions.button("run.resume.left"),
                actions.button("run.leave.left"),
                actions.button("run.discard.left"));
    }

    private void addStarting(Actions actions) {
        BooleanBinding none = list.none(run -> true);
        actions.add("repeat", "Shortcut+R", () -> trainer.start(SEEDS));
        actions.add("run.at.a.time", "", this::chooseParallelRuns);
        actions.add("run.new", "Shortcut+D", () -> first().ifPresent(trainer::newFrom), none, "off.no.run");
        actions.add("run.duplicate", "", () -> trainer.duplicate(list.chosen()), none, "off.no.run");
        actions.add(
                "run.fit",
                "",
                () -> trainer.fit(
                        list.chosen().stream().filter(RunActions::fittable).toList()),
                list.none(RunActions::fittable),
                "off.not.fittable");
        actions.add(
                "run.warm",
                "",
                () -> first().ifPresent(trainer::trainOn),
                list.none(run -> run.best().isPresent()),
                "off.no.epoch");
    }

    /** Whether a run's model can be trained again on all rows. */
    private static boolean fittable(StoredRun run) {
        return run.state().ended() && run.best().isPresent() && run.fitOf().isEmpty();
    }

    private void addRunning(Actions actions) {
        actions.add(
                "run.resume",
                "",
                () -> takeUp(list.chosen()),
                list.none(run -> run.state().resumable()),
                "off.not.resumable");
        actions.add(
                "run.pause",
                "",
                () -> ask(RunRequest.PAUSE),
                list.none(run -> run.state() == RunState.RUNNING),
                "off.not.running");
        actions.add("run.stop", "", () -> ask(RunRequest.STOP), list.none(RunActions::stoppable), "off.not.running");
        actions.add(
                "run.discard",
                "",
                () -> discard(list.chosen()),
                list.none(run -> waits(run) || run.state().resumable()),
                "off.not.waiting");
    }

    private void addOfLeft(Actions actions) {
        actions.add("run.resume.left", "", () -> takeUp(list.left().runs()));
        actions.add("run.discard.left", "", () -> discard(list.left().runs()));
        actions.add("run.leave.left", "", list.left()::dismiss);
    }

    /** Asks how many runs may train in parallel, at most as many as there are cores. */
    private void chooseParallelRuns() {
        List<String> choices = IntStream.rangeClosed(
                        1, Math.max(2, Runtime.getRuntime().availableProcessors()))
                .mapToObj(Integer::toString)
                .toList();
        frame.dialogs()
                .pick(texts.get("action.run.at.a.time"), choices, n -> texts.get("runs.at.a.time", n))
                .ifPresent(chosen -> trainer.parallelRuns(Integer.parseInt(chosen)));
    }

    private Optional<StoredRun> first() {
        return list.chosen().stream().findFirst();
    }

    private void takeUp(List<StoredRun> runs) {
        trainer.takeUp(runs.stream()
                .filter(r -> r.state().resumable())
                .sorted(Comparator.comparingDouble(StoredRun::place))
                .toList());
    }

    /** Sends a request to those of the selected runs that train or are paused, in this program or another. */
    private void ask(RunRequest request) {
        trainer.ask(
                list.chosen().stream()
                        .filter(r -> request == RunRequest.STOP ? stoppable(r) : r.state() == RunState.RUNNING)
                        .toList(),
                request);
    }

    private static boolean waits(StoredRun run) {
        return run.state() == RunState.QUEUED;
    }

    private static boolean stoppable(StoredRun run) {
        return run.state() == RunState.RUNNING || run.state() == RunState.PAUSED || waits(run);
    }

    private void discard(List<StoredRun> runs) {
        work.run(() -> {
            Jobs.each(runs, run -> {
                trainer.queue().cancel(run.id());
                store.requests().stop(run.id());
            });
            return "";
        });
    }

    private List<Long> waiting() throws DataException {
        return trainer.queue().waiting().stream().map(StoredRun::id).toList();
    }

    private void move(long run, long other, boolean behind) {
        work.run(() -> {
            List<Long> others = waiting().stream().filter(id -> id != run).toList();
            trainer.queue().move(run, Math.max(0, others.indexOf(other)) + (behind ? 1 : 0));
            return "";
        });
    }

    /** Moves the selected run by one position in the queue. */
    private void step(int places) {
        first().ifPresent(run -> work.run(() -> {
            trainer.queue().move(run.id(), waiting().indexOf(run.id()) + places);
            return "";
        }));
    }

    private void star() {
        List<StoredRun> runs = list.chosen();
        work.run(() -> {
            for (StoredRun run : runs) {
                StoredRun.Label old = run.label();
                store.label(run.id(), new StoredRun.Label(old.name(), old.notes(), old.tags(), !old.star()));
            }
            return "";
        });
    }

    private void rename() {
        first().ifPresent(run -> frame.dialogs()
                .answer(LabelForm.of(texts, run))
                .ifPresent(label -> work.run(() -> {
                    store.label(run.id(), label);
                    return "";
                })));
    }
}
