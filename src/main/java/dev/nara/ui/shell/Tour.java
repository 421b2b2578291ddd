package dev.nara.ui.shell;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A tour of six small cards, each below what it explains; Esc or a click ends it, and the window stays usable. */
final class Tour {
    private static final double WIDTH = 300;
    private static final double GAP = 10;

    private final Texts texts;
    private final Switcher switcher;
    private final Pane over = new Pane();
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label words = new Label();
    private final Button back = new Button();
    private final Button next = new Button();
    private final VBox card = new VBox();
    private int place;

    /**
     * A step of the tour.
     *
     * @param workspace the workspace to show, "" for no change
     * @param anchor the selector of the explained node
     */
    private record Stop(String name, String workspace, String anchor) {}

    private static final List<Stop> STOPS = List.of(
            new Stop("data", "data", "#data-chip"),
            new Stop("train", "train", "#workspace-train"),
            new Stop("child", "child", "#workspace-child"),
            new Stop("compare", "compare", "#workspace-compare"),
            new Stop("export", "export", "#workspace-export"),
            new Stop("find", "data", "#find-anything"));

    Tour(Texts texts, Switcher switcher) {
        this.texts = texts;
        this.switcher = switcher;
        over.setPickOnBounds(false);
        over.setVisible(false);
        back.setId("tour-back");
        back.setOnAction(e -> go(place - 1));
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        next.setOnAction(e -> go(place + 1));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head =
                new HBox(title, gap, Icons.button("tour-leave", Feather.X, texts.binding("tour.leave"), this::leave));
        head.getStyleClass().add("card-head");
        Region rest = new Region();
        HBox.setHgrow(rest, Priority.ALWAYS);
        HBox foot = new HBox(count, rest, back, next);
        foot.getStyleClass().add("start-foot");
        title.getStyleClass().add("strong");
        count.getStyleClass().add("caption");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        card.setId("tour");
        card.getStyleClass().addAll("dialog-card", "tour-card");
        card.setPrefWidth(WIDTH);
        card.getChildren().setAll(head, words, foot);
        over.getChildren().setAll(card);
        card.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                leave();
                e.consume();
            }
        });
        texts.localeProperty().addListener((o, was, is) -> say());
    }

    /** The layer above the window; only the card receives clicks. */
    Node view() {
        return over;
    }

    void begin() {
        over.setVisible(true);
        go(0);
    }

    private void leave() {
        over.setVisible(false);
    }

    private void go(int wanted) {
        if (wanted >= STOPS.size()) {
            leave();
            return;
        }
        place = Math.max(0, wanted);
        Stop stop = STOPS.get(place);
        if (!stop.workspace().isEmpty()) {
            switcher.show(stop.workspace());
        }
        say();
        put(stop);
        next.requestFocus();
    }

    private void say() {
        String name = STOPS.get(place).name();
        boolean last = place == STOPS.size() - 1;
        count.setText(texts.get("tour.count", place + 1, STOPS.size()));
        title.setText(texts.get("tour." + name));
        words.setText(texts.get("tour." + name + ".text"));
        back.setText(texts.get("tour.back"));
        back.setDisable(place == 0);
        next.setText(texts.get(last ? "tour.done" : "tour.next"));
    }

    /** Places the card below the explained node, within the window's width. */
    private void put(Stop stop) {
        card.applyCss();
        card.autosize();
        Node anchor = over.getScene() == null ? null : over.getScene().lookup(stop.anchor());
        if (anchor == null) {
            card.relocate(GAP, GAP);
            return;
        }
        Bounds at = over.sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
        double most = Math.max(GAP, over.getWidth() - WIDTH - GAP);
        card.relocate(Math.max(GAP, Math.min(most, at.getMinX())), at.getMaxY() + GAP);
    }
}
