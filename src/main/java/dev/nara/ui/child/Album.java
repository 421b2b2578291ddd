package dev.nara.ui.child;

import dev.nara.data.Dataset;
import dev.nara.data.Role;

/** An item as the tables of this workspace show it; "" for what the data do not know. */
record Album(String id, String title, String series, String genre) {
    static Album of(Dataset dataset, int item) {
        return new Album(
                dataset.items().id(item),
                dataset.title(item),
                dataset.itemAttributes().text(Role.SERIES, item),
                dataset.genre(item));
    }
}
