package dev.nara.ui.help;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A page of the contents on one line, or a search result with its excerpt. */
final class HitCell extends ListCell<GuideSearch.Hit> {
    private final Label title = new Label();
    private final Label excerpt = new Label();
    private final VBox box = new VBox(title, excerpt);

    HitCell() {
        excerpt.getStyleClass().add("cell-detail");
        excerpt.managedProperty().bind(excerpt.visibleProperty());
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(GuideSearch.@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        if (hit == null || empty) {
            setGraphic(null);
            return;
        }
        title.setText(hit.section().isEmpty() ? hit.page() : hit.page() + " › " + hit.section());
        excerpt.setText(hit.excerpt());
        excerpt.setVisible(!hit.excerpt().isEmpty());
        setGraphic(box);
    }
}
