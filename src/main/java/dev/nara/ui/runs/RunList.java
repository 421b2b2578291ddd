package dev.nara.ui.runs;

import dev.nara.spec.Algorithms;
import dev.nara.store.RunStore;
import dev.nara.store.entry.StoredRun;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The rail: the runs of the workspace, one row each, see {@link RailRows}. Selecting one shows it, selecting several compares them;
 * selected and ticked runs are on the charts. Queued runs can be reordered by dragging.
 */
public final class RunList extends VBox {
    /** Figures change with every epoch; the runs are read again at most this often. */
    private static final Duration BETWEEN = Duration.seconds(1);

    private static final double ROW = 26;

    private final RailState state;
    private final RailReading reading;
    private final RailHead head;
    private final ListView<RailRow> list = new ListView<>();
    private final RailEmpty empty;
    private final Label foot = new Label();
    private final LeftRuns left;
    private final RailContent content;
    private final RailSelection selection;
    private final ObservableList<Long> onChart;
    private final CollapsedRail collapsed;
    private final List<RunRailCell> cells = new ArrayList<>();
    private final PauseTransition soon = new PauseTransition(BETWEEN);
    private RunRailCell.Move move = (run, other, behind) -> {};
    private Consumer<List<StoredRun>> chosen = runs -> {};
    private Consumer<List<StoredRun>> read = runs -> {};
    private LongConsumer study = id -> {};

    /** A run to be selected as soon as it is listed, without showing it again; 0 for none. */
    private long marked;

    public RunList(
            RunStore store,
            Algorithms algorithms,
            Session session,
            Jobs jobs,
            Texts texts,
            ReadOnlyObjectProperty<Map<Long, LiveRun>> live) {
        state = new RailState(texts, session.charted(), live);
        reading = new RailReading(store, algorithms, jobs);
        onChart = session.charted().runs();
        left = new LeftRuns(texts);
        head = new RailHead(texts, onChart, this::enter);
        content = new RailContent(state, session, algorithms, head);
        selection = new RailSelection(list, this::choose);
        empty = new RailEmpty(texts, session.openedProperty(), this::refresh, () -> head.searchProperty()
                .set(""));
        collapsed = new CollapsedRail(state, this::chosen, run -> choose(List.of(run)));
        getStyleClass().add("rail");
        build(texts);
        follow(live);
        empty.reading();
    }

    private void build(Texts texts) {
        foot.setId("runs-protocol");
        foot.getStyleClass().addAll("caption", "runs-foot");
        foot.setMaxWidth(Double.MAX_VALUE);
        foot.setMinWidth(0);
        foot.setWrapText(true);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        Tips.on(foot, foot.textProperty());
        list.setId("runs");
        list.setFixedCellSize(ROW);
        list.accessibleTextProperty().bind(texts.binding("runs.title"));
        list.setPlaceholder(empty);
        list.setCellFactory(view -> {
            RunRailCell cell = new RunRailCell(state, () -> move);
            cells.add(cell);
            return cell;
        });
        new RailKeys(list, this::toggle, this::tick, id -> study.accept(id));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(left, new Insets(2, 8, 6, 8));
        getChildren().addAll(head, left, list, foot);
    }

    private void follow(ReadOnlyObjectProperty<Map<Long, LiveRun>> live) {
        state.texts().localeProperty().addListener((o, was, is) -> show());
        head.searchProperty().addListener((o, was, is) -> show());
        head.sortProperty().addListener((o, was, is) -> show());
        content.openedProperty().addListener((o, was, is) -> show());
        onChart.addListener((ListChangeListener<Long>) change -> redraw());
        // When the rail appears again, its search field must not keep the focus.
        PauseTransition shown = new PauseTransition(Duration.ONE);
        shown.setOnFinished(e -> leaveSearch());
        sceneProperty().addListener((o, was, is) -> shown.playFromStart());
        soon.setOnFinished(e -> refresh());
        live.addListener((o, was, is) -> {
            Set<Long> some = new HashSet<>(was.keySet());
            some.addAll(is.keySet());
            cells.forEach(cell -> cell.redraw(some));
            boolean further = is.entrySet().stream()
                    .anyMatch(
                            run -> was.getOrDefault(run.getKey(), LiveRun.NONE).epoch()
                                    != run.getValue().epoch());
            if (further && soon.getStatus() != PauseTransition.Status.RUNNING) {
                soon.playFromStart();
            }
        });
    }

    private void redraw() {
        cells.forEach(RunRailCell::redraw);
        collapsed.show();
    }

    /** The search text and the sort order, to be stored between sessions. */
    public Map<String, String> kept() {
        return Map.of(
                "runs.search",
                head.searchProperty().get(),
                "runs.sort",
                head.sortProperty().get().name());
    }

    /** Restores the search text and the sort order; unknown values are ignored. */
    public void keep(Map<String, String> views) {
        head.searchProperty().set(views.getOrDefault("runs.search", ""));
        Stream.of(RailView.Sort.values())
                .filter(sort -> sort.name().equals(views.get("runs.sort")))
                .forEach(head.sortProperty()::set);
    }

