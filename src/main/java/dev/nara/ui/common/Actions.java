package dev.nara.ui.common;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.controlsfx.control.action.Action;
import org.controlsfx.control.action.ActionUtils;
import org.jspecify.annotations.Nullable;

/** The window's actions by id; its menus and buttons are made from them. */
public final class Actions {
    private final Texts texts;
    private final Map<String, Action> actions = new LinkedHashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    public Actions(Texts texts) {
        this.texts = texts;
    }

    /** Adds an action that is always available, see {@link #add(String, String, Runnable, BooleanExpression, String)}. */
    public void add(String id, String keys, Runnable handler) {
        add(id, keys, handler, null, "");
    }

    /**
     * Adds an action named by the text {@code action.ID}.
     *
     * @param keys the key combination, "" for none; must not be that of another action
     * @param disabled true while the action is unavailable; null for never
     * @param why the key of the text that says why it is unavailable
     */
    public void add(String id, String keys, Runnable handler, @Nullable BooleanExpression disabled, String why) {
        Action action = new Action(e -> handler.run());
        action.textProperty().bind(texts.binding("action." + id));
        if (!keys.isEmpty()) {
            KeyCombination combination = KeyCombination.valueOf(keys);
            if (!(combination instanceof KeyCodeCombination)) {
                // JavaFX takes an unknown key name for a character that no key produces.
                throw new IllegalArgumentException(keys);
            }
            if (actions.values().stream().anyMatch(other -> combination.equals(other.getAccelerator()))) {
                throw new IllegalArgumentException("used twice: " + keys);
            }
            action.setAccelerator(combination);
        }
        if (disabled != null) {
            action.disabledProperty().bind(disabled);
        }
        actions.put(id, action);
        reasons.put(id, why);
    }

    /** Why an action is unavailable now; "" if it is available. */
    public String off(String id) {
        return get(id).isDisabled() ? texts.get(Objects.requireNonNull(reasons.get(id))) : "";
    }

    /** The title of the menu that contains an action; "" for none. */
    public String place(String id) {
        String menu = places.get(id);
        return menu == null ? "" : texts.get("menu." + menu).replaceAll("\\(_.\\)|_", "");
    }

    /** The ids of all actions, in the order they were added. */
    public List<String> all() {
        return List.copyOf(actions.keySet());
    }

    /** All actions with keys, one per line. */
    public String shortcuts() {
        return actions.values().stream()
                .filter(action -> action.getAccelerator() != null)
                .map(action -> action.getAccelerator().getDisplayText() + "   " + action.getText())
                .collect(Collectors.joining("\n"));
    }

    /** The action with that id. */
    public Action get(String id) {
        return Objects.requireNonNull(actions.get(id), id);
    }

    /** A menu with the title {@code menu.ID} in the texts; "-" is a separator. */
    public Menu menu(String id, String... entries) {
        Menu menu = new Menu();
        menu.textProperty().bind(texts.binding("menu." + id));
        for (String entry : entries) {
            menu.getItems().add(entry.equals("-") ? new SeparatorMenuItem() : item(entry));
            places.putIfAbsent(entry, id);
        }
        return menu;
    }

    /** A menu entry of an action. */
    public MenuItem item(String id) {
        MenuItem item = ActionUtils.createMenuItem(get(id));
        item.setId("menu-" + id);
        return item;
    }

    /** A button for an action; while the action is unavailable it says why. */
    public Button button(String id) {
        Action action = get(id);
        Button button = ActionUtils.createButton(action);
        button.setId(id.replace('.', '-'));
        WhyOff.say(
                button, Bindings.createStringBinding(() -> off(id), action.disabledProperty(), texts.localeProperty()));
        return button;
    }

    /** A menu bar of these menus. */
    public static MenuBar bar(Menu... menus) {
        MenuBar bar = new MenuBar(menus);
        bar.setUseSystemMenuBar(true);
        return bar;
    }
}
