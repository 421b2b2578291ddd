package dev.nara.ui.train.form;

import dev.nara.ui.common.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Sizes that are kept equal while they are linked. Within a part, fields that had the value of the first one follow it. */
final class LinkedSizes {
    private final List<List<FieldValue>> parts;
    private final BooleanSupplier filling;
    private final BooleanProperty linked = new SimpleBooleanProperty();
    /** The last valid value of each part. */
    private final List<String> last = new ArrayList<>();

    LinkedSizes(List<List<FieldValue>> parts, BooleanSupplier filling) {
        this.parts = parts;
        this.filling = filling;
        for (int n = 0; n < parts.size(); n++) {
            int part = n;
            FieldValue first = parts.get(n).get(0);
            last.add(first.value());
            first.textProperty().addListener((o, was, is) -> changed(part));
        }
        linked.addListener((o, was, is) -> {
            if (is && !filling.getAsBoolean()) {
                pass(0);
            }
        });
        filled();
    }

    /** Called after the form was filled: sizes that are equal are linked. */
    void filled() {
        List<String> values = new ArrayList<>();
        for (int n = 0; n < parts.size(); n++) {
            String value = parts.get(n).get(0).value();
            last.set(n, value);
            values.add(value);
        }
        linked.set(values.size() > 1 && values.stream().distinct().count() == 1);
    }

    private void changed(int part) {
        FieldValue first = parts.get(part).get(0);
        if (filling.getAsBoolean() || !first.validProperty().get()) {
            return;
        }
        String before = last.get(part);
        last.set(part, first.value());
        parts.get(part).stream()
                .skip(1)
                .filter(other -> other.value().equals(before))
                .forEach(other -> other.set(first.value()));
        if (linked.get()) {
            pass(part);
        }
    }

    /** Sets the other parts to the value of one part. */
    private void pass(int part) {
        String value = parts.get(part).get(0).value();
        parts.stream()
                .map(each -> each.get(0))
                .filter(other -> !other.value().equals(value))
                .forEach(other -> other.set(value));
    }

    BooleanProperty linkedProperty() {
        return linked;
    }
}
