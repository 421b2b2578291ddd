package dev.nara.ui.child;

import dev.nara.explain.UserHistory;
import dev.nara.text.Numbers;
import dev.nara.ui.child.ChildModel.HeldOut;
import dev.nara.ui.child.ChildModel.Viewing;
import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.scene.control.TableView;

/** What the chosen child watched, and the part of it that is to be found. */
final class HistoryPane {
    private HistoryPane() {}

    /** All rows, with what the split made of each. */
    static TableView<Viewing> history(ChildModel model, Texts texts) {
        TableView<Viewing> table = Tables.table("history", texts, "child.history.empty");
        table.setItems(model.history());
        table.getColumns()
                .addAll(List.of(
                        Tables.text(texts, "column.time", 130, Viewing::time),
                        Tables.number(texts, "column.session", 60, v -> v.row().session(), HistoryPane::session),
                        Tables.text(texts, "column.item", 64, v -> v.album().id()),
                        Tables.text(texts, "column.title", 240, v -> v.album().title()),
                        Tables.text(texts, "column.series", 110, v -> v.album().series()),
                        Tables.text(texts, "column.genre", 80, v -> v.album().genre()),
                        Tables.number(texts, "column.watched", 70, v -> v.row().share(), HistoryPane::share),
                        Tables.number(texts, "column.repeat", 60, v -> v.row().repeat(), Numbers::grouped),
                        Tables.text(texts, "column.marks", 130, v -> marks(texts, v))));
        return table;
    }

    private static String session(Number session) {
        return session.intValue() == 0 ? "" : Numbers.grouped(session);
    }

    private static String share(Number share) {
        return Double.isNaN(share.doubleValue()) ? "" : Numbers.percent(share.doubleValue(), 0);
    }

    private static String marks(Texts texts, Viewing viewing) {
        UserHistory.Use use = viewing.row().use();
        return (use == UserHistory.Use.HELD_OUT ? "★ " : "") + texts.get("mark." + use);
    }

    /** The held-out albums and their ranks. */
    static TableView<HeldOut> heldOut(ChildModel model, Texts texts) {
        TableView<HeldOut> table = Tables.table("held-out", texts, "child.held.out.empty");
        table.setItems(model.heldOut());
        table.getColumns()
                .addAll(List.of(
                        Tables.number(texts, "column.rank", 80, HeldOut::rank, Numbers::grouped),
                        Tables.text(texts, "column.item", 80, h -> h.album().id()),
                        Tables.text(texts, "column.title", 420, h -> h.album().title()),
                        Tables.text(texts, "column.genre", 120, h -> h.album().genre())));
        return table;
    }
}
