package dev.nara.ui.data;

import dev.nara.algorithm.Parameter;
import dev.nara.data.Preparation;
import dev.nara.data.prepare.Step;
import dev.nara.data.read.service.ServiceReader;
import dev.nara.text.Text;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.ParameterForm;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhenVisible;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The settings of a preparation, from logs to positives, and the effect of each of its steps. */
final class PreparationPane extends SplitPane {
    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Choice("distinct", "none", List.of("none", "time", "day", "pair")),
            written(
                    "where",
                    Stream.concat(ServiceReader.CONDITIONS.stream(), Stream.of("rating>=4", "event in (view,buy)"))
                            .toList(),
                    "[^;]+(;[^;]+)*"),
            written("positive", List.of("transaction:5,addtocart:2,view:1"), "[^:]+:[^:]+(:[^:]+)*"),
            new Parameter.Suggested("from", Text.of("parameter.range.day"), "\\d{4}-\\d\\d-\\d\\d"),
            new Parameter.Suggested("to", Text.of("parameter.range.day"), "\\d{4}-\\d\\d-\\d\\d"),
            new Parameter.Whole("min_user", "0", 0, 1_000_000),
            new Parameter.Whole("min_item", "0", 0, 1_000_000),
            new Parameter.Whole("core", "0", 0, 1_000_000),
            new Parameter.Suggested(
                    "derive",
                    "",
                    List.of("user.views", "item.views", "user.favourite:genre", "user.age:buckets:4"),
                    "[^;]+(;[^;]+)*"));

    private final ParameterForm form;
    private final Label problem = new Label();
    private Preparation shown = Preparation.USUAL;

    /** {@code changed} gets every valid preparation, {@code save} saves the recipe, {@code export} writes the prepared data. */
    PreparationPane(DataModel model, Texts texts, Consumer<Preparation> changed, Runnable save, Runnable export) {
        form = new ParameterForm(PARAMETERS, texts);
        form.onSettled(() -> changed.accept(preparation()));
        HBox buttons = new HBox(
                Tables.button(texts, "save-recipe", "data.recipe.save", save),
                Tables.button(texts, "export-data", "data.export", export));
        buttons.getStyleClass().add("button-row");
        Label hint = new Label();
        hint.textProperty().bind(texts.binding("data.prepare.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().add("section-detail");
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox left = new VBox(hint, form, problem);
        left.getStyleClass().add("side");
        ScrollPane scroll = new LiveScroll(left);
        scroll.setFitToWidth(true);
        VBox side = new VBox(scroll, buttons);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        side.setMinWidth(330);
        getItems().addAll(side, steps(model, texts));
        setDividerPositions(0.42);
        SplitPane.setResizableWithParent(side, false);
    }

    /** A text parameter that is kept exactly as typed, because it may quote the data. */
    private static Parameter written(String name, List<String> suggestions, String form) {
        return new Parameter.Suggested(
                name,
                "",
                suggestions,
                Text.of("parameter.range.suggested", String.join(", ", suggestions)),
                value -> Optional.of(value.strip()).filter(text -> text.matches(form)));
    }

    private static TableView<Step> steps(DataModel model, Texts texts) {
        TableView<Step> table = Tables.table("steps", texts, "data.steps.none");
        WhenVisible filling =
                new WhenVisible(model.shows("prepare"), () -> table.getItems().setAll(model.steps()));
        model.steps().addListener((ListChangeListener<Step>) change -> filling.due());
        table.getColumns().add(Tables.text(texts, "column.step", 220, s -> name(texts, s)));
        table.getColumns()
                .add(Tables.text(
                        texts,
                        "column.rows",
                        150,
                        s -> Step.change(s.before().rows(), s.after().rows())));
        table.getColumns()
                .add(Tables.text(
                        texts,
                        "column.users",
                        120,
                        s -> Step.change(s.before().users(), s.after().users())));
        table.getColumns()
                .add(Tables.text(
                        texts,
                        "column.items",
                        120,
                        s -> Step.change(s.before().items(), s.after().items())));
        table.getColumns().add(Tables.text(texts, "column.also", 170, s -> s.alsoChanged().stream()
                .map(texts::of)
                .collect(Collectors.joining(" · "))));
        texts.localeProperty().addListener((o, was, is) -> table.refresh());
        return table;
    }

    private static String name(Texts texts, Step step) {
        String name = texts.of(step.name());
        return step.detail().isEmpty() ? name : name + " (" + step.detail() + ")";
    }

    /** Shows the settings with which the open data were prepared; {@code fill} also puts them into the fields. */
    void show(Preparation preparation, boolean fill) {
        shown = preparation;
        problem.setText("");
        if (!fill) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        values.put("distinct", preparation.distinct());
        values.put("where", String.join("; ", preparation.where()));
        values.put("positive", Objects.requireNonNullElse(preparation.positive(), ""));
        values.put("from", preparation.from());
        values.put("to", preparation.to());
        values.put("min_user", Integer.toString(preparation.minimumOfUser()));
        values.put("min_item", Integer.toString(preparation.minimumOfItem()));
        values.put("core", Integer.toString(preparation.core()));
        values.put("derive", String.join("; ", preparation.derive()));
        form.set(values);
    }

    /** Shows why the settings in the form cannot be applied. */
    void wrong(String message) {
        problem.setText("⚠ " + message);
    }

    /** The preparation of the open data, but with these repairs. */
    Preparation with(List<String> ids) {
        return shown.withRepairs(ids);
    }

    private Preparation preparation() {
        Map<String, String> values = form.values();
        return new Preparation(
                shown.repairs(),
                text(values, "distinct"),
                list(text(values, "where")),
                text(values, "from"),
                text(values, "to"),
                number(values, "min_user"),
                number(values, "min_item"),
                number(values, "core"),
                list(text(values, "derive")),
                text(values, "positive"));
    }

    private static String text(Map<String, String> values, String name) {
        return values.getOrDefault(name, "");
    }

    private static int number(Map<String, String> values, String name) {
        return Integer.parseInt(text(values, name));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }
}
