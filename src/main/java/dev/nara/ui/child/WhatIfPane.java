package dev.nara.ui.child;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.explain.Counterfactual;
import dev.nara.explain.Recommendations.Entry;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.Session;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    private final Latest learning;
    private ChildModel.@Nullable Child shown;
    private long shownRun;
    private @Nullable Map<Integer, Integer> before;

    /** An album of the edited history; {@code added} if it is not in the history as it is. */
    record Owned(int item, Album album, boolean added) {}

    /** A place of the list; {@code before} is the rank with the history as it is, 0 where it was not in the list. */
    record Changed(Entry entry, Album album, int before) {
        String change() {
            return Moves.moved(before, entry.rank());
        }
    }

    WhatIfPane(ChildModel model, Session session, Jobs jobs, Texts texts) {
        this.model = model;
        this.session = session;
        this.jobs = jobs;
        this.texts = texts;
        learning = new Latest(jobs);
        setId("what-if");
        getStyleClass().add("compare-page");
        history = Tables.table("what-if-history", texts, "child.whatif.nothing");
        history.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.item", 70, o -> o.album().id()),
                        Tables.text(texts, "column.title", 260, o -> o.album().title()),
                        Tables.text(texts, "column.marks", 60, o -> o.added() ? "＋" : "")));
        list = Tables.table("what-if-list", texts, "child.whatif.empty");
        list.getColumns()
                .addAll(List.of(
                        Tables.number(texts, "column.rank", 62, c -> c.entry().rank(), Numbers::grouped),
                        Tables.text(texts, "column.moved", 70, Changed::change),
                        Tables.text(texts, "column.title", 280, c -> c.album().title()),
                        Tables.text(texts, "column.genre", 90, c -> c.album().genre()),
                        Tables.text(texts, "column.marks", 80, this::marks)));
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

    private String marks(Changed changed) {
        return changed.entry().seen() ? "✓ " + texts.get("mark.seen") : "";
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
                Tables.button(texts, "what-if-clear", "child.whatif.clear", () -> learn(List.of())));
        bar.getStyleClass().add("head-row");
        return bar;
    }

    /** Begins with the history as it is; without {@code begin} nothing is shown yet. */
    private void reset(boolean begin) {
        learning.cancel();
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
        learn(Arrays.stream(current.preparedRun().split().train().distinctItems(child.user()))
                .mapToObj(item -> owned(dataset, item, false))
                .toList());
    }

    private static Owned owned(Dataset dataset, int item, boolean added) {
        return new Owned(item, Album.of(dataset, item), added);
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
        jobs.run(() -> dataset.find(wanted), item -> {
            if (item < 0) {
                said.setText(texts.get("child.whatif.unknown", wanted));
                return;
            }
            added.clear();
            if (history.getItems().stream().noneMatch(o -> o.item() == item)) {
                List<Owned> more = new ArrayList<>(history.getItems());
                more.add(0, owned(dataset, item, true));
                learn(more);
            }
        });
    }

    private void remove() {
        Owned owned = history.getSelectionModel().getSelectedItem();
        if (owned != null) {
            learn(history.getItems().stream()
                    .filter(o -> o.item() != owned.item())
                    .toList());
        }
    }

    /** A list with how long it took, and the ranks with the history as it is. */
    private record Learnt(List<Entry> list, double millis, Map<Integer, Integer> before) {}

    /** Learns the child again from this history. */
    private void learn(List<Owned> owned) {
        Session.Model current = session.modelProperty().get();
        ChildModel.Child child = model.chosenProperty().get();
        if (current == null || child == null) {
            return;
        }
        shown = child;
        shownRun = current.run();
        history.getItems().setAll(owned);
        int[] items = owned.stream().mapToInt(Owned::item).toArray();
        Map<Integer, Integer> known = before;
        learning.run(
                () -> learnt(current, child.user(), items, known),
                learnt -> {
                    before = learnt.before();
                    show(current.preparedRun().dataset(), learnt, owned.size());
                },
                error -> {
                    list.getItems().clear();
                    said.setText(texts.of(error));
                });
    }

    private static Learnt learnt(Session.Model current, int user, int[] items, @Nullable Map<Integer, Integer> known)
            throws DataException {
        Counterfactual counterfactual = new Counterfactual(current.preparedRun(), current.recommender());
        Map<Integer, Integer> ranks = known == null ? counterfactual.ranks(user, LENGTH) : known;
        long start = System.nanoTime();
        List<Entry> list = counterfactual.list(user, LENGTH, items);
        return new Learnt(list, (System.nanoTime() - start) / 1e6, ranks);
    }

    private void show(Dataset dataset, Learnt learnt, int albums) {
        list.getItems()
                .setAll(learnt.list().stream()
                        .map(entry -> new Changed(
                                entry,
                                Album.of(dataset, entry.item()),
                                learnt.before().getOrDefault(entry.item(), 0)))
                        .toList());
        said.setText(texts.get("child.whatif.said", albums, Math.round(learnt.millis())));
    }
}
