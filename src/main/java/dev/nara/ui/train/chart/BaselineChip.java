package dev.nara.ui.train.chart;

import dev.nara.chart.AmongLevels;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Texts;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Compares the best figure of the run on screen with the strongest cheap algorithm drawn with it. */
public final class BaselineChip extends Label {
    private final Texts texts;
    private final Tooltip all = new Tooltip();

    public BaselineChip(Texts texts) {
        this.texts = texts;
        setId("against-baseline");
        getStyleClass().addAll("chip", "baseline-chip");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(all);
        managedProperty().bind(visibleProperty());
        show(null);
    }

    /** Shows the comparison; null hides the chip. */
    public void show(@Nullable AmongLevels among) {
        setVisible(among != null);
        if (among == null) {
            return;
        }
        int side = among.side();
        setText(BaselineWords.of(among, texts));
        setGraphic(Icons.of(
                side > 0 ? Feather.TRENDING_UP : side < 0 ? Feather.TRENDING_DOWN : Feather.MINUS,
                side > 0 ? "good" : side < 0 ? "warn" : "muted"));
        all.setText(texts.get(
                "baseline.all",
                among.metric(),
                BareNumbers.figure(among.best()),
                among.levels().stream()
                        .map(level -> level.name() + " " + BareNumbers.figure(level.figure()))
                        .collect(Collectors.joining(", "))));
    }
}
