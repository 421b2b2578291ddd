package dev.nara.ui.common;

import dev.nara.text.Text;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;

/**
 * A small question mark beside a term. It opens an explanation, a formula or source, and a link to the term's page of the guide. The texts
 * are {@code what.TERM} (the name), {@code what.TERM.text} and {@code what.TERM.source}.
 */
public final class WhatIsThis {
    private static final double WIDTH = 320;

    private WhatIsThis() {}

    /** An event that asks the window to open a page of the guide. */
    public static final class Asked extends Event {
        private static final long serialVersionUID = 1;

        /** The type of all such events. */
        public static final EventType<Asked> GUIDE = new EventType<>(Event.ANY, "GUIDE");

        private final String page;

        Asked(EventTarget from, String page) {
            super(from, from, GUIDE);
            this.page = page;
        }

        /** The name of the page, such as {@code evaluation}. */
        public String page() {
            return page;
        }
    }

    /** The question mark of a term in the texts; {@code page} is a page of the guide. */
    public static Button button(Texts texts, String term, String page) {
        return button(
                texts,
                Text.of("what." + term),
                Text.of("what." + term + ".text"),
                Text.of("what." + term + ".source"),
                page);
    }

    /** The question mark of anything with a name, an explanation, and a source or formula. */
    public static Button button(Texts texts, Text name, Text explanation, Text source, String page) {
        Button button = new Button();
        button.setGraphic(Icons.of(Feather.HELP_CIRCLE));
        button.getStyleClass().addAll("flat", "icon-button", "what");
        button.accessibleTextProperty().bind(texts.binding("what.is", name));
        button.setOnAction(e -> open(
                button,
                texts,
                new VBox(
                        label(texts.of(name), "strong"),
                        label(texts.of(explanation), "what-text"),
                        label(texts.of(source), "caption"),
                        link(button, texts, page))));
        return button;
    }

    private static void open(Node at, Texts texts, VBox content) {
        content.getStyleClass().add("what-card");
        content.setPrefWidth(WIDTH);
        PopOver over = new PopOver(content);
        over.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        over.setAnimated(Motion.on());
        over.setTitle(texts.get("what.title"));
        over.show(at);
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setAlignment(Pos.TOP_LEFT);
        label.getStyleClass().add(style);
        return label;
    }

    private static Hyperlink link(Node from, Texts texts, String page) {
        Hyperlink link = new Hyperlink(texts.get("what.more"));
        link.setOnAction(e -> {
            link.getScene().getWindow().hide();
            Event.fireEvent(from, new Asked(from, page));
        });
        return link;
    }
}
