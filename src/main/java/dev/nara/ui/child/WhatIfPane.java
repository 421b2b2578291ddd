package dev.nara.ui.child;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.explain.Counterfactual;
import dev.nara.explain.Recommendations;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A copy of the chosen child's history to be edited; only the child is learnt again, and the list follows. */
final class WhatIfPane extends VBox {
    private static final int LENGTH = 25;

    private final ChildModel model;
    private final Session session;
    private final Jobs jobs;
    private final Texts texts;
    private final TableView<Owned> history;
    private final TableView<Changed> list;
    private final TextField added = new TextField();
    private final Label said = new Label();
    private final AtomicInteger request = new AtomicInteger();
    private ChildModel.@Nullable Child shown;
    private long shownRun;
    private @Nullable Map<Integer, Integer> before;

    /** An album of the edited history. */
    record Owned(int item, String id, String title, boolean isNew) {}

    /** A place of the list; {@code before} is the rank with the history as it is, 0 where it was not in the list. */
    record Changed(int rank, String item, String title, String genre, int before, boolean owned) {
        String change() {
            return ChildModel.moved(before, rank);
        }
    }

    WhatIfPane(ChildModel model, Session session, Jobs jobs, Texts texts) {
        this.model = model;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        setId("what-if");
        getStyleClass().add("compare-page");
        history = Tables.table("what-if-history", texts, "child.whatif.nothing");
        history.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.item", 70, Owned::id),
                        Tables.text(texts, "column.title", 260, Owned::title),
                        Tables.text(texts, "column.marks", 60, o -> o.isNew() ? "＋" : "")));
        list = Tables.table("what-if-list", texts, "child.whatif.empty");
        list.getColumns()
                .addAll(List.of(
                        Tables.number(texts, "column.rank", 62, Changed::rank, Numbers::grouped),
                        Tables.text(texts, "column.moved", 70, Changed::change),
                        Tables.text(texts, "column.title", 280, Changed::title),
                        Tables.text(texts, "column.genre", 90, Changed::genre),
                        Tables.text(texts, "column.marks", 80, c -> c.owned() ? "✓ " + texts.get("mark.seen") : "")));
        SplitPane tables = new SplitPane(history, list);
        tables.setDividerPositions(0.42);
        VBox.setVgrow(tables, Priority.ALWAYS);
        said.setId("what-if-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(bar(), said, tables);
        model.chosenProperty().addListener((o, was, is) -> reset(false));
        session.modelProperty().addListener((o, was, is) -> {
            before = null;
            if (is == null || is.run() != shownRun) {
                reset(false);
            }
        });
    }

    private HBox bar() {
        added.setId("what-if-item");
        added.promptTextProperty().bind(texts.binding("child.whatif.item"));
        added.setOnAction(e -> add());
        HBox.setHgrow(added, Priority.ALWAYS);
        HBox bar = new HBox(
                Tables.button(texts, "what-if-begin", "child.whatif.begin", () -> reset(true)),
                added,
                Tables.button(texts, "what-if-add", "child.whatif.add", this::add),
                Tables.button(texts, "what-if-remove", "child.whatif.remove", this::remove),
                Tables.button(texts, "what-if-clear", "child.whatif.clear", () -> become(List.of())));
        bar.getStyleClass().add("head-row");
        return bar;
    }

    /** Begins with the history as it is; without {@code begin} nothing is shown yet. */
    private void reset(boolean begin) {
        request.incrementAndGet();
        history.getItems().clear();
        list.getItems().clear();
        said.setText(texts.get("child.whatif.help"));
        before = null;
        shown = null;
        Session.Model current = session.modelProperty().get();
        ChildModel.Child child = model.chosenProperty().get();
        if (!begin || current == null || child == null) {
            return;
        }
        shown = child;
        shownRun = current.run();
        Dataset dataset = current.preparedRun().dataset();
        become(Arrays.stream(current.preparedRun().split().train().distinctItems(child.user()))
                .mapToObj(item -> owned(dataset, item, false))
                .toList());
    }

    private static Owned owned(Dataset dataset, int item, boolean isNew) {
        return new Owned(item, dataset.items().id(item), dataset.title(item), isNew);
    }

    /** Adds the album that is typed by id, else the first whose title holds what is typed. */
    private void add() {
        Session.Model current = session.modelProperty().get();
        String wanted = added.getText().strip();
        if (current == null || wanted.isEmpty()) {
            return;
        }
        if (shown == null) {
            reset(true);
        }
        Dataset dataset = current.preparedRun().dataset();
        jobs.run(() -> find(dataset, wanted), item -> {
            if (item < 0) {
                said.setText(texts.get("child.whatif.unknown", wanted));
                return;
            }
            added.clear();
            if (history.getItems().stream().noneMatch(o -> o.item() == item)) {
                List<Owned> more = new ArrayList<>(history.getItems());
                more.add(0, owned(dataset, item, true));
                become(more);
            }
        });
    }

    private static int find(Dataset dataset, String wanted) {
        int byId = dataset.items().indexOf(wanted);
        if (byId >= 0) {
            return byId;
        }
        String part = wanted.toLowerCase(Locale.ROOT);
        for (int i = 0; i < dataset.items().size(); i++) {
            if (dataset.title(i).toLowerCase(Locale.ROOT).contains(part)) {
                return i;
            }
        }
        return -1;
    }

    private void remove() {
        Owned owned = history.getSelectionModel().getSelectedItem();
        if (owned != null) {
            become(history.getItems().stream()
                    .filter(o -> o.item() != owned.item())
                    .toList());
        }
    }

    /** A list with how long it took, and the list of the history as it is. */
    private record Folded(List<Recommendations.Entry> list, double millis, Map<Integer, Integer> before) {}

    private void become(List<Owned> owned) {
        Session.Model current = session.modelProperty().get();
        ChildModel.Child child = model.chosenProperty().get();
        if (current == null || child == null) {
            return;
        }
        shown = child;
        shownRun = current.run();
        history.getItems().setAll(owned);
        int mine = request.incrementAndGet();
        int[] items = owned.stream().mapToInt(Owned::item).toArray();
        Map<Integer, Integer> known = before;
        jobs.run(
                () -> fold(current, child.user(), items, known),
                folded -> {
                    if (mine == request.get()) {
                        before = folded.before();
                        show(current.preparedRun().dataset(), folded, owned.size());
                    }
                },
                error -> {
                    if (mine == request.get()) {
                        list.getItems().clear();
                        said.setText(texts.of(error));
                    }
                });
    }

    private static Folded fold(Session.Model current, int user, int[] items, @Nullable Map<Integer, Integer> known)
            throws DataException {
        Counterfactual counterfactual = new Counterfactual(current.preparedRun(), current.recommender());
        Map<Integer, Integer> places = known;
        if (places == null) {
            places = new HashMap<>();
            int[] all = current.preparedRun().split().train().distinctItems(user);
            for (Recommendations.Entry entry : list(counterfactual.of(user, all), user)) {
                places.put(entry.item(), entry.rank());
            }
        }
        long start = System.nanoTime();
        List<Recommendations.Entry> list = list(counterfactual.of(user, items), user);
        return new Folded(list, (System.nanoTime() - start) / 1e6, places);
    }

    private static List<Recommendations.Entry> list(Counterfactual.Folded folded, int user) {
        return new Recommendations(folded.recommender(), folded.preparedRun()).top(user, LENGTH);
    }

    private void show(Dataset dataset, Folded folded, int albums) {
        list.getItems()
                .setAll(folded.list().stream()
                        .map(entry -> new Changed(
                                entry.rank(),
                                dataset.items().id(entry.item()),
                                dataset.title(entry.item()),
                                dataset.genre(entry.item()),
                                folded.before().getOrDefault(entry.item(), 0),
                                entry.seen()))
                        .toList());
        said.setText(texts.get("child.whatif.said", albums, Math.round(folded.millis())));
    }
}
