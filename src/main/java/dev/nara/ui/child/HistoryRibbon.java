package dev.nara.ui.child;

import dev.nara.explain.UserHistory.Use;
import dev.nara.ui.child.RibbonDots.Dot;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** A history over time with a dot per session: day and hour give its position, views its size, genre its colour; rings are held out. */
final class HistoryRibbon extends Region {
    private static final double HEIGHT = 58;
    private static final double LEFT = 44;
    private static final double RIGHT = 6;
    private static final double TOP = 3;
    private static final double PLOT = 39;
    private static final double NEAR = 7;
    private static final int WEEK = 7;
    private static final int MANY_DAYS = 400;

    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private Consumer<@Nullable Dot> onLook = dot -> {};
    private Consumer<Dot> onChoose = dot -> {};
    private @Nullable Shown shown;
    private int at = -1;

    /** The content and its colours; {@code weeks} replaces dates by weeks, to hide them. */
    record Shown(RibbonDots ribbon, Genres genres, Colours colours, boolean weeks) {}

    HistoryRibbon(Texts texts) {
        this.texts = texts;
        setId("child-history");
        getStyleClass().add("ribbon");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(canvas);
        setOnMouseMoved(e -> look(nearest(e.getX(), e.getY())));
        setOnMouseExited(e -> look(-1));
        setOnMouseClicked(e -> choose());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((o, was, is) -> look(is ? 0 : -1));
    }

    /** {@code look} gets the session under the cursor, null for none; {@code choose} gets a selected session. */
    void listen(Consumer<@Nullable Dot> look, Consumer<Dot> choose) {
        onLook = look;
        onChoose = choose;
    }

    void show(Shown what) {
        shown = what;
        at = -1;
        requestLayout();
    }

