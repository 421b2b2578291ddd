package dev.nara.ui.train;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhyOff;
import dev.nara.ui.train.form.SettingsPane;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The button that starts the runs of the form, and beside it a menu to start them with several seeds. */
final class StartRow extends HBox {
    private static final int[] SEEDS = {1, 3, 5};

    private final TrainModel model;
    private final SettingsPane settings;
    private final Texts texts;
    private final IntConsumer start;
    private final IntegerProperty seeds = new SimpleIntegerProperty(5);
    /** Whether there are no runs to start. */
    private final BooleanProperty nothing = new SimpleBooleanProperty();

    private final Button one = new Button();
    private final SplitMenuButton several = new SplitMenuButton();

    /**
     * @param start starts the runs of the form with this many seeds each
     * @param ask asks for a number of seeds and starts with them
     */
    StartRow(TrainModel model, SettingsPane settings, Texts texts, IntConsumer start, Runnable ask) {
        this.model = model;
        this.settings = settings;
        this.texts = texts;
        this.start = start;
        BooleanBinding refused = model.preparingProperty()
                .or(settings.problemsProperty().greaterThan(0))
                .or(model.readingProperty().isNotEmpty())
                .or(model.openProperty().not());
        face();
        one.disableProperty().bind(refused.or(nothing));
        one.setOnAction(e -> start.accept(1));
        WhyOff.say(one, why(false));
        one.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(one, Priority.ALWAYS);
        several.setId("start-seeds");
        several.getStyleClass().addAll("accent", "right-pill", "start-seeds");
        several.setMinWidth(Region.USE_PREF_SIZE);
        several.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("start.seeds", seeds.get()), seeds, texts.localeProperty()));
        several.disableProperty().bind(refused.or(Bindings.createBooleanBinding(this::search, model.aheadProperty())));
        WhyOff.say(several, why(true));
        several.setOnAction(e -> start.accept(seeds.get()));
        for (int n : SEEDS) {
            several.getItems().add(item("start.seeds.n", n));
        }
        MenuItem own = new MenuItem();
        own.textProperty().bind(texts.binding("start.seeds.own"));
        own.setOnAction(e -> ask.run());
        several.getItems().add(own);
        getStyleClass().add("start-row");
        getChildren().addAll(one, several);
        model.aheadProperty().addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        settings.onChange(this::show);
        show();
    }

    /** Sets the icon, the text and the key. */
    private void face() {
        one.setId("start");
        one.getStyleClass().addAll("accent", "left-pill", "start");
        Label words = new Label();
        words.textProperty().bind(one.textProperty());
        HBox face = new HBox(Icons.of(Feather.PLAY), words, new Label("F5"));
        face.getStyleClass().add("start-face");
        face.getChildren().get(2).getStyleClass().add("key");
        one.setGraphic(face);
        one.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    /** Why no run can be started now. */
    private ObservableValue<String> why(boolean seeds) {
        return Bindings.createStringBinding(
                () -> {
                    int wrong = settings.problemsProperty().get();
                    String coming = model.readingProperty().get();
                    return wrong > 0
                            ? texts.get("train.problems", wrong)
                            : !coming.isEmpty() ? texts.get("train.coming", coming) : texts.get(other(seeds));
                },
                settings.problemsProperty(),
                model.readingProperty(),
                model.preparingProperty(),
                model.openProperty(),
                texts.localeProperty());
    }

    private String other(boolean seeds) {
        if (!model.openProperty().get()) {
            return "off.no.data";
        }
        return model.preparingProperty().get() ? "off.preparing" : seeds ? "off.search.seeds" : "takes.none";
    }

    private MenuItem item(String key, int n) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.binding(key, n));
        item.setOnAction(e -> {
            seeds.set(n);
            start.accept(n);
        });
        return item;
    }

    private boolean search() {
        return !settings.varied().few();
    }

    private void show() {
        int runs = model.aheadProperty().get().fresh().size();
        boolean same = model.aheadProperty().get().varied().equals(settings.varied());
        nothing.set(same && !search() && !model.aheadProperty().get().runs().isEmpty() && runs == 0);
        one.setText(
                search()
                        ? texts.get("start.search")
                        : texts.get(
                                "start.runs",
                                same && runs > 0
                                        ? runs
                                        : settings.varied().count().orElse(1)));
    }
}
