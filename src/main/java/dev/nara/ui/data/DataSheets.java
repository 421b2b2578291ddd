package dev.nara.ui.data;

import dev.nara.data.Dataset;
import dev.nara.ui.common.Jobs;
import dev.nara.ui.common.Latest;
import dev.nara.ui.common.LiveScroll;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Session.Opened;
import dev.nara.ui.common.Texts;
import dev.nara.ui.common.Theme;
import dev.nara.ui.data.figures.RowsQuery;
import dev.nara.ui.data.opening.RereadPane;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The sheets of the Data workspace: how the data are read, their preparation, all settings of the split, attributes, and rows. */
final class DataSheets {
    private static final double NARROW = 520;
    private static final double WIDE = 860;

    private final Latest finding;
    private final RowsPane rows;
    private final RereadPane reread;
    private final Map<String, Node> contents;

    DataSheets(
            DataModel model,
            Texts texts,
            ReadOnlyObjectProperty<Theme> theme,
            Pseudonymiser pseudonymiser,
            Jobs jobs,
            DataOpening opening,
            Map<String, Node> made) {
        finding = new Latest(jobs);
        rows = new RowsPane(model, texts, pseudonymiser);
        reread = new RereadPane(texts, opening::decode, opening::cutIn);
        VBox reading = new VBox(reread, new FactGrid(model.facts(), texts));
        reading.getStyleClass().add("side");
        ScrollPane scroll = new LiveScroll(reading);
        scroll.setFitToWidth(true);
        contents = new HashMap<>(made);
        contents.put("reading", scroll);
        contents.put("attributes", new AttributesPane(model, texts, theme));
        contents.put("rows", rows);
    }

    /** Updates the sheets for the open data. */
    void show(Opened opened) {
        reread.show(opened.prepared().recipe());
        rows.show(opened.dataset());
    }

    /** The content of a sheet. */
    Node content(String name) {
        return Objects.requireNonNull(contents.get(name), name);
    }

    /** The width of a sheet. */
    static double width(String name) {
        return name.equals("reading") ? NARROW : WIDE;
    }

    /** Finds rows and shows them. */
    void find(RowsQuery query, Dataset dataset) {
        finding.run(() -> query.of(dataset), found -> rows.choose(query.title(), found));
    }
}
