package dev.nara.ui.child;

import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;

/** The list as cards: a cover in the colour of the genre with the title on it, the rank and the marks below. */
final class AlbumCards {
    private static final List<String> COLOURS = List.of(
            "#3b6ea5", "#a5543b", "#4c8c4a", "#8a4f9e", "#a58a3b", "#3b9a9a", "#9e4f6d", "#5f6f7f", "#6a8f2f",
            "#b0703a");
    private static final double WIDTH = 148;
    private static final double HEIGHT = 128;

    private AlbumCards() {}

    static GridView<ListPlace> of(ChildModel model, Texts texts) {
        GridView<ListPlace> cards = new GridView<>(model.list());
        cards.setId("album-cards");
        cards.setCellWidth(WIDTH);
        cards.setCellHeight(HEIGHT);
        cards.setHorizontalCellSpacing(8);
        cards.setVerticalCellSpacing(8);
        cards.setCellFactory(view -> new Card(model, texts));
        return cards;
    }

    private static String colour(String genre) {
        return COLOURS.get(Math.floorMod(genre.hashCode(), COLOURS.size()));
    }

    private static final class Card extends GridCell<ListPlace> {
        private final ChildModel model;
        private final Texts texts;
        private final Label title = new Label();
        private final Label genre = new Label();
        private final Label below = new Label();
        private final StackPane cover = new StackPane(new VBox(genre, title));
        private final VBox box = new VBox(cover, below);

        Card(ChildModel model, Texts texts) {
            this.model = model;
            this.texts = texts;
            title.setWrapText(true);
            title.getStyleClass().add("cover-title");
            genre.getStyleClass().add("cover-genre");
            below.getStyleClass().add("cell-detail");
            cover.getStyleClass().add("cover");
            cover.setPrefSize(WIDTH, HEIGHT - 26);
            cover.setMinSize(WIDTH, HEIGHT - 26);
            cover.setMaxSize(WIDTH, HEIGHT - 26);
            setFocusTraversable(true);
            setOnMouseClicked(e -> choose());
            setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                    choose();
                    e.consume();
                }
            });
        }

        private void choose() {
            if (getItem() != null) {
                model.why().explainedProperty().set(getItem());
            }
        }

        @Override
        protected void updateItem(ListPlace place, boolean empty) {
            super.updateItem(place, empty);
            if (empty || place == null) {
                setGraphic(null);
                return;
            }
            title.setText(place.album().title());
            genre.setText(place.album().genre());
            cover.setStyle("-fx-background-color: " + colour(place.album().genre()) + ";");
            below.setText(place.entry().rank() + ".  " + place.marks(texts));
            setGraphic(box);
        }
    }
}
