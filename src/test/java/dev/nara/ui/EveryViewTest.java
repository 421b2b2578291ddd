package dev.nara.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.run.RunState;
import dev.nara.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every workspace in both languages at 1280×800: no words are cut that cannot be read elsewhere,
 * everything has a name, and nothing is painted through an effect.
 */
class EveryViewTest extends WindowTest {
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    /** Lines of text stand so close, in pixels. */
    private static final double SLACK = 4;

    private final RailUnderTest runs = new RailUnderTest();

    @Start
    void open(Stage stage) throws Exception {
        nara = WindowUnderTest.open(stage, folder, folder);
    }

    @Test
    void nothingIsCutAndNothingIsWithoutAName() {
        nara.awaitData("sample-data");
        nara.robot().interact(() -> nara.window().workspace(1));
        nara.smallModel();
        for (int run = 1; run <= 2; run++) {
            nara.set("epochs", Integer.toString(run));
            nara.menu("start");
            long id = run;
            nara.await("run " + run + " has ended", () -> runs.is(id, RunState.FINISHED));
        }
        runs.chooseAll();
        Set<String> found = new TreeSet<>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            nara.robot().interact(() -> nara.window().localeProperty().set(language));
            for (int workspace = 0; workspace < 6; workspace++) {
                int place = workspace;
                nara.robot().interact(() -> nara.window().workspace(place));
                WaitForAsyncUtils.waitForFxEvents();
                nara.robot().interact(() -> {
                    // What has just come is laid out with the next pulse.
                    nara.stage().getScene().getRoot().applyCss();
                    nara.stage().getScene().getRoot().layout();
                    look(nara.stage().getScene().getRoot(), language.getLanguage() + " " + place + ": ", found);
                });
            }
        }
        assertEquals("", String.join("\n", found));
        inANarrowWindow(found);
        assertEquals("", String.join("\n", found));
    }

    /** A small laptop's window, with the form open; no words lie on others. */
    private void inANarrowWindow(Set<String> found) {
        nara.robot().interact(() -> {
            nara.stage().setWidth(1086);
            nara.stage().setHeight(680);
        });
        for (int workspace = 0; workspace < 6; workspace++) {
            int place = workspace;
            nara.robot().interact(() -> nara.window().workspace(place));
            WaitForAsyncUtils.waitForFxEvents();
            if (place == 1 && OnFx.get(() -> OnFx.button("#form-unfold").isVisible())) {
                OnFx.run(OnFx.button("#form-unfold")::fire);
            }
            WaitForAsyncUtils.waitForFxEvents();
            nara.robot().interact(() -> {
                nara.stage().getScene().getRoot().layout();
                crowded(nara.stage().getScene().getRoot(), "narrow " + place + ": ", found);
            });
        }
    }

    private static void crowded(Parent root, String where, Set<String> found) {
        List<Labeled> words = new ArrayList<>();
        collect(root, words);
        for (int n = 0; n < words.size(); n++) {
            for (int m = n + 1; m < words.size(); m++) {
                Bounds one = seen(words.get(n));
                Bounds other = seen(words.get(m));
                double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
                double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
                if (across > SLACK && down > SLACK) {
                    found.add(where + "“" + words.get(n).getText() + "” lies on “"
                            + words.get(m).getText() + "”");
                }
            }
        }
    }

    private static void collect(Node node, List<Labeled> words) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            words.add(labeled);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    /** Where its words are, as far as they are not clipped away. */
    private static Bounds seen(Labeled labeled) {
        Bounds seen = labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(text -> text.localToScene(text.getBoundsInLocal()))
                .findFirst()
                .orElse(new BoundingBox(0, 0, 0, 0));
        for (Node at = labeled; at != null; at = at.getParent()) {
            if (at.getClip() != null) {
                Bounds clip = at.localToScene(at.getClip().getBoundsInParent());
                double left = Math.max(seen.getMinX(), clip.getMinX());
                double top = Math.max(seen.getMinY(), clip.getMinY());
                seen = new BoundingBox(
                        left,
                        top,
                        Math.max(0, Math.min(seen.getMaxX(), clip.getMaxX()) - left),
                        Math.max(0, Math.min(seen.getMaxY(), clip.getMaxY()) - top));
            }
        }
        return seen;
    }

    private static void look(Node node, String where, Set<String> found) {
        if (!node.isVisible()
                || node instanceof ScrollBar
                || node.getLayoutBounds().getWidth() <= 0) {
            return;
        }
        if (node instanceof Labeled labeled && isCut(labeled) && !hasTooltip(labeled)) {
            found.add(where + "cut: " + labeled.getText() + " " + labeled.getStyleClass() + " " + labeled.getId());
        }
        if (node instanceof Control control
                && control.isFocusTraversable()
                && !control.isDisabled()
                && name(control).isBlank()) {
            found.add(where + "no name: " + control.getClass().getSimpleName() + " " + control.getStyleClass() + " "
                    + control.getId());
        }
        // All that is in it is painted anew, and then the effect, for each change: only what lies over the views has a
        // shadow.
        if (node.getEffect() != null && !node.getStyleClass().contains("toast")) {
            found.add(where + "an effect: " + node.getClass().getSimpleName() + " " + node.getStyleClass());
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, where, found));
        }
    }

    private static boolean isCut(Labeled labeled) {
        String whole = labeled.isMnemonicParsing() ? labeled.getText().replace("_", "") : labeled.getText();
        // Its own words: those of a sign or a key beside them are a label's of their own.
        return whole != null
                && !whole.isBlank()
                && labeled.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .anyMatch(shown -> shown.isVisible()
                                && shown.getStyleClass().contains("text")
                                && !shown.getText().equals(whole));
    }

    private static boolean hasTooltip(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getProperties().containsKey(TOOLTIP)
                    || Tips.of(at).isPresent()
                    || (at instanceof Control control && control.getTooltip() != null)) {
                return true;
            }
        }
        return false;
    }

    private static String name(Control control) {
        if (control.getAccessibleText() != null) {
            return control.getAccessibleText();
        }
        if (control instanceof ButtonBase || control instanceof Label) {
            return String.valueOf(((Labeled) control).getText());
        }
        boolean needsOne = control instanceof TextInputControl
                || control instanceof ComboBoxBase
                || control instanceof ListView
                || control instanceof TableView
                || control instanceof Slider;
        boolean labelled = control.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null;
        boolean prompted = control instanceof TextInputControl input
                && !input.getPromptText().isBlank();
        return !needsOne || labelled || prompted ? "named" : "";
    }
}
