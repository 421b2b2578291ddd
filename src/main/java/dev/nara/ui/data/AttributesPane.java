package dev.nara.ui.data;

import dev.nara.chart.ProfileCharts;
import dev.nara.ui.common.Charts;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.data.cards.AttributeRow;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The attributes, one per line, and the distribution of the selected one. */
final class AttributesPane extends SplitPane {
    private final Texts texts;
    private final ReadOnlyObjectProperty<Theme> theme;
    private final StackPane plot = new StackPane();
    private final TableView<AttributeRow> table;
    private final WhenVisible filling;

    AttributesPane(DataModel model, Texts texts, ReadOnlyObjectProperty<Theme> theme) {
        this.texts = texts;
        this.theme = theme;
        table = Tables.table("attributes", texts, "data.attributes.empty");
        table.getColumns().add(Tables.text(texts, "column.of", 96, a -> texts.get(a.ofKey())));
        table.getColumns().add(Tables.text(texts, "column.attribute", 180, AttributeRow::name));
        table.getColumns().add(Tables.text(texts, "column.summary", 220, AttributeRow::summary));
        table.getColumns().add(Tables.text(texts, "column.values", 300, AttributeRow::values));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> show(is));
        theme.addListener((o, was, is) -> show(table.getSelectionModel().getSelectedItem()));
        filling = new WhenVisible(model.shows("attributes"), () -> {
            table.getItems().setAll(model.attributes());
            table.getSelectionModel().selectFirst();
        });
        model.attributes().addListener((ListChangeListener<AttributeRow>) change -> filling.due());
        plot.getStyleClass().add("chart-grid");
        getItems().addAll(table, plot);
        setDividerPositions(0.6);
    }

    private void show(@Nullable AttributeRow attribute) {
        plot.getChildren().clear();
        if (attribute != null && !attribute.bars().isEmpty()) {
            ProfileCharts charts = new ProfileCharts(theme.get().palette(), texts.locale());
            String of = texts.get(attribute.ofKey());
            plot.getChildren()
                    .add(Charts.viewer(charts.distribution(of + " · " + attribute.name(), attribute.bars()), texts));
        }
    }
}
