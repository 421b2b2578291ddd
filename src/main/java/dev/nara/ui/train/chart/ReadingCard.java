package dev.nara.ui.train.chart;

import dev.nara.chart.CurveColours;
import dev.nara.chart.CurveOptions;
import dev.nara.chart.DrawnRun;
import dev.nara.chart.RunPicture;
import dev.nara.chart.RunScene;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.Texts;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** Shows the values of the runs at the crosshair: a row per run with the metric and the loss. */
final class ReadingCard extends GridPane {
    private final Texts texts;

    ReadingCard(Texts texts) {
        this.texts = texts;
        setId("curve-values");
        getStyleClass().add("reading-card");
        setVisible(false);
    }

    void show(RunScene.Readings readings, RunPicture picture, CurveColours colours) {
        getChildren().clear();
        CurveOptions.Along along = picture.options().along();
        String place = BareNumbers.value(Double.toString(readings.place()));
        add(label(texts.get("train.at." + along, place), "strong"), 0, 0);
        add(label(picture.metric(), "caption"), 1, 0);
        add(label(texts.get("chart.loss"), "caption"), 2, 0);
        int row = 1;
        for (RunScene.Reading reading : readings.runs()) {
            boolean shown = reading.run().kind() == DrawnRun.Kind.SHOWN;
            String weight = shown ? "strong" : "plain";
            Label name = label(reading.run().name(), "plain");
            name.setGraphic(dot(reading.run(), colours));
            add(name, 0, row);
            add(label(BareNumbers.figure(reading.figure()), weight), 1, row);
            add(label(reading.lossWords(), weight), 2, row);
            row++;
        }
        for (Node node : getChildren()) {
            if (getColumnIndex(node) > 0) {
                setHalignment(node, HPos.RIGHT);
            }
        }
        applyCss();
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        label.setMaxWidth(150);
        return label;
    }

    /** Converts an AWT colour. */
    static Color colour(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private static Circle dot(DrawnRun run, CurveColours colours) {
        return new Circle(4, colour(colours.of(run)));
    }
}
