package dev.nara.ui.common;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list of all notes, the latest first, in a sheet along the window's right edge; repeated notes are shown once with their number. */
final class NoticeList {
    private static final double WIDTH = 440;

    private final Layers layers;
    private final Texts texts;
    private final List<Note> notes;

    NoticeList(Layers layers, Texts texts, List<Note> notes) {
        this.layers = layers;
        this.texts = texts;
        this.notes = List.copyOf(notes);
    }

    void open() {
        VBox lines = new VBox();
        lines.getStyleClass().add("notice-lines");
        List<Note> latest = new ArrayList<>(notes);
        Collections.reverse(latest);
        List<Note> seen = new ArrayList<>();
        for (Note note : latest) {
            if (seen.stream().noneMatch(note::says)) {
                seen.add(note);
                lines.getChildren()
                        .add(line(note, notes.stream().filter(note::says).count()));
            }
        }
        if (seen.isEmpty()) {
            lines.getChildren().add(Labels.wrapped(texts.binding("notices.none"), "muted"));
        }
        ScrollPane scroll = new LiveScroll(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        LaidCard[] layer = new LaidCard[1];
        Button close = Icons.button("notices-close", Feather.X, texts.binding("dialog.close"), () -> layer[0].close());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(Labels.of(texts.binding("action.problems"), "card-title"), gap, close);
        head.getStyleClass().add("card-head");
        VBox sheet = new VBox(head, scroll);
        sheet.setId("notices");
        sheet.getStyleClass().add("notice-sheet");
        sheet.setPrefWidth(WIDTH);
        layer[0] = layers.lay(sheet, LaidCard.Place.SIDE, () -> layer[0].close());
    }

    private Node line(Note note, long times) {
        Label subject = new Label(note.subject() + (times > 1 ? "  ×" + times : ""));
        subject.getStyleClass().add("strong");
        subject.setWrapText(true);
        Label message = new Label(note.message());
        message.setWrapText(true);
        VBox words = new VBox(message);
        if (!note.subject().isEmpty()) {
            words.getChildren().add(0, subject);
        }
        if (!note.details().isEmpty()) {
            Button copy = new Button(texts.get("dialog.copy"), Icons.of(Feather.COPY));
            copy.setOnAction(e -> CopiedText.put(note.message() + System.lineSeparator() + note.details()));
            words.getChildren().add(copy);
        }
        if (note.kind() != Note.Kind.UNDO) {
            for (Note.Step step : note.steps()) {
                Button button = new Button(step.name(), Icons.of(step.sign()));
                button.setOnAction(e -> step.act().run());
                words.getChildren().add(button);
            }
        }
        words.setSpacing(4);
        HBox line = new HBox(Icons.of(note.kind().sign(), note.kind().style()), words);
        line.getStyleClass().add("notice-line");
        HBox.setHgrow(words, Priority.ALWAYS);
        return line;
    }
}
