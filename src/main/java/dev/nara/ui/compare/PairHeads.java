package dev.nara.ui.compare;

import dev.nara.ui.common.Tables;
import dev.nara.ui.common.Texts;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TableColumn;

/** Columns with the figures of the pair of a verdict, headed by the numbers of the runs. */
final class PairHeads {
    private static final double WIDTH = 80;

    private final CompareModel model;
    private final Texts texts;

    PairHeads(CompareModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** The column of the better setting. */
    <T> TableColumn<T, Number> first(Function<T, Number> value, Function<Number, String> shown) {
        return column(true, value, shown);
    }

    /** The column of the other setting. */
    <T> TableColumn<T, Number> second(Function<T, Number> value, Function<Number, String> shown) {
        return column(false, value, shown);
    }

    private <T> TableColumn<T, Number> column(
            boolean first, Function<T, Number> value, Function<Number, String> shown) {
        TableColumn<T, Number> column = Tables.numbers("", WIDTH, value, (row, number) -> shown.apply(number));
        column.textProperty()
                .bind(Bindings.createStringBinding(() -> head(first), model.saidProperty(), texts.localeProperty()));
        return column;
    }

    private String head(boolean first) {
        return model.verdict()
                .map(verdict -> first ? verdict.first() : verdict.other())
                .map(standing -> texts.get("run.label", standing.number()))
                .orElse("");
    }
}
