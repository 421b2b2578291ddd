package dev.nara.ui.runs;

import dev.nara.analysis.RunFigures;
import dev.nara.run.RunState;
import dev.nara.store.StoredRun;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/** A run in the list: its name, its best figure, its state with how far it is; one that waits can be dragged to another place. */
final class RunCell extends ListCell<StoredRun> {
    private static final Map<RunState, String> SIGNS = Map.of(
            RunState.QUEUED, "…",
            RunState.RUNNING, "▶",
            RunState.PAUSED, "‖",
            RunState.FINISHED, "✓",
            RunState.CANCELLED, "■",
            RunState.FAILED, "✗",
            RunState.INTERRUPTED, "!");

    private static final PseudoClass OF_STUDY = PseudoClass.getPseudoClass("of-study");

    private final Texts texts;
    private final Supplier<Map<Long, LiveRun>> live;
    private static final String ARROW = "study-arrow";
    private static final String OPEN = "M0 2H9L4.5 8Z";
    private static final String FOLDED = "M2 0L8 4.5L2 9Z";

    private final Supplier<Listing> listing;
    private final Supplier<StudyFolds> rows;
    private final SVGPath arrow = new SVGPath();
    private final StackPane arrowPlace = new StackPane(arrow);
    private final Label name = new Label();
    private final Label figure = new Label();
    private final Label detail = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final VBox box = new VBox(new HBox(arrowPlace, name), figure, detail, bar);

    /** Puts a waiting run before or behind another. */
    @FunctionalInterface
    interface Move {
        void move(long run, long other, boolean behind);
    }

    /** {@code live} tells how far those are that train, {@code listing} which of them wait or train elsewhere. */
    RunCell(
            Texts texts,
            Supplier<Map<Long, LiveRun>> live,
            Supplier<Listing> listing,
            Supplier<StudyFolds> rows,
            Supplier<Move> move) {
        this.texts = texts;
        this.live = live;
        this.listing = listing;
        this.rows = rows;
        arrowPlace.getStyleClass().add(ARROW);
        arrowPlace.managedProperty().bind(arrowPlace.visibleProperty());
        arrowPlace.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(0);
        name.getStyleClass().add("cell-title");
        figure.getStyleClass().add("cell-figure");
        detail.getStyleClass().add("cell-detail");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.managedProperty().bind(bar.visibleProperty());
        figure.managedProperty().bind(figure.visibleProperty());
        box.getStyleClass().add("run-cell");
        setPrefWidth(0);
        makeMovable(move);
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
        LiveRun now = known == null ? LiveRun.NONE : known;
        StudyFolds.Head head = rows.get().heads().get(run.id());
        arrowPlace.setVisible(head != null);
        name.setText((run.label().star() ? "★ " : "") + run.title() + "  "
                + texts.get("algorithm." + run.spec().algorithm()));
        figure.setText(figure(run));
        figure.setVisible(run.best().isPresent() || run.fitOf().isPresent());
        String words = now.request().isEmpty() ? texts.get("state." + run.state()) : now.request();
        String where = trains ? texts.get("runs.live", now.epoch(), now.left()) : where(run);
        detail.setText((SIGNS.get(run.state()) + " " + words + "  " + where + "  "
                        + run.spec().dataName())
                .strip());
        if (head != null) {
            arrow.setContent(head.open() ? OPEN : FOLDED);
            name.setText(texts.get(
                    "runs.study",
                    head.study(),
                    texts.get("algorithm." + run.spec().algorithm())));
            detail.setText(
                    texts.get("runs.study.trials", head.trials(), run.spec().dataName()));
        }
        pseudoClassStateChanged(OF_STUDY, head == null && StudyFolds.study(run) > 0);
        bar.setVisible(trains);
        bar.setProgress(trains ? now.share() : 0);
        setGraphic(box);
    }

    /** Whether a node is the arrow of a study, or a part of it. */
    static boolean isArrow(Node node) {
        boolean own = node.getStyleClass().contains(ARROW);
        return own
                || (node.getParent() != null && node.getParent().getStyleClass().contains(ARROW));
    }

    /** Of its best epoch; a fit has that of its run. */
    private String figure(StoredRun run) {
        return run.fitOf().map(of -> texts.of(of.shortly())).orElseGet(() -> best(run));
    }

    private String best(StoredRun run) {
        return RunFigures.known(run)
                .map(known -> texts.get(
                        "runs.best",
                        known.metric(),
                        run.words(known.figure()),
                        known.epoch(),
                        run.spec().seed(),
                        known.part()))
                .orElse("");
    }

    /** Its place in the queue, that another program has it, or when it was added. */
    private String where(StoredRun run) {
        if (listing.get().waits(run)) {
            return texts.get("runs.place", listing.get().places().getOrDefault(run.id(), 0));
        }
        return listing.get().elsewhere().contains(run.id()) ? texts.get("runs.elsewhere") : added(run);
    }

    private String added(StoredRun run) {
        ZonedDateTime added = Instant.parse(run.created()).atZone(ZoneId.systemDefault());
        boolean today = added.toLocalDate().equals(LocalDate.now(added.getZone()));
        return texts.get(
                "runs.added", today ? added.toLocalTime().truncatedTo(ChronoUnit.MINUTES) : added.toLocalDate());
    }

    private void makeMovable(Supplier<Move> move) {
        setOnDragDetected(e -> {
            StoredRun run = getItem();
            if (run != null && listing.get().waits(run)) {
                ClipboardContent content = new ClipboardContent();
                content.putString(Long.toString(run.id()));
                startDragAndDrop(TransferMode.MOVE).setContent(content);
                e.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_OVER, e -> {
            StoredRun run = getItem();
            if (e.getGestureSource() instanceof RunCell
                    && run != null
                    && listing.get().waits(run)) {
                e.acceptTransferModes(TransferMode.MOVE);
                e.consume();
            }
        });
        addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            StoredRun run = getItem();
            if (e.getGestureSource() instanceof RunCell && run != null) {
                // Onto the lower half is behind it.
                move.get().move(Long.parseLong(e.getDragboard().getString()), run.id(), e.getY() > getHeight() / 2);
                e.setDropCompleted(true);
                e.consume();
            }
        });
    }
}
