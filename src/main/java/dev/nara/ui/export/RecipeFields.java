package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Words;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The settings of one block of the recipe, and the filters of all lists, as fields. */
final class RecipeFields extends GridPane {
    private final Texts texts;
    private final Runnable changed;
    private final ComboBox<String> seen = new ComboBox<>();
    private final ComboBox<String> blend = new ComboBox<>();
    private final TextField take;
    private final TextField ages;
    private final TextField weights;
    private final TextField series;
    private final TextField genres;
    private final TextField without;
    private final TextField share;
    private final TextField diversity;
    private boolean filling;

    /** {@code changed} takes what stands in the fields. */
    RecipeFields(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        getStyleClass().addAll("facts", "side");
        choice(seen, "block-seen", List.of("", "any", "new", "only"), s -> "seen." + (s.isEmpty() ? "usual" : s));
        choice(blend, "block-blend", List.of("ranks", "scores"), s -> "blend." + s);
        heading("export.of.block");
        row("export.seen", seen);
        take = field("export.take", "block-take");
        ages = field("export.ages", "block-ages");
        row("export.blending", blend);
        weights = field("export.weights", "block-weights");
        heading("export.of.all");
        series = field("export.series", "filter-series");
        genres = field("export.genres", "filter-genres");
        without = field("export.without", "filter-without");
        share = field("export.share", "filter-share");
        diversity = field("export.diversity", "filter-diversity");
    }

    private interface Key {
        String of(String value);
    }

    private void choice(ComboBox<String> box, String id, List<String> values, Key key) {
        box.setId(id);
        box.getItems().addAll(values);
        Words.show(box, texts, value -> texts.get(key.of(value)));
        box.setOnAction(e -> changed());
    }

    private TextField field(String key, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setOnAction(e -> changed());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                changed();
            }
        });
        row(key, field);
        return field;
    }

    private void changed() {
        if (!filling) {
            changed.run();
        }
    }

    private void heading(String key) {
        add(Labels.of(texts.binding(key), "section-title"), 0, getRowCount(), 2, 1);
    }

    private void row(String key, Control control) {
        Label name = Labels.whole(texts.binding(key), "fact-name");
        name.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        GridPane.setHgrow(control, Priority.ALWAYS);
        addRow(getRowCount(), name, control);
    }

    /** Shows a block, null for none, and the filters. */
    void fill(ComposeRecipe.@Nullable Block block, ComposeRecipe.Filters filters) {
        filling = true;
        List.of(seen, blend, take, ages, weights).forEach(field -> field.setDisable(block == null));
        if (block != null) {
            seen.setValue(block.seen());
            blend.setValue(block.blend());
            take.setText(TypedRecipe.plain(block.take()));
            ages.setText(block.ages());
            weights.setText(TypedRecipe.weights(block));
            boolean several = block.runs().size() > 1;
            blend.setDisable(!several);
            weights.setDisable(!several);
        }
        series.setText(TypedRecipe.plain(filters.seriesAtMost()));
        genres.setText(String.join(", ", filters.genres()));
        without.setText(String.join(", ", filters.withoutGenres()));
        share.setText(TypedRecipe.plain(filters.minimumWatchedShare()));
        diversity.setText(TypedRecipe.plain(filters.diversity()));
        filling = false;
    }

    /** The block with what stands in the fields. */
    ComposeRecipe.Block block(ComposeRecipe.Block old) {
        ComposeRecipe.Block block = TypedRecipe.choices(old, seen.getValue(), blend.getValue());
        block = TypedRecipe.take(block, take.getText());
        block = TypedRecipe.ages(block, ages.getText());
        return TypedRecipe.weights(block, weights.getText());
    }

    /** The filters with what stands in the fields. */
    ComposeRecipe.Filters filters(ComposeRecipe.Filters old) {
        ComposeRecipe.Filters filters = TypedRecipe.series(old, series.getText());
        filters = TypedRecipe.genres(filters, genres.getText(), without.getText());
        filters = TypedRecipe.share(filters, share.getText());
        return TypedRecipe.diversity(filters, diversity.getText());
    }
}
