package dev.nara.ui.child;

import dev.nara.text.BareNumbers;
import dev.nara.text.Numbers;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.TableView;

/** A list as a table, including the scores. */
final class ListTable {
    private ListTable() {}

    static TableView<ListPlace> of(ObservableList<ListPlace> places, ChildModel model, Texts texts) {
        TableView<ListPlace> table = Tables.table("recommendations", texts, "child.list.empty");
        table.setItems(places);
        table.getColumns()
                .addAll(List.of(
                        Tables.number(texts, "column.rank", 44, p -> p.entry().rank(), Numbers::grouped),
                        Tables.text(texts, "column.moved", 60, p -> p.moved(texts)),
                        Tables.text(texts, "column.title", 240, p -> p.album().name(texts)),
                        Tables.text(texts, "column.series", 130, p -> p.album().series()),
                        Tables.text(texts, "column.genre", 76, p -> p.album().genre()),
                        Tables.number(texts, "column.score", 60, p -> p.entry().score(), ListTable::score),
                        Tables.text(texts, "column.seen", 56, p -> seen(p, texts)),
                        Tables.text(
                                texts,
                                "column.held.out",
                                60,
                                p -> p.entry().heldOut() ? texts.get("mark.held.out") : "")));
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                model.explainedProperty().set(is);
            }
        });
        return table;
    }

    private static String seen(ListPlace place, Texts texts) {
        return place.times() > 0
                ? texts.get("child.times", place.times())
                : place.entry().seen() ? texts.get("mark.seen") : "";
    }

    /** Lists of earlier epochs have no scores. */
    private static String score(Number score) {
        return Float.isNaN(score.floatValue()) ? "" : BareNumbers.rounded(score.doubleValue(), 2);
    }
}
