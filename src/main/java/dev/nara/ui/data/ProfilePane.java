package dev.nara.ui.data;

import dev.nara.chart.ProfileCharts;
import dev.nara.data.Profile;
import dev.nara.ui.common.Charts;
import dev.nara.ui.common.FactGrid;
import dev.nara.ui.common.PieceByPiece;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;

/** The profile page: what the data holds, in facts and plots. */
final class ProfilePane extends SplitPane {
    /** Two plots in the first row of six columns, up to three in the second. */
    private static final int FIRST_ROW = 2;

    private final Texts texts;
    private final RereadPane reread;
    private final ReadOnlyObjectProperty<Theme> theme;
    private final Label title = new Label();
    private final GridPane plots = new GridPane();
    private final WhenVisible drawing;
    private final PieceByPiece pieceByPiece = new PieceByPiece();
    private @Nullable Opened opened;

    /** {@code reread} asks for the data to be read in another way. */
    ProfilePane(DataModel model, Texts texts, ReadOnlyObjectProperty<Theme> theme, RereadPane reread) {
        this.texts = texts;
        this.reread = reread;
        this.theme = theme;
        drawing = new WhenVisible(model.shows("profile"), this::draw);
        title.setId("data-title");
        title.getStyleClass().add("workspace-title");
        VBox left = new VBox(title, new FactGrid(model.facts(), texts), reread);
        left.getStyleClass().add("side");
        ScrollPane scroll = new ScrollPane(left);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(280);
        plots.setId("data-plots");
        plots.getStyleClass().add("chart-grid");
        for (int c = 0; c < 6; c++) {
            ColumnConstraints sixth = new ColumnConstraints();
            sixth.setPercentWidth(100 / 6.0);
            plots.getColumnConstraints().add(sixth);
        }
        getItems().addAll(scroll, plots);
        setDividerPositions(0.33);
        SplitPane.setResizableWithParent(scroll, false);
    }

    /** Shows another dataset. */
    void show(Opened now) {
        opened = now;
        reread.show(now.prepared().recipe());
        title.setText(now.dataset().name());
        drawing.due();
    }

    /** Draws the plots, two in a row, one after the other, for all of them in one go would hold the window. */
    private void draw() {
        if (opened == null) {
            return;
        }
        List<JFreeChart> drawn = charts(opened.profile(), opened.dataset().clock());
        plots.getChildren().clear();
        plots.getRowConstraints().clear();
        RowConstraints half = new RowConstraints();
        half.setPercentHeight(drawn.size() > FIRST_ROW ? 50 : 100);
        plots.getRowConstraints().addAll(half, half);
        List<Runnable> pieces = new ArrayList<>();
        for (int c = 0; c < drawn.size(); c++) {
            int place = c;
            pieces.add(() -> add(drawn.get(place), place));
        }
        pieceByPiece.run(pieces);
    }

    private List<JFreeChart> charts(Profile profile, boolean clock) {
        ProfileCharts charts = new ProfileCharts(theme.get().palette(), texts.locale());
        List<JFreeChart> all = new ArrayList<>(List.of(charts.historyLengths(profile), charts.popularity(profile)));
        if (clock) {
            all.add(charts.hours(profile));
            all.add(charts.weekdays(profile));
            all.add(charts.weeks(profile));
        }
        return all;
    }

    private void add(JFreeChart plot, int place) {
        boolean wide = place < FIRST_ROW;
        plots.add(
                Charts.viewer(plot, texts), wide ? 3 * place : 2 * (place - FIRST_ROW), wide ? 0 : 1, wide ? 3 : 2, 1);
    }
}
