package dev.nara.ui.child;

import dev.nara.ui.common.Album;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Stars;
import dev.nara.ui.common.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;

/** An item further down a list as a tile of 61 × 34: cover, rank, and whether it is held out or seen. */
final class AlbumTile extends HBox implements AlbumNode {
    static final double WIDTH = 61;
    static final double HEIGHT = 34;

    private static final double COVER = 28;
    private static final double LETTER = 14;
    private static final double ROUND = 12;

    private final Texts texts;
    private final Canvas canvas = new Canvas(COVER, HEIGHT);
    private final Label rank = new Label();
    private final Tooltip whole = new Tooltip();

    AlbumTile(Texts texts) {
        this.texts = texts;
        getStyleClass().add("album-tile");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        Rectangle clip = new Rectangle(COVER + ROUND, HEIGHT);
        clip.setArcWidth(ROUND);
        clip.setArcHeight(ROUND);
        canvas.setClip(clip);
        rank.getStyleClass().add("tile-rank");
        rank.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        rank.setMinWidth(0);
        rank.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(rank, Priority.ALWAYS);
        getChildren().addAll(canvas, rank, new Region());
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, whole);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(ListPlace place, Genres genres, Colours colours) {
        Album album = place.album();
        CoverPaint.draw(
                canvas.getGraphicsContext2D(), COVER, HEIGHT, genres.cover(album.genre(), colours), album, LETTER);
        rank.setText(Integer.toString(place.entry().rank()));
        rank.setGraphic(place.entry().heldOut() ? Stars.one() : place.entry().seen() ? Icons.of(Feather.CHECK) : null);
        setAccessibleText(place.words(texts));
        whole.setText(place.words(texts));
    }
}
