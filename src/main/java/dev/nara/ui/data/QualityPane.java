package dev.nara.ui.data;

import dev.nara.data.Finding;
import dev.nara.data.prepare.Quality;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhenVisible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The quality page: every finding with its count, examples, effect, and a switch for its repair. */
final class QualityPane extends ScrollPane {
    private final Texts texts;
    private final Pseudonymiser pseudonymiser;
    private final Consumer<List<String>> repairs;
    private final VBox list = new VBox();
    private final WhenVisible showing;
    private List<Finding> findings = List.of();
    private List<String> applied = List.of();

    /** {@code repairs} gets the ids of all repairs that are to be on, whenever one is switched. */
    QualityPane(DataModel model, Texts texts, Pseudonymiser pseudonymiser, Consumer<List<String>> repairs) {
        this.pseudonymiser = pseudonymiser;
        showing = new WhenVisible(model.shows("quality"), this::fill);
        pseudonymiser.onProperty().addListener((o, was, is) -> showing.due());
        this.texts = texts;
        this.repairs = repairs;
        list.getStyleClass().add("findings");
        setContent(list);
        setFitToWidth(true);
        setId("quality");
        texts.localeProperty().addListener((o, was, is) -> showing.due());
    }

    /** What was found, and which repairs are on. */
    void show(List<Finding> found, List<String> ids) {
        findings = List.copyOf(found);
        applied(ids);
    }

    /** Which repairs are on. */
    void applied(List<String> ids) {
        applied = List.copyOf(ids);
        showing.due();
    }

    private void fill() {
        list.getChildren().clear();
        Quality.mendableFirst(findings).forEach(f -> list.getChildren().add(card(f)));
        if (findings.isEmpty()) {
            list.getChildren().add(new Label(texts.get("data.findings.none")));
        }
    }

    private Region card(Finding finding) {
        Label what =
                label(texts.of(Text.of("finding." + finding.id(), Numbers.grouped(finding.count()))), "finding-what");
        Label effect = label(texts.get("finding." + finding.id() + ".effect"), "finding-effect");
        // Examples name users and items by id.
        String shown = pseudonymiser.onProperty().get()
                ? texts.get("child.masked")
                : String.join("   ·   ", finding.examples());
        Label examples = label(shown, "finding-examples");
        VBox card = new VBox(what, effect, examples);
        card.getStyleClass().add("finding");
        if (!finding.repair().isEmpty()) {
            CheckBox repair = new CheckBox(texts.get("repair." + finding.repair()));
            repair.setId("repair-" + finding.repair());
            repair.setSelected(applied.contains(finding.repair()));
            repair.setOnAction(e -> switched(finding.repair(), repair.isSelected()));
            card.getChildren().add(repair);
        }
        return card;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }

    private void switched(String repair, boolean on) {
        List<String> now = new ArrayList<>(applied);
        now.remove(repair);
        if (on) {
            now.add(repair);
        }
        applied = List.copyOf(now);
        repairs.accept(applied);
    }
}
