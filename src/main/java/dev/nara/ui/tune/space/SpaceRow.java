package dev.nara.ui.tune.space;

import dev.nara.chart.ShareBars;
import dev.nara.search.space.Dimension;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.tune.model.TuneRequests;
import dev.nara.ui.tune.model.TuneWords;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A row for a dimension of the space: its name, importance, good trials, and searched part. */
final class SpaceRow extends VBox {
    private static final double BAR = 48;
    private static final double MOST = .6;
    private static final double NAME = 112;

    private final Texts texts;
    private final TuneRequests requests;
    private final Label scale = new Label();
    private final Label importance = new Label();
    private final Canvas share = new Canvas(BAR + 2, 10);
    private final SpaceStrip strip = new SpaceStrip();
    private final Node editor;
    private SpaceRowData row;
    private SpaceStrip.Look look;

    SpaceRow(SpaceRowData first, Texts texts, TuneRequests requests, SpaceStrip.Look look) {
        this.row = first;
        this.texts = texts;
        this.requests = requests;
        this.look = look;
        String named = texts.setting(first.whole().name());
        editor = first.whole() instanceof Dimension.Range range
                ? new RangeEditor(range, named, texts, look.colours(), this::narrow)
                : new ChoiceEditor(first.whole(), named, texts, this::narrow);
        setId("space-" + first.whole().name());
        getStyleClass().add("space-row");
        getChildren().addAll(head(named), strip, editor);
        strip.widthProperty().addListener((o, was, is) -> draw());
        strip.setOnContextMenuRequested(e -> {
            String value = row.whole().at(SpaceStrip.place(e.getX(), strip.getWidth()));
            menu(value).show(strip, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        show(first, look);
    }

    private Node head(String named) {
        Button name = new Button(named);
        name.setId("space-name-" + row.whole().name());
        name.getStyleClass().addAll("flat", "space-name");
        Tips.on(name, named);
        share.managedProperty().bind(share.visibleProperty());
        name.setAccessibleHelp(texts.get("tune.space.menu"));
        name.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(NAME, name.prefWidth(-1)), name.fontProperty(), name.skinProperty()));
        name.setOnAction(e -> menu("").show(name, Side.BOTTOM, 0, 0));
        scale.getStyleClass().add("cell-detail");
        scale.setMinWidth(0);
        importance.getStyleClass().add("cell-detail");
        importance.setMinWidth(Region.USE_PREF_SIZE);
        importance.setAlignment(Pos.CENTER_RIGHT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, scale, gap, share, importance);
        head.getStyleClass().add("space-head");
        return head;
    }

    /** The menu of actions; {@code value} is the value under the mouse pointer, "" for none. */
    private ContextMenu menu(String value) {
        String name = row.whole().name();
        ContextMenu menu = new ContextMenu();
        if (value.isEmpty()) {
            menu.getItems().add(item("tune.space.prefer.ask", () -> requests.prefer(row.now())));
        } else {
            menu.getItems()
                    .add(item(
                            "tune.space.prefer.here",
                            () -> requests.steer(new StudyEvent.Preferred(row.algorithm(), name, value)),
                            TuneWords.choice(texts, name, value)));
        }
        menu.getItems().add(item("tune.space.fix", () -> requests.fix(row.now())));
        if (!row.now().equals(row.whole())) {
            menu.getItems().add(item("tune.space.whole", () -> narrow(row.whole())));
        }
        return menu;
    }

    private MenuItem item(String key, Runnable action, Object... arguments) {
        MenuItem item = new MenuItem(texts.get(key, arguments));
        item.setOnAction(e -> action.run());
        return item;
    }

    private void narrow(Dimension dimension) {
        if (!dimension.equals(row.now())) {
            requests.steer(new StudyEvent.Narrowed(row.algorithm(), dimension));
        }
    }

    /** Whether this row can show the data: the whole dimension must be the same. */
    boolean fits(SpaceRowData other) {
        return row.whole().equals(other.whole());
    }

    void show(SpaceRowData now, SpaceStrip.Look drawn) {
        row = now;
        look = drawn;
        scale.setText(TuneWords.scale(texts, now.whole()));
        share.setVisible(now.share().isPresent());
        importance.setPrefWidth(now.share().isPresent() ? 54 : USE_COMPUTED_SIZE);
        importance.setText(now.share().map(this::importance).orElse("–"));
        if (editor instanceof RangeEditor range && now.whole() instanceof Dimension.Range whole) {
            range.show(whole, now.now(), drawn.colours());
        } else if (editor instanceof ChoiceEditor choice) {
            choice.show(now.now());
        }
        draw();
    }

    private String importance(StudySnapshot.Share its) {
        return ShareBars.unsure(its.low(), its.high())
                ? texts.get("tune.space.share.between", percent(its.low()), percent(its.high()))
                : texts.get("tune.space.share", percent(its.share()), percent((its.high() - its.low()) / 2));
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }

    private void draw() {
        strip.draw(row, look);
        GraphicsContext g = share.getGraphicsContext2D();
        g.clearRect(0, 0, BAR + 2, 10);
        row.share().ifPresent(s -> drawShare(g, s));
    }

    private void drawShare(GraphicsContext g, StudySnapshot.Share s) {
        g.setFill(look.colours().soft());
        g.fillRect(0, 2, BAR, 6);
        g.setFill(look.colours().muted());
        g.fillRect(0, 2, along(s.share()), 6);
        g.setStroke(look.colours().text());
        g.setLineWidth(1.2);
        g.strokeLine(along(s.low()), 5, along(s.high()), 5);
        g.strokeLine(along(s.high()), 2, along(s.high()), 8);
    }

    private static double along(double share) {
        return BAR * Math.max(0, Math.min(1, share / MOST));
    }

    /** The dots of the trials. */
    List<SpaceRowData.Dot> dots() {
        return row.dots();
    }
}
