package dev.nara.ui.start;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A card that opens the user's own data: dropped or chosen. */
final class OpenCard {
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");

    private final Texts texts;
    private final StartRequests requests;

    private OpenCard(Texts texts, StartRequests requests) {
        this.texts = texts;
        this.requests = requests;
    }

    static StartCard of(StartModel model, Texts texts, StartRequests requests) {
        OpenCard card = new OpenCard(texts, requests);
        String[] keys =
                KeyCombination.keyCombination("Shortcut+I").getDisplayText().split("\\+", 2);
        return new StartCard(
                texts,
                StartModel.Card.OPEN,
                Feather.FOLDER,
                StartCard.keys(keys),
                card.area(model),
                Labels.wrapped(texts.binding("start.open.words"), "start-words"),
                card.foot());
    }

    private Node area(StartModel model) {
        VBox invitation = new VBox(Icons.of(Feather.ARROW_DOWN), Labels.of(texts.binding("start.drop")));
        invitation.getStyleClass().add("start-invitation");
        StackPane area = new StackPane(invitation);
        area.setId("start-drop");
        area.getStyleClass().addAll("start-picture", "start-drop");
        model.hoveringProperty().addListener((o, was, is) -> area.pseudoClassStateChanged(HOVERED, is));
        return area;
    }

    private Node foot() {
        Button folder = button("start-folder", "start.folder");
        folder.setOnAction(e -> requests.folder());
        Button file = button("start-file", "start.file");
        file.setOnAction(e -> requests.file());
        Button database = button("start-database", "start.database");
        database.setOnAction(e -> requests.database());
        HBox row = new HBox(folder, file, database);
        row.getStyleClass().add("start-foot");
        return row;
    }

    private Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.textProperty().bind(texts.binding(key));
        return button;
    }
}
