package dev.nara.ui.common;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.TranslateTransition;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** A note on screen: one line with an undo button, or a coloured edge, a sentence, and buttons. */
final class Toast extends HBox {
    private static final double SLIDE = 140;
    private static final double DISTANCE = 8;

    private final Note note;
    private final Texts texts;
    private final Consumer<Toast> close;
    private final IntegerProperty left;

    Toast(Note note, Texts texts, Consumer<Toast> close) {
        this.note = note;
        this.texts = texts;
        this.close = close;
        left = new SimpleIntegerProperty(note.kind().seconds());
        getStyleClass().addAll("toast", note.kind().style());
        Button shut = Icons.button("", Feather.X, texts.binding("dialog.close"), () -> close.accept(this));
        boolean small = note.kind() == Note.Kind.UNDO;
        Node body = small ? line() : body();
        HBox.setHgrow(body, Priority.ALWAYS);
        setAlignment(small ? Pos.CENTER_LEFT : Pos.TOP_LEFT);
        getChildren().setAll(new HBox(Icons.of(note.kind().sign(), note.kind().style())), body, shut);
        setAccessibleText(note.subject() + " " + note.message());
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                close.accept(this);
                e.consume();
            }
        });
    }

    private Node line() {
        Label words = new Label(note.message());
        words.setMinWidth(0);
        Tips.on(words, note.message());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(words, gap);
        for (Note.Step step : note.steps()) {
            Hyperlink link = new Hyperlink(step.name());
            link.getStyleClass().add("strong");
            link.setMinWidth(USE_PREF_SIZE);
            link.setOnAction(e -> act(step));
            line.getChildren().add(link);
        }
        Label seconds = new Label();
        seconds.setMinWidth(USE_PREF_SIZE);
        seconds.getStyleClass().add("muted");
        seconds.textProperty().bind(left.map(n -> texts.get("notices.seconds", n)));
        line.getChildren().add(seconds);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setSpacing(4);
        return line;
    }

    private Node body() {
        VBox body = new VBox(sentence());
        body.setSpacing(8);
        if (!note.steps().isEmpty() || !note.file().isEmpty()) {
            body.getChildren().add(foot(note.steps()));
        }
        return body;
    }

    private Node sentence() {
        Text subject = new Text(note.subject() + " ");
        subject.getStyleClass().addAll("toast-words", "strong");
        Text message = new Text(note.message());
        message.getStyleClass().add("toast-words");
        return new TextFlow(subject, message);
    }

    private Node foot(List<Note.Step> steps) {
        HBox foot = new HBox();
        foot.setSpacing(8);
        foot.setAlignment(Pos.CENTER_LEFT);
        for (Note.Step step : steps) {
            Button button = new Button(step.name(), Icons.of(step.sign()));
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(e -> act(step));
            foot.getChildren().add(button);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label file = new Label(note.file());
        file.getStyleClass().add("caption");
        file.setMinWidth(0);
        Tips.on(file, note.file());
        foot.getChildren().addAll(gap, file);
        return foot;
    }

    /** An undo runs only once, so it closes the note; other actions leave it open. */
    private void act(Note.Step step) {
        if (note.kind() == Note.Kind.UNDO) {
            close.accept(this);
        }
        step.act().run();
    }

    /** Slides in if animations are on. */
    void rise() {
        if (Motion.on()) {
            TranslateTransition slide = new TranslateTransition(Motion.millis(SLIDE), this);
            slide.setFromY(DISTANCE);
            slide.setToY(0);
            slide.play();
        }
    }

    Note note() {
        return note;
    }

    /** Called every second; returns whether the note has expired, which it does not while it has the mouse or the focus. */
    boolean over() {
        boolean held = isHover()
                || (getScene() != null && Reachable.inside(this, getScene().getFocusOwner()));
        if (note.kind().seconds() > 0 && !held) {
            left.set(left.get() - 1);
            return left.get() <= 0;
        }
        return false;
    }
}
