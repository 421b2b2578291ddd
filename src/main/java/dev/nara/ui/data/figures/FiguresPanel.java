package dev.nara.ui.data.figures;

import dev.nara.data.prepare.Step;
import dev.nara.spec.SplitParts;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Theme;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The panel to the right: four charts of the rows, and the counts after each step. */
public final class FiguresPanel extends VBox {
    /** The largest gap between two charts, in pixels. */
    private static final double GAP = 40;
    /** The factor by which charts grow at most in a high window. */
    private static final double HIGHER = 1.8;

    private static final double TITLE = 22;

    private final LengthsDrawing lengths;
    private final RanksDrawing ranks;
    private final HeatDrawing heat;
    private final WeeksDrawing weeks;
    private final StepTable steps = new StepTable();
    private final Label[] titles = new Label[5];
    private final Label[] details = new Label[5];
    private final Node[] sections = new Node[5];

    /** {@code open} shows rows. */
    public FiguresPanel(ReadOnlyObjectProperty<Theme> theme, Consumer<RowsQuery> open) {
        lengths = new LengthsDrawing(theme, open);
        ranks = new RanksDrawing(theme, open);
        heat = new HeatDrawing(theme, open);
        weeks = new WeeksDrawing(theme, open);
        setId("data-figures");
        getStyleClass().addAll("card", "figures-panel");
        List<Region> contents = List.of(lengths, ranks, heat, weeks, steps);
        for (int s = 0; s < contents.size(); s++) {
            if (s > 0) {
                Region gap = new Region();
                VBox.setVgrow(gap, Priority.ALWAYS);
                gap.setMaxHeight(s == contents.size() - 1 ? Double.MAX_VALUE : GAP);
                getChildren().add(gap);
                gap.managedProperty().bind(contents.get(s).visibleProperty());
            }
            getChildren().add(section(s, contents.get(s)));
        }
        sections[4].getStyleClass().add("figures-last");
    }

    private Node section(int place, Region content) {
        titles[place] = new Label();
        titles[place].getStyleClass().add("figure-title");
        details[place] = new Label();
        details[place].getStyleClass().add("caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox section = new VBox(new HBox(titles[place], gap, details[place]), content);
        section.setPadding(new Insets(0, 14, 0, 14));
        section.getStyleClass().add("figure");
        if (content instanceof Drawing drawing) {
            VBox.setVgrow(drawing, Priority.ALWAYS);
            VBox.setVgrow(section, Priority.ALWAYS);
            section.setMaxHeight(TITLE + HIGHER * drawing.getPrefHeight());
        }
        section.visibleProperty().bind(content.visibleProperty());
        section.managedProperty().bind(content.visibleProperty());
        sections[place] = section;
        return section;
    }

    public void show(Opened opened, Step.Counts read, @Nullable SplitParts parts, DataWords words) {
        boolean clock = opened.dataset().clock();
        lengths.show(opened.profile(), words);
        ranks.show(opened.profile(), words);
        heat.setVisible(clock);
        weeks.setVisible(clock);
        if (clock) {
            heat.show(opened.profile().activity(), words);
            weeks.show(opened.profile().activity(), words);
        }
        steps.show(StepTable.of(read, opened.prepared().steps(), parts, words), words);
        String zone = opened.profile().zoneName();
        say(0, words.get("per.user"), words.get("per.user.detail"));
        say(1, words.get("per.item"), words.texts().get("data.by.rank"));
        say(2, words.texts().get("data.heat"), zone.isEmpty() ? words.get("rows") : words.get("rows") + ", " + zone);
        say(3, words.get("weeks"), words.texts().get("data.narrow"));
        say(4, words.texts().get("data.left"), "");
    }

    private void say(int place, String title, String detail) {
        titles[place].setText(title);
        details[place].setText(detail);
    }
}
