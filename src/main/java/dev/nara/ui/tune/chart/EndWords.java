package dev.nara.ui.tune.chart;

import dev.nara.search.picture.OutcomeWords;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyChoice.Verdict;
import dev.nara.search.study.StudySnapshot;
import dev.nara.text.Text;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The verdict with its icon, the chosen setting, and its expected or tested figure. */
final class EndWords extends VBox {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    private final Texts texts;
    private final Label about = line("cell-detail");
    private final Label sign = new Label();
    private final Label headline = line("end-headline");
    private final Label interval = line("end-interval");
    private final Label chosen = line("end-line");
    private final Label expected = line("end-line");
    private final Label luck = line("cell-detail");

    EndWords(Texts texts) {
        this.texts = texts;
        getStyleClass().add("end-words");
        headline.setId("tune-verdict");
        chosen.setId("tune-chosen");
        expected.setId("tune-expected");
        sign.getStyleClass().add("end-sign");
        sign.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        HBox verdict = new HBox(8, sign, new VBox(headline, interval));
        getChildren().addAll(about, verdict, chosen, expected, luck);
    }

    private static Label line(String style) {
        Label line = new Label();
        line.setWrapText(true);
        line.setMinWidth(0);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add(style);
        return line;
    }

    void show(StudySnapshot study, StudyChoice choice) {
        about.setText(OutcomeWords.about(study, texts.locale()));
        boolean good = choice.verdict() == Verdict.REAL && choice.trial() != choice.preset();
        boolean open = choice.verdict() == Verdict.NOT_SETTLED || choice.trial() == 0;
        sign.setText(good ? "✓" : open ? "!" : "=");
        sign.pseudoClassStateChanged(GOOD, good);
        sign.pseudoClassStateChanged(OPEN, open);
        headline.setText(texts.of(OutcomeWords.headline(study, choice)));
        say(interval, OutcomeWords.detail(choice));
        boolean one = choice.trial() > 0;
        say(chosen, one ? Optional.of(OutcomeWords.chosen(study, choice)) : Optional.empty());
        say(
                expected,
                OutcomeWords.test(study, choice)
                        .map(OutcomeWords::tested)
                        .or(() -> one ? OutcomeWords.expected(choice) : Optional.empty()));
        say(
                luck,
                OutcomeWords.test(study, choice)
                        .map(OutcomeWords::looks)
                        .or(() -> one ? Optional.of(OutcomeWords.luck(study, choice)) : Optional.empty()));
    }

    private void say(Label label, Optional<Text> words) {
        label.setText(words.map(texts::of).orElse(""));
        label.setVisible(words.isPresent());
        label.setManaged(words.isPresent());
    }

    /** The whole text for screen readers. */
    String all() {
        return String.join(" ", List.of(headline.getText(), interval.getText(), chosen.getText(), expected.getText()));
    }
}