    private void key(KeyEvent event) {
        int count = shown == null ? 0 : shown.ribbon.dots().size();
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            look(Math.max(0, Math.min(count - 1, at + (event.getCode() == KeyCode.LEFT ? -1 : 1))));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        }
    }

    private void look(int dot) {
        Shown now = shown;
        at = now == null || dot >= now.ribbon.dots().size() ? -1 : dot;
        onLook.accept(now == null || at < 0 ? null : now.ribbon.dots().get(at));
        requestLayout();
    }

    private void choose() {
        Shown now = shown;
        if (now != null && at >= 0) {
            onChoose.accept(now.ribbon.dots().get(at));
        }
    }

    private int nearest(double x, double y) {
        Shown now = shown;
        int best = -1;
        double distance = NEAR * NEAR;
        for (int n = 0; now != null && n < now.ribbon.dots().size(); n++) {
            Dot dot = now.ribbon.dots().get(n);
            double away = Math.pow(x(dot.x()) - x, 2) + Math.pow(y(dot) - y, 2);
            if (away < distance) {
                distance = away;
                best = n;
            }
        }
        return best;
    }

    private double x(double share) {
        return LEFT + 4 + share * (getWidth() - LEFT - RIGHT - 8);
    }

    /** The y coordinate; a large dot is moved down so that it is not clipped. */
    private static double y(Dot dot) {
        return Math.max(radius(dot.views()), TOP + dot.y() * PLOT);
    }

    /** The radius of a dot. */
    static double radius(int views) {
        return Math.min(7, 1.6 + 1.1 * Math.sqrt(views));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(HEIGHT);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), HEIGHT);
        Shown now = shown;
        if (now == null || now.ribbon.dots().isEmpty()) {
            return;
        }
        g.setFont(Font.font("Pretendard", 11));
        g.setTextBaseline(VPos.CENTER);
        ground(g, now);
        for (int n = 0; n < now.ribbon.dots().size(); n++) {
            dot(g, now, now.ribbon.dots().get(n), n == at);
        }
        days(g, now);
    }

    private void ground(GraphicsContext g, Shown now) {
        double split = now.ribbon.split();
        double bottom = TOP + PLOT;
        if (!Double.isNaN(split)) {
            double x = x(split) - 5;
            g.setFill(now.colours.soft());
            g.fillRect(x, 0, getWidth() - RIGHT - x, bottom);
        }
        g.setLineWidth(1);
        if (now.ribbon.clock()) {
            for (int hour : new int[] {8, 20}) {
                double y = TOP + PLOT * (hour - RibbonDots.MORNING) / RibbonDots.HOURS;
                g.setStroke(now.colours.soft());
                g.strokeLine(LEFT, y, getWidth() - RIGHT, y);
                text(g, texts.get("child.hour", hour), LEFT - 8, y, TextAlignment.RIGHT, now.colours.muted());
            }
        }
        g.setStroke(now.colours.line());
        g.strokeLine(LEFT, bottom + .5, getWidth() - RIGHT, bottom + .5);
        if (!Double.isNaN(split)) {
            g.setStroke(now.colours.text());
            g.setLineWidth(1.4);
            g.strokeLine(x(split) - 5, 0, x(split) - 5, bottom + 3);
        }
    }

    private void dot(GraphicsContext g, Shown now, Dot dot, boolean looked) {
        Color colour = now.genres.colour(dot.genre(), now.colours);
        double radius = radius(dot.views());
        double x = x(dot.x());
        if (dot.trained()) {
            g.setFill(colour);
            g.fillOval(x - radius, y(dot) - radius, 2 * radius, 2 * radius);
        } else {
            g.setFill(now.colours.surface());
            g.setStroke(dot.use() == Use.LEFT_OUT ? now.colours.faint() : colour);
            g.setLineWidth(1.6);
            g.fillOval(x - radius, y(dot) - radius, 2 * radius, 2 * radius);
            g.strokeOval(x - radius, y(dot) - radius, 2 * radius, 2 * radius);
        }
        if (looked) {
            g.setStroke(now.colours.accent());
            g.setLineWidth(2);
            g.strokeOval(x - radius - 3, y(dot) - radius - 3, 2 * radius + 6, 2 * radius + 6);
        }
    }

    private void days(GraphicsContext g, Shown now) {
        double y = HEIGHT - 7;
        Color muted = now.colours.muted();
        boolean dates = now.ribbon.first().isPresent();
        String first = dates ? day(now, 0) : texts.get("child.first");
        String last = !dates ? texts.get("child.last") : now.ribbon.days() == 0 ? "" : day(now, now.ribbon.days());
        double split = now.ribbon.split();
        if (Double.isNaN(split)) {
            text(g, first, LEFT, y, TextAlignment.LEFT, muted);
            text(g, last, getWidth() - RIGHT, y, TextAlignment.RIGHT, muted);
            return;
        }
        double x = x(split) - 5;
        if (x > LEFT + 260) {
            text(g, first, LEFT, y, TextAlignment.LEFT, muted);
        }
        boolean room = getWidth() - x > 250;
        if (room) {
            text(g, last, getWidth() - RIGHT, y, TextAlignment.RIGHT, muted);
        }
        String part = texts.get(now.ribbon.part() == Use.VALIDATION ? "part.VALIDATION" : "part.TEST");
        String held = now.weeks || now.ribbon.splitDay().isEmpty()
                ? part
                : texts.get("child.held.from", date(now.ribbon.splitDay().get(), now.ribbon.days()), part);
        boolean right = getWidth() - x > 110;
        if (x > LEFT + 180) {
            text(
                    g,
                    texts.get(right ? "child.learns.before" : "child.learns.short", held),
                    x - 6,
                    y,
                    TextAlignment.RIGHT,
                    now.colours.text());
        }
        if (right) {
            text(g, held, x + 6, y, TextAlignment.LEFT, now.colours.text());
        }
    }

    private String day(Shown now, long days) {
        LocalDate date = now.ribbon.first().orElseThrow().plusDays(days);
        return now.weeks ? texts.get("child.week", days / WEEK + 1) : date(date, now.ribbon.days());
    }

    private String date(LocalDate date, long days) {
        String pattern = texts.get(days > MANY_DAYS ? "child.month.form" : "child.day.form");
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(date);
    }

    private static void text(GraphicsContext g, String words, double x, double y, TextAlignment side, Color colour) {
        g.setFill(colour);
        g.setTextAlign(side);
        g.fillText(words, x, y);
    }
}
