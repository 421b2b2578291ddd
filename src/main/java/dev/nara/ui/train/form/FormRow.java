package dev.nara.ui.train.form;

import dev.nara.algorithm.Parameter;
import dev.nara.data.DataException;
import dev.nara.search.VariedSettings.Varied;
import dev.nara.text.Text;
import dev.nara.ui.common.FieldEditors;
import dev.nara.ui.common.FieldValue;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/**
 * A row of the form of the next run: its name, its control, and a fork that lets it have several values, which are then shown below. A bar
 * to its left marks a difference from the run on screen.
 */
final class FormRow extends VBox {
    /** The width of the names of essentials and of all others, in pixels. */
    static final double ESSENTIAL = 82;

    static final double OTHER = 112;

    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final String FORK = "M2.5 7.5h3M5.5 7.5c2.5 0 2.5-4 5-4h2M5.5 7.5h7M5.5 7.5c2.5 0 2.5 4 5 4h2";

    private final String name;
    private final Texts texts;
    private final List<FieldValue> fields;
    private final Optional<LinkedSizes> links;
    private final VaryRow vary;
    private final ToggleButton fork = new ToggleButton();
    private final Label label;
    private final Region editor;

    /**
     * @param name the key of its text: {@code parameter.NAME} or {@code essential.NAME}
     * @param parts each a field with the fields that follow its value
     */
    FormRow(String name, List<List<FieldValue>> parts, double width, boolean varies, FormAround around) {
        this.name = name;
        this.texts = around.texts();
        fields = parts.stream().flatMap(List::stream).toList();
        FieldValue first = fields.get(0);
        boolean sizes = name.startsWith("essential.");
        links = sizes ? Optional.of(new LinkedSizes(parts, around.filling())) : Optional.empty();
        editor = sizes
                ? new SizeEditor(parts.stream().map(part -> part.get(0)).toList(), texts, links.orElseThrow())
                : FieldEditors.of(first, texts);
        vary = new VaryRow(first.parameter(), texts, first::value);
        vary.setPadding(new Insets(0, 8, 6, width + 24));
        label = label(width);
        label.setLabelFor(editor);
        new FieldMenu(first, texts, () -> around.help().accept(first.parameter().name()), varies ? this::toggle : null)
                .of(label);
        HBox.setHgrow(editor, Priority.ALWAYS);
        HBox line = new HBox(label, editor, varies ? fork(first.parameter()) : gap());
        line.getStyleClass().add("form-line");
        getStyleClass().add("form-row");
        getChildren().addAll(line, vary);
        fields.forEach(field -> {
            Label problem = FieldEditors.problem(field);
            problem.setPadding(new Insets(0, 8, 6, width + 24));
            getChildren().add(problem);
            field.differsProperty().addListener((o, was, is) -> mark());
        });
        vary.textProperty().addListener((o, was, is) -> {
            fork.setSelected(!is.isEmpty());
            if (was.isEmpty() && !is.isEmpty()) {
                links.ifPresent(l -> l.linkedProperty().set(true));
            }
            mark();
            around.changed().run();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, varies, around));
    }

    private Label label(double width) {
        ObservableValue<String> words = Bindings.createStringBinding(this::title, texts.localeProperty());
        Label made = Labels.of(words, "field-label");
        made.setWrapText(true);
        made.setMinWidth(width);
        made.setPrefWidth(width);
        made.setMaxWidth(width);
        Tips.wrapped(made, fields.get(0).helpProperty());
        return made;
    }

    /** The short name if there is one. */
    private String title() {
        return texts.get(Text.exists(name + ".short", texts.locale()) ? name + ".short" : name);
    }

    private static Region gap() {
        Region gap = new Region();
        gap.setMinWidth(28);
        return gap;
    }

    private Node fork(Parameter parameter) {
        SVGPath sign = new SVGPath();
        sign.setContent(FORK);
        sign.getStyleClass().add("fork-sign");
        fork.setGraphic(sign);
        fork.setId("vary-" + parameter.name());
        fork.getStyleClass().add("fork");
        fork.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("vary.what", texts.get(name)), texts.localeProperty()));
        Tips.on(fork, texts.binding("vary.help"));
        fork.setOnAction(e -> vary.vary(fork.isSelected()));
        fork.setFocusTraversable(false);
        return fork;
    }

    private void toggle() {
        vary.vary(vary.textProperty().get().isEmpty());
    }

    private void pressed(KeyEvent event, boolean varies, FormAround around) {
        if (varies && event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            toggle();
            event.consume();
        } else if (event.getCode() == KeyCode.F1 && !event.isShiftDown()) {
            around.help().accept(fields.get(0).parameter().name());
            event.consume();
        }
    }

    private void mark() {
        pseudoClassStateChanged(DIFFERS, differs());
    }

    /** Whether it differs from the run on screen, or has several values. */
    boolean differs() {
        return varies()
                || fields.stream().anyMatch(field -> field.differsProperty().get());
    }

    /** Whether it has several values. */
    boolean varies() {
        return !vary.textProperty().get().isEmpty();
    }

    /** The values as in {@code --space}; "" if it has a single one. */
    String variedText() {
        return vary.textProperty().get();
    }

    /** Gives it several values, or a single one for "". */
    void vary(String values) {
        vary.textProperty().set(values);
    }

    /** The varied values; empty if it has a single one, or if they are invalid. */
    Optional<Varied> varied() {
        FieldValue first = fields.get(0);
        List<String> others = fields.stream()
                .skip(1)
                .filter(field -> links.isPresent() && field.value().equals(first.value()))
                .map(field -> field.parameter().name())
                .toList();
        try {
            return varies() ? Optional.of(Varied.of(first.parameter(), variedText(), others)) : Optional.empty();
        } catch (DataException e) {
            return Optional.empty();
        }
    }

    /** Called after the form was filled. */
    void filled() {
        links.ifPresent(LinkedSizes::filled);
    }

    /** The names of its parameters. */
    Stream<String> names() {
        return fields.stream().map(field -> field.parameter().name());
    }

    /** The names of its parameters with matching fields. */
    List<String> names(Predicate<FieldValue> condition) {
        return fields.stream()
                .filter(condition)
                .map(field -> field.parameter().name())
                .toList();
    }

    /** Whether one of its names or its help contains the words. */
    boolean matches(String words) {
        String wanted = words.toLowerCase(texts.locale());
        return Stream.concat(
                        Stream.of(texts.get(name), title()),
                        fields.stream()
                                .flatMap(field -> Stream.of(
                                        field.parameter().name(),
                                        texts.get(
                                                "parameter." + field.parameter().name()),
                                        field.helpProperty().get())))
                .anyMatch(text -> text.toLowerCase(texts.locale()).contains(wanted));
    }

    /** Moves the focus to its control. */
    void focusEditor() {
        Node control = editor.isFocusTraversable()
                ? editor
                : editor.lookupAll("*").stream()
                        .filter(Node::isFocusTraversable)
                        .findFirst()
                        .orElse(editor);
        control.requestFocus();
    }
}
