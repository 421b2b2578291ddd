package dev.nara.ui.train;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhyOff;
import dev.nara.ui.train.form.SettingsPane;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The form of the next run with its expected cost and its buttons; if space is short, a bar with a Start button. */
public final class FormCard extends StackPane {
    static final double WIDTH = 312;
    private static final double BAR = 36;
    /** The space reserved for the scroll bar, so that nothing moves when it appears. */
    private static final double SCROLL = 8;

    private final TrainModel model;
    private final SettingsPane settings;
    private final Texts texts;
    private final Node open;
    private final Node bar;

    /**
     * @param buttons the actions of the buttons
     */
    public FormCard(TrainModel model, SettingsPane settings, Texts texts, Buttons buttons) {
        this.model = model;
        this.settings = settings;
        this.texts = texts;
        getStyleClass().addAll("card", "form-card");
        open = open(buttons);
        bar = bar(buttons);
        getChildren().setAll(open, bar);
        fold(false);
    }

    /** The actions of the form's buttons. */
    public interface Buttons {
        /** Starts the runs of the form with this many seeds each. */
        void start(int seeds);

        /** Asks for a number of seeds, and starts with them. */
        void askSeeds();

        /** Pauses or resumes the run that trains. */
        void pause();

        /** Stops the run that trains. */
        void stop();
    }

    /** Turns the form into a bar or back. */
    void fold(boolean folded) {
        open.setVisible(!folded);
        open.setManaged(!folded);
        bar.setVisible(folded);
        bar.setManaged(folded);
        double width = folded ? BAR : WIDTH;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(folded ? BAR : Double.MAX_VALUE);
    }

    private Node bar(Buttons buttons) {
        Button unfold =
                Icons.button("form-unfold", Feather.SLIDERS, texts.binding("train.form.unfold"), () -> fold(false));
        Button go = Icons.button("form-start", Feather.PLAY, texts.binding("action.start"), () -> buttons.start(1));
        go.disableProperty().bind(model.openProperty().not());
        WhyOff.say(go, texts.binding("off.no.data"));
        return new VBox(unfold, go);
    }

    private Node open(Buttons buttons) {
        ScrollPane scroll = new LiveScroll(settings);
        scroll.setFitToWidth(true);
        settings.maxWidthProperty().bind(scroll.widthProperty().subtract(SCROLL));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox foot = new VBox(
                reason("data-coming", Feather.CLOCK, coming()),
                reason("form-problems", Feather.ALERT_TRIANGLE, problems()),
                new StartRow(model, settings, texts, buttons::start, buttons::askSeeds),
                new NowRow(model, texts, buttons::pause, buttons::stop));
        foot.getStyleClass().add("form-foot");
        return new VBox(scroll, new TakesPane(model, texts), foot);
    }

    /** Says why Start is unavailable; hidden while there is no reason. */
    private static Label reason(String id, Feather sign, StringBinding words) {
        Label reason = Labels.wrapped(words, "why-off");
        reason.setId(id);
        reason.setGraphic(Icons.of(sign, "warn"));
        reason.visibleProperty().bind(reason.textProperty().isNotEmpty());
        reason.managedProperty().bind(reason.visibleProperty());
        return reason;
    }

    /** Says that a run has to wait for data that is being read. */
    private StringBinding coming() {
        return Bindings.createStringBinding(
                () -> model.readingProperty().get().isEmpty()
                        ? ""
                        : texts.get("train.coming", model.readingProperty().get()),
                model.readingProperty(),
                texts.localeProperty());
    }

    private StringBinding problems() {
        return Bindings.createStringBinding(
                () -> settings.problemsProperty().get() == 0
                        ? ""
                        : texts.get(
                                "train.problems", settings.problemsProperty().get()),
                settings.problemsProperty(),
                texts.localeProperty());
    }
}
