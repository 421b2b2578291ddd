package dev.nara.ui.tune.space;

import dev.nara.data.DataException;
import dev.nara.search.space.Dimension;
import dev.nara.text.BareNumbers;
import dev.nara.text.Spelling;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/** Edits the searched range of numbers: a bar with a handle at each end, moved by mouse or keys, and a separate slot for 0. */
final class RangeEditor extends Region {
    private static final double HEIGHT = 34;
    private static final double BAR = 8;
    private static final Duration SETTLED = Duration.millis(700);

    private final Texts texts;
    private final Consumer<Dimension> narrowed;
    private final Canvas canvas = new Canvas();
    private final RangeHandle low;
    private final RangeHandle high;
    private final ToggleButton zero = new ToggleButton();
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private Dimension.Range whole;
    private double from;
    private double to;
    private boolean edited;
    private Colours colours;

    /** {@code narrowed} gets the edited dimension. */
    RangeEditor(Dimension.Range whole, String name, Texts texts, Colours colours, Consumer<Dimension> narrowed) {
        this.whole = whole;
        this.texts = texts;
        this.colours = colours;
        this.narrowed = narrowed;
        from = whole.low();
        to = whole.high();
        low = new RangeHandle(this::moveLow, this::settle);
        high = new RangeHandle(this::moveHigh, this::settle);
        low.setId("space-low-" + whole.name());
        high.setId("space-high-" + whole.name());
        zero.setId("space-zero-" + whole.name());
        zero.getStyleClass().add("space-zero");
        zero.setAccessibleText(texts.get("tune.space.zero", name));
        Tips.on(zero, texts.get("tune.space.zero", name));
        zero.setOnAction(e -> commit());
        low.setAccessibleText(texts.get("tune.space.low", name));
        high.setAccessibleText(texts.get("tune.space.high", name));
        settled.setOnFinished(e -> commit());
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, low, high);
        if (whole.zero()) {
            getChildren().add(zero);
        }
    }

    /** Shows the searched range, unless the user is editing it. */
    void show(Dimension.Range all, Dimension now, Colours drawn) {
        colours = drawn;
        if (!edited && !low.isPressed() && !high.isPressed()) {
            whole = all;
            if (now instanceof Dimension.Range range) {
                from = range.low();
                to = range.high();
                zero.setSelected(range.zero());
            } else {
                from = now.values().stream()
                        .mapToDouble(Double::parseDouble)
                        .min()
                        .orElse(all.low());
                to = now.values().stream()
                        .mapToDouble(Double::parseDouble)
                        .max()
                        .orElse(all.high());
                zero.setSelected(now.contains("0"));
            }
        }
        requestLayout();
        draw();
    }

    private double place(double number) {
        if (number <= whole.low()) {
            return whole.zero() ? .1 : 0;
        }
        return number >= whole.high() ? 1 : whole.place(Spelling.number(number));
    }

    private double number(double place) {
        double start = whole.zero() ? .1 : 0;
        if (place <= start) {
            return whole.low();
        }
        return place >= 1 ? whole.high() : Double.parseDouble(whole.at(place));
    }

    /** The number after a move: the position of the mouse, some steps on, or the end of the whole range. */
    private double moved(double number, RangeHandle.Move move, double end) {
        if (move.home()) {
            return end;
        }
        if (move.steps() == 0) {
            return number(SpaceStrip.place(sceneToLocal(move.sceneX(), 0).getX(), getWidth()));
        }
        double place = place(number);
        double step = Math.signum(move.steps()) * (move.fine() ? .01 : .05);
        double next = number;
        for (int tries = 0; tries < 200 && next == number && place >= 0 && place <= 1; tries++) {
            place += step;
            next = number(Math.max(0, Math.min(1, place)));
        }
        return next;
    }

    private void moveLow(RangeHandle.Move move) {
        from = Math.min(to, moved(from, move, whole.low()));
        changed(move);
    }

    private void moveHigh(RangeHandle.Move move) {
        to = Math.max(from, moved(to, move, whole.high()));
        changed(move);
    }

    private void changed(RangeHandle.Move move) {
        edited = true;
        if (move.steps() != 0 || move.home()) {
            settled.playFromStart();
        }
        requestLayout();
        draw();
    }

    private void settle() {
        if (edited) {
            commit();
        }
    }

    private void commit() {
        settled.stop();
        edited = false;
        made().ifPresent(narrowed);
    }

    private Optional<Dimension> made() {
        try {
            Dimension part = whole.narrowed(Spelling.number(from), Spelling.number(to));
            if (part instanceof Dimension.Range r && r.zero() != (whole.zero() && zero.isSelected())) {
                return Optional.of(new Dimension.Range(
                        r.name(), r.low(), r.high(), r.whole(), r.log(), r.step(), !r.zero(), r.condition()));
            }
            return Optional.of(part);
        } catch (DataException nothingLeft) {
            // There is no whole number in the range; the handles return to their previous positions.
            return Optional.empty();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (canvas.getWidth() != width) {
            canvas.setWidth(width);
            canvas.setHeight(HEIGHT);
        }
        low.place(SpaceStrip.x(place(from), width), BAR);
        high.place(SpaceStrip.x(place(to), width), BAR);
        low.says(texts.get("tune.space.value", BareNumbers.value(Spelling.number(from))));
        high.says(texts.get("tune.space.value", BareNumbers.value(Spelling.number(to))));
        zero.resizeRelocate(0, BAR - 6, 14, 12);
        draw();
    }

    private void draw() {
        double width = canvas.getWidth();
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, width, HEIGHT);
        if (width < 40) {
            return;
        }
        double start = SpaceStrip.x(whole.zero() ? .1 : 0, width);
        g.setFill(colours.line());
        g.fillRoundRect(start, BAR - 2, width - SpaceStrip.MARGIN - start, 4, 4, 4);
        g.setFill(colours.accent());
        double left = SpaceStrip.x(place(from), width);
        g.fillRoundRect(left, BAR - 2, SpaceStrip.x(place(to), width) - left, 4, 4, 4);
        ticks(g, width);
    }

    private void ticks(GraphicsContext g, double width) {
        g.setFont(Font.font("Pretendard", 11));
        g.setFill(colours.muted());
        g.setTextBaseline(VPos.CENTER);
        boolean moving = edited || low.isPressed() || high.isPressed();
        if (moving) {
            // During an edit, the new range replaces the ticks.
            g.setFill(colours.accent());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(
                    BareNumbers.value(Spelling.number(from)) + " – " + BareNumbers.value(Spelling.number(to)),
                    width / 2,
                    BAR + 17);
            return;
        }
        for (RangeTicks.At tick : RangeTicks.of(whole)) {
            g.setTextAlign(
                    tick.place() == 0
                            ? TextAlignment.LEFT
                            : tick.place() == 1 ? TextAlignment.RIGHT : TextAlignment.CENTER);
            double x = tick.place() == 0 ? 0 : tick.place() == 1 ? width : SpaceStrip.x(tick.place(), width);
            boolean first = whole.zero() && tick.place() == .1;
            g.fillText(BareNumbers.value(Spelling.number(tick.number())), first ? x + 8 : x, BAR + 17);
        }
    }
}
