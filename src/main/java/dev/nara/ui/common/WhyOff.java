package dev.nara.ui.common;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says why a control is disabled: to screen readers, and in a tooltip, because JavaFX shows no tooltips on disabled controls. Only for the
 * JavaFX thread.
 */
public final class WhyOff {
    private static final Duration DELAY = Duration.millis(400);
    private static final double BELOW = 16;
    private static final double WIDTH = 420;

    private final Node all;
    private final Tooltip tip = new Tooltip();
    private final PauseTransition rest = new PauseTransition(DELAY);
    private @Nullable Node under;
    private double x;
    private double y;

    private WhyOff(Node all) {
        this.all = all;
        tip.setWrapText(true);
        tip.setMaxWidth(WIDTH);
        rest.setOnFinished(e -> show());
    }

    /** Sets the reason to be shown while the control is disabled; "" for none. */
    public static void say(Node control, ObservableValue<String> reason) {
        control.getProperties().put(WhyOff.class, reason);
        Runnable tell = () -> control.setAccessibleHelp(control.isDisabled() ? reason.getValue() : null);
        control.disabledProperty().addListener((o, was, is) -> tell.run());
        reason.addListener((o, was, is) -> tell.run());
        tell.run();
    }

    /** From now on shows the reasons of all controls within {@code all}. */
    static void on(Node all) {
        WhyOff seen = new WhyOff(all);
        all.addEventFilter(MouseEvent.MOUSE_MOVED, seen::moved);
        all.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> seen.over(null));
        all.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, e -> {
            if (e.getTarget().equals(all)) {
                seen.over(null);
            }
        });
    }

    /** Why a node is disabled; "" if it is enabled or has no reason. */
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
        Node at = pick(all, new Point2D(event.getSceneX(), event.getSceneY()));
        while (at != null && reason(at).isEmpty()) {
            at = at.getParent();
        }
        over(at);
    }

    /** The topmost node at a point, including disabled ones, which JavaFX does not report; null for none. */
    private static @Nullable Node pick(Node node, Point2D scene) {
        Point2D at = node.sceneToLocal(scene);
        if (!node.isVisible()
                || node.isMouseTransparent()
                || !node.getBoundsInLocal().contains(at)) {
            return null;
        }
        if (node instanceof Parent parent) {
            List<Node> children = parent.getChildrenUnmodifiable();
            for (int n = children.size() - 1; n >= 0; n--) {
                Node found = pick(children.get(n), scene);
                if (found != null) {
                    return found;
                }
            }
        }
        return node.isPickOnBounds() || node.contains(at) ? node : null;
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
