package dev.nara.ui.child;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;

/** The keys of the Child workspace, active everywhere in it except in text fields. */
final class ChildKeys {
    private final ChildModel model;
    private final ChildRail rail;
    private final ChildView view;
    private final WhatIf whatIf;

    ChildKeys(ChildModel model, ChildRail rail, ChildView view, WhatIf whatIf) {
        this.model = model;
        this.rail = rail;
        this.view = view;
        this.whatIf = whatIf;
        for (Node part : new Node[] {rail, view.root()}) {
            part.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        }
    }

    private void key(KeyEvent event) {
        if (event.isConsumed()
                || event.getTarget() instanceof TextInputControl
                || event.isShortcutDown()
                || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case SLASH -> rail.toSearch();
            case UP -> rail.step(-1);
            case DOWN -> rail.step(1);
            case SPACE -> view.play().toggle();
            case COMMA -> model.epochs().step(-1);
            case PERIOD -> model.epochs().step(1);
            case HOME -> model.epochs().look(1);
            case END -> model.epochs().look(Integer.MAX_VALUE);
            case W -> fire("#child-watch");
            case T -> view.bar().turn();
            case B -> view.bar().offerAnother();
            case ESCAPE -> whatIf.reset();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void fire(String button) {
        if (view.root().lookup(button) instanceof ToggleButton toggle) {
            toggle.fire();
        }
    }
}
