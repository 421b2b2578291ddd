package dev.nara.ui.train.form;

import dev.nara.ui.common.Icons;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableLongValue;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The head of the form: its title, the run that it is compared with and the number of differing fields, and a menu. */
final class FormHead extends HBox {
    /**
     * @param run the number of the run on screen, 0 for none
     * @param differing the number of fields in which the form differs from it
     */
    FormHead(Texts texts, ObservableLongValue run, ObservableIntegerValue differing, Supplier<List<MenuItem>> items) {
        Label title = Labels.whole(texts.binding("form.title"), "card-title");
        Label from = Labels.of(
                Bindings.createStringBinding(
                        () -> run.get() == 0
                                ? ""
                                : differing.get() == 0
                                        ? texts.get("form.same", run.get())
                                        : differing.get() == 1
                                                ? texts.get("form.differs.one", run.get())
                                                : texts.get("form.differs", run.get(), differing.get()),
                        run,
                        differing,
                        texts.localeProperty()),
                "caption");
        from.setId("form-from");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button more = Icons.button("form-more", Feather.MORE_HORIZONTAL, texts.binding("form.more"), () -> {});
        more.setOnAction(e -> new ContextMenu(items.get().toArray(MenuItem[]::new)).show(more, Side.BOTTOM, 0, 0));
        getChildren().addAll(title, gap, from, more);
        getStyleClass().add("form-head");
    }
}
