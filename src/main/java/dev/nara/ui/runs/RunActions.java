package dev.nara.ui.runs;

import dev.nara.data.DataException;
import dev.nara.interchange.RunExport;
import dev.nara.run.RunRequest;
import dev.nara.run.RunState;
import dev.nara.store.RunArchive;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.CopiedText;
import dev.nara.ui.common.Dialogs;
import dev.nara.ui.common.FilePicker;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Texts;
import dev.nara.ui.train.TrainController;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCombination;
import org.controlsfx.control.action.ActionUtils;

/** What can be done with the runs of the list: take up, order, name, copy, throw away, carry elsewhere. */
public final class RunActions {
    private static final int SEEDS = 5;
    /** Exports that name users by their ids. */
    private static final Set<String> NAMING = Set.of("npz", "projector");

    private static final String[] OF_CHOSEN = {
        "run.resume",
        "run.pause",
        "run.stop",
        "-",
        "run.new",
        "run.duplicate",
        "run.warm",
        "-",
        "run.star",
        "run.rename",
        "copy.command",
        "-",
        "run.up",
        "run.down",
        "-",
        "run.export",
        "run.discard",
        "run.delete"
    };

    private final Services services;
    private final RunStore store;
    private final TrainController train;
    private final RunList list;
    private final Jobs jobs;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FilePicker picker;
    private final Pseudonymiser masks;
    private final Consumer<String> say;
    /** What was thrown away, the latest first. */
    private final Deque<List<StoredRun>> thrownAway = new ArrayDeque<>();

    private long thrownAwayAt;

    public RunActions(
            Services services,
            RunStore store,
            TrainController train,
            RunList list,
            Jobs jobs,
            Texts texts,
            Dialogs dialogs,
            FilePicker picker,
            Pseudonymiser masks,
            Consumer<String> say) {
        this.masks = masks;
        this.services = services;
        this.store = store;
        this.train = train;
        this.list = list;
        this.jobs = jobs;
        this.texts = texts;
        this.dialogs = dialogs;
        this.picker = picker;
        this.say = say;
        list.onMove(this::move);
        list.onOrder(this::waiting);
    }

    /** Adds them to the window's list of actions, and the list of runs gets its menu. */
    public void addTo(Actions actions) {
        actions.add("repeat", "Shortcut+R", () -> train.queue(SEEDS), null);
        actions.add("run.at.a.time", "", this::chooseAtATime, null);
        BooleanBinding none = list.none(run -> true);
        actions.add("run.resume", "", () -> takeUp(list.chosen()), list.none(run -> run.state()
                .resumable()));
        actions.add("run.pause", "", () -> wish(RunRequest.PAUSE), list.none(run -> run.state() == RunState.RUNNING));
        actions.add("run.stop", "", () -> wish(RunRequest.STOP), list.none(RunActions::stoppable));
        actions.add("run.resume.left", "", () -> takeUp(list.left()), null);
        actions.add("run.discard.left", "", () -> discard(list.left()), null);
        actions.add("run.leave.left", "", list::leave, null);
        actions.add("run.new", "Shortcut+D", () -> first().ifPresent(train::newFrom), none);
        actions.add("run.duplicate", "", () -> train.duplicate(list.chosen()), none);
        actions.add("run.warm", "", () -> first().ifPresent(train::trainOn), list.none(run -> run.best()
                .isPresent()));
        actions.add("copy.command", "Shortcut+Shift+C", this::copyCommand, none);
        actions.add("run.star", "", this::star, none);
        actions.add("run.rename", "F2", this::rename, none);
        actions.add("run.up", "Alt+Up", () -> step(-1), list.none(RunActions::waits));
        actions.add("run.down", "Alt+Down", () -> step(1), list.none(RunActions::waits));
        actions.add(
                "run.discard",
                "",
                () -> discard(list.chosen()),
                list.none(run -> waits(run) || run.state().resumable()));
        actions.add("run.delete", "Shortcut+Backspace", this::delete, none);
        actions.add("run.export", "", this::export, none);
        actions.add("run.import", "", this::bringIn, null);
        actions.add("runs.trash", "", this::openTrash, null);
        actions.add("runs.clean", "", this::clean, null);
        list.onKey(KeyCombination.valueOf("F2"), this::rename);
        list.onKey(KeyCombination.valueOf("Delete"), this::delete);
        ContextMenu menu = new ContextMenu();
        menu.getItems().addAll(actions.menu("run", OF_CHOSEN).getItems());
        list.menu(
                menu,
                button(actions, "run.resume.left"),
                button(actions, "run.leave.left"),
                button(actions, "run.discard.left"));
    }

