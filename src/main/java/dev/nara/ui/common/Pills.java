package dev.nara.ui.common;

import dev.nara.algorithm.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * An editor for a sequence of values, each on a pill: a click edits it, Delete removes it, dragging or the arrow keys with Ctrl move it,
 * and a plus at the end adds another. The text has a separator between the values.
 */
public final class Pills extends FlowPane {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Texts texts;
    private final String sign;
    private final boolean chain;
    private final UnaryOperator<String> words;
    private final Function<String, Optional<String>> reading;
    private final StringProperty text = new SimpleStringProperty("");
    private final List<Button> pills = new ArrayList<>();
    private double grabbed;

    private Pills(Texts texts, boolean chain, UnaryOperator<String> words, Function<String, Optional<String>> reading) {
        super(chain ? 1 : 3, 4);
        this.texts = texts;
        this.sign = chain ? "-" : "|";
        this.chain = chain;
        this.words = words;
        this.reading = reading;
        getStyleClass().add("pills");
        text.addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    /** A chain of sizes, such as 64-32-16. */
    static Pills sizes(Texts texts) {
        return new Pills(
                texts, true, size -> size, typed -> Optional.of(typed).filter(size -> size.matches("[1-9]\\d{0,3}")));
    }

    /** Alternative values of a parameter, such as 8|16|32. */
    public static Pills values(Texts texts, Parameter parameter) {
        String name = parameter.name();
        List<String> options = parameter instanceof Parameter.Choice choice
                ? choice.options()
                : parameter instanceof Parameter.Suggested suggested ? suggested.suggestions() : List.of();
        return new Pills(
                texts,
                false,
                value -> parameter instanceof Parameter.Real && value.startsWith("0.")
                        ? value.substring(1)
                        : texts.value(name, value),
                typed -> options.stream()
                        .filter(option -> texts.value(name, option).equals(typed))
                        .findFirst()
                        .or(() -> parameter.normal(typed)));
    }

    /** The values as text. */
    public StringProperty textProperty() {
        return text;
    }

    private List<String> values() {
        String all = text.get().strip();
        return all.isEmpty() ? List.of() : Arrays.asList(all.split("\\s*[" + sign + (chain ? "," : "") + "]\\s*", -1));
    }

    private void put(List<String> values) {
        text.set(String.join(sign, values));
    }

    private void show() {
        pills.clear();
        getChildren().clear();
        List<String> values = values();
        for (int n = 0; n < values.size(); n++) {
            if (chain && n > 0) {
                getChildren().add(Icons.of(Feather.CHEVRON_RIGHT, "pill-arrow"));
            }
            Button pill = pill(n, values.get(n), values.size());
            pills.add(pill);
            getChildren().add(pill);
        }
        if (chain && !values.isEmpty()) {
            getChildren().add(Icons.of(Feather.CHEVRON_RIGHT, "pill-arrow"));
        }
        Button add = Icons.button("", Feather.PLUS, texts.binding("pill.add"), this::add);
        add.getStyleClass().setAll("button", "pill", "pill-add");
        getChildren().add(add);
    }

    private Button pill(int n, String value, int of) {
        Button pill = new Button(words.apply(value));
        pill.setMnemonicParsing(false);
        pill.getStyleClass().add("pill");
        pill.setAccessibleText(texts.get("pill.value", words.apply(value), n + 1, of));
        Tips.on(pill, texts.binding("pill.help"));
        pill.setOnAction(e -> edit(n));
        pill.setOnKeyPressed(e -> pressed(e, n));
        pill.setOnMousePressed(e -> grabbed = e.getSceneX());
        pill.setOnMouseDragged(e -> pill.setTranslateX(e.getSceneX() - grabbed));
        pill.setOnMouseReleased(e -> released(e, n));
        return pill;
    }

    private void pressed(KeyEvent event, int n) {
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            remove(n);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.LEFT) {
            move(n, n - 1);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.RIGHT) {
            move(n, n + 1);
        } else {
            return;
        }
        event.consume();
    }

    private void released(MouseEvent event, int n) {
        Node pill = pills.get(n);
        double middle = pill.getBoundsInParent().getCenterX();
        boolean dragged = Math.abs(pill.getTranslateX()) > 4;
        pill.setTranslateX(0);
        if (dragged) {
            event.consume();
            int to = (int) pills.stream()
                    .filter(other -> !other.equals(pill) && other.getLayoutY() == pill.getLayoutY())
                    .filter(other -> other.getBoundsInParent().getCenterX() < middle)
                    .count();
            move(n, to);
        }
    }

    private void move(int from, int to) {
        List<String> values = new ArrayList<>(values());
        if (to >= 0 && to < values.size()) {
            values.add(to, values.remove(from));
            put(values);
            pills.get(to).requestFocus();
        }
    }

    private void remove(int n) {
        List<String> values = new ArrayList<>(values());
        if (values.size() > 1) {
            values.remove(n);
            put(values);
            pills.get(Math.min(n, pills.size() - 1)).requestFocus();
        }
    }

    /** Adds a value at the end and edits it; a new size is suggested as half of the last. */
    private void add() {
        edit(pills.size());
    }

    /** Replaces a pill by a text field; an index beyond the last adds a value. */
    private void edit(int n) {
        List<String> values = values();
        TextField field = new TextField(words.apply(n < values.size() ? values.get(n) : suggested(values)));
        field.getStyleClass().add("pill-field");
        field.setAccessibleText(texts.get("pill.edit"));
        int at = n < pills.size()
                ? getChildren().indexOf(pills.get(n))
                : getChildren().size() - 1;
        if (n < pills.size()) {
            getChildren().set(at, field);
        } else {
            getChildren().add(at, field);
        }
        field.setOnAction(e -> {
            if (!take(n, field.getText())) {
                field.pseudoClassStateChanged(ERROR, true);
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                show();
                focus(n);
            }
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is && getChildren().contains(field) && !take(n, field.getText())) {
                show();
            }
        });
        field.requestFocus();
        field.selectAll();
    }

    private String suggested(List<String> values) {
        String last = values.isEmpty() ? "" : values.get(values.size() - 1);
        return chain && last.matches("\\d{1,4}") ? Integer.toString(Math.max(1, Integer.parseInt(last) / 2)) : last;
    }

    /** Accepts typed text, which may contain several values, if all are valid; returns whether it did. An empty text removes the value. */
    private boolean take(int n, String typed) {
        List<String> values = new ArrayList<>(values());
        List<String> parts = reading.apply(typed.strip()).map(List::of).orElseGet(() -> Arrays.stream(
                        typed.split(chain ? "[\\s,>-]+" : "[\\s,|]+"))
                .filter(part -> !part.isBlank())
                .toList());
        List<String> read =
                parts.stream().flatMap(part -> reading.apply(part).stream()).toList();
        if (read.size() < parts.size() || (parts.isEmpty() && values.size() == 1 && n == 0)) {
            return false;
        }
        if (n < values.size()) {
            values.remove(n);
        }
        values.addAll(Math.min(n, values.size()), read);
        String before = text.get();
        put(chain ? values : values.stream().distinct().toList());
        if (text.get().equals(before)) {
            show();
        }
        focus(n);
        return true;
    }

    private void focus(int n) {
        if (!pills.isEmpty()) {
            pills.get(Math.min(n, pills.size() - 1)).requestFocus();
        }
    }
}
