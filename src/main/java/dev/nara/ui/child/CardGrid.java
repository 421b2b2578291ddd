package dev.nara.ui.child;

import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Motion;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A list as cards, and tiles for items without space for a card; items glide to new positions. One of them has the focus. */
final class CardGrid extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    /** The space for the ring around the selected card. */
    private static final double EDGE = 3;

    private static final double GLIDE = 350;
    private static final double FADE = 250;
    private static final double APART = 10;

    private final Texts texts;
    private final ObservableValue<Theme> theme;
    private final Map<Integer, AlbumNode> nodes = new HashMap<>();
    private final Label further = new Label();
    private Consumer<ListPlace> onChoose = place -> {};
    private List<ListPlace> places = List.of();
    private Genres genres = Genres.NONE;
    private GridShape shape = GridShape.of(0, 0, 0);
    private int chosen = -1;
    private int at;

    CardGrid(Texts texts, ObservableValue<Theme> theme) {
        this.texts = texts;
        this.theme = theme;
        getStyleClass().add("card-grid");
        further.getStyleClass().add("caption");
        getChildren().add(further);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        theme.addListener((o, was, is) -> redraw());
        texts.localeProperty().addListener((o, was, is) -> redraw());
    }

    /** {@code listener} gets the selected place. */
    void onChoose(Consumer<ListPlace> listener) {
        onChoose = listener;
    }

    /** Marks an item as selected; -1 for none. */
    void mark(int item) {
        chosen = item;
        nodes.forEach((of, node) -> node.node().pseudoClassStateChanged(SELECTED, of == chosen));
    }

    /** Shows another list; items in both lists glide to their new positions. */
    void show(List<ListPlace> list, Genres colours) {
        genres = colours;
        boolean sameData =
                list.stream().anyMatch(place -> nodes.containsKey(place.entry().item()));
        places = List.copyOf(list);
        at = Math.max(0, Math.min(at, places.size() - 1));
        arrange(sameData && !places.isEmpty());
    }

    private void redraw() {
        nodes.values().forEach(node -> getChildren().remove(node.node()));
        nodes.clear();
        arrange(false);
    }

    @Override
    protected void layoutChildren() {
        if (!GridShape.of(getWidth() - 2 * EDGE, getHeight() - 2 * EDGE, places.size())
                .equals(shape)) {
            arrange(false);
            return;
        }
        for (int n = 0; n < places.size(); n++) {
            AlbumNode node = nodes.get(places.get(n).entry().item());
            if (node != null) {
                put(node.node(), EDGE + shape.x(n), EDGE + shape.y(n), -1, true);
            }
        }
        nameTiles();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** One row of cards, and tiles for the rest. */
    @Override
    protected double computeMinHeight(double width) {
        return GridShape.of(width - 2 * EDGE, 0, places.size()).height(places.size()) + 2 * EDGE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    /** Lays out all places, gliding if animations are on. */
    private void arrange(boolean gliding) {
        shape = GridShape.of(getWidth() - 2 * EDGE, getHeight() - 2 * EDGE, places.size());
        boolean glides = gliding && Motion.on() && getWidth() > 0;
        Map<Integer, AlbumNode> before = new HashMap<>(nodes);
        nodes.clear();
        Colours colours = Colours.of(theme.getValue());
        for (int n = 0; n < places.size(); n++) {
            ListPlace place = places.get(n);
            int item = place.entry().item();
            AlbumNode old = before.get(item);
            boolean card = n < shape.cards();
            boolean same = old != null && old instanceof AlbumCard == card;
            AlbumNode shown = old != null && same ? old : made(place, card);
            if (same) {
                before.remove(item);
            }
            nodes.put(item, shown);
            if (shown instanceof AlbumCard of) {
                of.size(shape.wide(), shape.tall());
            }
            shown.show(place, genres, colours);
            shown.node().setFocusTraversable(n == at);
            shown.node().pseudoClassStateChanged(SELECTED, item == chosen);
            put(shown.node(), EDGE + shape.x(n), EDGE + shape.y(n), glides ? n : -1, same);
        }
        before.values().forEach(gone -> leave(gone.node(), glides));
        nameTiles();
    }

    private void nameTiles() {
        boolean tiles = places.size() > shape.cards();
        further.setVisible(tiles);
        if (tiles) {
            further.setText((shape.cards() + 1) + "–" + places.size());
            further.autosize();
            double y = shape.y(shape.cards());
            further.relocate(EDGE, EDGE + y + (AlbumTile.HEIGHT - further.getHeight()) / 2);
        }
    }

    private AlbumNode made(ListPlace place, boolean card) {
        AlbumNode made = card ? new AlbumCard(texts) : new AlbumTile(texts);
        int item = place.entry().item();
        made.node().setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                focus(indexOf(item));
                choose(indexOf(item));
            }
        });
        getChildren().add(made.node());
        return made;
    }

    private int indexOf(int item) {
        for (int n = 0; n < places.size(); n++) {
            if (places.get(n).entry().item() == item) {
                return n;
            }
        }
        return 0;
    }

    /** {@code turn} is the position in the gliding order, negative for no animation. */
    private static void put(Node node, double x, double y, int turn, boolean known) {
        double fromX = node.getLayoutX() + node.getTranslateX() - x;
        double fromY = node.getLayoutY() + node.getTranslateY() - y;
        node.autosize();
        node.relocate(x, y);
        if (turn < 0) {
            return;
        }
        Duration wait = Duration.millis(turn * APART);
        if (!known) {
            node.setOpacity(0);
            FadeTransition come = new FadeTransition(Duration.millis(FADE), node);
            come.setToValue(1);
            come.setDelay(wait);
            come.play();
        } else if (Math.abs(fromX) + Math.abs(fromY) > 1) {
            node.setTranslateX(fromX);
            node.setTranslateY(fromY);
            TranslateTransition glide = new TranslateTransition(Duration.millis(GLIDE), node);
            glide.setToX(0);
            glide.setToY(0);
            glide.setInterpolator(Interpolator.EASE_OUT);
            glide.setDelay(wait);
            glide.play();
        }
    }

    private void leave(Node node, boolean glides) {
        if (!glides) {
            getChildren().remove(node);
            return;
        }
        node.toBack();
        node.setMouseTransparent(true);
        node.setFocusTraversable(false);
        FadeTransition go = new FadeTransition(Duration.millis(FADE), node);
        go.setToValue(0);
        go.setOnFinished(e -> getChildren().remove(node));
        go.play();
    }

    private void key(KeyEvent event) {
        int columns = shape.columns();
        int to =
                switch (event.getCode()) {
                    case LEFT -> at - 1;
                    case RIGHT -> at + 1;
                    case UP -> at - columns;
                    case DOWN -> at + columns;
                    default -> -1;
                };
        if (event.getCode() == KeyCode.ENTER) {
            choose(at);
            event.consume();
        } else if (event.getCode().isArrowKey()) {
            focus(Math.max(0, Math.min(places.size() - 1, to)));
            event.consume();
        }
    }

    private void focus(int place) {
        if (place < 0 || place >= places.size()) {
            return;
        }
        node(at).ifPresent(node -> node.setFocusTraversable(false));
        at = place;
        node(at).ifPresent(node -> {
            node.setFocusTraversable(true);
            node.requestFocus();
        });
    }

    private Optional<Node> node(int place) {
        @Nullable
        AlbumNode found =
                place < places.size() ? nodes.get(places.get(place).entry().item()) : null;
        return Optional.ofNullable(found).map(AlbumNode::node);
    }

    private void choose(int place) {
        if (place >= 0 && place < places.size()) {
            onChoose.accept(places.get(place));
        }
    }

    /** The accessible texts of all places, best first. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        places.forEach(place -> words.add(place.words(texts)));
        return words;
    }
}
