package dev.nara.ui.data.cards;

import dev.nara.data.Dataset;
import dev.nara.spec.RunSettings;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Shows the kind of split, and offers the kinds that suit the data. */
final class SplitMenu extends MenuButton {
    private final Texts texts;
    private final Consumer<Map<String, String>> set;
    private final Runnable more;

    /** {@code set} gets the chosen split, {@code more} opens all of its settings. */
    SplitMenu(Texts texts, Consumer<Map<String, String>> set, Runnable more) {
        this.texts = texts;
        this.set = set;
        this.more = more;
        setId("split-kind");
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        accessibleTextProperty().bind(texts.binding("data.card.split"));
    }

    /** Offers the kinds of split that suit a dataset. */
    void offer(Dataset dataset) {
        List<String> ways = new ArrayList<>();
        if (dataset.given() != null) {
            ways.add("given");
        }
        if (dataset.clock()) {
            ways.add("time");
        }
        if (dataset.timed()) {
            ways.add("leave-one-out");
        }
        ways.addAll(List.of("random-ratio:0.8", "random:0.8"));
        getItems().clear();
        for (String way : ways) {
            MenuItem item = new MenuItem(name(way));
            item.setId("split-" + way.replaceAll(":.*", ""));
            item.setOnAction(e -> set.accept(Map.of(RunSettings.SPLIT, way, RunSettings.VALIDATION, "")));
            getItems().add(item);
        }
        MenuItem all = new MenuItem(texts.get("data.split.all"));
        all.setId("split-settings");
        all.setOnAction(e -> more.run());
        getItems().addAll(new SeparatorMenuItem(), all);
    }

    /** Shows the kind of a split. */
    void show(String split) {
        setText(name(split));
    }

    private String name(String split) {
        int colon = split.indexOf(':');
        String way = colon < 0 ? split : split.substring(0, colon);
        return texts.get("splitway." + way);
    }
}