    /** Asks how many runs may train at a time: at most as many as there are cores. */
    private void chooseAtATime() {
        List<String> choices = IntStream.rangeClosed(
                        1, Math.max(2, Runtime.getRuntime().availableProcessors()))
                .mapToObj(Integer::toString)
                .toList();
        dialogs.pick(texts.get("action.run.at.a.time"), choices, n -> texts.get("runs.at.a.time", n))
                .ifPresent(chosen -> train.parallelRuns(Integer.parseInt(chosen)));
    }

    private static Button button(Actions actions, String id) {
        Button button = ActionUtils.createButton(actions.get(id));
        button.setId(id.replace('.', '-'));
        return button;
    }

    private Optional<StoredRun> first() {
        return list.chosen().stream().findFirst();
    }

    /** Work on the store, after which the list is read again. */
    private interface Deed {
        String done() throws Exception;
    }

    private void work(Deed deed) {
        jobs.run(
                deed::done,
                words -> {
                    list.refresh();
                    if (!words.isEmpty()) {
                        say.accept(words);
                    }
                },
                problem -> {
                    list.refresh();
                    dialogs.error(problem);
                });
    }

    private void takeUp(List<StoredRun> runs) {
        List<StoredRun> resumable = runs.stream()
                .filter(r -> r.state().resumable())
                .sorted(Comparator.comparingDouble(StoredRun::place))
                .toList();
        train.takeUp(resumable);
    }

    /** Of the chosen runs those that train or stand still, in this program or another. */
    private void wish(RunRequest wish) {
        train.wish(
                list.chosen().stream()
                        .filter(r -> wish == RunRequest.STOP ? stoppable(r) : r.state() == RunState.RUNNING)
                        .toList(),
                wish);
    }

    private static boolean waits(StoredRun run) {
        return run.state() == RunState.QUEUED;
    }

    private static boolean stoppable(StoredRun run) {
        return run.state() == RunState.RUNNING || run.state() == RunState.PAUSED || waits(run);
    }

    private void discard(List<StoredRun> runs) {
        work(() -> {
            Jobs.each(runs, run -> {
                train.queue().cancel(run.id());
                store.requests().stop(run.id());
            });
            return "";
        });
    }

    private List<Long> waiting() throws DataException {
        return train.queue().waiting().stream().map(StoredRun::id).toList();
    }

    private void move(long run, long other, boolean behind) {
        work(() -> {
            List<Long> others = waiting().stream().filter(id -> id != run).toList();
            train.queue().move(run, Math.max(0, others.indexOf(other)) + (behind ? 1 : 0));
            return "";
        });
    }

    /** Moves the chosen run by one place in the queue. */
    private void step(int places) {
        first().ifPresent(run -> work(() -> {
            train.queue().move(run.id(), waiting().indexOf(run.id()) + places);
            return "";
        }));
    }

    private void copyCommand() {
        first().ifPresent(run -> jobs.run(() -> services.command(run.spec()), command -> {
            CopiedText.put(command);
            say.accept(texts.get("runs.copied"));
        }));
    }

    private void star() {
        List<StoredRun> runs = list.chosen();
        work(() -> {
            for (StoredRun run : runs) {
                StoredRun.Label old = run.label();
                store.label(run.id(), new StoredRun.Label(old.name(), old.notes(), old.tags(), !old.star()));
            }
            return "";
        });
    }

    private void rename() {
        first().ifPresent(run -> dialogs.answer(new LabelDialog(dialogs.owner(), texts, run))
                .ifPresent(label -> work(() -> {
                    store.label(run.id(), label);
                    return "";
                })));
    }

    private void delete() {
        List<StoredRun> runs = list.chosen().stream()
                .filter(r -> r.state() != RunState.RUNNING)
                .toList();
        if (!runs.isEmpty()) {
            List<StoredRun> gone = new CopyOnWriteArrayList<>();
            thrownAway.push(gone);
            thrownAwayAt = System.nanoTime();
            work(() -> {
                Jobs.each(runs, run -> {
                    store.trash().put(run.id());
                    train.queue().withdraw(run.id());
                    gone.add(run);
                });
                return texts.get("runs.deleted", runs.size());
            });
        }
    }

