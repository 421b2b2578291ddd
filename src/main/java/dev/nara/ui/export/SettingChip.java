package dev.nara.ui.export;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** A setting as a chip with its value; a press opens a small editor. */
final class SettingChip {
    private static final double NAME = 110;

    private SettingChip() {}

    /** A chip to choose one of several values, each with its text. */
    static MenuButton choice(
            String id, String now, List<String> values, Function<String, String> words, Consumer<String> chosen) {
        MenuButton chip = chip(id, now);
        for (String value : values) {
            MenuItem item = new MenuItem(words.apply(value));
            item.setMnemonicParsing(false);
            item.setOnAction(e -> chosen.accept(value));
            chip.getItems().add(item);
        }
        return chip;
    }

    /** A chip with a text field, accepted with Enter. */
    static MenuButton typed(String id, String now, String name, String value, Consumer<String> typed) {
        MenuButton chip = chip(id, now);
        TextField field = field(id, value);
        chip.getItems().add(item(chip, field, name, typed));
        chip.setOnShown(e -> {
            field.requestFocus();
            field.selectAll();
        });
        return chip;
    }

    /** A chip with a menu of settings that are not set, each with its name and a text field. */
    static MenuButton more(String id, String now, Map<String, String> names, BiConsumer<String, String> typed) {
        MenuButton chip = chip(id, now);
        names.forEach((setting, name) -> {
            TextField field = field(setting, "");
            chip.getItems().add(item(chip, field, name, text -> typed.accept(setting, text)));
        });
        return chip;
    }

    private static TextField field(String id, String value) {
        TextField field = new TextField(value);
        field.setId(id + "-field");
        field.setPrefColumnCount(10);
        return field;
    }

    private static MenuItem item(MenuButton chip, TextField field, String name, Consumer<String> typed) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(NAME);
        HBox row = new HBox(8, label, field);
        row.getStyleClass().add("card-head");
        String value = field.getText();
        field.setOnAction(e -> {
            String text = field.getText();
            chip.hide();
            // Restores the old value: invalid text is ignored, and an accepted value gets a chip of its own.
            field.setText(value);
            typed.accept(text);
        });
        return new CustomMenuItem(row, false);
    }

    private static MenuButton chip(String id, String now) {
        MenuButton chip = new MenuButton(now);
        chip.setId(id);
        chip.setMnemonicParsing(false);
        chip.getStyleClass().addAll("chip", "setting-chip");
        chip.setMinWidth(MenuButton.USE_PREF_SIZE);
        return chip;
    }
}
