package dev.nara.ui.runs;

import dev.nara.run.RunState;
import dev.nara.store.RunStore;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import dev.nara.ui.train.LiveRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The runs of the workspace: those that wait for their turn in the order of the queue, then the others, newest first.
 * Choosing one shows it, choosing several compares them; those that wait are put into another order by dragging.
 */
public final class RunList extends VBox {
    private static final Map<RunState, String> SIGNS = Map.of(
            RunState.QUEUED, "…",
            RunState.RUNNING, "▶",
            RunState.PAUSED, "‖",
            RunState.FINISHED, "✓",
            RunState.CANCELLED, "■",
            RunState.FAILED, "✗",
            RunState.INTERRUPTED, "!");

    private static final LiveRun NOT_LIVE = new LiveRun(0, 0, "", "");

    private final RunStore store;
    private final Jobs jobs;
    private final Texts texts;
    private final ReadOnlyObjectProperty<Map<Long, LiveRun>> live;
    private final ListView<StoredRun> list = new ListView<>();
    private final VBox left = new VBox();
    private final Label leftText = new Label();
    private final FlowPane leftButtons = new FlowPane();
    private Move move = (run, other, behind) -> {};
    private Callable<List<Long>> waiting = List::of;
    /** The places of those that wait, from 1. */
    private Map<Long, Integer> places = Map.of();

    private Consumer<List<StoredRun>> chosen = runs -> {};
    private Consumer<List<StoredRun>> heard = runs -> {};
    private final Consumer<Throwable> failed;
    private boolean refreshing;
    private boolean reading;
    private boolean readAgain;
    private List<StoredRun> leftRuns = List.of();
    /** A run to be chosen as soon as it is listed, without being shown anew; 0 for none. */
    private long marked;
    /** Other programs work on them. */
    private Set<Long> elsewhere = Set.of();
    /** Left as they are for this session. */
    private final Set<Long> leftAlone = new HashSet<>();

