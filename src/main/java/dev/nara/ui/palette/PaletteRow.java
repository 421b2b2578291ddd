package dev.nara.ui.palette;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Tips;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line of the palette: an icon, the name with matches in bold, the hint, a value, and keys. */
final class PaletteRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Hit hit;

    PaletteRow(Hit hit) {
        this.hit = hit;
        Entry entry = hit.entry();
        getStyleClass().add("palette-row");
        getChildren().add(Icons.of(entry.sign()));
        getChildren().add(text(hit.name(), "palette-name", Region.USE_PREF_SIZE));
        if (!entry.possible()) {
            getStyleClass().add("off");
            getChildren().add(label(entry.off(), "palette-why"));
        } else if (!hit.hint().isEmpty()) {
            getChildren().add(text(hit.hint(), "palette-hint", 0));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(gap);
        if (!entry.value().isEmpty()) {
            Label value = label(entry.value(), "palette-value");
            value.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(value);
        }
        if (!entry.keys().isEmpty()) {
            getChildren().add(caps(entry.keys()));
        }
        setAccessibleText(spoken());
        setFocusTraversable(false);
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(0);
        Tips.on(label, words);
        return label;
    }

    private static Node text(List<Fuzzy.Part> parts, String style, double least) {
        HBox line = new HBox();
        line.getStyleClass().add(style);
        line.setMinWidth(0);
        for (Fuzzy.Part part : parts) {
            Label label = new Label(part.text());
            label.setMinWidth(least);
            if (part.found()) {
                label.getStyleClass().add("found");
                label.setMinWidth(Region.USE_PREF_SIZE);
            }
            line.getChildren().add(label);
        }
        return line;
    }

    /** The keys, each as a cap. */
    static HBox caps(List<String> keys) {
        HBox caps = new HBox();
        caps.getStyleClass().add("palette-caps");
        for (String key : keys) {
            Label cap = new Label(key);
            cap.getStyleClass().add("keys");
            caps.getChildren().add(cap);
        }
        caps.setMinWidth(Region.USE_PREF_SIZE);
        return caps;
    }

    Entry entry() {
        return hit.entry();
    }

    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }

    /** The text for screen readers, with the reason if it is disabled. */
    String spoken() {
        Entry entry = hit.entry();
        return Stream.of(entry.name(), beside(), entry.value(), String.join("+", entry.keys()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String beside() {
        return hit.entry().possible()
                ? hit.hint().stream().map(Fuzzy.Part::text).collect(Collectors.joining())
                : hit.entry().off();
    }
}
