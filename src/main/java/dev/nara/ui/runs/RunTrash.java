package dev.nara.ui.runs;

import dev.nara.analysis.RunNames;
import dev.nara.data.DataException;
import dev.nara.run.RunState;
import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.store.entry.StoredStudy;
import dev.nara.store.queue.RunQueue;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Actions;
import dev.nara.ui.common.Frame;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;

/** Moves runs to the trash, restores them, and frees disk space for good. */
public final class RunTrash {
    private final RunStore store;
    private final Algorithms algorithms;
    private final RunQueue queue;
    private final RunList list;
    private final Frame frame;
    private final Texts texts;
    private final StoreWork work;
    /** What was deleted, the latest first. */
    private final Deque<Gone> thrownAway = new ArrayDeque<>();

    private long thrownAwayAt;

    /** Runs and studies that were deleted by one action. */
    private record Gone(List<StoredRun> runs, List<Long> damaged, List<Long> studies) {
        Gone() {
            this(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        }
    }

    public RunTrash(RunStore store, Algorithms algorithms, RunQueue queue, RunList list, Frame frame) {
        this.store = store;
        this.algorithms = algorithms;
        this.queue = queue;
        this.list = list;
        this.frame = frame;
        this.texts = frame.texts();
        this.work = new StoreWork(list, frame);
    }

    /** Adds the actions to the window's list. */
    void addTo(Actions actions) {
        actions.add("run.delete", "Shortcut+Backspace", this::throwAway, list.none(run -> true), "off.no.run");
        actions.add("runs.trash", "", this::open);
        actions.add("runs.clean", "", this::clean);
        list.onKey(KeyCombination.valueOf("Delete"), this::throwAway);
    }

    /** Deletes the selected rows; the row of a study stands for the study with all its runs. */
    private void throwAway() {
        List<Long> studies = list.chosenRows().stream()
                .flatMap(row -> row instanceof RailRow.Study study ? Stream.of(study.study()) : Stream.empty())
                .toList();
        List<Long> damaged = list.chosenRows().stream()
                .flatMap(row ->
                        row instanceof RailRow.Damaged one ? Stream.of(one.run().id()) : Stream.empty())
                .toList();
        List<StoredRun> runs = list.chosenRows().stream()
                .filter(row -> !(row instanceof RailRow.Study))
                .flatMap(row -> row.runs().stream())
                .filter(r -> r.state() != RunState.RUNNING && !studies.contains(RailRows.study(r)))
                .distinct()
                .toList();
        if (!runs.isEmpty() || !damaged.isEmpty() || !studies.isEmpty()) {
            Gone gone = new Gone();
            thrownAway.push(gone);
            thrownAwayAt = System.nanoTime();
            work.run(
                    () -> {
                        Jobs.each(studies, study -> {
                            store.studies().put(study);
                            gone.studies.add(study);
                        });
                        Jobs.each(damaged, run -> {
                            store.trash().put(run);
                            gone.damaged.add(run);
                        });
                        Jobs.each(runs, run -> {
                            store.trash().put(run.id());
                            queue.withdraw(run.id());
                            gone.runs.add(run);
                        });
                        return studies.isEmpty()
                                ? texts.get("runs.deleted", runs.size() + damaged.size())
                                : texts.get("runs.deleted.studies", runs.size(), studies.size());
                    },
                    words -> frame.notices().undoable(words, () -> takeBack(gone)));
        }
    }

    /** Whether runs that can be restored were deleted after that time of {@link System#nanoTime}. */
    public boolean usedSince(long time) {
        return !thrownAway.isEmpty() && thrownAwayAt - time > 0;
    }

    /** Restores what was deleted last. */
    public void takeBack() {
        if (thrownAway.isEmpty()) {
            frame.say().accept(texts.get("runs.back", 0));
        } else {
            takeBack(thrownAway.peek());
        }
    }

    /** Does nothing if it was restored before. */
    private void takeBack(Gone gone) {
        if (!thrownAway.remove(gone)) {
            return;
        }
        work.run(() -> back(gone));
    }

    private String back(Gone gone) throws DataException {
        Jobs.each(gone.studies, store.studies()::takeBack);
        Jobs.each(gone.damaged, store.trash()::takeBack);
        takeBack(gone.runs);
        return gone.studies.isEmpty()
                ? texts.get("runs.back", gone.runs.size() + gone.damaged.size())
                : texts.get("runs.back.studies", gone.runs.size(), gone.studies.size());
    }

    /** Restores runs from the trash; those that were queued when they were deleted are queued again. */
    private void takeBack(List<StoredRun> runs) throws DataException {
        Jobs.each(runs, run -> {
            store.trash().takeBack(run.id());
            if (run.state() == RunState.QUEUED) {
                queue.add(run);
            }
        });
    }

    /** Shows the trash, including that of earlier sessions, and restores the user's selection. */
    private void open() {
        frame.jobs()
                .run(
                        () -> new Trashed(
                                store.trash().list(),
                                store.studies().trashed().stream()
                                        .map(StoredStudy::id)
                                        .collect(Collectors.toSet())),
                        this::choose);
    }

    private void choose(Trashed trashed) {
        if (trashed.runs().isEmpty()) {
            frame.say().accept(texts.get("runs.trash.empty"));
            return;
        }
        Map<String, List<StoredRun>> rows = trashed.rows(RunNames.of(algorithms, trashed.runs()), texts);
        List<String> titles = frame.dialogs()
                .several(texts.get("runs.trash.title"), texts.get("runs.trash.take"), List.copyOf(rows.keySet()));
        if (!titles.isEmpty()) {
            List<List<StoredRun>> chosen =
                    titles.stream().map(rows::get).map(Objects::requireNonNull).toList();
            Gone gone = new Gone();
            for (List<StoredRun> row : chosen) {
                long study = trashed.study(row.get(0));
                if (study > 0) {
                    gone.studies.add(study);
                } else {
                    gone.runs.addAll(row);
                }
            }
            work.run(() -> back(gone));
        }
    }

    /** Shows how much space can be freed, and asks for confirmation. */
    private void clean() {
        frame.jobs().run(store.trash()::cleanable, bytes -> {
            String question = texts.get("runs.clean", megabytes(bytes));
            if (frame.dialogs().confirmLasting(texts.get("runs.clean.title"), question, texts.get("runs.clean.yes"))) {
                work.run(() ->
                        texts.get("cli.runs.freed", megabytes(store.trash().clean())));
            }
        });
    }

    private static String megabytes(long bytes) {
        return Numbers.grouped(Math.round(bytes / 1e6));
    }
}
