package dev.nara.ui.shell;

import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;

/** Finds an action by what it is called, and does it. */
final class ActionFinder extends Dialog<Action> {
    private final FilteredList<Action> found;
    private final ListView<Action> list;

    private ActionFinder(Window owner, Texts texts, List<Action> actions) {
        initOwner(owner);
        setTitle(texts.get("action.find.action"));
        found = new FilteredList<>(FXCollections.observableArrayList(actions), action -> !action.isDisabled());
        list = new ListView<>(found);
        list.setId("found-actions");
        list.setCellFactory(view -> new Cell());
        list.setPrefSize(460, 320);
        list.getSelectionModel().select(0);
        TextField words = new TextField();
        words.setId("action-words");
        words.setPromptText(texts.get("action.find.action.prompt"));
        words.textProperty().addListener((o, was, is) -> narrow(is));
        words.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
            } else if (e.getCode() == KeyCode.UP) {
                list.getSelectionModel().selectPrevious();
            }
        });
        VBox box = new VBox(words, list);
        box.setSpacing(8);
        ButtonType act = new ButtonType(texts.get("dialog.ok"), ButtonData.OK_DONE);
        getDialogPane().setContent(box);
        getDialogPane()
                .getButtonTypes()
                .setAll(act, new ButtonType(texts.get("dialog.cancel"), ButtonData.CANCEL_CLOSE));
        list.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                setResult(list.getSelectionModel().getSelectedItem());
                close();
            }
        });
        setResultConverter(button -> button == act ? list.getSelectionModel().getSelectedItem() : null);
        setOnShown(e -> words.requestFocus());
    }

    /** Asks for an action and does it once the question is off the screen. */
    static void ask(Window owner, Texts texts, List<Action> actions) {
        new ActionFinder(owner, texts, actions).showAndWait().ifPresent(action -> action.handle(new ActionEvent()));
    }

    private void narrow(String words) {
        String wanted = words.toLowerCase(Locale.ROOT).strip();
        found.setPredicate(action -> !action.isDisabled()
                && action.getText().toLowerCase(Locale.ROOT).contains(wanted));
        list.getSelectionModel().select(0);
    }

    private static final class Cell extends ListCell<Action> {
        @Override
        protected void updateItem(@Nullable Action action, boolean empty) {
            super.updateItem(action, empty);
            if (action == null || empty) {
                setGraphic(null);
                return;
            }
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label keys = new Label(
                    action.getAccelerator() == null
                            ? ""
                            : action.getAccelerator().getDisplayText());
            keys.getStyleClass().add("cell-detail");
            setGraphic(new HBox(new Label(action.getText()), gap, keys));
        }
    }
}
