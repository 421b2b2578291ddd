package dev.nara.ui.start;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Opens people's own data: dropped or chosen; says how far it is read, and why it could not be. */
final class OpenCard {
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");

    private final StartModel model;
    private final Texts texts;
    private final StartRequests requests;

    OpenCard(StartModel model, Texts texts, StartRequests requests) {
        this.model = model;
        this.texts = texts;
        this.requests = requests;
    }

    VBox view() {
        StackPane area = new StackPane(invitation(), progress());
        area.setId("start-drop");
        area.getStyleClass().addAll("start-picture", "start-drop");
        model.hoveringProperty().addListener((o, was, is) -> area.pseudoClassStateChanged(HOVERED, is));
        String[] keys =
                KeyCombination.keyCombination("Shortcut+I").getDisplayText().split("\\+", 2);
        return StartCard.of(texts, "open", Feather.FOLDER, StartCard.keys(keys), area, words(), foot());
    }

    private Node invitation() {
        VBox box = new VBox(Icons.of(Feather.ARROW_DOWN), Labels.of(texts.binding("start.drop")));
        box.getStyleClass().add("start-invitation");
        box.visibleProperty().bind(model.readingProperty().isEmpty());
        return box;
    }

    private Node progress() {
        Label what = Labels.of(Bindings.createStringBinding(
                this::reading, model.readingProperty(), model.shareProperty(), texts.localeProperty()));
        what.setId("start-reading");
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.shareProperty());
        bar.accessibleTextProperty().bind(what.textProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        Button cancel = new Button();
        cancel.setId("start-cancel");
        cancel.textProperty().bind(texts.binding("dialog.cancel"));
        cancel.setOnAction(e -> requests.cancel());
        HBox row = new HBox(Labels.of(model.timeLeftProperty(), "caption"), StartCard.gap(), cancel);
        row.getStyleClass().add("start-foot");
        VBox box = new VBox(what, bar, row);
        box.getStyleClass().add("start-progress");
        box.visibleProperty().bind(model.readingProperty().isNotEmpty());
        return box;
    }

    private String reading() {
        double share = model.shareProperty().get();
        String name = model.readingProperty().get();
        return share < 0
                ? texts.get("start.reading", name)
                : texts.get("start.reading.share", name, (int) (100 * share));
    }

    private Node words() {
        Label formats = Labels.wrapped(texts.binding("start.open.words"), "start-words");
        Label problem = Labels.wrapped(model.problemProperty(), "start-words", "bad");
        problem.setId("start-problem");
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        formats.visibleProperty().bind(problem.visibleProperty().not());
        formats.managedProperty().bind(formats.visibleProperty());
        return new VBox(problem, formats);
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
