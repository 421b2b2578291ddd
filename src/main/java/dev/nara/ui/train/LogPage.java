package dev.nara.ui.train;

import dev.nara.text.Text;
import dev.nara.ui.common.Placeholder;
import dev.nara.ui.common.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListView;

/** The log of the run on screen, the latest line at the end. */
final class LogPage extends ListView<String> {
    LogPage(ObservableValue<RunDetails> details, Texts texts) {
        setId("run-log");
        setFixedCellSize(22);
        setPlaceholder(new Placeholder(texts).empty(Text.of("train.details.empty"), null));
        accessibleTextProperty().bind(texts.binding("train.page.log"));
        details.addListener((o, was, is) -> show(is.log()));
        show(details.getValue().log());
    }

    private void show(List<String> log) {
        int known = getItems().size();
        if (log.size() >= known && log.subList(0, known).equals(getItems())) {
            getItems().addAll(log.subList(known, log.size()));
        } else {
            getItems().setAll(log);
        }
        scrollTo(getItems().size() - 1);
    }
}
