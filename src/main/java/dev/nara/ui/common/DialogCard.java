package dev.nara.ui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A dialog's title, its content, and a row of buttons, which remains visible when the content is scrolled. */
final class DialogCard extends VBox {
    private final HBox buttons = new HBox();
    private final Region gap = new Region();

    /**
     * @param sign an icon before the title; null for none
     */
    DialogCard(@Nullable Node sign, String title, Node content) {
        getStyleClass().addAll("dialog-card");
        Label words = new Label(title);
        words.setWrapText(true);
        words.getStyleClass().add("card-title");
        HBox head = new HBox(words);
        head.getStyleClass().add("card-head");
        if (sign != null) {
            head.getChildren().add(0, sign);
        }
        head.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane room = new Room(content);
        VBox.setVgrow(room, Priority.ALWAYS);
        HBox.setHgrow(gap, Priority.ALWAYS);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        buttons.getChildren().add(gap);
        getChildren().setAll(head, room, buttons);
        setAccessibleText(title);
    }

    /** Adds a button at the end of the row. */
    Button end(String words, Runnable press) {
        Button button = button(words, press);
        buttons.getChildren().add(button);
        return button;
    }

    /** Adds the default button, which Enter presses, at the end of the row. */
    Button accented(String words, Runnable press) {
        Button button = end(words, press);
        button.getStyleClass().add("accent");
        return button;
    }

    /** Adds a button at the beginning of the row. */
    Button begin(String words, Runnable press) {
        Button button = button(words, press);
        buttons.getChildren().add(buttons.getChildren().indexOf(gap), button);
        return button;
    }

    private static Button button(String words, Runnable press) {
        Button button = new Button(words);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> press.run());
        return button;
    }

    /** Disables the button while there is a problem, and shows the problem beside it; "" for none. */
    void refuse(Button button, ObservableValue<String> problem) {
        Label why = Labels.wrapped(problem, "caption", "dialog-problem");
        why.setMaxWidth(280);
        buttons.getChildren().add(buttons.getChildren().indexOf(gap), why);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !problem.getValue().isEmpty(), problem));
        button.accessibleHelpProperty().bind(problem);
    }

    /** Scrolls its content only if that is higher than the available space. */
    private static final class Room extends LiveScroll {
        private static final double BORDERS = 2;

        Room(Node content) {
            super(content);
            getStyleClass().addAll("edge-to-edge", "dialog-room");
            setFitToWidth(true);
            setFitToHeight(true);
            setHbarPolicy(ScrollBarPolicy.NEVER);
            setMinHeight(0);
            setFocusTraversable(false);
        }

        @Override
        public javafx.geometry.Orientation getContentBias() {
            return javafx.geometry.Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefWidth(double height) {
            return getContent().prefWidth(-1) + BORDERS;
        }

        @Override
        protected double computePrefHeight(double width) {
            return getContent().prefHeight(width < 0 ? getContent().prefWidth(-1) : width - BORDERS) + BORDERS;
        }
    }
}
