package dev.nara.ui.export;

import dev.nara.analysis.ProtocolWords;
import dev.nara.competition.CompositionSetup;
import dev.nara.competition.Gain;
import dev.nara.text.BareNumbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.action.Action;
import org.controlsfx.control.action.ActionUtils;
import org.kordamp.ikonli.feather.Feather;

/** The score of the recipe on screen as a sentence; beside it the score on the test part, once the user has asked for it. */
final class VerdictLine extends HBox {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final ExportModel model;
    private final Texts texts;
    private final Pseudonymiser names;
    private final StackPane sign = new StackPane();
    private final Label sentence = new Label();
    private final Label detail = new Label();
    private final Label tested = new Label();
    private final Button test;
    private final MenuButton files = new MenuButton();

    VerdictLine(ExportModel model, Texts texts, RecipeActions actions, Pseudonymiser names) {
        this.model = model;
        this.texts = texts;
        this.names = names;
        test = Tables.button(texts, "compose-test", "export.test", actions::test);
        sentence.setId("compose-score");
        lines(sentence, "page-title");
        lines(detail, "card-detail");
        tested.getStyleClass().add("chip");
        tested.setGraphic(Icons.of(Feather.LOCK));
        tested.setMinWidth(USE_PREF_SIZE);
        test.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(2, sentence, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        sign.getStyleClass().add("verdict-sign");
        files.setId("export-files");
        files.textProperty().bind(texts.binding("export.files"));
        files.setGraphic(Icons.of(Feather.FILE_TEXT));
        files.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(sign, words, test, tested, files);
        getStyleClass().add("verdict");
        setMinHeight(USE_PREF_SIZE);
        for (Observable each : List.of(
                model.judgedProperty(),
                model.countingProperty(),
                model.needsLookProperty(),
                model.problemProperty(),
                model.testedProperty(),
                model.workingProperty(),
                names.onProperty(),
                texts.localeProperty())) {
            each.addListener(o -> show());
        }
        show();
    }

    /** Lets the label wrap its text. */
    private static void lines(Label label, String style) {
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        Tips.on(label, label.textProperty());
    }

    /** Sets the actions that write further files of the run on screen. */
    void files(List<Action> actions) {
        files.getItems()
                .setAll(actions.stream().map(ActionUtils::createMenuItem).toList());
    }

    private void show() {
        ExportModel.Judged judged = model.judgedProperty().get();
        Throwable problem = model.problemProperty().get();
        pseudoClassStateChanged(OLD, model.countingProperty().get() && judged != null);
        ExportModel.Tested onTest = model.testedProperty().get();
        shown(tested, onTest != null);
        boolean needs = model.needsLookProperty().get();
        shown(test, needs || (onTest == null && judged != null && !judged.onTest()));
        test.setDisable(
                model.countingProperty().get() || model.workingProperty().get());
        if (onTest != null) {
            CompositionSetup.Scored scored = onTest.scored();
            tested.setText(texts.get(
                    "export.tested",
                    onTest.looks(),
                    BareNumbers.figure(scored.whole().score()),
                    BareNumbers.figure(scored.whole().low()),
                    BareNumbers.figure(scored.whole().high())));
        }
        if (problem != null && !model.countingProperty().get()) {
            sign("bad", Feather.ALERT_CIRCLE);
            sentence.setText(texts.get("export.unscored"));
            detail.setText(texts.of(problem));
        } else if (judged == null) {
            sign("", Feather.LIST);
            boolean counting = model.countingProperty().get();
            sentence.setText(texts.get(counting ? "export.counting" : needs ? "export.needs.look" : "export.no.score"));
            detail.setText(counting ? "" : texts.get(needs ? "export.needs.look.why" : "export.no.score.why"));
        } else {
            show(judged);
        }
    }

    private void show(ExportModel.Judged judged) {
        CompositionSetup.Scored scored = judged.scored();
        boolean better = judged.gain().filter(Gain::real).map(Gain::difference).orElse(0.0) > 0;
        boolean worse = judged.gain().filter(Gain::real).map(Gain::difference).orElse(0.0) < 0;
        sign(
                better ? "good" : worse ? "warn" : "",
                better ? Feather.CHECK : worse ? Feather.ALERT_TRIANGLE : Feather.ACTIVITY);
        sentence.setText(texts.get(
                model.countingProperty().get() ? "export.score.was" : "export.score.is",
                BareNumbers.figure(scored.whole().score()),
                BareNumbers.figure(scored.whole().low()),
                BareNumbers.figure(scored.whole().high()),
                Text.of(judged.onTest() ? "part.TEST" : "part.VALIDATION")));
        List<Text> parts = new ArrayList<>();
        judged.gain().ifPresent(gain -> parts.add(gain(judged, gain)));
        // Dates are hidden in presentation mode.
        if (!names.onProperty().get()) {
            parts.add(
                    Text.of("said.as.written", ProtocolWords.split(scored.part().spec(), texts.locale())));
        }
        parts.add(scored.scoredUsers().words());
        parts.add(Text.of("export.score.interval"));
        detail.setText(parts.stream().map(texts::of).collect(Collectors.joining(" · ")));
    }

    private Text gain(ExportModel.Judged judged, Gain gain) {
        String key =
                !gain.real() ? "export.gain.noise" : gain.difference() > 0 ? "export.gain.better" : "export.gain.worse";
        return Text.of(
                key,
                BareNumbers.signed(gain.difference(), 3),
                BareNumbers.signed(gain.low(), 3),
                BareNumbers.signed(gain.high(), 3),
                SourceWords.of(judged.scored().recipe().blocks().get(gain.block()), texts));
    }

    private void sign(String style, Feather icon) {
        sign.getChildren().setAll(Icons.of(icon));
        sign.getStyleClass().setAll("verdict-sign");
        if (!style.isEmpty()) {
            sign.getStyleClass().add(style);
        }
    }

    private static void shown(Label label, boolean shown) {
        label.setVisible(shown);
        label.setManaged(shown);
    }

    private static void shown(Button button, boolean shown) {
        button.setVisible(shown);
        button.setManaged(shown);
    }
}