    /** Whether runs that can be taken back were thrown away since that time, by {@link System#nanoTime}. */
    public boolean thrownAwaySince(long time) {
        return !thrownAway.isEmpty() && thrownAwayAt - time > 0;
    }

    /** Takes back the runs that were thrown away last. */
    public void takeBack() {
        List<StoredRun> runs = thrownAway.isEmpty() ? List.of() : List.copyOf(thrownAway.pop());
        work(() -> {
            back(runs);
            return texts.get("runs.back", runs.size());
        });
    }

    /** Takes runs out of the trash; those that waited when they were thrown away wait again. */
    private void back(List<StoredRun> runs) throws DataException {
        Jobs.each(runs, run -> {
            store.trash().takeBack(run.id());
            if (waits(run)) {
                train.queue().add(run);
            }
        });
    }

    private void export() {
        Optional<String> kind = first().isEmpty()
                ? Optional.empty()
                : dialogs.pick(texts.get("action.run.export"), RunExport.KINDS, k -> texts.get("runexport." + k));
        if (masks.onProperty().get() && kind.filter(NAMING::contains).isPresent()) {
            say.accept(texts.get("present.not"));
            return;
        }
        List<StoredRun> runs = list.chosen();
        kind.ifPresent(k -> place(k, runs)
                .ifPresent(to -> work(() -> {
                    RunExport export = new RunExport(services, store, texts.locale());
                    for (StoredRun run : runs) {
                        export.write(k, run, runs.size() > 1 ? RunExport.among(k, run, to) : to);
                    }
                    return texts.get("export.done", to);
                })));
    }

    /** Where to: a file for one run, a folder for several or for what is a folder. */
    private Optional<Path> place(String kind, List<StoredRun> runs) {
        return runs.size() == 1 || RunExport.isFolder(kind)
                ? file(kind, runs.get(0))
                : picker.folder(texts.get("action.run.export"), Optional.empty());
    }

    private Optional<Path> file(String kind, StoredRun run) {
        String title = texts.get("action.run.export");
        return RunExport.isFolder(kind)
                ? picker.folder(title, Optional.empty()).map(folder -> folder.resolve(RunExport.name(kind, run)))
                : picker.save(title, RunExport.name(kind, run));
    }

    private void bringIn() {
        picker.file(texts.get("action.run.import"), Optional.<Path>empty())
                .ifPresent(file -> work(() -> texts.get("cli.runs.imported", RunArchive.read(store, file))));
    }

    /** Shows what was thrown away, in this session or an earlier one, and takes back what is chosen. */
    private void openTrash() {
        jobs.run(store.trash()::list, runs -> {
            if (runs.isEmpty()) {
                say.accept(texts.get("runs.trash.empty"));
                return;
            }
            Map<String, StoredRun> byTitle = new LinkedHashMap<>();
            runs.forEach(run -> byTitle.put(
                    run.title() + "  " + texts.get("algorithm." + run.spec().algorithm()) + "  "
                            + run.created().substring(0, 10),
                    run));
            List<String> wanted = dialogs.several(
                    texts.get("action.runs.trash"), texts.get("runs.trash.take"), List.copyOf(byTitle.keySet()));
            if (!wanted.isEmpty()) {
                work(() -> {
                    back(wanted.stream()
                            .map(words -> Objects.requireNonNull(byTitle.get(words)))
                            .toList());
                    return texts.get("runs.back", wanted.size());
                });
            }
        });
    }

    /** Says what would be set free, and asks. */
    private void clean() {
        jobs.run(store.trash()::cleanable, bytes -> {
            String question = texts.get("runs.clean", Numbers.grouped(Math.round(bytes / 1e6)));
            if (dialogs.confirmLasting(texts.get("action.runs.clean"), question, texts.get("runs.clean.yes"))) {
                work(this::cleanUp);
            }
        });
    }

    private String cleanUp() throws DataException {
        return texts.get(
                "cli.runs.freed", Numbers.grouped(Math.round(store.trash().clean() / 1e6)));
    }
}
