package dev.nara.ui.export;

import dev.nara.competition.ComposeRecipe.Filters;
import dev.nara.ui.common.Labels;
import dev.nara.ui.common.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.layout.FlowPane;

/** The filters for all lists as chips; filters that are off are in the menu of one chip. */
final class FilterChips extends FlowPane {
    private final ExportModel model;
    private final Texts texts;

    /** A filter: its id and name, its value as text, and how to set it from text. */
    private record Kind(String id, String name, Function<Filters, String> value, Taking taking) {}

    /** Sets a filter from text. */
    @FunctionalInterface
    private interface Taking {
        Filters of(Filters old, String typed);
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("series", "export.series", f -> TypedRecipe.plain(f.seriesAtMost()), TypedRecipe::series),
            new Kind(
                    "genres",
                    "export.genres",
                    f -> String.join(", ", f.genres()),
                    (f, typed) -> TypedRecipe.genres(f, typed, String.join(", ", f.withoutGenres()))),
            new Kind(
                    "without",
                    "export.without",
                    f -> String.join(", ", f.withoutGenres()),
                    (f, typed) -> TypedRecipe.genres(f, String.join(", ", f.genres()), typed)),
            new Kind("share", "export.share", f -> TypedRecipe.plain(f.minimumWatchedShare()), TypedRecipe::share),
            new Kind("diversity", "export.diversity", f -> TypedRecipe.plain(f.diversity()), TypedRecipe::diversity));

    FilterChips(ExportModel model, Texts texts) {
        super(4, 4);
        this.model = model;
        this.texts = texts;
        getStyleClass().add("filter-chips");
        model.filtersProperty().addListener((o, was, is) -> show());
        texts.localeProperty().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        getChildren().setAll(Labels.of(texts.binding("export.of.all"), "caption"));
        Map<String, String> off = new LinkedHashMap<>();
        for (Kind kind : KINDS) {
            String value = kind.value().apply(model.filtersProperty().get());
            String name = texts.get(kind.name());
            if (value.isEmpty()) {
                off.put("filter-" + kind.id(), name);
            } else {
                getChildren()
                        .add(SettingChip.typed(
                                "filter-" + kind.id(), name + " " + value, name, value, typed -> take(kind, typed)));
            }
        }
        if (!off.isEmpty()) {
            getChildren().add(SettingChip.more("filter-add", texts.get("export.filter.add"), off, this::take));
        }
    }

    private void take(String id, String typed) {
        KINDS.stream().filter(kind -> id.equals("filter-" + kind.id())).forEach(kind -> take(kind, typed));
    }

    private void take(Kind kind, String typed) {
        model.filtersProperty().set(kind.taking().of(model.filtersProperty().get(), typed));
    }
}
