package dev.nara.ui.tune.space;

import dev.nara.data.DataException;
import dev.nara.search.space.Dimension;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import dev.nara.ui.tune.model.TuneWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Edits the searched choices by a chip for each, below its column; the last selected one cannot be removed. */
final class ChoiceEditor extends HBox {
    /** The number of letters that fit into the chips of a row. */
    private static final int LETTERS = 28;

    private final Map<String, ToggleButton> chips = new LinkedHashMap<>();
    private final Dimension whole;
    private final Consumer<Dimension> narrowed;

    /** {@code narrowed} gets the edited dimension. */
    ChoiceEditor(Dimension whole, String name, Texts texts, Consumer<Dimension> narrowed) {
        this.whole = whole;
        this.narrowed = narrowed;
        setPadding(new Insets(2, SpaceStrip.MARGIN, 4, SpaceStrip.MARGIN));
        int longest = whole.values().stream()
                .mapToInt(value -> TuneWords.choice(texts, whole.name(), value).length())
                .max()
                .orElse(0);
        boolean stacked = longest * whole.values().size() > LETTERS;
        for (String value : whole.values()) {
            String shown = TuneWords.choice(texts, whole.name(), value);
            ToggleButton chip = new ToggleButton(stacked ? stacked(shown) : shown);
            chip.setId("space-chip-" + whole.name() + "-" + value.replace(',', '-'));
            chip.getStyleClass().add("space-chip");
            chip.setAccessibleText(name + ": " + shown);
            Tips.on(chip, shown);
            chip.setMinWidth(0);
            chip.setMaxHeight(Double.MAX_VALUE);
            chip.setPrefWidth(10);
            chip.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(chip, Priority.ALWAYS);
            HBox.setMargin(chip, new Insets(0, 1, 0, 1));
            chip.setOnAction(e -> choose(chip));
            chips.put(value, chip);
        }
        getChildren().addAll(chips.values());
    }

    /** Sizes of layers on separate lines, if they do not fit side by side. */
    static String stacked(String value) {
        return value.replace('-', '\n');
    }

    void show(Dimension now) {
        chips.forEach((value, chip) -> chip.setSelected(now.contains(value)));
    }

    private void choose(ToggleButton chip) {
        List<String> kept = chips.entrySet().stream()
                .filter(each -> each.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
        try {
            narrowed.accept(whole.narrowed(kept));
        } catch (DataException nothingLeft) {
            chip.setSelected(true);
        }
    }
}
