package dev.nara.ui.runs;

import dev.nara.run.RunState;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The runs of the workspace, see {@link Listing}. Choosing one shows it, choosing several compares them; those that wait are
 * put into another order by dragging.
 */
public final class RunList extends VBox {
    private final RunStore store;
    private final Latest reading;
    private final ListView<StoredRun> list = new ListView<>();
    private final LeftRuns left;
    private RunCell.Move move = (run, other, behind) -> {};
    private Callable<List<Long>> waiting = List::of;
    private Consumer<List<StoredRun>> chosen = runs -> {};
    private Consumer<List<StoredRun>> read = runs -> {};
    private final Consumer<Throwable> failed;
    private LongConsumer study = id -> {};
    private Listing listing = Listing.EMPTY;
    private StudyFolds rows = StudyFolds.EMPTY;
    /** The studies whose runs are listed one by one. */
    private final Set<Long> unfolded = new HashSet<>();

    private boolean refreshing;
    /** The runs have changed while they were read. */
    private boolean readAgain;
    /** A run to be chosen as soon as it is listed, without being shown anew; 0 for none. */
    private long marked;

    public RunList(
            RunStore store,
            Jobs jobs,
            Texts texts,
            ReadOnlyObjectProperty<Map<Long, LiveRun>> live,
            Consumer<Throwable> failed) {
        this.store = store;
        this.reading = new Latest(jobs);
        this.failed = failed;
        this.left = new LeftRuns(texts);
        getStyleClass().add("run-list");
        Label title = new Label();
        title.textProperty().bind(texts.binding("runs.title"));
        title.getStyleClass().add("section-title");
        Label empty = new Label();
        empty.textProperty().bind(texts.binding("runs.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().add("empty-text");
        list.setId("runs");
        list.accessibleTextProperty().bind(texts.binding("runs.title"));
        list.setPlaceholder(empty);
        list.setCellFactory(view -> new RunCell(texts, live::get, () -> listing, () -> rows, () -> move));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::fold);
        list.setOnMouseClicked(this::open);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<StoredRun>) change -> choose());
        texts.localeProperty().addListener((o, was, is) -> list.refresh());
        live.addListener((o, was, is) -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, left, list);
    }

    /** {@code handler} shows what is chosen: one run or several. */
    public void onChoose(Consumer<List<StoredRun>> handler) {
        chosen = handler;
    }

    /** {@code handler} gets all runs, whenever they have been read. */
    public void onRead(Consumer<List<StoredRun>> handler) {
        read = handler;
    }

    /** {@code handler} shows a study, by its number. */
    public void onStudy(LongConsumer handler) {
        study = handler;
    }

    private Optional<StudyFolds.Head> head() {
        StoredRun focused = list.getFocusModel().getFocusedItem();
        return focused == null
                ? Optional.empty()
                : Optional.ofNullable(rows.heads().get(focused.id()));
    }

    /** The right arrow unfolds a study, the left one folds it, Enter shows it. */
    private void fold(KeyEvent event) {
        head().ifPresent(head -> {
            boolean right = event.getCode() == KeyCode.RIGHT;
            if (event.getCode() == KeyCode.ENTER) {
                study.accept(head.study());
                event.consume();
            } else if (head.open() ? event.getCode() == KeyCode.LEFT : right) {
                fold(head);
                event.consume();
            }
        });
    }

    private void fold(StudyFolds.Head head) {
        if (!unfolded.remove(head.study())) {
            unfolded.add(head.study());
        }
        show(listing.runs());
    }

    /** A click on the arrow of a study unfolds it, a double click on its row shows it. */
    private void open(MouseEvent event) {
        Node hit = event.getPickResult().getIntersectedNode();
        boolean arrow = hit != null && RunCell.isArrow(hit);
        head().ifPresent(head -> {
            if (arrow) {
                fold(head);
            } else if (event.getClickCount() == 2) {
                study.accept(head.study());
            }
        });
    }

    /** {@code order} says, off the JavaFX thread, which runs wait, in their order. */
    void onOrder(Callable<List<Long>> order) {
        waiting = order;
    }

    /** {@code handler} gives a waiting run another place in the queue. */
    void onMove(RunCell.Move handler) {
        move = handler;
    }

    /** What can be done with the chosen runs, and with those that an earlier session left. */
    void menu(ContextMenu menu, Button... forLeft) {
        list.setContextMenu(menu);
        left.answers(forLeft);
    }

    /** Does something with the chosen runs at a key that the list would keep for itself. */
    void onKey(KeyCombination key, Runnable action) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (key.match(e)) {
                action.run();
                e.consume();
            }
        });
    }

    /** Whether none of the chosen runs is such. */
    BooleanBinding none(Predicate<StoredRun> such) {
        return Bindings.createBooleanBinding(
                () -> chosen().stream().noneMatch(such),
                list.getSelectionModel().getSelectedItems(),
                list.getItems());
    }

    /** The chosen runs, in the order of the list. */
    List<StoredRun> chosen() {
        // While the list changes there may be holes.
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Those that an earlier session left unfinished. */
    LeftRuns left() {
        return left;
    }

    /** What was read of the store, and which runs are left unfinished that no program works on. */
    private record Read(Listing listing, List<StoredRun> unfinished) {}

    private Read readAll() throws Exception {
        List<Long> order = waiting.call();
        List<StoredRun> all = store.list();
        List<StoredRun> unfinished = all.stream()
                .filter(run -> run.state() == RunState.INTERRUPTED || !store.isOwn(run))
                .filter(run -> run.study().isEmpty())
                .filter(store.resumption()::possible)
                .toList();
        return new Read(Listing.of(all, order, store::elsewhere), unfinished);
    }

    /** Chooses these, as if it had been done in the list. */
    public void choose(List<Long> runs) {
        refreshing = true;
        // What is chosen is seen.
        boolean hidden = listing.runs().stream()
                        .filter(run -> runs.contains(run.id()) && !rows.shown().contains(run))
                        .map(StudyFolds::study)
                        .filter(unfolded::add)
                        .count()
                > 0;
        if (hidden) {
            show(listing.runs());
            refreshing = true;
        }
        select(Set.copyOf(runs));
        refreshing = false;
        choose();
    }

    /** Chooses the run in the list, for it is on screen already. */
    public void mark(long run) {
        marked = run;
        show(listing.runs());
    }

    private void select(Set<Long> runs) {
        int[] at = IntStream.range(0, list.getItems().size())
                .filter(i -> runs.contains(list.getItems().get(i).id()))
                .toArray();
        list.getSelectionModel().clearSelection();
        if (at.length > 0) {
            list.getSelectionModel().selectIndices(at[0], at);
        }
    }

    private void choose() {
        if (!refreshing && !chosen().isEmpty()) {
            marked = 0;
            chosen.accept(chosen());
        }
    }

    /** Reads the runs again, once for all that ask for it meanwhile; what was chosen stays so. */
    public void refresh() {
        if (reading.underWay()) {
            readAgain = true;
            return;
        }
        reading.run(this::readAll, this::show, error -> {
            readAgain = false;
            failed.accept(error);
        });
    }

    private void show(Read now) {
        listing = now.listing;
        show(listing.runs());
        left.show(now.unfinished);
        read.accept(listing.runs());
        if (readAgain) {
            readAgain = false;
            refresh();
        }
    }

    private void show(List<StoredRun> runs) {
        Set<Long> kept = chosen().stream().map(StoredRun::id).collect(Collectors.toSet());
        if (runs.stream().anyMatch(run -> run.id() == marked)) {
            kept = Set.of(marked);
            marked = 0;
        }
        refreshing = true;
        rows = StudyFolds.of(runs, unfolded);
        list.getItems().setAll(rows.shown());
        select(kept);
        refreshing = false;
    }
}
