package dev.nara.ui.shell;

import dev.nara.run.RunState;
import dev.nara.run.RunStore;
import dev.nara.run.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Texts;
import dev.nara.ui.train.LiveRun;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The runs of the workspace, newest first. Choosing one shows it, choosing several compares them; those that wait are put
 * into another order by dragging.
 */
final class RunList extends VBox {
    private static final Map<RunState, String> SIGNS = Map.of(
            RunState.QUEUED, "…",
            RunState.RUNNING, "▶",
            RunState.PAUSED, "‖",
            RunState.FINISHED, "✓",
            RunState.CANCELLED, "■",
            RunState.FAILED, "✗",
            RunState.INTERRUPTED, "!");

    private final RunStore store;
    private final Jobs jobs;
    private final Texts texts;
    private final ReadOnlyObjectProperty<LiveRun> live;
    private final ListView<StoredRun> list = new ListView<>();
    private final VBox left = new VBox();
    private final Label leftText = new Label();
    private final FlowPane leftButtons = new FlowPane();
    private BiConsumer<Long, Long> move = (run, before) -> {};
    private Consumer<List<StoredRun>> chosen = runs -> {};
    private Consumer<List<StoredRun>> heard = runs -> {};
    private final Consumer<Throwable> failed;
    private final String here = RunStore.thisProcess();
    private boolean refreshing;
    private boolean reading;
    private boolean readAgain;

    RunList(RunStore store, Jobs jobs, Texts texts, ReadOnlyObjectProperty<LiveRun> live, Consumer<Throwable> failed) {
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
    void onChoose(Consumer<List<StoredRun>> handler) {
        chosen = handler;
    }

    /** Who else shows all runs, whenever they have been read. */
    void onRead(Consumer<List<StoredRun>> handler) {
        heard = handler;
    }

    /** Who puts a waiting run before another. */
    void onMove(BiConsumer<Long, Long> handler) {
        move = handler;
    }

    /** What can be done with the chosen runs, and with those that an earlier session left. */
    void menu(ContextMenu menu, Button... forLeft) {
        list.setContextMenu(menu);
        leftButtons.getChildren().setAll(forLeft);
    }

    /** The chosen runs, in the order of the list. */
    List<StoredRun> chosen() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    /** The runs that an earlier session left unfinished. */
    List<StoredRun> left() {
        return list.getItems().stream()
                .filter(r -> r.state() == RunState.INTERRUPTED
                        || (r.state().resumable() && !r.process().equals(here)))
                .toList();
    }

    private void choose() {
        if (!refreshing && !chosen().isEmpty()) {
            chosen.accept(chosen());
        }
    }

    /** Reads the runs again, once for all that ask while it is being done; what was chosen stays so. */
    void refresh() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        jobs.run(store::list, this::read, error -> {
            reading = false;
            readAgain = false;
            failed.accept(error);
        });
    }

    private void read(List<StoredRun> runs) {
        reading = false;
        show(runs);
        heard.accept(runs);
        if (readAgain) {
            readAgain = false;
            refresh();
        }
    }

    private void show(List<StoredRun> runs) {
        List<Long> kept = chosen().stream().map(StoredRun::id).toList();
        refreshing = true;
        list.getItems().setAll(runs);
        for (int i = 0; i < runs.size(); i++) {
            if (kept.contains(runs.get(i).id())) {
                list.getSelectionModel().select(i);
            }
        }
        refreshing = false;
        int count = left().size();
        left.setVisible(count > 0);
        leftText.setText(texts.get("runs.left", count));
    }

    private String figure(StoredRun run) {
        return run.best()
                .flatMap(best -> best.metrics().entrySet().stream()
                        .findFirst()
                        .map(m -> texts.get("runs.best", m.getKey(), Numbers.figure(m.getValue()), best.epoch())))
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
            LiveRun now = live.get();
            boolean trains =
                    now.run() == run.id() && (run.state() == RunState.RUNNING || run.state() == RunState.PAUSED);
            name.setText((run.label().star() ? "★ " : "") + run.title() + "  "
                    + texts.get("algorithm." + run.spec().algorithm()));
            figure.setText(figure(run));
            figure.setVisible(run.best().isPresent());
            detail.setText(SIGNS.get(run.state()) + " " + texts.get("state." + run.state()) + "  "
                    + (trains ? texts.get("runs.live", now.epoch(), now.left()) : when(run)));
            bar.setVisible(trains);
            bar.setProgress(trains ? now.share() : 0);
            setGraphic(box);
        }

        private String when(StoredRun run) {
            return run.created().substring(0, 16).replace('T', ' ');
        }

        private void makeMovable() {
            setOnDragDetected(e -> {
                StoredRun run = getItem();
                if (run != null && run.state() == RunState.QUEUED) {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(Long.toString(run.id()));
                    startDragAndDrop(TransferMode.MOVE).setContent(content);
                    e.consume();
                }
            });
            addEventHandler(DragEvent.DRAG_OVER, e -> {
                StoredRun run = getItem();
                if (e.getGestureSource() instanceof RunCell && run != null && run.state() == RunState.QUEUED) {
                    e.acceptTransferModes(TransferMode.MOVE);
                    e.consume();
                }
            });
            addEventHandler(DragEvent.DRAG_DROPPED, e -> {
                StoredRun run = getItem();
                if (e.getGestureSource() instanceof RunCell && run != null) {
                    move.accept(Long.parseLong(e.getDragboard().getString()), run.id());
                    e.setDropCompleted(true);
                    e.consume();
                }
            });
        }
    }
}
