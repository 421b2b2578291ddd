package dev.nara.ui.tune;

import dev.nara.search.study.Trial;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A button for each kind of trials, with their number. */
final class TrialFilters extends HBox {
    private final Texts texts;
    private final Map<TrialFilter, ToggleButton> buttons = new EnumMap<>(TrialFilter.class);
    private TrialFilter chosen = TrialFilter.ALL;

    TrialFilters(Texts texts, Runnable changed) {
        this.texts = texts;
        getStyleClass().add("trial-filters");
        ToggleGroup group = new ToggleGroup();
        for (TrialFilter each : TrialFilter.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("trials-" + each.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.getStyleClass().addAll("flat", "trial-filter");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(each == TrialFilter.ALL);
            Tips.on(button, texts.binding("trialfilter." + each + ".help"));
            button.managedProperty().bind(button.visibleProperty());
            button.setOnAction(e -> {
                button.setSelected(true);
                chosen = each;
                changed.run();
            });
            buttons.put(each, button);
            getChildren().add(button);
        }
    }

    TrialFilter chosen() {
        return chosen;
    }

    /** Counts the trials. In an ended study, finished trials replace those alive. */
    void show(List<Trial> trials, boolean ended) {
        buttons.forEach((each, button) -> {
            long count = trials.stream().filter(each::holds).count();
            button.setText(texts.get("trialfilter." + each, count));
            button.setVisible(each != (ended ? TrialFilter.ALIVE : TrialFilter.FINISHED));
        });
    }
}
