package dev.nara.ui.common;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The contents of the window's dialogs. */
final class Cards {
    private static final double WIDTH = 460;
    private static final double ROW = 34;
    private static final int MOST_ROWS = 9;

    private Cards() {}

    /** An error that can be copied; its details, if any, can be unfolded. */
    static DialogCard error(Texts texts, String message, String details) {
        VBox content = box(text(message));
        if (!details.isEmpty()) {
            TextArea area = new TextArea(details);
            area.setEditable(false);
            area.setPrefRowCount(12);
            TitledPane fold = new TitledPane(texts.get("dialog.details"), area);
            fold.setExpanded(false);
            fold.setAnimated(false);
            content.getChildren().add(fold);
        }
        DialogCard card = new DialogCard(Icons.of(Feather.ALERT_CIRCLE, "bad"), texts.get("dialog.error"), content);
        card.getStyleClass().add("error");
        card.begin(
                texts.get("dialog.copy"),
                () -> CopiedText.put(details.isEmpty() ? message : message + System.lineSeparator() + details));
        return card;
    }

    private static VBox box(Node... content) {
        VBox box = new VBox(content);
        box.getStyleClass().add("dialog-content");
        return box;
    }

    static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setPrefWidth(WIDTH);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A question above the field for the answer. */
    static Node field(String question, TextField field) {
        field.setAccessibleText(question);
        field.setPrefWidth(WIDTH);
        Label words = text(question);
        words.setLabelFor(field);
        return box(words, field);
    }

    /** A list of options, with the first selected. */
    static <T> ListView<T> list(String title, List<T> options, Function<T, String> words) {
        ListView<T> list = new ListView<>(FXCollections.observableArrayList(options));
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null || empty ? "" : words.apply(item));
            }
        });
        list.getSelectionModel().selectFirst();
        // The list would consume Esc as if one of its cells were being edited.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                list.getParent().fireEvent(event.copyFor(list.getParent(), list.getParent()));
            }
        });
        list.setAccessibleText(title);
        list.setFixedCellSize(ROW);
        list.setPrefSize(WIDTH, ROW * Math.min(MOST_ROWS, options.size()) + 2);
        return list;
    }

    static String stack(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
