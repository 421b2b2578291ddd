package dev.nara.ui.child;

import dev.nara.store.entry.StoredRun;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** A slider over the epochs of a run, with the ranks of the selected child's held-out items above it. */
final class EpochScrubber extends Region {
    /** The height in a small window, in pixels. */
    static final double LEAST = 100;

    private static final double MOST = 200;
    /** With more space than this below the history, it grows by a share of the additional space. */
    private static final double USUAL_ROOM = 560;

    private static final double GROWTH = .3;

    private final ChildModel model;
    private final Texts texts;
    private final ObservableValue<Theme> theme;
    private final Canvas canvas = new Canvas();

    EpochScrubber(ChildModel model, Texts texts, ObservableValue<Theme> theme) {
        this.model = model;
        this.texts = texts;
        this.theme = theme;
        setId("child-epochs");
        getStyleClass().add("scrubber");
        room(USUAL_ROOM);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        getChildren().add(canvas);
        setOnMousePressed(this::look);
        setOnMouseDragged(this::look);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        for (ObservableValue<?> each : List.of(
                model.epochs().momentsProperty(),
                model.epochs().shownProperty(),
                model.runProperty(),
                model.liveProperty(),
                model.genresProperty(),
                model.listsReadProperty(),
                model.watchedProperty(),
                model.watchedListsProperty(),
                theme,
                texts.localeProperty())) {
            each.addListener((o, was, is) -> requestLayout());
        }
        model.heldOut().addListener((ListChangeListener<ChildModel.HeldOut>) change -> requestLayout());
    }

    /** Sets the height available for it and the lists, in pixels. */
    void room(double pixels) {
        double height = Math.min(MOST, LEAST + GROWTH * Math.max(0, pixels - USUAL_ROOM));
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /** The number of epochs of the run: the planned ones while it trains, else those completed. */
    static int epochs(ChildModel model) {
        StoredRun run = model.runProperty().get();
        List<Integer> known = model.epochs().all();
        int last = known.isEmpty() ? 1 : known.get(known.size() - 1);
        boolean trains = model.liveProperty().get() != null;
        int all = run == null || !trains ? stored(run) : run.spec().epochs();
        return Math.max(1, Math.max(last, all));
    }

    private static int stored(@org.jspecify.annotations.Nullable StoredRun run) {
        return run == null
                ? 1
                : run.last().map(last -> last.epoch()).orElse(run.spec().epochs());
    }

    private void look(MouseEvent event) {
        requestFocus();
        model.epochs().look(RankPlot.epoch(event.getX(), epochs(model), getWidth()));
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.epochs().step(-1);
            case RIGHT -> model.epochs().step(1);
            case HOME -> model.epochs().look(1);
            case END -> model.epochs().look(Integer.MAX_VALUE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        RankLines lines = RankLines.of(model.epochs().momentsProperty().get(), model.heldOut());
        List<Integer> known = model.epochs().all();
        int last = known.isEmpty() ? 0 : known.get(known.size() - 1);
        LiveRun live = model.liveProperty().get();
        int epochs = epochs(model);
        int shown = model.epochs().shownProperty().get();
        RankPlot.Frame frame = new RankPlot.Frame(epochs, last, shown, live == null ? 0 : live.share(), lines, known);
        new RankPlot(canvas.getGraphicsContext2D(), Colours.of(theme.getValue()), frame)
                .draw(captions(lines, live, epochs), model.genresProperty().get());
        setAccessibleText(texts.get("child.epoch.of", shown, epochs));
    }

    /** Why only one epoch can be shown. */
    private String hint(@org.jspecify.annotations.Nullable LiveRun live) {
        ChildModel.Child child = model.chosenProperty().get();
        boolean watched = child != null
                && (model.watchedProperty().get().contains(child.id())
                        || model.watchedListsProperty().get().containsKey(child.user()));
        return texts.get(
                !watched ? "child.watch.hint" : live == null ? "child.watched.hint.ended" : "child.watched.hint");
    }

    private RankPlot.Captions captions(RankLines lines, @org.jspecify.annotations.Nullable LiveRun live, int epochs) {
        String title = lines.lines().isEmpty()
                ? ""
                : texts.get("child.ranks", lines.lines().size() + lines.others());
        return new RankPlot.Captions(
                texts.get("child.rank.first"),
                texts.get("child.list.ends", ShownList.LENGTH),
                title,
                live == null || live.share() <= 0 || epochs < 2
                        ? ""
                        : texts.get("child.epoch.live", live.epoch(), Numbers.percent(live.share(), 0)),
                lines.others() == 0 ? "" : texts.get("child.ranks.more", lines.others()),
                model.listsReadProperty().get() && model.epochs().all().size() < 2 && epochs > 1 ? hint(live) : "",
                lines.lines().stream().map(line -> line.album().called(texts)).toList());
    }
}