    /** {@code handler} shows the selected runs, one or several. */
    public void onChoose(Consumer<List<StoredRun>> handler) {
        chosen = handler;
    }

    /** {@code handler} gets all runs after each reading. */
    public void onRead(Consumer<List<StoredRun>> handler) {
        read = handler;
    }

    /** {@code handler} shows a study, given its number. */
    public void onStudy(LongConsumer handler) {
        study = handler;
    }

    /** {@code order} returns, off the JavaFX thread, the numbers of the queued runs in their order. */
    void onOrder(Callable<List<Long>> order) {
        reading.onOrder(order);
    }

    /** {@code handler} moves a queued run to another position. */
    void onMove(RunRailCell.Move handler) {
        move = handler;
    }

    /** Sets the actions on the selected runs, and the buttons for runs that an earlier session left unfinished. */
    void menu(ContextMenu menu, Button... forLeft) {
        list.setContextMenu(menu);
        left.answers(forLeft);
    }

    /** What is offered while there are no runs: to open data, or to train on what is open. */
    void steps(Runnable open, Runnable train) {
        empty.steps(open, train);
    }

    /** Runs an action on a key that the list would otherwise consume. */
    void onKey(KeyCombination key, Runnable action) {
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (key.match(e)) {
                action.run();
                e.consume();
            }
        });
    }

    /** The rail as dots, for a workspace that needs the width; {@code back} expands the rail again. */
    public Region collapsed(Runnable back) {
        collapsed.onBack(back);
        return collapsed;
    }

    private void enter() {
        selection.enter();
    }

    /** Moves the focus to the search field. */
    void search() {
        head.search();
    }

    /** Whether none of the selected runs satisfies the condition. */
    BooleanBinding none(Predicate<StoredRun> condition) {
        return Bindings.createBooleanBinding(
                () -> chosen().stream().noneMatch(condition),
                list.getSelectionModel().getSelectedItems(),
                list.getItems());
    }

    /** The selected runs, in the order of the list. */
    List<StoredRun> chosen() {
        return selection.runs();
    }

    /** All runs, folded or not: queued runs in their order, then newest first. */
    public List<StoredRun> runs() {
        return state.read().listing().runs();
    }

    /** The selected rows. */
    List<RailRow> chosenRows() {
        return selection.rows();
    }

    /** The bar about runs that an earlier session left unfinished. */
    LeftRuns left() {
        return left;
    }

    /** Selects these runs as if the user had done so; a search that hides them is cleared. */
    public void choose(List<Long> runs) {
        Set<String> keys = runs.stream().map(RailRow.Run::key).collect(Collectors.toSet());
        if (content.hides(keys)) {
            head.searchProperty().set("");
        }
        selection.put(content.rows(keys), keys);
        choose();
    }

    /** Selects a run that is already on screen, without showing it again. */
    public void mark(long run) {
        marked = run;
        show();
    }

    private void toggle(String key) {
        content.toggle(key);
        show();
    }

    /** Ticks the selected runs, or takes them off the charts if all of them are ticked. */
    private void tick() {
        List<StoredRun> runs = chosen();
        boolean on = !runs.stream().allMatch(run -> state.charted().ticked(run.id()));
        runs.forEach(run -> state.charted().tick(run.id(), on));
        redraw();
    }

    private void choose() {
        if (!chosen().isEmpty()) {
            marked = 0;
            state.charted().choose(chosen());
            redraw();
            chosen.accept(chosen());
        }
    }

    /** Reads the runs again; requests during a reading are combined into one. The selection is kept. */
    public void refresh() {
        reading.read(
                this::show,
                curves -> {
                    state.curves(curves);
                    redraw();
                },
                error -> {
                    empty.failed(error);
                    selection.put(List.of(), Set.of());
                });
    }

    /** If nothing else has the focus, JavaFX gives it to the first field of the window, the search field. */
    private void leaveSearch() {
        Scene scene = list.getScene();
        if (scene != null && (scene.getFocusOwner() == null || head.focused())) {
            list.requestFocus();
        }
    }

    private void show(RailState.Read now) {
        if (!state.wasRead()) {
            leaveSearch();
        }
        state.read(now);
        List<StoredRun> all = now.listing().runs();
        state.charted().listed(all);
        empty.read(all.isEmpty(), head.searchProperty().get());
        show();
        left.show(now.unfinished());
        read.accept(all);
    }

    private void show() {
        Set<String> kept = chosenRows().stream().map(RailRow::key).collect(Collectors.toSet());
        List<StoredRun> all = state.read().listing().runs();
        List<StoredRun> now = all.stream().filter(run -> run.id() == marked).toList();
        if (!now.isEmpty()) {
            kept = Set.of(RailRow.Run.key(marked));
            state.charted().choose(now);
            marked = 0;
        }
        if (state.wasRead()) {
            empty.read(all.isEmpty(), head.searchProperty().get());
        }
        state.usual(content.usual());
        foot.setText(new RailWords(state).foot(all));
        selection.put(content.rows(kept), kept);
        redraw();
    }
}
