package dev.nara.ui.data.figures;

import dev.nara.data.prepare.Step;
import dev.nara.spec.SplitParts;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Tips;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The counts after each step from the files to the training part; a bar is the share of the rows that were read. */
final class StepTable extends GridPane {
    private static final double BAR = 100;

    /** The counts after a step. */
    record Left(String name, long rows, int users, int items) {}

    StepTable() {
        setId("data-steps");
        getStyleClass().add("step-table");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        wide.setMinWidth(BAR);
        getColumnConstraints().add(wide);
        for (int c = 0; c < 3; c++) {
            ColumnConstraints number = new ColumnConstraints();
            number.setHalignment(HPos.RIGHT);
            getColumnConstraints().add(number);
        }
    }

    /** The counts after the steps of a preparation, and those of the training part once it is known. */
    static List<Left> of(Step.Counts read, List<Step> steps, @Nullable SplitParts parts, DataWords words) {
        List<Left> all = new ArrayList<>();
        all.add(left(words.texts().get("data.left.read"), read));
        for (Step step : steps) {
            String name = step.id().startsWith("repair.")
                    ? words.texts().get("finding." + step.id().substring("repair.".length()) + ".done")
                    : words.texts().of(step.name());
            all.add(left(name, step.after()));
        }
        if (parts != null) {
            SplitParts.Train train = parts.train();
            String until = train.days().isPresent() && parts.test().days().isPresent()
                    ? words.texts()
                            .get("data.left.until", words.day(train.days().get().last()))
                    : words.texts().get("data.left.train");
            all.add(new Left(until, train.rows(), train.users(), train.items()));
            all.add(new Left(words.get("pairs"), train.pairs(), train.users(), train.items()));
        }
        return all;
    }

    private static Left left(String name, Step.Counts counts) {
        return new Left(name, counts.rows(), counts.users(), counts.items());
    }

    void show(List<Left> all, DataWords words) {
        getChildren().clear();
        head(words);
        double most = Math.max(1, all.get(0).rows());
        for (int r = 0; r < all.size(); r++) {
            Left left = all.get(r);
            Label name = label(left.name());
            Tips.on(name, left.name());
            Region bar = new Region();
            bar.getStyleClass().add("step-bar");
            bar.setMaxWidth(BAR * left.rows() / most);
            VBox cell = new VBox(name, bar);
            addRow(
                    r + 1,
                    cell,
                    label(Numbers.grouped(left.rows())),
                    label(Numbers.grouped(left.users())),
                    label(Numbers.grouped(left.items())));
        }
    }

    private void head(DataWords words) {
        for (String name : List.of("head.rows", "head.users", "head.items")) {
            Label label = label(words.get(name));
            label.getStyleClass().add("muted");
            add(label, getChildren().size() + 1, 0);
        }
    }

    private static Label label(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("step-cell");
        return label;
    }
}
