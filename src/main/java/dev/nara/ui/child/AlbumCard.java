package dev.nara.ui.child;

import dev.nara.ui.common.Album;
import dev.nara.ui.common.Colours;
import dev.nara.ui.common.FittingLabel;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Stars;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;

/** A recommended item as a card, at least 132 wide: cover, rank, movement, title, series, genre, and how often the child has watched it. */
final class AlbumCard extends VBox implements AlbumNode {
    static final double WIDTH = 132;
    static final double HEIGHT = 112;
    static final double LEAST_HEIGHT = 105;

    private static final double COVER = 52;
    private static final double LETTER = 24;
    private static final double ROUND = 16;

    private final Texts texts;
    private final Canvas canvas = new Canvas();
    private final Rectangle clip = new Rectangle();
    private final Label rank = new Label();
    private final Label moved = new Label();
    private final StackPane cover = new StackPane(canvas, rank, moved);
    private final FittingLabel title = new FittingLabel(List.of(""));
    private final Label series = new Label();
    private final Circle genreDot = new Circle(3.5);
    private final Label genre = new Label();
    private final Label seen = new Label();
    private final Tooltip whole = new Tooltip();

    AlbumCard(Texts texts) {
        this.texts = texts;
        getStyleClass().add("album-card");
        canvas.setClip(clip);
        rank.getStyleClass().add("album-rank");
        moved.getStyleClass().add("album-moved");
        StackPane.setAlignment(rank, Pos.TOP_LEFT);
        StackPane.setAlignment(moved, Pos.TOP_RIGHT);
        clip.setArcWidth(ROUND);
        clip.setArcHeight(ROUND);
        size(WIDTH, HEIGHT);
        title.getStyleClass().add("album-title");
        title.setTooltip(null);
        series.getStyleClass().add("album-detail");
        genre.getStyleClass().add("album-detail");
        genre.setMinWidth(0);
        HBox.setHgrow(genre, Priority.ALWAYS);
        genre.setMaxWidth(Double.MAX_VALUE);
        seen.getStyleClass().add("album-seen");
        seen.setMinWidth(USE_PREF_SIZE);
        HBox last = new HBox(genreDot, genre, seen);
        last.getStyleClass().add("album-last");
        VBox words = new VBox(title, series, last);
        words.getStyleClass().add("album-words");
        getChildren().addAll(cover, words);
        setAccessibleRole(AccessibleRole.BUTTON);
        Tooltip.install(this, whole);
    }

    /** The height of a card of this width; its cover keeps its proportions. */
    static double tall(double width) {
        return Math.floor(HEIGHT + coverHeight(width) - COVER);
    }

    private static double coverHeight(double width) {
        return Math.floor(COVER * width / WIDTH);
    }

    /** Sets the size, which takes effect at the next {@link #show}. */
    void size(double width, double height) {
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        double high = coverHeight(width);
        cover.setMinHeight(high);
        cover.setMaxHeight(high);
        canvas.setWidth(width);
        canvas.setHeight(high);
        // Round at the top, straight at the bottom.
        clip.setWidth(width);
        clip.setHeight(high + ROUND);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void show(ListPlace place, Genres genres, Colours colours) {
        Album album = place.album();
        CoverPaint.draw(
                canvas.getGraphicsContext2D(),
                canvas.getWidth(),
                canvas.getHeight(),
                genres.cover(album.genre(), colours),
                album,
                LETTER * canvas.getHeight() / COVER);
        rank.setText(Integer.toString(place.entry().rank()));
        Icons.show(rank, place.entry().heldOut() ? Stars.one() : null);
        move(place);
        title.say(List.of(album.part(texts), album.bare(texts)));
        series.setText(album.part(texts).equals(album.name(texts)) ? "" : album.series());
        genre.setText(album.genre());
        genreDot.setFill(genres.colour(album.genre(), colours));
        genreDot.setVisible(!album.genre().isEmpty());
        seen.setText(place.times() > 0 ? texts.get("child.times", place.times()) : "");
        Icons.show(seen, place.entry().seen() ? Icons.of(Feather.CHECK) : null);
        setAccessibleText(place.words(texts));
        whole.setText(album.name(texts));
    }

    private void move(ListPlace place) {
        int risen = place.risen();
        moved.getStyleClass().removeAll("up", "down", "new");
        Icons.show(moved, risen == 0 ? null : Icons.of(risen > 0 ? Feather.ARROW_UP : Feather.ARROW_DOWN));
        moved.setText(
                place.fresh() ? texts.get("child.moved.new") : risen == 0 ? "" : Integer.toString(Math.abs(risen)));
        moved.setVisible(place.fresh() || risen != 0);
        if (place.fresh()) {
            moved.getStyleClass().add("new");
        } else if (place.entry().heldOut() && risen != 0) {
            // Only for held-out items is a rise an improvement.
            moved.getStyleClass().add(risen > 0 ? "up" : "down");
        }
    }
}
