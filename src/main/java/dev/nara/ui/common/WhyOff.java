package dev.nara.ui.common;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says of a control that is off why it is: to screen readers, and in a tooltip, which the toolkit shows of no control that is off.
 * Touched on the JavaFX thread only.
 */
public final class WhyOff {
    private static final Duration DELAY = Duration.millis(400);
    private static final double BELOW = 16;
    private static final double WIDTH = 420;

    private final Tooltip tip = new Tooltip();
    private final PauseTransition rest = new PauseTransition(DELAY);
    private @Nullable Node under;
    private double x;
    private double y;

    private WhyOff() {
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH);
        rest.setOnFinished(e -> show());
    }

    /** The control is off for that reason while it is off; "" for no reason. */
    public static void say(Node control, ObservableValue<String> reason) {
        control.getProperties().put(WhyOff.class, reason);
        Runnable tell = () -> control.setAccessibleHelp(control.isDisabled() ? reason.getValue() : null);
        control.disabledProperty().addListener((o, was, is) -> tell.run());
        reason.addListener((o, was, is) -> tell.run());
        tell.run();
    }

    /** From now on the reasons of all within are seen. */
    static void on(Node all) {
        WhyOff seen = new WhyOff();
        all.addEventFilter(MouseEvent.MOUSE_MOVED, seen::moved);
        all.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> seen.over(null));
        all.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, e -> {
            if (e.getTarget().equals(all)) {
                seen.over(null);
            }
        });
    }

    /** Why what is there cannot be used; "" where it can. */
    static String reason(@Nullable Node there) {
        return there != null
                        && there.isDisabled()
                        && there.getProperties().get(WhyOff.class) instanceof ObservableValue<?> reason
                ? String.valueOf(reason.getValue())
                : "";
    }

    private void moved(MouseEvent event) {
        x = event.getScreenX();
        y = event.getScreenY();
        Node at = event.getPickResult().getIntersectedNode();
        while (at != null && reason(at).isEmpty()) {
            at = at.getParent();
        }
        over(at);
    }

    private void over(@Nullable Node now) {
        if (now == null ? under != null : !now.equals(under)) {
            tip.hide();
            rest.stop();
            if (now != null) {
                rest.playFromStart();
            }
        }
        under = now;
    }

    private void show() {
        Node now = under;
        String reason = reason(now);
        if (now != null && !reason.isEmpty() && now.getScene() != null) {
            tip.setText(reason);
            tip.show(now, x, y + BELOW);
        }
    }
}
