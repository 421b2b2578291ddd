package dev.nara.ui.child;

import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.child.ChildModel.Listing;
import dev.nara.ui.child.ChildModel.Scored;
import dev.nara.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;

/** Describes the figures below the list of children, or says why there are none. */
final class ScoresFoot extends Label {
    private final ChildModel model;
    private final Texts texts;

    ScoresFoot(ChildModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("child-protocol");
        getStyleClass().add("rail-foot");
        setWrapText(true);
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        textProperty()
                .bind(Bindings.createStringBinding(
                        this::protocol,
                        model.scoredProperty(),
                        model.figuresReadProperty(),
                        model.listingProperty(),
                        model.runProperty(),
                        model.liveProperty(),
                        texts.localeProperty()));
    }

    private String protocol() {
        Scored scored = model.scoredProperty().get();
        var run = model.runProperty().get();
        if (model.listingProperty().get() == Listing.LOADING
                || !model.figuresReadProperty().get()) {
            return texts.get("child.protocol.reading");
        }
        if (run == null) {
            return texts.get("child.protocol.no.run");
        }
        if (Double.isNaN(scored.mean())) {
            boolean trains = model.liveProperty().get() != null;
            return texts.get(trains ? "child.protocol.training" : "child.protocol.none", Long.toString(run.id()));
        }
        String interval = Double.isNaN(scored.low())
                ? ""
                : texts.get(
                        "child.protocol.interval",
                        BareNumbers.rounded(scored.low(), 3),
                        BareNumbers.rounded(scored.high(), 3));
        return texts.get(
                "child.protocol",
                scored.metric(),
                scored.epoch(),
                Text.of(run.spec().amongSamples() ? "child.protocol.sampled" : "child.protocol.full"),
                Numbers.grouped(scored.figures().ofUser().size()),
                BareNumbers.rounded(scored.mean(), 3),
                interval);
    }
}
