package dev.nara.ui.compare;

import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.WhenVisible;
import dev.nara.ui.compare.CompareModel.Difference;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The settings in which the chosen runs differ, a column a run. */
final class DifferencesPage {
    private final CompareModel model;
    private final Texts texts;
    private final TableView<Difference> table;
    private final Tab tab;

    DifferencesPage(CompareModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table("compare-settings", texts, "compare.settings.empty");
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        tab = Tables.page(texts, "compare.settings", table);
        // Many columns take their time.
        WhenVisible showing = new WhenVisible(tab.selectedProperty(), this::show);
        model.differences().addListener((ListChangeListener<Difference>) change -> showing.due());
    }

    Tab tab() {
        return tab;
    }

    private void show() {
        List<TableColumn<Difference, ?>> columns = new ArrayList<>();
        columns.add(Tables.text(texts, "column.setting", 220, d -> texts.setting(d.name())));
        for (int n = 0; n < model.chosen().size(); n++) {
            int place = n;
            columns.add(Tables.plain(
                    model.chosen().get(n).title(),
                    150,
                    d -> place < d.texts().size() ? d.texts().get(place) : ""));
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(model.differences());
    }
}
