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
 * The rail: the runs of the workspace, a line each, see {@link RailRows}. Choosing one shows it, choosing several compares them;
 * what is chosen, and what is ticked, is on the charts. Those that wait are put into another order by dragging.
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

    /** A run to be chosen as soon as it is listed, without being shown anew; 0 for none. */
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
        empty = new RailEmpty(texts, this::refresh, () -> head.searchProperty().set(""));
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
        // Whoever comes back from a workspace without the rail does not type into its search.
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

    /** What is sought in the list and how it is sorted, for another day. */
    public Map<String, String> kept() {
        return Map.of(
                "runs.search",
                head.searchProperty().get(),
                "runs.sort",
                head.sortProperty().get().name());
    }

    /** Seeks and sorts as on another day; what it does not know is left. */
    public void keep(Map<String, String> views) {
        head.searchProperty().set(views.getOrDefault("runs.search", ""));
        Stream.of(RailView.Sort.values())
                .filter(sort -> sort.name().equals(views.get("runs.sort")))
                .forEach(head.sortProperty()::set);
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

    /** {@code order} says, off the JavaFX thread, which runs wait, in their order. */
    void onOrder(Callable<List<Long>> order) {
        reading.onOrder(order);
    }

    /** {@code handler} gives a waiting run another place in the queue. */
    void onMove(RunRailCell.Move handler) {
        move = handler;
    }

    /** What can be done with the chosen runs, and with those that an earlier session left. */
    void menu(ContextMenu menu, Button... forLeft) {
        list.setContextMenu(menu);
        left.answers(forLeft);
    }

    /** {@code handler} trains on the open data, where there are no runs yet. */
    void onTrain(Runnable handler) {
        empty.onTrain(handler);
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

    /** The same as dots, for a workspace that needs the width; {@code back} brings the rail back. */
    public Region collapsed(Runnable back) {
        collapsed.onBack(back);
        return collapsed;
    }

    private void enter() {
        selection.enter();
    }

    /** Lets people type what they look for. */
    void search() {
        head.search();
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
        return selection.runs();
    }

    /** All runs, folded or not: those that wait in their order, then newest first. */
    public List<StoredRun> runs() {
        return state.read().listing().runs();
    }

    /** The chosen rows. */
    List<RailRow> chosenRows() {
        return selection.rows();
    }

    /** Those that an earlier session left unfinished. */
    LeftRuns left() {
        return left;
    }

    /** Chooses these, as if it had been done in the list; what is chosen is seen. */
    public void choose(List<Long> runs) {
        Set<String> keys = runs.stream().map(RailRow.Run::key).collect(Collectors.toSet());
        if (content.hides(keys)) {
            head.searchProperty().set("");
        }
        selection.put(content.rows(keys), keys);
        choose();
    }

    /** Chooses the run in the list, for it is on screen already. */
    public void mark(long run) {
        marked = run;
        show();
    }

    private void toggle(String key) {
        content.toggle(key);
        show();
    }

    /** Puts the chosen runs on the chart to stay, or takes them off where all are. */
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

    /** Reads the runs again, once for all that ask for it meanwhile; what was chosen stays so. */
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

    /** Where nothing has the focus, a window gives it to its first field. */
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