    public RunList(
            RunStore store,
            Jobs jobs,
            Texts texts,
            ReadOnlyObjectProperty<Map<Long, LiveRun>> live,
            Consumer<Throwable> failed) {
        this.store = store;
        this.jobs = jobs;
        this.texts = texts;
        this.live = live;
        this.failed = failed;
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
        list.setCellFactory(view -> new RunCell());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<StoredRun>) change -> choose());
        texts.localeProperty().addListener((o, was, is) -> list.refresh());
        live.addListener((o, was, is) -> list.refresh());
        leftText.setWrapText(true);
        leftButtons.getStyleClass().add("left-runs-buttons");
        left.getStyleClass().add("left-runs");
        left.getChildren().addAll(leftText, leftButtons);
        left.managedProperty().bind(left.visibleProperty());
        left.setVisible(false);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, left, list);
    }

    /** Who shows what is chosen: one run or several. */
    public void onChoose(Consumer<List<StoredRun>> handler) {
        chosen = handler;
    }

    /** Who else shows all runs, whenever they have been read. */
    public void onRead(Consumer<List<StoredRun>> handler) {
        heard = handler;
    }

    /** Puts a waiting run before or behind another. */
    @FunctionalInterface
    interface Move {
        void move(long run, long other, boolean behind);
    }

    /** Who says, off the JavaFX thread, which runs wait, in their order. */
    void onOrder(Callable<List<Long>> order) {
        waiting = order;
    }

    /** Who gives a waiting run another place in the queue. */
    void onMove(Move handler) {
        move = handler;
    }

    /** What can be done with the chosen runs, and with those that an earlier session left. */
    void menu(ContextMenu menu, Button... forLeft) {
        list.setContextMenu(menu);
        leftButtons.getChildren().setAll(forLeft);
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

    /** The runs that an earlier session left unfinished and nobody works on. */
    List<StoredRun> left() {
        return leftRuns;
    }

    /** Asks no more about them until the next start. */
    void leave() {
        leftRuns.forEach(run -> leftAlone.add(run.id()));
        showLeft(List.of());
    }

    private boolean waitsHere(StoredRun run) {
        return places.containsKey(run.id());
    }

    /**
     * What was read of the store: all runs as they are shown, the places of those that wait, those left unfinished,
     * and those that other programs work on.
     */
    private record Read(List<StoredRun> runs, Map<Long, Integer> places, List<StoredRun> left, Set<Long> elsewhere) {}

    private Read readAll() throws Exception {
        Map<Long, Integer> order = new HashMap<>();
        for (long run : waiting.call()) {
            order.put(run, order.size() + 1);
        }
        List<StoredRun> all = store.list();
        List<StoredRun> runs = new ArrayList<>(all.stream()
                .filter(run -> order.containsKey(run.id()))
                .sorted(Comparator.comparing(run -> order.get(run.id())))
                .toList());
        Set<Long> elsewhere =
                all.stream().filter(store::elsewhere).map(StoredRun::id).collect(Collectors.toSet());
        Predicate<StoredRun> waitsElsewhere = run -> run.state() == RunState.QUEUED && elsewhere.contains(run.id());
        List<StoredRun> others =
                all.stream().filter(run -> !order.containsKey(run.id())).toList();
        others.stream()
                .filter(waitsElsewhere)
                .sorted(Comparator.comparingDouble(StoredRun::place))
                .forEach(runs::add);
        others.stream().filter(waitsElsewhere.negate()).forEach(runs::add);
        List<StoredRun> unfinished = all.stream()
                .filter(run -> run.state() == RunState.INTERRUPTED || !store.isOwn(run))
                .filter(store.resumption()::possible)
                .toList();
        return new Read(runs, order, unfinished, elsewhere);
    }

    /** Chooses these, as if it had been done in the list. */
    public void choose(List<Long> runs) {
        refreshing = true;
        select(Set.copyOf(runs));
        refreshing = false;
        choose();
    }

    /** Chooses the run in the list, for it is on screen already. */
    public void mark(long run) {
        marked = run;
        show(List.copyOf(list.getItems()));
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

    /** Reads the runs again, once for all that ask while it is being done; what was chosen stays so. */
    public void refresh() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        jobs.run(this::readAll, this::read, error -> {
            reading = false;
            readAgain = false;
            failed.accept(error);
        });
    }

    private void read(Read read) {
        reading = false;
        places = read.places();
        elsewhere = read.elsewhere();
        show(read.runs());
        showLeft(read.left().stream()
                .filter(run -> !leftAlone.contains(run.id()))
                .toList());
        heard.accept(read.runs());
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
        list.getItems().setAll(runs);
        select(kept);
        refreshing = false;
    }

    private void showLeft(List<StoredRun> runs) {
        leftRuns = runs;
        left.setVisible(!runs.isEmpty());
        leftText.setText(texts.get("runs.left", runs.size()));
    }

    private String figure(StoredRun run) {
        return run.best()
                .flatMap(best -> best.metrics().entrySet().stream()
                        .findFirst()
                        .map(m -> texts.get(
                                "runs.best",
                                m.getKey(),
                                run.words(m.getValue()),
                                best.epoch(),
                                run.spec().seed())))
                .orElse("");
    }

    private final class RunCell extends ListCell<StoredRun> {
        private final Label name = new Label();
        private final Label figure = new Label();
        private final Label detail = new Label();
        private final ProgressBar bar = new ProgressBar();
        private final VBox box = new VBox(name, figure, detail, bar);

        RunCell() {
            name.getStyleClass().add("cell-title");
            figure.getStyleClass().add("cell-figure");
            detail.getStyleClass().add("cell-detail");
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.managedProperty().bind(bar.visibleProperty());
            figure.managedProperty().bind(figure.visibleProperty());
            box.getStyleClass().add("run-cell");
            setPrefWidth(0);
            makeMovable();
        }

        @Override
        protected void updateItem(@Nullable StoredRun run, boolean empty) {
            super.updateItem(run, empty);
            if (empty || run == null) {
                setGraphic(null);
                return;
            }
            LiveRun known = live.get().get(run.id());
            boolean trains = known != null && (run.state() == RunState.RUNNING || run.state() == RunState.PAUSED);
            LiveRun now = known == null ? NOT_LIVE : known;
            name.setText((run.label().star() ? "★ " : "") + run.title() + "  "
                    + texts.get("algorithm." + run.spec().algorithm()));
            figure.setText(figure(run));
            figure.setVisible(run.best().isPresent());
            String words = now.wish().isEmpty() ? texts.get("state." + run.state()) : now.wish();
            String state = SIGNS.get(run.state()) + " " + words + "  ";
            String more = waitsHere(run)
                    ? texts.get("runs.place", places.getOrDefault(run.id(), 0))
                    : trains
                            ? texts.get("runs.live", now.epoch(), now.left())
                            : elsewhere.contains(run.id()) ? texts.get("runs.elsewhere") : when(run);
            detail.setText(state + more);
            bar.setVisible(trains);
            bar.setProgress(trains ? now.share() : 0);
            setGraphic(box);
        }

        private String when(StoredRun run) {
            ZonedDateTime added = Instant.parse(run.created()).atZone(ZoneId.systemDefault());
            boolean today = added.toLocalDate().equals(LocalDate.now(added.getZone()));
            return texts.get(
                    "runs.added", today ? added.toLocalTime().truncatedTo(ChronoUnit.MINUTES) : added.toLocalDate());
        }

        private void makeMovable() {
            setOnDragDetected(e -> {
                StoredRun run = getItem();
                if (run != null && waitsHere(run)) {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(Long.toString(run.id()));
                    startDragAndDrop(TransferMode.MOVE).setContent(content);
                    e.consume();
                }
            });
            addEventHandler(DragEvent.DRAG_OVER, e -> {
                StoredRun run = getItem();
                if (e.getGestureSource() instanceof RunCell && run != null && waitsHere(run)) {
                    e.acceptTransferModes(TransferMode.MOVE);
                    e.consume();
                }
            });
            addEventHandler(DragEvent.DRAG_DROPPED, e -> {
                StoredRun run = getItem();
                if (e.getGestureSource() instanceof RunCell && run != null) {
                    // Onto the lower half is behind it.
                    move.move(Long.parseLong(e.getDragboard().getString()), run.id(), e.getY() > getHeight() / 2);
                    e.setDropCompleted(true);
                    e.consume();
                }
            });
        }
    }
}
